"""Times work over and over, beside the bare minimum that any program would need."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Measured:
    """One line of the table; `goal` is the row that asks for it, times are in seconds.

    With another `unit` (MiB) all values are in that unit. `most` is the highest ratio allowed.
    """

    name: str
    goal: str
    rounds: int
    median: float
    p95: float
    bare: float | None
    limit: float | None
    most: float | None = None
    unit: str = ""
    best: float | None = None
    """The quickest round: what the work costs when nothing else runs on the machine."""

    @property
    def ratio(self) -> float | None:
        """How many times the bare minimum; None when there is nothing to compare with."""
        return self.median / self.bare if self.bare else None

    @property
    def is_good(self) -> bool:
        """Whether 95 of 100 rounds stay within the limit, and the median within its ratio."""
        is_quick = self.limit is None or self.p95 <= self.limit
        return is_quick and (self.most is None or self.ratio is None or self.ratio <= self.most)


def measure(
    name: str,
    work: Work,
    *,
    goal: str = "",
    bare: Work | None = None,
    limit: float | None = None,
    most: float | None = None,
    rounds: int = 20,
) -> Measured:
    """Time `work`, and in turn with it `bare`, so that both meet the same weather.

    One round of each goes before, uncounted: caches and compiled modules are then as on any
    ordinary day.
    """
    took: list[float] = []
    bare_took: list[float] = []
    for round_ in range(rounds + 1):
        once, bare_once = seconds(work), seconds(bare) if bare else 0.0
        if round_:
            took.append(once)
            bare_took.append(bare_once)
    return summed(name, took, bare_took if bare else (), goal=goal, limit=limit, most=most)


def summed(
    name: str,
    took: Sequence[float],
    bare: Sequence[float] = (),
    *,
    goal: str = "",
    limit: float | None = None,
    most: float | None = None,
    unit: str = "",
) -> Measured:
    """One line of the table from the values of all rounds."""
    return Measured(
        name=name,
        goal=goal,
        rounds=len(took),
        median=statistics.median(took),
        p95=percentile(took, 95),
        bare=statistics.median(bare) if bare else None,
        limit=limit,
        most=most,
        unit=unit,
        best=min(took),
    )


def seconds(work: Work) -> float:
    """How long one round takes."""
    since = time.perf_counter()
    work()
    return time.perf_counter() - since


def percentile(times: Sequence[float], share: int) -> float:
    """The time within which `share` of 100 rounds stay (nearest rank)."""
    rank = -(-len(times) * share // 100)
    return sorted(times)[max(rank, 1) - 1]


def table(lines: list[Measured]) -> str:
    """All measurements as one Markdown table."""
    head = (
        "| what | goal | runs | best | median | p95 | limit | bare | ratio | at most | |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|"
    )
    return "\n".join([head, *map(_line, lines)]) + "\n"


def _line(one: Measured) -> str:
    cells = (
        one.name,
        one.goal,
        str(one.rounds),
        *(
            _shown(value, one.unit)
            for value in (one.best, one.median, one.p95, one.limit, one.bare)
        ),
        f"{one.ratio:.2f}" if one.ratio else "",
        f"{one.most:.1f}" if one.most else "",
        "good" if one.is_good else "too slow",
    )
    return f"| {' | '.join(cells)} |"


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.0f} {unit}" if unit else f"{value * 1000:.1f} ms"
