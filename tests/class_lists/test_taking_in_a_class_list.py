"""A class list comes in as one act, with nobody twice, and goes as one act (scenario 23, D26)."""

from datetime import date
from itertools import product
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import Id
from ouderapp.class_lists.commands import import_class_list
from ouderapp.class_lists.problems import NothingChosen
from ouderapp.class_lists.queries import headings_remembered, known_pupils, planned
from ouderapp.class_lists.reading import read_class_list
from ouderapp.class_lists.records import (
    ClassListDraft,
    Deal,
    Holds,
    Imported,
    PlannedPupil,
    Pupil,
)
from ouderapp.class_lists.rules import chosen, pupils_of
from ouderapp.directory.commands import add_school
from ouderapp.directory.records import SchoolDraft
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import (
    FamilyDraft,
    MemberDraft,
    NewFamily,
    NewMember,
    PersonDraft,
    SchoolingDraft,
)
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.tables.base import RECORDS
from ouderapp.store.undo import redo, undo
from tests.class_lists.lists import NAMES, csv_of

YEAR = 2024


SCHOOL = SchoolDraft(name="GO! Atheneum", school_level="secundair")


def a_school(session: Session) -> Id:
    return add_school(session, SCHOOL)


def a_child(session: Session, given: str, family: str, class_name: str = "1A", **more: Any) -> Id:
    """A child with a file, at the school given in `more`."""
    went = SchoolingDraft(more.pop("school", None), YEAR, class_name=class_name)
    member = NewMember(PersonDraft(given, family, **more), MemberDraft("dochter"), went)
    draft = FamilyDraft(family, opened_on=date(2024, 9, 2))
    return open_family(session, NewFamily(draft, (member,)))


def pupil(given: str, family: str, class_name: str = "1A", **more: Any) -> Pupil:
    return Pupil(more.pop("line", 2), given, family, class_name, **more)


def rows_of(database: Database) -> dict[str, int]:
    """How many records each table has, of those that have any."""
    found = {name: database.run(_number_of, table) for name, table in RECORDS.all().items()}
    return {name: count for name, count in found.items() if count}


def _number_of(session: Session, table: type[Any]) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_each_pupil_gets_a_file_with_the_class_of_that_school_year(
    session: Session, today: date
) -> None:
    school = a_school(session)
    rows = planned(session, [pupil("Zoë", "D'Hondt", birth_year=2012)], school, YEAR)

    done = import_class_list(session, ClassListDraft(school, YEAR, rows))

    family = session.scalars(sa.select(tables.Family)).one()
    person = session.scalars(sa.select(tables.Person)).one()
    member = session.scalars(sa.select(tables.Member)).one()
    went = session.scalars(sa.select(tables.Schooling)).one()
    assert done == Imported(families=1, classes=0)
    assert (family.name, family.status, family.inflow) == ("D'Hondt", "nieuw", "school")
    assert family.opened_on == today
    assert (person.given_name, person.family_name, person.birth_year) == ("Zoë", "D'Hondt", 2012)
    assert (member.role, member.has_authority) == ("kind", None)
    assert (went.school, went.school_year, went.class_name) == (school, YEAR, "1A")


def test_one_undo_takes_back_the_whole_list_and_one_redo_brings_it_back(
    database: Database,
) -> None:
    """Scenario 23: Ctrl+Z removes all 24."""
    school = database.run(add_school, SCHOOL)
    before = rows_of(database)
    names = [pupil(f"Kind {letter}", f"Gezin {letter}") for letter in "abcdefghijklmnopqrstuvwx"]
    rows = database.run(planned, names, school, YEAR)
    done = database.run(import_class_list, ClassListDraft(school, YEAR, rows))
    after = rows_of(database)

    database.run(undo)

    assert (done.families, len(rows), after["family"]) == (24, 24, 24)
    assert rows_of(database) == before
    database.run(redo)
    assert rows_of(database) == after


