"""The facts in the status bar: each one a button that opens the screen behind it."""

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
        self._facts: dict[str, QPushButton] = {}

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
        button = self._facts.get(name) or self._make(name)
        button.setVisible(fact is not None)
        if fact is None:
            return
        button.setText(fact.words)
        button.setAccessibleName(fact.words)
        button.setProperty("page", fact.page)
        if button.property("tone") != fact.tone:
            button.setProperty("tone", fact.tone)
            repolish(button)

    def fact_words(self) -> dict[str, str]:
        """The standing facts by name, as they can be read now."""
        return {name: one.text() for name, one in self._facts.items() if not one.isHidden()}

    def focus_first(self) -> None:
        """Put the focus on the first standing fact."""
        shown = [one for one in self._facts.values() if not one.isHidden()]
        for first in shown[:1]:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "fact")
        button.clicked.connect(lambda: self._open(button))
        self._facts[name] = button
        self.addPermanentWidget(button)
        return button

    def _open(self, button: QPushButton) -> None:
        page = str(button.property("page") or "")
        if page:
            self.open_asked.emit(page)
