"""Work of the fault tools in shares: processes side by side, as many as there are cores."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.faults.recorder import ROOT

CORES = os.cpu_count() or 1


def ask_each(
    module: str, shares: Iterable[Sequence[object]], **surroundings: str
) -> list[dict[str, Any]]:
    """What each share answered as JSON; raises AssertionError with the words of one that died."""
    with ThreadPoolExecutor(CORES) as pool:
        return list(pool.map(lambda words: _ask(module, words, surroundings), shares))


def _ask(module: str, words: Sequence[object], surroundings: dict[str, str]) -> dict[str, Any]:
    asked = subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=ROOT,
        env=os.environ | surroundings | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert asked.returncode == 0, asked.stderr
    answer: dict[str, Any] = json.loads(asked.stdout)
    return answer
