"""Prullenmand: Enter puts back; emptying asks once."""

from datetime import UTC, date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, day_date, mark, ngettext, number
from ouderapp.store.bin import BinRow, PutBack, empty_bin, in_the_bin, put_back
from ouderapp.ui.ask import question
from ouderapp.ui.background import Background
from ouderapp.ui.bin.words import KINDS, what
from ouderapp.ui.page import Page
from ouderapp.ui.place import allow
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView

EMPTY = mark("The bin is empty.")
SURE = mark("Empty the bin?")
FOR_GOOD = mark("What is in the bin goes for good. That cannot be undone.")


def _day(row: BinRow) -> date:
    return row.deleted_at.replace(tzinfo=UTC).astimezone().date()


def _left(row: BinRow) -> str:
    return ngettext("{n} day", "{n} days", row.days_left).format(n=number(row.days_left))


def _along(row: BinRow) -> str:
    if not row.others:
        return ""
    words = ngettext("{n} record went along", "{n} records went along", row.others)
    return words.format(n=number(row.others))


COLUMNS = (
    Column(mark("What"), what, width=0),
    Column(mark("Whose"), lambda r: r.family_name or "", width=22),
    Column(mark("Along"), _along, lambda r: r.others, 24, tone=lambda _r: "muted"),
    Column(mark("When"), lambda r: day_date(_day(r)), lambda r: r.deleted_at, 12),
    Column(mark("Left"), _left, lambda r: r.days_left, 10, is_number=True),
)


class BinPage(Page):
    """What can still be put back, the newest first."""

    name: ClassVar = "bin"
    title: ClassVar = mark("Bin")
    tables: ClassVar = frozenset((*KINDS, "journal"))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.view = RowsView(COLUMNS, mark("Bin"))
        self.pane = RowsPane(self.view, empty=EMPTY)
        self.body.addWidget(self.pane, 1)
        self._back = self.add_button(
            mark("Put back"), self._put_back, icon="arrow-counter-clockwise"
        )
        self._empty = self.add_button(mark("Empty bin now…"), self._ask_empty, kind="danger")
        self.view.opened.connect(self._put_back)

    def reload(self) -> None:
        """Ask what is in the bin."""
        self.background.run(in_the_bin, then=self._show, owner=self)

    def _show(self, rows: list[BinRow]) -> None:
        self.pane.show_rows(rows)
        for made in (self._back, self._empty):
            allow(made, bool(rows), EMPTY)
        if rows and self.view.current() is None:
            self.view.setCurrentIndex(self.view.filter.index(0, 0))

    def _put_back(self) -> None:
        row: BinRow | None = self.view.current_row()
        if row is not None:
            self.background.run(put_back, row.tbl, row.id, then=self._tell, owner=self)

    def _tell(self, done: PutBack) -> None:
        """Say what had to come back too."""
        if done.along:
            kinds = dict.fromkeys(_(KINDS.get(tbl, tbl)).lower() for tbl, _id in done.along)
            words = _("Put back, together with: {what}.").format(what=", ".join(kinds))
            self.message_asked.emit(words)

    def _ask_empty(self) -> None:
        question(
            self,
            _(SURE),
            more=_(FOR_GOOD),
            yes=_("Empty bin"),
            no=_("Cancel"),
            then=self._empty_bin,
            is_danger=True,
        )

    def _empty_bin(self) -> None:
        self.background.run(empty_bin, then=self._emptied, owner=self)

    def _emptied(self, gone: int) -> None:
        words = ngettext("{n} record is gone for good", "{n} records are gone for good", gone)
        self.message_asked.emit(words.format(n=number(gone)))
        self.reload()
