"""A worker and an office, each with a store of its own, linked by their enrolment files."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from tests.conftest import KEYS
from tests.exchange.sides import Link, linked

Opening = Callable[[str], Database]


@pytest.fixture
def opening(tmp_path: Path, template: Paths) -> Iterator[Opening]:
    """Opens a fresh store under a name; all are closed at the end."""
    opened: list[Database] = []

    def open_fresh(name: str) -> Database:
        vault = tmp_path / name
        vault.mkdir(mode=0o700)
        shutil.copy(template.store, vault / "store.db")
        keys = Keys(KEYS.master, KEYS.vault)
        opened.append(Database.open(Paths(vault), keys))
        return opened[-1]

    yield open_fresh
    for database in opened:
        database.close()


@pytest.fixture
def worker(opening: Opening) -> Database:
    """A worker's store, not linked yet."""
    return opening("worker")


@pytest.fixture
def office(opening: Opening) -> Database:
    """A store in the role of an office."""
    return opening("office")


@pytest.fixture
def link(worker: Database, office: Database) -> Link:
    """A worker and an office whose words were compared; policy `coded`."""
    return linked(worker, office)
