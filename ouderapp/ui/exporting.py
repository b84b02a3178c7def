"""A table as a file for a spreadsheet: CSV that opens by a double click, or a typed workbook."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui import ask
from ouderapp.ui.rows_view import RowsView

KINDS = mark("Excel (*.xlsx);;Text with semicolons (*.csv)")
NAME = mark("table")
OUTSIDE = mark("Saved outside ouderapp: this file is not protected any more.")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"


def export(parent: QWidget, view: RowsView, tell: Callable[[str], object]) -> None:
    """Ask where, and write the rows that the table shows, in its order."""

    def write(file: Path) -> None:
        file.write_bytes(as_csv(view) if file.suffix.lower() == ".csv" else as_workbook(view))
        tell(_(OUTSIDE))

    ask.save_file(parent, f"{_(NAME)}.xlsx", _(KINDS), write)


def as_csv(view: RowsView) -> bytes:
    """UTF-8 with its mark, semicolons, no formulas: right in Excel for Belgium and LibreOffice."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_titles(view))
    for row in _shown(view):
        writer.writerow([_harmless(column.text(row)) for column in view.rows.columns])
    return (_BOM + text.getvalue()).encode("utf-8")


def as_workbook(view: RowsView) -> bytes:
    """One sheet: dates are dates, numbers are numbers, the heading stays in sight."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(_titles(view))
    for row in _shown(view):
        sheet.append([None for _column in view.rows.columns])
        for at, column in enumerate(view.rows.columns, 1):
            cell = sheet.cell(row=sheet.max_row, column=at)
            cell.value = _typed(column.sort_by(row) if column.sort_by else None, column.text(row))
            if isinstance(cell.value, str):
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    book.properties.creator = ""
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _shown(view: RowsView) -> Sequence[Any]:
    """The records on screen, filtered and sorted as they stand there."""
    model = view.filter
    order = [model.mapToSource(model.index(at, 0)).row() for at in range(model.rowCount())]
    return [view.rows.rows[at] for at in order]


def _titles(view: RowsView) -> list[str]:
    return [_(column.title) for column in view.rows.columns]


def _typed(raw: object, words: str) -> object:
    """The raw value when a spreadsheet knows its kind, else the words of the screen."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float, date)):
        return words
    return raw


def _harmless(words: str) -> str:
    return f"'{words}" if words.startswith(_RISKY) else words
