"""What every test may use: the length of sweeps, and a screen that needs no screen."""

import os
from collections.abc import Callable

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("short", deadline=None)
settings.register_profile("full", deadline=None, max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run sweeps at the length of the goals")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("full" if config.getoption("--full") else "short")


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """How many rounds a sweep runs: `rounds(200, 10_000)` is 200, with --full 10,000."""
    full = bool(request.config.getoption("--full"))
    return lambda short, long: long if full else short
