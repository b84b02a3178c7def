"""What stands at the office and at the worker, and small things a worker does to it."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.exchange.digest import StateDigest
from ouderapp.exchange.leftovers import stored_state
from ouderapp.exchange.telling import told_state
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.tables.base import RECORDS
from tests.exchange.sides import Link


def held_by(link: Link) -> tuple[int, str]:
    state: StateDigest = link.office.run(
        lambda session: stored_state(session.connection(), link.worker_id)
    )
    return state.count, state.hex()


def told_by(link: Link) -> tuple[int, str]:
    state = link.worker.run(told_state)
    return state.count, state.hex()


def rows_of(database: Database, table: str) -> list[Any]:
    return list(database.run(lambda session: session.query(RECORDS[table]).all()))


def a_contact(session: Session, family: Id, **more: Any) -> Id:
    facts = {"held_on": date(2025, 4, 3), "kind": "huisbezoek", "initiative": "gezin"}
    contact = tables.Contact(id=new_id(), family=family, **(facts | more))
    session.add(contact)
    session.flush()
    return Id(contact.id)


def change(link: Link, table: type[Any], id_: Id, **values: Any) -> None:
    def work(session: Session) -> None:
        record = own(session, table, id_)
        for name, value in values.items():
            setattr(record, name, value)
        session.flush()

    link.write(work)


def delete(link: Link, table: type[Any], id_: Id) -> None:
    link.write(lambda session: session.delete(own(session, table, id_)))


def erase(link: Link, table: str, id_: Id) -> None:
    def work(session: Session) -> None:
        session.delete(own(session, RECORDS[table], id_))
        session.add(tables.Tombstone(worker="", tbl=table, id=id_, kind="erase"))

    link.write(work)
