"""Beloften of one family: what was promised, by whom, by when."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import day_date, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.follow_up.commands import delete_promise, keep_promise, reopen_promise
from ouderapp.follow_up.queries import promises_of
from ouderapp.follow_up.records import PromiseRow, State
from ouderapp.follow_up.rules import state_of
from ouderapp.ui.background import Background
from ouderapp.ui.follow_up.sheet import PromiseSheet
from ouderapp.ui.list_part import ListPart
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word


def _state(row: PromiseRow) -> State:
    return state_of(row, today())


def _tone(row: PromiseRow) -> str:
    return {State.LATE: "danger", State.DONE: "muted"}.get(_state(row), "")


def _icon(row: PromiseRow) -> str:
    return {State.LATE: "warning", State.DONE: "check"}.get(_state(row), "")


def _done(row: PromiseRow) -> str:
    return short_date(row.done_on) if row.done_on else ""


COLUMNS = (
    Column(
        mark("Promise"),
        lambda row: row.words or "",
        width=0,
        is_bold=True,
        icon=_icon,
        tone=lambda row: "muted" if row.done_on else "",
    ),
    Column(mark("Who promised"), lambda row: word("promised_by", row.by), width=16),
    Column(
        mark("By when"),
        lambda row: day_date(row.due_on) if row.due_on else "",
        sort_by=lambda row: row.due_on,
        width=14,
        tone=_tone,
    ),
    Column(mark("Noted"), lambda row: short_date(row.noted_on), lambda row: row.noted_on, 14),
    Column(mark("Kept"), _done, lambda row: row.done_on, 14),
)


class PromisesTab(ListPart):
    """Space keeps a promise, or opens it again."""

    tables: ClassVar = frozenset(("follow_up",))
    name: ClassVar = mark("Promises")
    empty: ClassVar = mark("No open promises.")
    columns: ClassVar = COLUMNS

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.add_act(mark("New promise"), self._new, kind="primary")
        self.add_row_act(mark("Kept or not"), self.mark_row)

    def reload(self) -> None:
        self.background.run(promises_of, self.family, then=self.show_rows, owner=self)

    def edit_row(self, id_: Id) -> None:
        PromiseSheet(self.background, self.window(), promise_id=id_).open_beside()

    def mark_row(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None:
            self.background.run(reopen_promise if row.done_on else keep_promise, id_, owner=self)

    def bin_rows(self, ids: Sequence[Id]) -> None:
        for id_ in ids:
            self.background.run(delete_promise, id_, owner=self)

    def _new(self) -> None:
        PromiseSheet(self.background, self.window(), family=self.family).open_beside()
