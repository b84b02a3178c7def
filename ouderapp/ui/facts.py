"""The facts in the status bar; one with a screen behind it is a button that opens that screen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from ouderapp.base.clock import local_now
from ouderapp.base.i18n import _, clock_time, mark
from ouderapp.ui.look import repolish

SAVED = mark("Saved at {time}")
SAVED_ALL = mark("Everything is already saved")


@dataclass(frozen=True)
class Fact:
    """Words in the person's language, the page behind them, and `warn` when it needs a look."""

    words: str
    page: str = ""
    tone: str = ""


class FactsBar(QStatusBar):
    """On one side when it was last saved and small news, on the other side the standing facts."""

    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 8, 0)
        self._saved = QLabel()
        self.addWidget(self._saved)
        self._facts: dict[str, QPushButton | QLabel] = {}

    @property
    def saved_words(self) -> str:
        """What stands at the start: when it was last saved."""
        return self._saved.text()

    def tell_saved(self) -> None:
        """Something was written just now."""
        now = local_now().time()
        self._saved.setText(_(SAVED).format(time=clock_time(now)))

    def say(self, words: str) -> None:
        """A small fact, for six seconds."""
        self.showMessage(words, 6000)

    def show_fact(self, name: str, fact: Fact | None) -> None:
        """Put a standing fact in its place, or take it away with None."""
        shown = self._facts.get(name)
        if shown is None and fact is not None:
            shown = self._make(name, fact.page)
        if shown is not None:
            shown.setVisible(fact is not None)
        if shown is None or fact is None:
            return
        shown.setText(fact.words)
        shown.setAccessibleName(fact.words)
        shown.setProperty("page", fact.page)
        if shown.property("tone") != fact.tone:
            shown.setProperty("tone", fact.tone)
            repolish(shown)

    def fact_words(self) -> dict[str, str]:
        """The standing facts by name, as they can be read now."""
        return {name: one.text() for name, one in self._facts.items() if not one.isHidden()}

    def focus_first(self) -> None:
        """Put the focus on the first standing fact."""
        buttons = [one for one in self._facts.values() if isinstance(one, QPushButton)]
        for first in [one for one in buttons if not one.isHidden()][:1]:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, name: str, page: str) -> QPushButton | QLabel:
        made: QPushButton | QLabel = QLabel()
        if page:
            made = QPushButton()
            made.clicked.connect(self._open)
        made.setProperty("kind", "fact")
        self._facts[name] = made
        self.addPermanentWidget(made)
        return made

    def _open(self) -> None:
        self.open_asked.emit(str(self.sender().property("page")))
