"""A plugin for the runs on a copy: it refuses to go on with any other source than that copy."""

import os
import sys
from pathlib import Path

import pytest

import ouderapp

COPY = "SABOTAGED_COPY"
_verdict: list[int] = []


def pytest_configure(config: pytest.Config) -> None:
    copy = Path(os.environ[COPY])
    for place in (Path(ouderapp.__file__), config.rootpath, Path(__file__)):
        if not place.resolve().is_relative_to(copy):
            raise pytest.UsageError(f"not the copy that was weakened: {place}")


def pytest_sessionfinish(exitstatus: int) -> None:
    _verdict.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """The verdict is told: what a weakened program does while Python ends is no part of it."""
    if _verdict:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_verdict[-1])
