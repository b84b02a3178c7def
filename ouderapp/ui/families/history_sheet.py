"""The history of one record: when, what was done, and what stood there before (D25)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, clock_time, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.store.history import Change, FieldChange, history_of
from ouderapp.ui.background import Background
from ouderapp.ui.families.field_words import field_word, value_words
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet

KINDS = {"undo": mark("Undone: {action}"), "redo": mark("Done again: {action}")}


@dataclass(frozen=True)
class HistoryLine:
    """One field of one change, as the table shows it."""

    id: str
    at: datetime
    done: str
    field: str
    old: str
    new: str


def lines_of(tbl: str, changes: list[Change]) -> list[HistoryLine]:
    """One line for each field that changed; a deletion and an emptied change are one line."""
    found = []
    for change in changes:
        done = _(KINDS.get(change.kind, "{action}")).format(action=_(change.name))
        fields: tuple[FieldChange | None, ...] = change.fields
        if change.op == "delete" or not fields:
            fields = (None,)
        for at, one in enumerate(fields):
            found.append(_line(tbl, change, done, f"{change.lsn}.{at}", one))
    return found


def _line(tbl: str, change: Change, done: str, id_: str, one: FieldChange | None) -> HistoryLine:
    at = change.at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)
    if one is None:
        return HistoryLine(id_, at, done, "", "", "")
    old, new = (value_words(tbl, one.field, value) for value in (one.old, one.new))
    return HistoryLine(id_, at, done, field_word(one.field), old, new)


def _moment(line: HistoryLine) -> str:
    day: date = line.at.date()
    return f"{short_date(day)} {clock_time(line.at.time())}"


COLUMNS = (
    Column(mark("When"), _moment, lambda r: r.at, 17),
    Column(mark("What was done"), lambda r: r.done, width=26),
    Column(mark("Field"), lambda r: r.field, width=20),
    Column(mark("Before"), lambda r: r.old, width=0, tone=lambda _r: "muted"),
    Column(mark("After"), lambda r: r.new, width=0),
)


class HistorySheet(Sheet):
    """Every change of a record, newest first."""

    def __init__(
        self, background: Background, tbl: str, id_: Id, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("History"), parent, width=900)
        self.setMinimumHeight(480)
        self._tbl = tbl
        self.view = RowsView(COLUMNS, mark("History"))
        self.pane = RowsPane(self.view, empty=mark("Nothing was changed yet."))
        self.body.addWidget(self.pane, 1)
        self.add_button(mark("Close"), self.close)
        background.run(history_of, tbl, id_, then=self._show, owner=self)

    def _show(self, changes: list[Any]) -> None:
        self.pane.show_rows(lines_of(self._tbl, changes))
