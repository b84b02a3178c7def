"""Random work in a store, and a digest over all that a person wrote in it."""

import random
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.sealing.blobs import Blobs
from ouderapp.store import reading_back, tables
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from tests.work_builders import a_contact_draft, a_family, a_person

NOT_COMPARED = {"epoch", "setting"}
"""A restore begins another series, and keeps from when it was put back."""


@action("test")
def new_family(session: Session, name: str) -> Id:
    """A family more."""
    return a_family(session, name)


@action("test")
def new_person(session: Session, family: Id, name: str) -> Id:
    """A child more."""
    return a_person(session, family, name, "dochter")


@action("test")
def change_family(session: Session, id_: Id, name: str) -> None:
    """Another name for a family."""
    session.query(tables.Family).filter_by(id=id_).one().name = name


@action("test")
def drop_contacts(session: Session) -> None:
    """One contact less."""
    for row in session.query(tables.Contact).limit(1):
        session.delete(row)


def some_work(database: Database, dice: random.Random, acts: int = 12) -> None:
    """So many acts of a day: families, contacts, changes, deletions, a letter beside the store."""
    families = [database.run(new_family, f"Gezin {dice.randrange(10**6)}")]
    for _ in range(acts):
        family = dice.choice(families)
        match dice.randrange(6):
            case 0:
                families.append(database.run(new_family, f"Gezin {dice.randrange(10**6)}"))
            case 1:
                database.run(new_person, family, f"Kind {dice.randrange(10**6)}")
            case 2:
                database.run(change_family, family, f"Gezin {dice.randrange(10**6)}")
            case 3:
                database.run(drop_contacts)
            case 4:
                Blobs(database.paths, database.keys).put(dice.randbytes(dice.randrange(1, 4000)))
            case _:
                words = f"Gesprek {dice.randrange(10**9)} aan de poort."
                database.run(record_contact, a_contact_draft(family, summary=words))


def digest(database: Database) -> dict[str, Any]:
    """Count and digest of each table, and every letter as it opens."""
    with database.bare() as raw:
        found: dict[str, Any] = {
            table: reading_back.rows_of(raw, table)
            for table in reading_back.tables_of(raw)
            if table not in NOT_COMPARED
        }
    blobs = Blobs(database.paths, database.keys)
    return found | {name: blobs.get(name) for name in blobs.names()}
