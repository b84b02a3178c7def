"""The bin keeps things for thirty days; what was emptied is gone for good (D24)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from ouderapp.base import clock
from ouderapp.base.ids import new_id
from ouderapp.store import tables
from ouderapp.store.bin import empty_bin, in_the_bin, put_back
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.settings import set_setting
from tests.store.bin_acts import (
    TODAY,
    delete,
    make_contact,
    make_family,
)
from tests.work_builders import a_family, a_person, a_school


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.standing_at(TODAY):
        yield


def test_a_reference_that_cannot_come_back_is_left_empty(database: Database) -> None:
    with database.transaction("Made") as session:
        school = a_school(session)
        person = a_person(session, a_family(session))
        lesson = tables.Schooling(id=new_id(), person=person, school=school, school_year=2024)
        session.add(lesson)
    with clock.standing_at(TODAY), database.transaction("Deleted") as session:
        session.delete(own(session, tables.Schooling, lesson.id))
    with clock.standing_at(TODAY - timedelta(days=60)):
        database.run(delete, "school", school)

    database.run(put_back, "schooling", lesson.id)

    with database.transaction() as session:
        assert session.scalars(sa.select(tables.Schooling.school)).one() is None


@pytest.mark.parametrize(("age", "days_left"), [(0, 30), (29, 1), (30, None), (400, None)])
def test_the_bin_keeps_thirty_days(database: Database, age: int, days_left: int | None) -> None:
    family, _ = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    with clock.standing_at(TODAY - timedelta(days=age)):
        database.run(delete, "contact", contact)

    assert [row.days_left for row in database.run(in_the_bin)] == ([days_left] if days_left else [])


def test_how_long_things_stay_is_a_setting(database: Database) -> None:
    family, _ = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    with clock.standing_at(TODAY - timedelta(days=20)):
        database.run(delete, "contact", contact)

    database.run(set_setting, "bin_days", 10)

    assert database.run(in_the_bin) == []


def test_emptying_forgets_every_word_of_what_was_deleted(database: Database) -> None:
    family, _ = database.run(make_family)
    contact = database.run(make_contact, family, "een woord dat weg moet")
    database.run(delete, "contact", contact)

    emptied = database.run(empty_bin)

    assert emptied == 1
    assert database.written == {"journal"}
    assert database.run(in_the_bin) == []
    with database.transaction() as session:
        bodies = session.execute(sa.select(tables.Journal.before, tables.Journal.after)).all()
        assert "woord dat weg" not in str(bodies)
        assert "Haddad" in str(bodies)


def test_emptying_an_empty_bin_writes_nothing(database: Database) -> None:
    database.run(make_family)

    assert database.run(empty_bin) == 0
    assert database.written == frozenset()


def test_only_what_expired_can_be_forgotten(database: Database) -> None:
    family, _ = database.run(make_family)
    old, new = (database.run(make_contact, family, words) for words in ("oud", "nieuw"))
    with clock.standing_at(TODAY - timedelta(days=31)):
        database.run(delete, "contact", old)
    database.run(delete, "contact", new)

    assert database.run(empty_bin, only_expired=True) == 1
    assert [row.id for row in database.run(in_the_bin)] == [new]
