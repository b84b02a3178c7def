"""Times work over and over, beside the bare minimum that any program would need."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Measured:
    """One line of the table; times in seconds, `goal` is the row that asks for it."""

    name: str
    goal: str
    rounds: int
    median: float
    p95: float
    bare: float | None
    limit: float | None

    @property
    def ratio(self) -> float | None:
        """How many times the bare minimum; None when there is nothing to compare with."""
        return self.median / self.bare if self.bare else None

    @property
    def is_good(self) -> bool:
        """Whether 95 of 100 rounds stay within the limit."""
        return self.limit is None or self.p95 <= self.limit


def measure(
    name: str,
    work: Work,
    *,
    goal: str = "",
    bare: Work | None = None,
    limit: float | None = None,
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
    return Measured(
        name=name,
        goal=goal,
        rounds=rounds,
        median=statistics.median(took),
        p95=percentile(took, 95),
        bare=statistics.median(bare_took) if bare else None,
        limit=limit,
    )


def seconds(work: Work) -> float:
    """How long one round takes."""
    since = time.perf_counter()
    work()
    return time.perf_counter() - since


def percentile(times: list[float], share: int) -> float:
    """The time within which `share` of 100 rounds stay (nearest rank)."""
    rank = -(-len(times) * share // 100)
    return sorted(times)[max(rank, 1) - 1]


def table(lines: list[Measured]) -> str:
    """All measurements as one Markdown table."""
    head = (
        "| what | goal | median | p95 | limit | bare | ratio | |\n|---|---|---|---|---|---|---|---|"
    )
    return "\n".join([head, *map(_line, lines)]) + "\n"


def _line(one: Measured) -> str:
    cells = (
        one.name,
        one.goal,
        _shown(one.median),
        _shown(one.p95),
        _shown(one.limit),
        _shown(one.bare),
        f"{one.ratio:.2f}" if one.ratio else "",
        "good" if one.is_good else "too slow",
    )
    return f"| {' | '.join(cells)} |"


def _shown(time_: float | None) -> str:
    return "" if time_ is None else f"{time_ * 1000:.1f} ms"
