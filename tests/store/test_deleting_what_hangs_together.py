"""A record goes with all that hangs on it, and nothing else goes along."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import image
from ouderapp.store.own import own
from ouderapp.store.removal import GOES_ALONG, goes_along, remove
from ouderapp.store.tables.base import RECORDS
from ouderapp.store.undo import undo
from tests.work_builders import a_family, a_partner, a_person, a_school


def count(session: Session, tbl: str) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(RECORDS[tbl])) or 0


def test_every_reference_that_goes_along_exists_and_may_be_empty() -> None:
    for tbl, column in GOES_ALONG:
        assert column in RECORDS[tbl].REFERENCES
        assert RECORDS[tbl].__table__.c[column].nullable


def test_what_must_refer_goes_along() -> None:
    assert goes_along("member", "family")
    assert goes_along("contact", "family")
    assert not goes_along("contact", "session")


def test_a_family_goes_with_its_homes_members_and_contacts(session: Session) -> None:
    family = a_family(session)
    person = a_person(session, family)
    home = tables.Household(id=new_id(), family=family, from_on=date(2024, 9, 1))
    contact = tables.Contact(
        id=new_id(), family=family, held_on=date(2025, 3, 24), kind="telefoon", initiative="gezin"
    )
    for row in (home, contact):
        session.add(row)
        session.flush()
    session.add(
        tables.Residence(id=new_id(), person=person, household=home.id, from_on=date(2024, 9, 1))
    )
    session.flush()

    went = remove(session, own(session, tables.Family, family))

    assert went == 5
    assert [count(session, tbl) for tbl in ("family", "household", "contact", "member")] == [0] * 4
    assert count(session, "person") == 1


def test_what_can_stand_alone_lets_go(session: Session) -> None:
    school = a_school(session)
    person = a_person(session, a_family(session))
    session.add(tables.Schooling(id=new_id(), person=person, school=school, school_year=2024))
    session.flush()

    went = remove(session, own(session, tables.School, school))

    assert went == 1
    assert session.scalars(sa.select(tables.Schooling.school)).one() is None


def test_the_rows_of_a_colleague_are_left_alone(session: Session) -> None:
    family = a_family(session)
    person = a_person(session, family)
    theirs = "ab" * 16
    session.add(tables.Family(id=family, worker=theirs, status="x", inflow="x", opened_on=date.min))
    session.add(tables.Person(id=person, worker=theirs))
    session.flush()
    session.add(
        tables.Member(id=new_id(), worker=theirs, family=family, person=person, role="vader")
    )
    session.flush()

    remove(session, own(session, tables.Family, family))

    assert (count(session, "family"), count(session, "member")) == (1, 1)


VALUES: dict[Any, Any] = {
    str: "x",
    int: 1,
    bool: False,
    date: date(2025, 3, 24),
    time: time(15, 30),
    tuple: (),
}


def fill(session: Session) -> dict[str, Id]:
    """One record in every table, each referring to the one record of the other table."""
    made: dict[str, Id] = {}
    for table in tables.Base.metadata.sorted_tables:
        if table.name in RECORDS.all():
            record_class = RECORDS[table.name]
            made[table.name] = new_id()
            session.add(record_class(id=made[table.name], **dict(_values(record_class, made))))
            session.flush()
    return made


def _values(record_class: Any, made: dict[str, Id]) -> Iterator[tuple[str, Any]]:
    for column in record_class.__table__.columns:
        if column.name in record_class.REFERENCES:
            yield column.name, made[record_class.REFERENCES[column.name]]
        elif not column.nullable and column.default is None and column.name not in ("nr", "id"):
            kind = getattr(column.type, "python_type", str)
            yield column.name, VALUES.get(kind, "x")


@pytest.mark.parametrize("tbl", sorted(RECORDS.all()))
def test_any_record_can_be_deleted_and_taken_back_to_the_same(database: Database, tbl: str) -> None:
    """Y18: the store is the same after deleting and undoing, whatever hangs on the record."""
    with database.transaction("Filled") as session:
        made = fill(session)
        before = _all(session)

    with database.transaction("Deleted") as session:
        remove(session, own(session, RECORDS[tbl], made[tbl]))
    with database.transaction() as session:
        assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert count(session, tbl) == 0
    database.run(undo)

    with database.transaction() as session:
        assert _all(session) == before


def test_two_records_go_in_one_act(session: Session) -> None:
    first, second = a_partner(session, "CLB"), a_partner(session, "JAC")

    remove(session, *(own(session, tables.Partner, id_) for id_ in (first, second)))

    assert count(session, "partner") == 0


def _all(session: Session) -> dict[str, Any]:
    return {
        f"{name} {row.id}": image(row)
        for name, table in RECORDS.all().items()
        for row in session.scalars(sa.select(table))
    }
