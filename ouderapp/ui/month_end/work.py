"""The three steps at work: one button that Enter presses, making, stopping, giving along."""

import threading
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.exchange.export import MadeBundle
from ouderapp.exchange.preview import Preview, preview
from ouderapp.exchange.stick import AlreadyThere
from ouderapp.month_end import ritual
from ouderapp.month_end.commands import pass_over
from ouderapp.month_end.queries import open_ends
from ouderapp.month_end.records import End, MonthRow, Months, MonthState
from ouderapp.month_end.ritual import Making
from ouderapp.ui import problems
from ouderapp.ui.background import Background
from ouderapp.ui.month_end.leaving_sheet import LeavingSheet
from ouderapp.ui.month_end.passphrase_sheet import PassphraseSheet
from ouderapp.ui.month_end.slip import all_words, draw_slip, slip_of
from ouderapp.ui.month_end.stages import CheckStage, EncryptStage, HandOverStage, Step
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News
from ouderapp.ui.paper_sheet import PaperSheet
from ouderapp.ui.place import allow, button, row_of

NEXT = {
    Step.CHECK: mark("Checked, go on"),
    Step.ENCRYPT: mark("Make bundle"),
    Step.HAND_OVER: mark("Put it on the stick"),
    Step.DONE: mark("Put it on the stick once more"),
}
NOTHING = mark("Nothing to send this month yet.")
MADE_FIRST = mark("First make the bundle.")
CONFIRMED = mark("The office confirmed this month already.")
STILL_OPEN = mark("Something is still open. Finish it, or choose why you close the month anyway.")


