"""The office of these tests, and two workers who were enrolled there."""

from pathlib import Path

import pytest

from ouderapp.office.intake import Arrival, receive_file
from ouderapp.store.database import Database
from tests.exchange.conftest import Opening, office, opening, worker
from tests.exchange.sides import Link, enrolled, linked
from tests.office.month import a_month

__all__ = ["Opening", "office", "opening", "worker"]


@pytest.fixture
def link(worker: Database, office: Database) -> Link:
    """A worker of this office whose words were compared; policy `coded`."""
    return linked(worker, office)


@pytest.fixture
def second(link: Link, opening: Opening) -> Link:
    """Another worker of the same office."""
    return enrolled(opening("second"), link.office, "Medewerker 2")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder as a stick shows it."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def came_in(link: Link, office: Database) -> Arrival:
    """March of the first worker, taken in."""
    return receive_file(office, a_month(link, "2025-03"))
