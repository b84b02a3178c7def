"""One table of a report on screen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark, number
from ouderapp.reports.table import Cell, ReportTable
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView

EMPTY = mark("Not enough data yet for this report: from the first contact in the period.")


@dataclass(frozen=True)
class _Line:
    id: int
    cells: tuple[Cell, ...]


class ReportView(RowsView):
    """The rows of a report; its first column is the label."""

    def __init__(self, table: ReportTable, parent: QWidget | None = None) -> None:
        columns = [Column(mark("What"), _cell(0), width=0)]
        columns += [
            Column(title, _cell(nr), _raw(nr), width=11, is_number=True)
            for nr, title in enumerate(table.columns, 1)
        ]
        super().__init__(columns, table.title, parent)
        self.show_rows([_Line(nr, cells) for nr, cells in enumerate(table.rows)])


def empty_words() -> str:
    """What the page says when there is nothing to count."""
    return _(EMPTY)


def _cell(nr: int) -> Callable[[_Line], str]:
    return lambda line: _words(line.cells[nr]) if nr < len(line.cells) else ""


def _raw(nr: int) -> Callable[[_Line], Cell]:
    return lambda line: line.cells[nr] if nr < len(line.cells) else ""


def _words(cell: Cell) -> str:
    return cell if isinstance(cell, str) else number(cell)
