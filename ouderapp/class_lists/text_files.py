"""Text with separators as spreadsheets write it: its letters, its separator, its cells."""

import csv
import io
from collections import Counter

from ouderapp.class_lists.headings import headings_in
from ouderapp.class_lists.limits import LONGEST_CELL, MOST_COLUMNS, MOST_LINES, check_lines, tidy
from ouderapp.class_lists.problems import (
    CellTooLong,
    LettersUnknown,
    ListEmpty,
    ListRefused,
    QuoteLeftOpen,
    TooManyLines,
)
from ouderapp.class_lists.records import Grid, ListLine

SEPARATORS = (";", "\t", ",", "|")
"""Belgian Excel writes semicolons (UX 2.18, import); the first wins when two fit equally well."""
LETTERS = {
    "UTF-8": "utf-8-sig",
    "UTF-16": "utf-16",
    "Windows-1252": "cp1252",
    "Mac": "mac_roman",
    "DOS": "cp850",
}
"""What a person may choose, and how Python calls it."""
SAMPLE = 40
WITH_EMPTY = 20
"""So many times more lines may there be when nearly all of them are empty."""
LONGEST_LINE = MOST_COLUMNS * LONGEST_CELL
_SIGNS = frozenset(map(chr, range(32))) - set("\t\r\n\f\v") | {"\x7f"}


def read_text(raw: bytes, letters: str = "", separator: str = "") -> Grid:
    """The lines of a CSV file; raises the kin of ListRefused.

    `letters` is one of LETTERS, `separator` one of SEPARATORS; empty, they are found out.
    """
    text, letters = _text_of(raw, letters)
    _check_size(text)
    text, told = _told_separator(text)
    sign = separator or told or _separator_of(text)
    _check_quotes(text, sign)
    rows = _rows(text, sign)
    lines = check_lines(ListLine(number, cells) for number, cells in rows if any(cells))
    if not lines:
        raise ListEmpty
    return Grid(lines, letters, sign)


def _text_of(raw: bytes, letters: str) -> tuple[str, str]:
    """The text and the name of its letters: UTF-16 by its mark, else UTF-8 or Windows-1252."""
    candidates = ["UTF-8", "Windows-1252"]
    if letters or raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = [letters or "UTF-16"]
    for name in candidates:
        try:
            text = raw.decode(LETTERS[name])
        except UnicodeDecodeError:
            continue
        if not _SIGNS.isdisjoint(text):
            raise ListRefused
        return text, name
    if b"\0" in raw and len(candidates) > 1:
        raise ListRefused
    raise LettersUnknown


def _check_size(text: str) -> None:
    """Raises TooManyLines, CellTooLong: before any of it is taken apart."""
    if max(text.count("\n"), text.count("\r")) > MOST_LINES * WITH_EMPTY:
        raise TooManyLines(most=MOST_LINES)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise CellTooLong(line=number)


def _told_separator(text: str) -> tuple[str, str]:
    """The text without what `sep=;` says on its first line, as Excel has it, and that sign."""
    first, end, rest = text.partition("\n")
    told = first.strip(' "\r')
    if len(told) == 5 and told.lower().startswith("sep=") and told[4] in SEPARATORS:
        return end + rest, told[4]
    return text, ""


def _separator_of(text: str) -> str:
    """The sign that finds most headings, and then gives most lines the same number of cells."""
    sample = "".join(io.StringIO(text, newline=None).readlines()[:SAMPLE])
    return max(SEPARATORS, key=lambda sign: _fit(sample, sign))


def _fit(sample: str, separator: str) -> tuple[int, int]:
    rows = [cells for _number, cells in _rows(sample, separator) if any(cells)]
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    return max(map(headings_in, rows), default=0), max(widths.values(), default=0)


def _rows(text: str, separator: str) -> list[tuple[int, tuple[str, ...]]]:
    """Each line with the number on which it begins; raises CellTooLong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, begins = [], 1
    try:
        for cells in reader:
            if max(map(len, cells), default=0) > LONGEST_CELL:
                raise CellTooLong(line=begins)
            rows.append((begins, tuple(map(tidy, cells[:MOST_COLUMNS]))))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise CellTooLong(line=begins) from error
    return rows


def _check_quotes(text: str, separator: str) -> None:
    """Raises QuoteLeftOpen when the file ends inside a quote."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for _cells in reader:
            begins = reader.line_num + 1
    except csv.Error as error:
        if "end of data" in str(error):
            raise QuoteLeftOpen(line=begins) from error
