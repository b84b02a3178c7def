"""A worker and an office, each with a store of its own, linked by their enrolment files."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.store.database import Database
from tests.conftest import KEYS
from tests.exchange.sides import Link, linked

Opening = Callable[[str], Database]


@pytest.fixture
def opening(tmp_path: Path, template: Paths) -> Iterator[Opening]:
    """Opens a fresh store under a name; all are closed at the end."""
    opened: list[Database] = []

    def open_fresh(name: str) -> Database:
        opened.append(copied(template.store, tmp_path / name))
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


@pytest.fixture(scope="session")
def linked_template(
    tmp_path_factory: pytest.TempPathFactory, template: Paths
) -> tuple[Path, str, str]:
    """The stores of a worker and an office that compared words, made once; policy `coded`."""
    folder = tmp_path_factory.mktemp("linked")
    worker, office = (copied(template.store, folder / name) for name in ("worker", "office"))
    link = linked(worker, office)
    for side in (worker, office):
        side.checkpoint()
        side.close()
    return folder, link.worker_id, link.key_id


@pytest.fixture
def link(tmp_path: Path, linked_template: tuple[Path, str, str]) -> Iterator[Link]:
    """A worker and an office whose words were compared; policy `coded`."""
    folder, worker_id, key_id = linked_template
    worker, office = (
        copied(folder / name / "store.db", tmp_path / f"linked-{name}")
        for name in ("worker", "office")
    )
    yield Link(worker, office, worker_id, key_id)
    for side in (worker, office):
        side.close()


def copied(store: Path, vault: Path) -> Database:
    """A copy of a store in a vault of its own, open."""
    vault.mkdir(mode=0o700)
    shutil.copy(store, vault / "store.db")
    return Database.open(Paths(vault), KEYS)
