"""A report as a workbook: typed cells, frozen headings, no formulas."""

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ouderapp.base.i18n import _
from ouderapp.reports.table import Cell, Report, ReportTable

WIDEST = 52
NEUTRAL = datetime(2000, 1, 1)  # noqa: DTZ001 a document says nothing about when it was made


def workbook(report: Report) -> bytes:
    """The workbook of a report, one sheet a table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for nr, table in enumerate(report.tables, 1):
        _fill(book.create_sheet(_sheet_name(nr, table)), table)
    book.properties.creator = ""
    book.properties.title = _("Figures")
    book.properties.created = book.properties.modified = NEUTRAL
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _sheet_name(nr: int, table: ReportTable) -> str:
    plain = "".join(sign for sign in table.title if sign not in "[]:*?/\\")
    return f"{nr} {plain}"[:31]


def _fill(sheet: Worksheet, table: ReportTable) -> None:
    lines: list[tuple[Cell, ...]] = [(table.title, *table.columns), *table.rows]
    if table.note:
        lines.append((table.note,))
    for row, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(row=row, column=column)
            if isinstance(cell, SheetCell):
                put(cell, value)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"
    labels = max((len(str(line[0])) for line in table.rows), default=10)
    sheet.column_dimensions["A"].width = min(WIDEST, labels + 2)
    for column in range(2, len(table.columns) + 2):
        sheet.column_dimensions[get_column_letter(column)].width = 14


def put(cell: SheetCell, value: Cell) -> None:
    """A value as what it is: text stays text, also when it looks like a formula (SECURITY 3)."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.lstrip()[:1] in ("=", "+", "-", "@")
