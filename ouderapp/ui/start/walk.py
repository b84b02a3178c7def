"""A walk through a few steps with Back and Continue, as the first start and the recovery are."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QRadioButton, QVBoxLayout, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui.look import PROGRAM
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, row_of
from ouderapp.ui.problems import news_of
from ouderapp.ui.start.start_window import StartWindow

STEP = mark("Step {number} of {all}  {title}")
CONTINUE, BACK = mark("Continue"), mark("Back")


class Step(Protocol):
    """What each step can tell."""

    def is_ready(self) -> bool: ...


class Walk(StartWindow):
    """Steps of which one is in front; `titles` are marked texts, `busy_words` name the waiting."""

    def __init__(self, titles: Sequence[str], busy_words: str) -> None:
        super().__init__(widest=720, is_on_top=True)
        self._titles = tuple(titles)
        self._busy_words = busy_words
        self._at = 0
        self.steps: list[QWidget] = []
        self._room = QVBoxLayout()
        self.busy = QProgressBar(maximum=0, textVisible=False)
        self.busy.setAccessibleName(_(busy_words))
        self.busy.hide()
        self.back = button(BACK, self.go_back, kind="quiet", icon="arrow-left")
        self.next = button(CONTINUE, self._next, kind="primary")
        line = row_of(self.back)
        line.addStretch(1)
        line.addWidget(self.next)
        nest(self.body, self._room)
        self.body.addWidget(self.busy)
        nest(self.body, line)
        for keys in ("Return", "Enter", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._next)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)

    @property
    def step(self) -> int:
        """Which step is in front, from 1."""
        return self._at + 1

    def set_steps(self, steps: Sequence[QWidget]) -> None:
        """Put these steps in place of those before."""
        for old in self.steps:
            self._room.removeWidget(old)
            old.deleteLater()
        self.steps = list(steps)
        for part in self.steps:
            part.hide()
            self._room.addWidget(part)
        self.back.setText(_(BACK))
        self.next.setText(_(CONTINUE))

    def show_step(self, at: int) -> None:
        """Put this step in front, from 0, and read its title."""
        self.news.clear()
        self._at = at
        for place, part in enumerate(self.steps):
            part.setVisible(place == at)
        title = _(self._titles[at])
        words = _(STEP).format(number=at + 1, all=len(self._titles), title=title)
        self.heading.setText(title if self.may_go_back(at) or at else PROGRAM)
        self.line.setText(words)
        self.setAccessibleName(words)
        self.back.setVisible(self.may_go_back(at))
        self.steps[at].setFocus(Qt.FocusReason.TabFocusReason)

    def may_go_back(self, at: int) -> bool:
        """Whether there is a way back from this step."""
        return at > 0

    def done(self, at: int) -> None:
        """This step is ready; the next one comes, unless something must be done first."""
        self.show_step(at + 1)

    def go_back(self) -> None:
        """One step back."""
        if self.next.isEnabled() and self.may_go_back(self._at):
            self.show_step(self._at - 1)

    def be_busy(self, is_busy: bool) -> None:
        """Say that the machine works; nothing can be pressed meanwhile."""
        self.next.setEnabled(not is_busy)
        self.next.setText(_(self._busy_words if is_busy else CONTINUE))
        self.busy.setVisible(is_busy)

    def refused(self, problem: Problem) -> None:
        """Say what is in the way, and let the person try again."""
        self.be_busy(False)
        self.show_news(news_of(problem))

    def _next(self) -> None:
        part: Step = self.steps[self._at]  # type: ignore[assignment]
        if self.next.isEnabled() and part.is_ready():
            self.done(self._at)


def radio(words: str) -> QRadioButton:
    """A choice that is as wide as its words."""
    made = QRadioButton(_(words))
    made.setSizePolicy(made.sizePolicy().Policy.Maximum, made.sizePolicy().Policy.Fixed)
    return made
