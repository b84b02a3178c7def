"""Counts of persons and families as they may go outside: small cells merged (DOMAIN 9.4)."""

from collections.abc import Mapping
from datetime import date

K = 5
OTHERS = "overige"
TOTAL = "totaal"
FEW = f"<{K}"

Published = dict[str, int | str]
Period = tuple[date, date]


def publish(counts: Mapping[str, int]) -> Published:
    """The cells that may be shown, `overige` for the merged ones and `totaal`, in the given order.

    Cells below 5 are merged; while the merged ones are fewer than 5 together, the smallest visible
    cell joins them, of equals the first by name. Is one cell left, then only the total is shown,
    and a total of 1 to 4 as `<5`. Empty cells are left out. For persons and families only, not for
    contacts or minutes (DOMAIN 8.5 and 9.4; N06). Raises ValueError for a cell named `totaal`.
    """
    if TOTAL in counts:
        raise ValueError(TOTAL)
    total = sum(counts.values())
    visible, others = _merged(counts)
    cells: Published = {name: number for name, number in counts.items() if name in visible}
    if others:
        cells[OTHERS] = others
    shown = cells if len(cells) > 1 else {}
    return {**shown, TOTAL: total_shown(total)}


def total_shown(total: int) -> int | str:
    """A total of persons or families: itself, or `<5` for 1 to 4."""
    return FEW if 0 < total < K else total


def is_next_cumulative(earlier: Period, later: Period) -> bool:
    """Whether the later period only adds a month to the earlier: subtracting shows that month.

    Both ends included; two such tables are not published one after the other (DOMAIN 9.4, 5).
    """
    months = (later[1].year - earlier[1].year) * 12 + later[1].month - earlier[1].month
    return later[0] == earlier[0] and later[1] > earlier[1] and months <= 1


def _merged(counts: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """The cells that stay visible, and how many the others are together."""
    small = {name for name, number in counts.items() if number < K or name == OTHERS}
    visible = {name: number for name, number in counts.items() if name not in small}
    others = sum(counts[name] for name in small)
    while 0 < others < K and visible:
        smallest = min(visible, key=lambda name: (visible[name], name))
        others += visible.pop(smallest)
    return visible, others
