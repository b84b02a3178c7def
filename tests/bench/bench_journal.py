"""What the journal costs: the same new contacts in bulk, with it and without."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store import tables
from ouderapp.store.bulk import insert_many
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from tests.bench.stopwatch import Measured, measure

MANY = 5000
NOTE = "Samen de brief van school gelezen en het formulier ingevuld. " * 4


def measurements() -> Iterator[Measured]:
    """5,000 contacts, search index included, beside the same rows that no journal notes."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        vault.mkdir(mode=0o700)
        database = Database.open(Paths(vault), Keys(master=bytes(32), vault=bytes(16)))
        yield measure(
            "5,000 contacts in bulk, with the journal",
            lambda: database.run(_with_journal),
            bare=lambda: database.run(_without),
            goal="journal",
            most=1.25,
            rounds=5,
        )
        database.close()


def _rows() -> list[dict[str, Any]]:
    same = {"held_on": date(2025, 3, 24), "kind": "telefoon", "initiative": "werker"}
    more = {"themes": ("taal",), "summary": NOTE, "minutes": 20}
    return [{"id": new_id(), **same, **more} for _ in range(MANY)]


@action("Sample data", "system")
def _with_journal(session: Session) -> int:
    return insert_many(session, "contact", _rows())


def _without(session: Session) -> int:
    table: Any = tables.Contact
    defaults: dict[str, Any] = {
        c.key: c.default.arg for c in sa.inspect(table).columns if c.default is not None
    }
    rows = [{**defaults, **row, "ver": 1, "lsn": 1} for row in _rows()]
    for row in rows:
        row["folded"] = table.folded_from({"place": None, **row}.__getitem__)
    session.connection().execute(sa.insert(table), rows)
    return len(rows)
