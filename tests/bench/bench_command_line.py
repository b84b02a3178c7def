"""How soon the command line answers, beside a Python that does nothing at all."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from tests.bench.stopwatch import Measured, measure

SOON = 0.2


def measurements() -> Iterator[Measured]:
    """`--version` and `--help` of the program as a person starts it."""
    for word in ("--version", "--help"):
        yield measure(
            f"ouderapp {word}",
            partial(_run, "-m", "ouderapp", word),
            bare=partial(_run, "-c", "pass"),
            limit=SOON,
        )


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
