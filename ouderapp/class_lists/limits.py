"""How much a class list may be, and how its texts are tidied."""

from collections.abc import Iterable

from ouderapp.base.forbidden import is_national_number, taken_out
from ouderapp.class_lists.problems import CellTooLong, TooManyLines
from ouderapp.class_lists.records import ListLine

SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
"""What a class list may be called; the last two are refused with words of their own."""
MEGABYTES = 5
MOST_BYTES = MEGABYTES * 1024 * 1024
MOST_LINES = 1000
MOST_COLUMNS = 100
LONGEST_CELL = 1000
TAKEN_OUT = "…"
"""What `taken_out` leaves of a forbidden number."""
LONGEST_NAME, LONGEST_CLASS = 80, 40


def tidy(text: str) -> str:
    """A text of a cell without spaces around it, and without what may stand in no file (P07).

    A rijksregisternummer that lost its first zeros in a spreadsheet is one too.
    """
    plain = " ".join(text.replace("\ufeff", "").split())
    if plain.isascii() and plain.isdigit() and len(plain) in (9, 10):
        return TAKEN_OUT if is_national_number(plain.zfill(11)) else plain
    return taken_out(plain)


def check_lines(lines: Iterable[ListLine]) -> tuple[ListLine, ...]:
    """The same lines as far as they are filled; raises TooManyLines, CellTooLong.

    Columns far to the right are not read.
    """
    found: list[ListLine] = []
    for line in lines:
        if len(found) > MOST_LINES:
            raise TooManyLines(most=MOST_LINES)
        if max(map(len, line.cells), default=0) > LONGEST_CELL:
            raise CellTooLong(line=line.number)
        cells = line.cells[:MOST_COLUMNS]
        width = max((at for at, cell in enumerate(cells, 1) if cell), default=0)
        found.append(ListLine(line.number, cells[:width]))
    return tuple(found)
