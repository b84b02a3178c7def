"""Taking in what the office confirms: a file, or six words over the telephone."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.words import split_words
from ouderapp.exchange.confirming import Applied, apply_receipt, apply_words
from ouderapp.exchange.small_files import read_receipt
from ouderapp.month_end.records import MonthRow, MonthState
from ouderapp.ui import ask, problems
from ouderapp.ui.background import Background
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.month_end.words import month_words
from ouderapp.ui.news import News
from ouderapp.ui.place import allow
from ouderapp.ui.sheet import Sheet

NOBODY_WAITS = mark("No bundle waits for a confirmation.")
TITLE = mark("Read in confirmation")
HOW = mark(
    "Open the file that the office gave you, or type the six words that somebody of the office"
    " reads to you. The first four letters of a word are enough."
)
KINDS = mark("Confirmation of the office (*.oudreceipt);;All files (*)")


class _WordsForm(Form):
    def __init__(self, rows: Sequence[MonthRow]) -> None:
        super().__init__()
        self.bundle = QComboBox()
        for row in rows:
            words = _("{month}, bundle {number}").format(month=month_words(row.id), number=row.seq)
            self.bundle.addItem(words, row)
        self.bundle.setAccessibleName(_("Bundle"))
        self.add_widget(self.bundle)
        self.words = self.add(mark("Six words"), LineField(limit=80))


class ReceiptSheet(Sheet):
    """One file, or one line with six words for the bundle that waits."""

    applied = Signal(object)
    """Applied: what the confirmation did."""

    def __init__(
        self, background: Background, rows: Sequence[MonthRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(background, TITLE, parent)
        how = QLabel(_(HOW), wordWrap=True)
        set_type(how, "muted")
        waiting = [row for row in rows if row.state in (MonthState.MADE, MonthState.REFUSED)]
        self.form = _WordsForm(waiting)
        self.form.setVisible(bool(waiting))
        self.body.addWidget(how)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.close)
        self.add_button(mark("Open the file…"), self.choose_file, icon="file-text")
        done = self.add_button(mark("Compare the words"), self._compare, kind="primary")
        allow(done, bool(waiting), NOBODY_WAITS)
        self.form.words.setFocus()

    def choose_file(self) -> None:
        """Ask which file, and take it in."""
        ask.open_file(self, _(KINDS), self.take_file)

    def take_file(self, path: Path) -> None:
        """Take in this file."""
        self.background.compute(read_receipt, path, then=self._apply, owner=self)

    def _apply(self, raw: bytes) -> None:
        self.background.run(apply_receipt, raw, then=self._done, owner=self)

    def _compare(self) -> None:
        row = self.form.bundle.currentData()
        typed = split_words(self.form.words.value() or "")
        if isinstance(row, MonthRow):
            self.background.run(
                apply_words, row.epoch_id, row.seq, typed, then=self._done, owner=self
            )

    def _done(self, applied: Applied) -> None:
        self.applied.emit(applied)
        self.close()


def applied_news(applied: Applied) -> News:
    """What a confirmation did, in a sentence; what the office found wrong comes first."""
    if applied.problem is not None:
        return problems.news_of(applied.problem)
    month = month_words(applied.period)
    if applied.held:
        words = _("{month} is confirmed. The office has questions about {number} lines.")
        return News(words.format(month=month, number=len(applied.held)), tone="warn")
    return News(_("{month} is confirmed by the office.").format(month=month), tone="ok")
