"""Excel workbooks: their cells as text, no formula worked out, nothing unpacked without measure."""

import io
import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from ouderapp.base.i18n import mark
from ouderapp.class_lists.headings import headings_in
from ouderapp.class_lists.limits import MOST_COLUMNS, check_lines, tidy
from ouderapp.class_lists.problems import (
    ListDamaged,
    ListEmpty,
    ListLocked,
    ListRefused,
    ListTooLarge,
    OpenDocument,
)
from ouderapp.class_lists.records import Grid, ListLine

MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 500
LAST_ROW = 1_048_576
"""Of any workbook of Excel."""
FIRST_LINES = 15
# What openpyxl and what it stands on raise for a workbook of which something is broken.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, lzma.LZMAError, LookupError, ValueError),
    *(TypeError, AttributeError, OSError, EOFError, SyntaxError, AssertionError, NameError),
    *(ArithmeticError, RuntimeError),
)


class ManyParts(ListTooLarge):
    """A workbook that unpacks to far more than it looks."""

    message = mark("This workbook unpacks to far more than a class list.")


def read_workbook(raw: bytes, sheet: str = "") -> Grid:
    """The lines of one sheet: the one named, else the first with headings, else the first filled.

    Raises the kin of ListRefused.
    """
    _check_parts(raw)
    sheets = _sheets(raw)
    filled = {name: lines for name, lines in sheets.items() if lines}
    if not filled:
        raise ListEmpty
    chosen = sheet if sheet in filled else _first(filled)
    return Grid(check_lines(filled[chosen]), sheet=chosen, sheets=tuple(filled))


def _check_parts(raw: bytes) -> None:
    """What a zip says about itself, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            names = {part.filename for part in parts.infolist()}
            sizes = [part.file_size for part in parts.infolist()]
            is_locked = any(part.flag_bits & 1 for part in parts.infolist())
    except _BROKEN as error:
        raise ListDamaged from error
    if is_locked:
        raise ListLocked
    if len(sizes) > MOST_PARTS or sum(sizes) > MOST_UNPACKED:
        raise ManyParts
    if "content.xml" in names:
        raise OpenDocument
    if "[Content_Types].xml" not in names:
        raise ListRefused
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise ListRefused


def _sheets(raw: bytes) -> dict[str, list[ListLine]]:
    """The filled lines of every sheet that is not hidden."""
    from openpyxl import load_workbook  # late: it takes a tenth of a second

    try:
        with warnings.catch_warnings():  # openpyxl tells of styles and rules that it skips
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            shown = [one for one in book.worksheets if one.sheet_state == "visible"]
            return {str(one.title): list(check_lines(_lines(one))) for one in shown}
    except _BROKEN as error:
        raise ListDamaged from error


def _lines(sheet: Any) -> Iterator[ListLine]:
    # What a workbook says of its own size may be wrong: then cells would be missed.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
        if number > LAST_ROW:
            raise ListDamaged
        if cells.count(None) == len(cells):
            continue  # a row far down has a million empty ones before it
        texts = tuple(tidy(_text(cell)) for cell in cells)
        if any(texts):
            yield ListLine(number, texts)


def _text(cell: object) -> str:
    """A value as a person sees it: dd/mm/yyyy, whole numbers without a point."""
    if isinstance(cell, (datetime, date)):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if cell is None or isinstance(cell, bool):
        return ""
    return str(cell)


def _first(filled: dict[str, list[ListLine]]) -> str:
    """The first sheet with headings, else the first."""
    with_headings = (
        name
        for name, lines in filled.items()
        if any(headings_in(line.cells) for line in lines[:FIRST_LINES])
    )
    return next(with_headings, next(iter(filled)))
