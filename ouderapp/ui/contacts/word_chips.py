"""The words of a note that set a field, shown as chips that can be taken away."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.flow import Flow
from ouderapp.ui.icons import set_icon


class WordChips(QWidget):
    """One button a chip; pressing it takes the chip away and the word stays in the note."""

    taken_away = Signal(str)
    """What was typed for the chip that was taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.buttons: list[QPushButton] = []

    def show_chips(self, chips: Iterable[tuple[str, str]]) -> bool:
        """Show these, each as typed and in words; whether something changed."""
        wanted = tuple(chips)
        if wanted == self._shown:
            return False
        self._shown = wanted
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(typed, words) for typed, words in wanted]
        self.setVisible(bool(wanted))
        self.updateGeometry()
        return True

    def words(self) -> list[str]:
        """What the chips say, in their order."""
        return [words for _typed, words in self._shown]

    def _button(self, typed: str, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("kind", "chip")
        made.setAccessibleName(_("{word}, take away").format(word=words))
        set_icon(made, "x", "muted")
        made.clicked.connect(self._taking(typed))
        self._flow.addWidget(made)
        made.show()
        return made

    def _taking(self, typed: str) -> Callable[[], None]:
        return lambda: self.taken_away.emit(typed)