def test_nothing_at_all_is_written_when_one_pupil_cannot_be(database: Database) -> None:
    before = rows_of(database)
    good, bad = pupil("Noor", "Nowak"), pupil("85.07.30-033.28", "Nowak", line=3)
    rows = (PlannedPupil(2, good), PlannedPupil(3, bad))

    with pytest.raises(NationalNumberInText):
        database.run(import_class_list, ClassListDraft(None, YEAR, rows))

    assert rows_of(database) == before


def test_looking_at_a_list_writes_nothing(database: Database) -> None:
    before = rows_of(database)

    database.run(planned, [pupil("Noor", "Nowak")], None, YEAR)

    assert rows_of(database) == before


def test_a_list_of_which_everybody_is_left_out_is_refused(session: Session) -> None:
    row = PlannedPupil(2, pupil("Noor", "Nowak"), deal=Deal.SKIP)

    with pytest.raises(NothingChosen):
        import_class_list(session, ClassListDraft(None, YEAR, (row,)))


@pytest.mark.parametrize(
    ("given", "family", "class_name"),
    [
        ("Rania", "Haddad", "1A"),
        ("RANIA", "haddad", "1A"),
        ("Haddad", "Rania", "1A"),
        ("Ranïa", "Haddad", "2B"),
        ("Ranja", "Haddad", "1A"),
        ("Rania", "Hadad", "1A"),
        ("Raniah", "Haddad", "1a"),
    ],
)
def test_who_is_known_is_shown_and_left_out_by_default(
    session: Session, given: str, family: str, class_name: str
) -> None:
    """The same name in any class; a slip of it, or one that sounds so, in the same class."""
    school = a_school(session)
    a_child(session, "Rania", "Haddad", school=school)

    row = planned(session, [pupil(given, family, class_name)], school, YEAR)[0]

    assert row.known is not None
    assert (row.known.name, row.known.class_name) == ("Rania Haddad", "1A")
    assert row.known.school_name == "GO! Atheneum"
    assert row.deal == Deal.SKIP


@pytest.mark.parametrize(
    ("given", "family", "class_name", "birth_year"),
    [
        ("Sara", "Haddad", "1A", None),
        ("Bilal", "Haddad", "1A", None),
        ("Rania", "El Amrani", "1A", None),
        ("Ranja", "Haddad", "1B", None),
        ("Ranja", "Haddad", "1A", 2014),
    ],
)
def test_a_brother_a_sister_or_a_classmate_is_somebody_else(
    session: Session, given: str, family: str, class_name: str, birth_year: int | None
) -> None:
    school = a_school(session)
    a_child(session, "Rania", "Haddad", school=school, birth_year=2012)

    row = planned(session, [pupil(given, family, class_name, birth_year=birth_year)], school, YEAR)[
        0
    ]

    assert (row.known, row.deal) == (None, Deal.NEW)


def test_the_same_name_in_arabic_script_is_known(session: Session) -> None:
    school = a_school(session)
    a_child(session, "محمد", "خطيب", school=school)

    row = planned(session, [pupil("Mohamed", "Khatib")], school, YEAR)[0]

    assert row.known is not None


def test_who_stands_twice_in_a_list_comes_in_once(session: Session) -> None:
    twice = [pupil("Noor", "Nowak", line=2), pupil("noor", "NOWAK", line=3)]

    rows = planned(session, twice, None, YEAR)

    assert [(row.is_twice, row.deal) for row in rows] == [(False, Deal.NEW), (True, Deal.SKIP)]


def test_a_parent_of_the_same_name_is_no_pupil(session: Session) -> None:
    member = NewMember(PersonDraft("Noor", "Nowak"), MemberDraft("moeder"))
    open_family(session, NewFamily(FamilyDraft("Nowak", date(2024, 9, 2)), (member,)))

    assert known_pupils(session, None, YEAR) == []


