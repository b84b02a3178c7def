"""Rows of text that fit a page, and where one page ends and the next begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ouderapp.letters.layout import Line, Span, lay_out


@dataclass(frozen=True, slots=True)
class Style:
    """Size of the text, distance between lines and room under a paragraph, in points."""

    size: float
    leading: float
    gap: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at its place in the row, in points from the left edge of the frame."""

    x: float
    line: Line
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height; `stays` keeps it on the page of the row under it."""

    height: float
    lines: tuple[Placed, ...] = ()
    rules: tuple[tuple[float, float], ...] = ()
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text runs: left edge and width in points, direction and type.

    Lines begin where reading begins, or end at the right edge with `ends_at_margin`.
    """

    width: float
    style: Style
    left: float = 0.0
    is_right_to_left: bool = False
    ends_at_margin: bool = False

    def rows(self, spans: Sequence[Span], indent: float = 0.0) -> list[Row]:
        """One row for each line of a paragraph."""
        lines = lay_out(spans, self.style.size, self.width - indent, self.is_right_to_left)
        return [Row(self.style.leading, (self._placed(line, indent),)) for line in lines]

    def part(self, start: float, end: float) -> "Column":
        """A narrower column between two parts of the width, counted from where reading begins."""
        first = 1 - end if self.is_right_to_left else start
        return replace(self, left=self.left + first * self.width, width=(end - start) * self.width)

    def _placed(self, line: Line, indent: float) -> Placed:
        at_end = self.width - indent - line.width
        x = at_end if self.is_right_to_left or self.ends_at_margin else indent
        return Placed(self.left + x, line, self.style.size)


def pages(rows: Sequence[Row], first_height: float, height: float) -> list[list[Row]]:
    """The rows of each page; the first page has less room than those after it."""
    found: list[list[Row]] = [[]]
    room = first_height
    for group in _groups(rows):
        needed = sum(row.height for row in group)
        # Empty room at the end of a group may hang over the edge.
        empty = takewhile(lambda row: not row.lines and not row.rules, reversed(group))
        visible = needed - sum(row.height for row in empty)
        if found[-1] and visible > room:
            found.append([])
            room = height
        found[-1] += group
        room -= needed
    return found


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.stays:
            yield group
            group = []
    if group:
        yield group


def both(one: Row, other: Row) -> Row:
    return Row(
        max(one.height, other.height),
        one.lines + other.lines,
        one.rules + other.rules,
        one.stays or other.stays,
    )


def stay(rows: Sequence[Row]) -> list[Row]:
    return [replace(row, stays=True) for row in rows]


def together(rows: list[Row]) -> list[Row]:
    """Never one line of a paragraph alone at the foot or at the head of a page."""
    if len(rows) <= 3:
        return stay(rows[:-1]) + rows[-1:]
    return [*stay(rows[:1]), *rows[1:-2], *stay(rows[-2:-1]), rows[-1]]


def apart(rows: list[Row], column: Column) -> list[Row]:
    """The rows with room under them, on the same page."""
    return [*rows[:-1], replace(rows[-1], stays=True), Row(column.style.gap)] if rows else []
