"""The bin keeps what was deleted for thirty days, and gives it back whole (D24)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from ouderapp.base import clock
from ouderapp.base.ids import new_id
from ouderapp.store import tables
from ouderapp.store.bin import GoneForGood, PutBack, in_the_bin, put_back
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.removal import remove
from ouderapp.store.undo import find, undo
from tests.store.bin_acts import (
    TODAY,
    delete,
    delete_family,
    everything,
    make_contact,
    make_family,
)
from tests.work_builders import a_family, a_partner, a_person, a_school


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.standing_at(TODAY):
        yield


def test_a_new_store_has_an_empty_bin(database: Database) -> None:
    assert database.run(in_the_bin) == []


def test_a_deleted_record_lies_in_the_bin_with_what_it_said(database: Database) -> None:
    family, _ = database.run(make_family)
    contact = database.run(make_contact, family, "samen schooltoeslag aangevraagd")
    database.run(delete, "contact", contact)

    (row,) = database.run(in_the_bin)

    assert (row.tbl, row.id, row.others) == ("contact", contact, 0)
    assert (row.family, row.family_name) == (family, "Haddad")
    assert (row.deleted_at.date(), row.days_left) == (TODAY, 30)
    assert row.body["summary"] == "samen schooltoeslag aangevraagd"


def test_the_last_deleted_comes_first(database: Database) -> None:
    family, _ = database.run(make_family)
    first, second = (database.run(make_contact, family, words) for words in ("een", "twee"))
    database.run(delete, "contact", first)
    database.run(delete, "contact", second)

    assert [row.id for row in database.run(in_the_bin)] == [second, first]


def test_a_record_that_is_put_back_is_whole_and_leaves_the_bin(database: Database) -> None:
    family, _ = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    before = database.run(everything)
    database.run(delete, "contact", contact)

    back = database.run(put_back, "contact", contact)

    assert back == PutBack(records=(("contact", contact),), along=())
    assert database.run(everything) == before
    assert database.run(in_the_bin) == []


def test_a_family_lies_there_once_and_comes_back_with_everybody(database: Database) -> None:
    family, person = database.run(make_family)
    database.run(make_contact, family, "een")
    before = database.run(everything)
    database.run(delete_family, family, person)

    (row,) = database.run(in_the_bin)
    assert (row.tbl, row.others, row.family_name) == ("family", 3, "Haddad")

    database.run(put_back, row.tbl, row.id)
    assert database.run(everything) == before


def test_a_person_that_stays_elsewhere_is_not_in_the_bin(database: Database) -> None:
    family, person = database.run(make_family)
    database.run(delete_family, family)

    (row,) = database.run(in_the_bin)

    assert (row.tbl, row.others) == ("family", 1)
    assert database.run(find, "person", person) is not None


def test_a_member_deleted_alone_is_a_thing_of_its_own(database: Database) -> None:
    database.run(make_family)
    with database.transaction() as session:
        member = session.scalars(sa.select(tables.Member.id)).one()
    database.run(delete, "member", member)

    (row,) = database.run(in_the_bin)

    assert (row.tbl, row.others) == ("member", 0)


def test_several_records_deleted_in_one_act_can_come_back_one_by_one(database: Database) -> None:
    family, _ = database.run(make_family)
    one, two = (database.run(make_contact, family, words) for words in ("een", "twee"))
    database.run(delete, "contact", one, two)

    database.run(put_back, "contact", one)

    assert [row.id for row in database.run(in_the_bin)] == [two]


def test_a_parent_that_is_gone_comes_back_too_and_is_named(database: Database) -> None:
    family, person = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    before = database.run(everything)
    database.run(delete, "contact", contact)
    database.run(delete_family, family, person)

    back = database.run(put_back, "contact", contact)

    assert ("family", family) in back.along
    assert ("contact", contact) not in back.along
    assert database.run(everything) == before


def test_the_family_of_a_deleted_contact_is_named_although_it_is_gone(database: Database) -> None:
    family, person = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    database.run(delete, "contact", contact)
    database.run(delete_family, family, person)

    rows = {row.tbl: row for row in database.run(in_the_bin)}

    assert rows["contact"].family_name == "Haddad"


def test_a_family_without_a_name_is_shown_without_one(database: Database) -> None:
    with database.transaction("Made") as session:
        family = a_family(session, name=None)  # type: ignore[arg-type]
    contact = database.run(make_contact, family, "een")
    database.run(delete, "contact", contact)

    assert database.run(in_the_bin)[0].family_name is None


def test_a_record_without_a_family_is_shown_without_one(database: Database) -> None:
    with database.transaction("Made") as session:
        partner = a_partner(session)
    database.run(delete, "partner", partner)

    assert database.run(in_the_bin)[0].family is None


def test_who_had_to_let_go_refers_to_it_again(database: Database) -> None:
    with database.transaction("Made") as session:
        school = a_school(session)
        person = a_person(session, a_family(session))
        session.add(tables.Schooling(id=new_id(), person=person, school=school, school_year=2024))
    database.run(delete, "school", school)

    database.run(put_back, "school", school)

    with database.transaction() as session:
        assert session.scalars(sa.select(tables.Schooling.school)).one() == school


def test_who_found_another_in_the_meantime_keeps_it(database: Database) -> None:
    with database.transaction("Made") as session:
        school, other = a_school(session, "A"), a_school(session, "B")
        person = a_person(session, a_family(session))
        session.add(tables.Schooling(id=new_id(), person=person, school=school, school_year=2024))
    database.run(delete, "school", school)
    with database.transaction("Changed") as session:
        session.get_one(tables.Schooling, 1).school = other

    database.run(put_back, "school", school)

    with database.transaction() as session:
        assert session.scalars(sa.select(tables.Schooling.school)).one() == other


def test_who_is_gone_in_the_meantime_stays_gone(database: Database) -> None:
    with database.transaction("Made") as session:
        school = a_school(session, "A")
        person = a_person(session, a_family(session))
        session.add(tables.Schooling(id=new_id(), person=person, school=school, school_year=2024))
    database.run(delete, "school", school)
    database.run(delete, "person", person)

    database.run(put_back, "school", school)

    with database.transaction() as session:
        assert session.scalars(sa.select(tables.Schooling.id)).all() == []


def test_a_record_whose_family_is_gone_for_good_cannot_come_back(database: Database) -> None:
    family, person = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    database.run(delete, "contact", contact)
    with clock.standing_at(TODAY - timedelta(days=60)):
        database.run(delete_family, family, person)

    with pytest.raises(GoneForGood):
        database.run(put_back, "contact", contact)

    assert database.run(everything) == {}


def test_what_is_not_in_the_bin_cannot_come_back(database: Database) -> None:
    family, _ = database.run(make_family)

    with pytest.raises(GoneForGood):
        database.run(put_back, "family", family)


def test_putting_back_can_be_taken_back(database: Database) -> None:
    family, _ = database.run(make_family)
    contact = database.run(make_contact, family, "een")
    database.run(delete, "contact", contact)
    database.run(put_back, "contact", contact)

    database.run(undo)

    assert [row.id for row in database.run(in_the_bin)] == [contact]


def test_what_the_office_took_away_is_not_in_the_bin(database: Database) -> None:
    with database.transaction("Made") as session:
        partner = a_partner(session)
    with database.transaction("Directory taken in", "system") as session:
        remove(session, own(session, tables.Partner, partner))

    assert database.run(in_the_bin) == []