def test_of_who_is_known_the_class_alone_can_be_noted(session: Session, today: date) -> None:
    school = a_school(session)
    a_child(session, "Rania", "Haddad", "6B")
    row = planned(session, [pupil("Rania", "Haddad", "1A")], school, YEAR)[0]
    noted = PlannedPupil(2, row.pupil, row.known, deal=Deal.CLASS)

    done = import_class_list(session, ClassListDraft(school, YEAR, (noted,)))

    went = session.scalars(sa.select(tables.Schooling).order_by(tables.Schooling.nr)).all()
    assert row.may_note_class
    assert done == Imported(families=0, classes=1)
    assert [(one.school, one.class_name) for one in went] == [(None, "6B"), (school, "1A")]
    again = planned(session, [pupil("Rania", "Haddad", "1A")], school, YEAR)[0]
    assert not again.may_note_class


def test_another_class_at_the_same_school_takes_the_place_of_the_old_one(session: Session) -> None:
    school = a_school(session)
    a_child(session, "Rania", "Haddad", "1B", school=school)
    row = planned(session, [pupil("Rania", "Haddad", "1A")], school, YEAR)[0]

    import_class_list(
        session,
        ClassListDraft(school, YEAR, (PlannedPupil(2, row.pupil, row.known, deal=Deal.CLASS),)),
    )

    went = session.scalars(sa.select(tables.Schooling)).one()
    assert went.class_name == "1A"


def test_what_a_heading_meant_is_remembered_for_the_next_list(session: Session) -> None:
    """D26: mapping memory."""
    row = PlannedPupil(2, pupil("Noor", "Nowak"))
    draft = ClassListDraft(None, YEAR, (row,), {"kind": Holds.FAMILY_FIRST})

    import_class_list(session, draft)

    assert headings_remembered(session) == {"kind": "familienaam_voornaam"}


def test_no_meaning_stands_twice_in_a_mapping() -> None:
    holds = (Holds.FAMILY_NAME, Holds.GIVEN_NAME, Holds.CLASS)

    assert chosen(holds, 2, Holds.GIVEN_NAME) == (
        Holds.FAMILY_NAME, Holds.NOTHING, Holds.GIVEN_NAME
    )  # fmt: skip
    assert chosen(holds, 2, Holds.FAMILY_FIRST) == (
        Holds.NOTHING, Holds.NOTHING, Holds.FAMILY_FIRST
    )  # fmt: skip
    assert chosen(holds, 0, Holds.NOTHING) == (Holds.NOTHING, Holds.GIVEN_NAME, Holds.CLASS)


HEADS = (("Naam", "Voornaam", "Klas"), ("Nom", "Prénom", "Classe"))
CODECS = ("utf-8", "utf-8-sig", "cp1252")


@pytest.mark.parametrize(
    ("separator", "codec", "heads", "is_double"),
    list(product(";,\t", CODECS, HEADS, (False, True))),
)
def test_what_was_shown_is_what_is_written(
    session: Session, separator: str, codec: str, heads: tuple[str, ...], is_double: bool
) -> None:
    """Y33: 36 files, separators, letters, headings, with and without somebody twice."""
    names = [(family, given) for given, family in NAMES if codec != "cp1252" or given < "Ā"]
    names = [one for one in names if one[1] != "Çağla" or codec != "cp1252"]
    lines = [[*one, "1A"] for one in [*names, *names[: int(is_double)]]]
    found = read_class_list(csv_of([heads, *lines], separator).encode(codec))
    shown = planned(session, pupils_of(found, found.holds).pupils, None, YEAR)

    import_class_list(session, ClassListDraft(None, YEAR, shown))

    people = session.scalars(sa.select(tables.Person).order_by(tables.Person.nr))
    written = [(one.family_name, one.given_name) for one in people]
    assert len(shown) == len(names) + is_double
    assert written == names
    assert written == [
        (row.pupil.family_name, row.pupil.given_name) for row in shown if row.deal == Deal.NEW
    ]
