"""Whether the window ever stops, and how much memory it holds, in a scripted month on set L."""

import json
from collections.abc import Iterator
from typing import Any

from tests.bench.children import told_by
from tests.bench.stopwatch import Measured, summed
from tests.bench.stores import KEPT, filled

PAUSE, MEMORY, ROUNDS = 0.1, 250.0, 3


def measurements() -> Iterator[Measured]:
    """The longest pause of each kind of step over all rounds, and the memory before and after."""
    vault = filled("L").vault
    rounds = [_month(str(vault.parent)) for _ in range(ROUNDS)]
    for step in rounds[0]["pauses"]:
        if step:
            pauses = [one["pauses"][step] for one in rounds]
            yield summed(f"longest pause: {step}", pauses, goal="Y15", limit=PAUSE)
    begun = [one["begun"] for one in rounds]
    ended = [one["ended"] for one in rounds]
    yield summed("window with set L", begun, goal="G7", limit=MEMORY, unit="MiB")
    yield summed("after the scripted month", ended, goal="G7", limit=MEMORY, unit="MiB")


def _month(stores: str) -> Any:
    return json.loads(told_by("-m", "tests.bench.scripted_month", **{KEPT: stores}))
