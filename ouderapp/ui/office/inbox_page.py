"""Binnengekomen: take in a file or a stick, see what became of it, give the receipts (B20)."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QTabWidget, QVBoxLayout, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.exchange.given_receipts import receipt_again
from ouderapp.exchange.inbox import calm_alarm
from ouderapp.exchange.receipt import ReceiptFile
from ouderapp.office.intake import (
    Arrival,
    files_in,
    receive_files,
    receive_folder,
    retry,
    retry_all,
    save_receipt,
    save_receipts,
)
from ouderapp.office.queries import open_files, received
from ouderapp.office.records import InboxRow, ReceivedRow
from ouderapp.ui import ask
from ouderapp.ui.background import Background
from ouderapp.ui.dropping import ENROLMENT, dropped_files
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News
from ouderapp.ui.office.inbox_columns import OPEN, RECEIVED, RESULTS, result_rows
from ouderapp.ui.office.words import reason_words, result_words
from ouderapp.ui.page import Page
from ouderapp.ui.place import allow, button, row_of
from ouderapp.ui.problems import news_of
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView

KINDS = mark("Bundles (*.age);;All files (*)")
NOTHING_NOW = mark("Choose a file or a stick, or drop files on this window.")
NOTHING_OPEN = mark("Nothing waits for you.")
NOTHING_IN = mark("Nothing came in yet.")
NO_RECEIPTS = mark("There is no receipt to save yet.")
CHOOSE_FIRST = mark("First choose a line.")
NO_ALARM = mark("This file needs nothing of you.")
NO_WORDS = mark("These words no longer hold: the office has a newer bundle. Give the file.")


class InboxPage(Page):
    """Three tables: this sitting, what needs a look with alarms first, and what is in."""

    name: ClassVar = "office_inbox"
    title: ClassVar = mark("Came in")
    tables: ClassVar = frozenset(("inbox", "received", "head", "writer"))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.setAcceptDrops(True)
        self._arrivals: list[Arrival] = []
        self._receipt: ReceiptFile | None = None
        self.results = RowsView(RESULTS, mark("Taken in now"))
        self.open_files = RowsView(OPEN, mark("Needs a look"))
        self.received = RowsView(RECEIVED, mark("What is in"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Progress"))
        self.bar.hide()
        self.told, self.now_six, self.why, self.six = (QLabel(wordWrap=True) for _at in range(4))
        for label in (self.now_six, self.six):
            set_type(label, "h3")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Came in"))
        self._add_buttons()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.tabs, 1)
        self._add_tabs()
        self.results.show_rows(())  # nothing is asked of the store: say so at once
        self.results.moved.connect(lambda _id: self._tell_result())
        self.open_files.moved.connect(lambda _id: self._tell_open())
        self.received.moved.connect(self._ask_receipt)

    def reload(self) -> None:
        """Ask what needs a look and what is in."""
        self.background.run(open_files, then=self._show_open, owner=self)
        self.background.run(received, then=self._show_received, owner=self)

    def take_file(self, path: Path) -> None:
        """Take in one file."""
        self.take_files([path])

    def take_folder(self, folder: Path) -> None:
        """Take in everything on a stick."""
        self._begin()
        self.background.run_whole(
            receive_folder, folder, then=self._show_arrivals, progress=self._tell, owner=self,
            failed=self._failed,
        )  # fmt: skip

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take in these files."""
        self._begin()
        self.background.run_whole(
            receive_files, list(paths), then=self._show_arrivals, progress=self._tell, owner=self,
            failed=self._failed,
        )  # fmt: skip

    def save_all(self, folder: Path) -> None:
        """Put the receipts of this sitting in a folder."""
        self.background.compute(
            save_receipts, list(self._arrivals), folder, then=self._saved, owner=self
        )

    def save_one(self, folder: Path) -> None:
        """Put the receipt of the chosen bundle in a folder."""
        if self._receipt is not None:
            self.background.compute(
                save_receipt, self._receipt, folder, then=lambda path: self._saved([path]),
                owner=self,
            )  # fmt: skip

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # The file of a worker is no bundle: the window brings it to its own screen.
        files = dropped_files(event.mimeData())
        if any(file.suffix.lower() != ENROLMENT for file in files):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        event.acceptProposedAction()
        self.take_files([file for path in paths for file in _files_of(path)])

    def _failed(self, problem: Problem) -> None:
        """The stick could not be read at all."""
        self.bar.hide()
        self.show_news(news_of(problem))

    def _add_buttons(self) -> None:
        self.add_button(_("Try everything again"), self._retry_all)
        self.add_button(_("Open a file…"), lambda: ask.open_file(self, _(KINDS), self.take_file))
        self.add_button(
            _("Take in a stick…"), lambda: ask.choose_folder(self, self.take_folder),
            kind="primary", icon="floppy-disk",
        )  # fmt: skip

    def _add_tabs(self) -> None:
        self.save = button(
            mark("Save the receipts…"), lambda: ask.choose_folder(self, self.save_all),
            icon="export",
        )  # fmt: skip
        self.again = button(mark("Try again"), self._retry)
        self.seen = button(mark("Dealt with"), self._calm)
        self.give = button(
            mark("Save this receipt…"), lambda: ask.choose_folder(self, self.save_one),
            icon="export",
        )  # fmt: skip
        now = _tab(self.results, NOTHING_NOW, (self.told, self.now_six), self.save)
        needed = _tab(self.open_files, NOTHING_OPEN, (self.why,), self.again, self.seen)
        self.tabs.addTab(now, _("Taken in now"))
        self.tabs.addTab(needed, _("Needs a look"))
        self.tabs.addTab(_tab(self.received, NOTHING_IN, (self.six,), self.give), _("What is in"))
        allow(self.save, False, NO_RECEIPTS)
        for part in (self.again, self.seen, self.give):
            allow(part, False, CHOOSE_FIRST)

    def _begin(self) -> None:
        self.news.clear()
        self.bar.setRange(0, 0)
        self.bar.show()

    def _tell(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self.bar.setFormat(_("{done} of {all}").format(done=done, all=of))

    def _show_arrivals(self, arrivals: list[Arrival]) -> None:
        self.bar.hide()
        self._arrivals = arrivals
        rows = result_rows(arrivals)
        self.results.show_rows(rows)
        self.tabs.setCurrentIndex(0)
        allow(self.save, any(row.reception.receipt for row in rows), NO_RECEIPTS)
        self.results.selectRow(0)
        self.results.setFocus()
        alarms = sum(row.is_alarm for row in rows)
        if alarms:
            words = ngettext(
                "{n} file needs a look at once.", "{n} files need a look at once.", alarms
            )
            self.show_news(News(words.format(n=number(alarms)), tone="danger"))

    def _show_open(self, rows: list[InboxRow]) -> None:
        self.open_files.show_rows(rows)
        words = _("Needs a look ({n})").format(n=number(len(rows)))
        self.tabs.setTabText(1, words if rows else _("Needs a look"))
        self._tell_open()

    def _show_received(self, rows: list[ReceivedRow]) -> None:
        self.received.show_rows(rows)
        self._ask_receipt(self.received.current())

    def _tell_result(self) -> None:
        """The whole sentence, and the words to read aloud."""
        row = self.results.current_row()
        receipt = row.reception.receipt if row else None
        self.told.setText(result_words(row.reception) if row else "")
        self.now_six.setText("   ".join(receipt.words) if receipt else "")

    def _tell_open(self) -> None:
        row = self.open_files.current_row()
        self.why.setText(reason_words(row) if row else "")
        allow(self.again, row is not None, CHOOSE_FIRST)
        is_alarm = row is not None and row.is_alarm
        allow(self.seen, is_alarm, CHOOSE_FIRST if row is None else NO_ALARM)

    def _ask_receipt(self, manifest: object) -> None:
        allow(self.give, manifest is not None, CHOOSE_FIRST)
        if manifest is None:
            self.six.clear()
        else:
            self.background.run(receipt_again, manifest, then=self._show_receipt, owner=self)

    def _show_receipt(self, receipt: ReceiptFile) -> None:
        self._receipt = receipt
        self.six.setText("   ".join(receipt.words) or _(NO_WORDS))

    def _retry(self) -> None:
        here = self.open_files.current()
        if here is not None:
            self._begin()
            self.background.run_whole(
                retry, here, then=lambda one: self._show_arrivals([one]), owner=self
            )

    def _retry_all(self) -> None:
        self._begin()
        self.background.run_whole(retry_all, then=self._show_arrivals, owner=self)

    def _calm(self) -> None:
        here = self.open_files.current()
        if here is not None:
            self.background.run(calm_alarm, here, owner=self)

    def _saved(self, paths: list[Path]) -> None:
        words = ngettext("{n} receipt saved.", "{n} receipts saved.", len(paths))
        self.show_news(News(words.format(n=number(len(paths))), tone="ok"))


def _files_of(path: Path) -> list[Path]:
    return files_in(path) if path.is_dir() else [path]


def _tab(view: RowsView, empty: str, said: Sequence[QLabel], *below: QWidget) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.addWidget(RowsPane(view, empty=empty), 1)
    for label in said:
        layout.addWidget(label)
    line = row_of(*below)
    line.addStretch(1)
    nest(layout, line)
    return part
