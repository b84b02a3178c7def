"""The history of a record: what it said before, who changed it, and when (D25)."""

from datetime import date

import pytest

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.store import tables
from ouderapp.store.bin import empty_bin
from ouderapp.store.database import Database
from ouderapp.store.history import FieldChange, as_it_was, differences, history_of
from ouderapp.store.own import own
from ouderapp.store.removal import remove
from ouderapp.store.undo import undo
from tests.work_builders import a_family

FIRST, SECOND, THIRD = date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 10)


@pytest.fixture
def family(database: Database) -> Id:
    """A family that was opened in January and changed in February and March."""
    database.author = "cd" * 16
    with clock.standing_at(FIRST), database.transaction("Family opened") as session:
        opened = a_family(session, "Haddad", contact_language="ar")
    with clock.standing_at(SECOND), database.transaction("Family edited") as session:
        row = own(session, tables.Family, opened)
        row.contact_language, row.remark = "fr", "niet bellen na 18 u"
    with clock.standing_at(THIRD), database.transaction("Family edited") as session:
        own(session, tables.Family, opened).remark = None
    return opened


def test_the_newest_change_comes_first_with_act_author_and_moment(
    database: Database, family: Id
) -> None:
    changes = database.run(history_of, "family", family)

    assert [(c.name, c.op, c.at.date()) for c in changes] == [
        ("Family edited", "update", THIRD),
        ("Family edited", "update", SECOND),
        ("Family opened", "insert", FIRST),
    ]
    assert {c.author for c in changes} == {"cd" * 16}


def test_a_change_names_each_field_with_old_and_new(database: Database, family: Id) -> None:
    changes = database.run(history_of, "family", family)

    assert changes[1].fields == (
        FieldChange("contact_language", "ar", "fr"),
        FieldChange("remark", None, "niet bellen na 18 u"),
    )
    assert changes[0].fields == (FieldChange("remark", "niet bellen na 18 u", None),)


def test_a_new_record_shows_what_was_filled_in_only(database: Database, family: Id) -> None:
    changes = database.run(history_of, "family", family)

    assert {change.field for change in changes[2].fields} == {
        "name",
        "status",
        "inflow",
        "opened_on",
        "contact_language",
    }


def test_any_two_days_can_be_compared(database: Database, family: Id) -> None:
    assert database.run(differences, "family", family, FIRST, SECOND) == (
        FieldChange("contact_language", "ar", "fr"),
        FieldChange("remark", None, "niet bellen na 18 u"),
    )
    assert database.run(differences, "family", family, FIRST, THIRD) == (
        FieldChange("contact_language", "ar", "fr"),
    )


def test_before_it_was_made_a_record_was_not(database: Database, family: Id) -> None:
    assert database.run(as_it_was, "family", family, date(2024, 12, 31)) is None


def test_at_the_end_of_a_day_it_says_what_was_last_written_that_day(
    database: Database, family: Id
) -> None:
    at_the_end = database.run(as_it_was, "family", family, SECOND)

    assert at_the_end is not None
    assert at_the_end["remark"] == "niet bellen na 18 u"


def test_undoing_is_part_of_the_history(database: Database, family: Id) -> None:
    database.run(undo)

    newest = database.run(history_of, "family", family)[0]
    assert (newest.name, newest.kind) == ("Family edited", "undo")
    assert newest.fields == (FieldChange("remark", None, "niet bellen na 18 u"),)


def test_of_what_was_emptied_only_the_days_are_known(database: Database, family: Id) -> None:
    with database.transaction("Family deleted") as session:
        remove(session, own(session, tables.Family, family))
    database.run(empty_bin)

    changes = database.run(history_of, "family", family)

    assert [c.op for c in changes] == ["delete", "update", "update", "insert"]
    assert all(c.is_emptied and c.fields == () for c in changes)
