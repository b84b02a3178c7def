"""What every test may use: the length of sweeps, and a screen that needs no screen."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy.orm import Session

from ouderapp.base import clock, i18n
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database

KEYS = Keys(master=bytes(range(32)), vault=bytes(16))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("short", deadline=None)
settings.register_profile("full", deadline=None, max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run sweeps at the length of the goals")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("full" if config.getoption("--full") else "short")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures that tests recorded with `record_property("figures", …)`, before the end."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, words in report.user_properties:
            if name == "figures":
                terminalreporter.write_line(f"{report.head_line}: {words}")


@pytest.fixture(autouse=True)
def _texts_of_the_code() -> None:
    """No test inherits the language of the one before it; a test of a screen asks for Dutch."""
    i18n.install("xx")


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """How many rounds a sweep runs: `rounds(200, 10_000)` is 200, with --full 10,000."""
    full = bool(request.config.getoption("--full"))
    return lambda short, long: long if full else short


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """An empty store with every table, made once and copied for each test."""
    paths = Paths(tmp_path_factory.mktemp("template"))
    Database.open(paths, KEYS).close()
    return paths


@pytest.fixture
def paths(tmp_path: Path, template: Paths) -> Paths:
    """The folder of a vault with a fresh empty store."""
    vault = tmp_path / "vault"
    vault.mkdir(mode=0o700)
    shutil.copy(template.store, vault / "store.db")
    return Paths(vault)


@pytest.fixture
def keys() -> Keys:
    """The keys of the fresh store."""
    return KEYS


@pytest.fixture
def database(paths: Paths) -> Iterator[Database]:
    """A fresh encrypted store, open."""
    opened = Database.open(paths, KEYS)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """Inside one open transaction of a fresh store; nothing of it is kept."""
    with database.transaction("test") as opened:
        yield opened


@pytest.fixture
def today() -> Iterator[date]:
    """Tuesday 25 March 2025, all day."""
    day = date(2025, 3, 25)
    with clock.standing_at(day):
        yield day
