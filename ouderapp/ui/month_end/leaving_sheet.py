"""What leaves and what stays: each family, and under it every line exactly as it goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark, number
from ouderapp.exchange.preview import Preview, RowPreview
from ouderapp.ui.background import Background
from ouderapp.ui.month_end.field_words import FIELDS, TABLES
from ouderapp.ui.month_end.slip import draw_table, leaves_words
from ouderapp.ui.month_end.words import month_words
from ouderapp.ui.paper_sheet import PaperSheet
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet

OTHERS = ""
TITLE = mark("What goes to the office")
DELETED = {"del": mark("is deleted at the office"), "erase": mark("is erased at the office")}


@dataclass(frozen=True)
class _Family:
    id: str
    name: str
    level: str
    why: str
    lines: int


@dataclass(frozen=True)
class _Line:
    id: int
    table: str
    words: str


FAMILIES = (
    Column(mark("Family"), lambda row: row.name or _("Without a family"), width=26),
    Column(mark("What goes"), lambda row: leaves_words(row.level, row.why), width=0),
    Column(mark("Lines"), lambda row: number(row.lines), lambda row: row.lines, 8, True),
)
LINES = (
    Column(mark("What"), lambda row: row.table, width=22),
    Column(mark("Exactly this"), lambda row: row.words, width=0),
)


class LeavingSheet(Sheet):
    """Two tables: the families, and the lines of the one that is chosen."""

    def __init__(
        self, background: Background, found: Preview, month: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, TITLE, parent, width=960)
        self._found, self._month = found, month
        self._rows: dict[str, Sequence[RowPreview]] = {
            one.family: one.rows for one in found.families
        } | {OTHERS: found.others}
        self.families = RowsView(FAMILIES, mark("Families"))
        self.lines = RowsView(LINES, mark("Lines of this family"))
        self.body.addWidget(RowsPane(self.families, empty=mark("Nothing goes.")), 2)
        self.body.addWidget(self.lines, 3)
        self.families.moved.connect(self._show_lines)
        self.add_button(mark("Close"), self.close)
        self.add_button(mark("Print"), self._print, kind="primary", icon="printer")
        self.families.show_rows(_families(found))
        self.families.selectRow(0)
        self.resize(960, 680)

    def _show_lines(self, family: object) -> None:
        rows = self._rows.get(str(family or OTHERS), ())
        self.lines.show_rows([_line(at, row) for at, row in enumerate(rows)])

    def _print(self) -> None:
        month = month_words(self._month)
        self.background.compute(draw_table, self._found, month, then=self._show_paper, owner=self)

    def _show_paper(self, pdf: bytes) -> None:
        PaperSheet(self.background, TITLE, pdf, "overzicht.pdf", self).open_beside()


def _families(found: Preview) -> list[_Family]:
    rows = [
        _Family(one.family, one.name, one.level, one.why, len(one.rows)) for one in found.families
    ]
    return [*rows, _Family(OTHERS, "", found.level, "", len(found.others))]


def _line(at: int, row: RowPreview) -> _Line:
    table = _(TABLES.get(row.table, row.table))
    return _Line(at, table, _(DELETED[row.op]) if row.op in DELETED else _told(row.data))


def _told(data: Mapping[str, Any]) -> str:
    """Every field with its value; references are random numbers and say nothing."""
    told = (
        f"{_(FIELDS.get(name, name))}: {_value(value)}"
        for name, value in data.items()
        if value not in (None, "", [], ())
    )
    return " · ".join(told)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list | tuple):
        return ", ".join(_value(one) for one in value)
    text = str(value)
    is_reference = len(text) == 32 and all(sign in "0123456789abcdef" for sign in text)
    return f"#{text[:6]}" if is_reference else text