class Work(QWidget):
    """The steps of one month; a bundle that was made before begins at the third."""

    news_asked = Signal(object)
    """News for the top of the page."""
    made_it = Signal()
    """A bundle was made, or making ended without one."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._row = MonthRow("", MonthState.OPEN)
        self._level = ""
        self._found: Preview | None = None
        self._stopped = threading.Event()
        self.made: MadeBundle | None = None
        self.step = Step.CHECK
        self.is_making = False
        self.check, self.encrypt, self.hand_over = CheckStage(), EncryptStage(), HandOverStage()
        self.next = button(NEXT[Step.CHECK], self.go_on, kind="primary")
        self.next.setAutoDefault(True)
        self.again = button(mark("Make again"), self.make, kind="quiet")
        self._lay_out()
        self.check.checks.passed_over.connect(self._pass_over)
        self.check.table_asked.connect(self._show_table)
        self.encrypt.stop_asked.connect(self.stop)
        self.hand_over.slip_asked.connect(self.draw_slip)

    def show_month(self, months: Months, row: MonthRow) -> None:
        """Show this month, and ask what is open and what would leave."""
        is_other, self._row, self._level = self._row.id != row.id, row, months.level
        if is_other:
            self.made = None
        self.encrypt.office.setText(_("for: {office}").format(office=months.org_name))
        self.hand_over.show_file(row.file, row.size)
        self._go_to(self._step_of(row, is_other=is_other))
        self.hand_over.look_for_sticks()
        self._background.run(
            open_ends, row.id, clock.today(), then=self.check.checks.show_ends, owner=self
        )
        self._background.run(preview, ritual.request(row.id), then=self._show_preview, owner=self)

    def go_on(self) -> None:
        """Do the step that is to be done."""
        if self.step == Step.CHECK:
            self._checked()
        elif self.step == Step.ENCRYPT:
            self.make()
        else:
            self.give()

    def make(self) -> None:
        """Make the bundle; whole files of families ask for the passphrase (decision 20)."""
        if self._level == "dossier":
            sheet = PassphraseSheet(self._background, self)
            sheet.opened.connect(self._begin)
            sheet.open_beside()
        else:
            self._begin()

    def stop(self) -> None:
        """Stop making; nothing half made is left."""
        self._stopped.set()

    def give(self) -> None:
        """Put the file on the chosen stick and read it back."""
        folder, bundle = self.hand_over.folder, self.made or self._row
        if folder is None:
            self.hand_over.choose_folder()
        elif bundle.seq:
            allow(self.next, False, mark("The file is being written."))
            self._background.run_whole(
                ritual.give, bundle.epoch_id, bundle.seq, folder,
                then=self._given, failed=self._not_given, owner=self,
            )  # fmt: skip

    def draw_slip(self) -> None:
        """The slip of the bundle that was just made."""
        if self.made is not None:
            slip = slip_of(self.made, self.step == Step.DONE)
            self._background.compute(draw_slip, slip, then=self._show_slip, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_making:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for stage in (self.check, self.encrypt, self.hand_over):
            layout.addWidget(stage)
        line = row_of(self.next, self.again)
        line.addStretch(1)
        nest(layout, line)
        layout.addStretch(1)

    def _step_of(self, row: MonthRow, *, is_other: bool) -> Step:
        if row.state == MonthState.CONFIRMED:
            return Step.DONE
        if row.state == MonthState.MADE:
            return Step.DONE if self.step == Step.DONE and not is_other else Step.HAND_OVER
        return Step.ENCRYPT if self.step == Step.ENCRYPT and not is_other else Step.CHECK

    def _go_to(self, step: Step) -> None:
        self.step = step
        for stage in (self.check, self.encrypt, self.hand_over):
            stage.show_step(step)
        is_confirmed = self._row.state == MonthState.CONFIRMED
        self.next.setText(_(NEXT[step]))
        self.next.setVisible(not is_confirmed)
        allow(self.next, not self.is_making, mark("The bundle is being made."))
        self.again.setVisible(step >= Step.HAND_OVER and not is_confirmed)
        can_give = step >= Step.HAND_OVER and not is_confirmed
        allow(self.hand_over, can_give, MADE_FIRST if not is_confirmed else CONFIRMED)
        is_given = step == Step.DONE and not is_confirmed
        self.hand_over.show_given(is_given, has_slip=self.made is not None)

    def _show_preview(self, found: Preview) -> None:
        self._found = found
        counts = ritual.counts_of(found)
        self.check.leaves.setText(all_words(found, counts) if counts else _(NOTHING))
        allow(self.check.table, bool(counts), NOTHING)

    def _checked(self) -> None:
        if self.check.checks.unsettled():
            self.news_asked.emit(News(_(STILL_OPEN), tone="warn"))
            self.check.checks.focus_unsettled()
        else:
            self._go_to(Step.ENCRYPT)

    def _pass_over(self, end: End, reason: str) -> None:
        self._background.run(pass_over, self._row.id, end, reason, owner=self)

    def _show_table(self) -> None:
        if self._found is not None:
            LeavingSheet(self._background, self._found, self._row.id, self).open_beside()

    def _begin(self) -> None:
        self.is_making = True
        self._stopped.clear()
        self._go_to(Step.ENCRYPT)
        self.encrypt.be_busy(True)
        self.encrypt.stop.setFocus()
        expected = ritual.size_of(self._found) if self._found else 0
        work = partial(_make, is_stopped=self._stopped.is_set, expected=expected)
        self._background.run_whole(
            work, self._row.id, then=self._made_it, failed=self._not_made,
            progress=self.encrypt.tell, owner=self,
        )  # fmt: skip

    def _made_it(self, made: MadeBundle) -> None:
        self.made = made
        self.hand_over.show_file(made.file, made.size)
        self._end(Step.HAND_OVER)

    def _not_made(self, problem: Problem) -> None:
        self._end(Step.ENCRYPT)
        problems.show(self, problem)

    def _end(self, step: Step) -> None:
        self.is_making = False
        self.encrypt.be_busy(False)
        self._go_to(step)
        self.next.setFocus()
        self.made_it.emit()

    def _given(self, _path: Path) -> None:
        self._go_to(Step.DONE)
        (self.hand_over.slip if self.made else self.next).setFocus()

    def _not_given(self, problem: Problem) -> None:
        self._go_to(Step.DONE if isinstance(problem, AlreadyThere) else Step.HAND_OVER)
        problems.show(self, problem)

    def _show_slip(self, pdf: bytes) -> None:
        title = mark("Receipt of the bundle")
        PaperSheet(self._background, title, pdf, "ontvangstbewijs.pdf", self).open_beside()


def _make(database: Any, month: str, *, is_stopped: Any, expected: int, report: Any) -> MadeBundle:
    return ritual.make(database, month, Making(report, is_stopped, expected))
