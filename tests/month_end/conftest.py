"""A worker who is linked to an office since February 2025."""

from datetime import date
from pathlib import Path

import pytest

from ouderapp.base import clock
from ouderapp.store.database import Database
from tests.exchange.conftest import Opening, office, opening, worker
from tests.exchange.sides import Link, linked

__all__ = ["Opening", "office", "opening", "worker"]


@pytest.fixture
def link(worker: Database, office: Database) -> Link:
    """Linked on the third of February 2025."""
    with clock.standing_at(date(2025, 2, 3)):
        return linked(worker, office)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder as a stick shows it."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
