"""Acts that fill the bin, for the tests of it."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.store import tables
from ouderapp.store.journal import action, image
from ouderapp.store.own import own
from ouderapp.store.removal import remove
from ouderapp.store.tables.base import RECORDS
from tests.work_builders import a_family, a_person

TODAY = date(2025, 3, 25)


@action("Deleted")
def delete(session: Session, tbl: str, *ids: str) -> None:
    remove(session, *(own(session, RECORDS[tbl], id_) for id_ in ids))


@action("Family deleted")
def delete_family(session: Session, family: str, *persons: str) -> None:
    rows = [own(session, tables.Person, person) for person in persons]
    remove(session, own(session, tables.Family, family), *rows)


@action("Made")
def make_family(session: Session, name: str = "Haddad") -> tuple[Id, Id]:
    family = a_family(session, name)
    return family, a_person(session, family)


@action("Made")
def make_contact(session: Session, family: str, summary: str) -> str:
    contact = tables.Contact(
        id=new_id(),
        family=family,
        held_on=TODAY,
        kind="telefoon",
        initiative="gezin",
        summary=summary,
    )
    session.add(contact)
    session.flush()
    return contact.id


def everything(session: Session) -> dict[str, Any]:
    return {
        f"{name} {row.id}": image(row)
        for name, table in RECORDS.all().items()
        for row in session.scalars(sa.select(table))
    }
