"""What the security dialogs share: the passphrase first, then step by step to a clear end."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.sealing.passphrase import seconds_to_wait
from ouderapp.ui.background import Background
from ouderapp.ui.problems import news_of
from ouderapp.ui.settings import key_work
from ouderapp.ui.settings.key_steps import AskStep
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.start.unlock import BUSY, TRY_AGAIN
from ouderapp.ui.start.walk import CONTINUE


class KeySheet(Sheet):
    """A dialog that nothing else goes beside; nothing typed in it is kept when it closes."""

    title: ClassVar[str]
    why: ClassVar[str]

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, self.title, parent, width=740)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.is_busy = False
        self._tries = 0
        self._at = 0
        self.ask = AskStep(self.why)
        self.steps: list[QWidget] = []
        self.leave = self.add_button(mark("Cancel"), self.reject, kind="quiet")
        self.next = self.add_button(CONTINUE, self._next, kind="primary")
        for keys in ("Return", "Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.next.click)

    def set_steps(self, steps: Sequence[QWidget]) -> None:
        """What comes after the passphrase, in order."""
        self.steps = [self.ask, *steps]
        for part in self.steps:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Put this step in front, from 0."""
        self.news.clear()
        self._at = at
        for place, part in enumerate(self.steps):
            part.setVisible(place == at)
        self.steps[at].setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self.grow)

    def done_with(self, step: QWidget) -> None:
        """This step is ready; `ask` only after its passphrase fitted."""
        raise AssertionError(step)

    def work(self, does: Callable[..., Any], *args: Any, then: Callable[[Any], object]) -> None:
        """Do this with the store; a problem is told on top, and the person can try again."""
        self.be_busy(True)
        self.background.run_whole(
            does, *args, then=partial(self._worked, then), failed=self._refused, owner=self
        )

    def be_busy(self, is_busy: bool) -> None:
        """While something is written the dialog stays."""
        self.is_busy = is_busy
        self.next.setEnabled(not is_busy)
        self.leave.setEnabled(not is_busy)
        self.next.setText(_(BUSY if is_busy else CONTINUE))

    def finish(self, words: str) -> None:
        """The end: close, and say what is so now."""
        self.message_asked.emit(_(words))
        self.accept()

    def reject(self) -> None:
        if not self.is_busy:
            super().reject()

    def _next(self) -> None:
        step: Any = self.steps[self._at]
        if self.is_busy or not self.next.isEnabled() or not step.is_ready():
            return
        if step is self.ask:
            typed = self.ask.passphrase.value()
            self.work(key_work.check_passphrase, typed, then=lambda _: self.done_with(self.ask))
        else:
            self.done_with(step)

    def _worked(self, then: Callable[[Any], object], answer: Any) -> None:
        self.be_busy(False)
        then(answer)

    def _refused(self, problem: Problem) -> None:
        self.be_busy(False)
        if self.steps[self._at] is not self.ask:
            self.show_news(news_of(problem))
            return
        self._tries += 1
        self.ask.tell_wrong(problem)
        seconds = seconds_to_wait(self._tries)
        if seconds:
            self.next.setEnabled(False)
            self.next.setText(_(TRY_AGAIN).format(n=seconds))
            QTimer.singleShot(seconds * 1000, self, partial(self.be_busy, False))
