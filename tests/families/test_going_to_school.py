"""The school of each child over the years, and all pupils of a school on any past day (D05)."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id, new_id
from ouderapp.base.school_year import school_year_of
from ouderapp.families.commands.person import join_family
from ouderapp.families.commands.schooling import (
    add_schooling,
    change_school,
    confirm_stream,
    delete_schooling,
    edit_schooling,
)
from ouderapp.families.problems import EndsBeforeItBegins, OutsideSchoolYear
from ouderapp.families.queries.schools import pupils_of, schoolings_of
from ouderapp.families.records import MemberDraft, SchoolingDraft
from ouderapp.families.rules import stream_of
from ouderapp.store.database import Database
from tests.families.people import Four, the_four
from tests.work_builders import a_school

MARCH = date(2025, 3, 25)


@pytest.fixture
def four(session: Session) -> Four:
    return the_four(session)


@pytest.fixture
def school(session: Session) -> Id:
    return a_school(session, "Voorbeeldcollege")


def names_at(session: Session, school: Id, day: date, year: int = 2024) -> list[str]:
    return [row.name for row in pupils_of(session, school, year, day)]


def test_a_child_stands_among_the_pupils_of_the_school(
    session: Session, four: Four, school: Id
) -> None:
    add_schooling(session, four.daughter, SchoolingDraft(school, 2024, class_name="1A2"))

    (pupil,) = pupils_of(session, school, 2024, MARCH)

    assert (pupil.name, pupil.class_name, pupil.family_name) == ("Sara Haddad", "1A2", "Haddad")


def test_brother_and_sister_can_be_at_several_schools(
    session: Session, four: Four, school: Id
) -> None:
    other = a_school(session, "Voorbeeldschool")
    add_schooling(session, four.daughter, SchoolingDraft(school, 2024))
    add_schooling(session, four.son, SchoolingDraft(other, 2024))

    assert names_at(session, school, MARCH) == ["Sara Haddad"]
    assert names_at(session, other, MARCH) == ["Bilal Haddad"]


@pytest.mark.parametrize(
    ("day", "is_there"),
    [
        (date(2024, 10, 31), False),
        (date(2024, 11, 1), True),
        (date(2025, 1, 31), True),
        (date(2025, 2, 1), False),
    ],
)
def test_first_and_last_day_are_included(
    session: Session, four: Four, school: Id, day: date, is_there: bool
) -> None:
    draft = SchoolingDraft(school, 2024, from_on=date(2024, 11, 1), until_on=date(2025, 1, 31))
    add_schooling(session, four.son, draft)

    assert bool(names_at(session, school, day)) is is_there


def test_who_moves_to_another_school_leaves_the_first_the_day_before(
    session: Session, four: Four, school: Id
) -> None:
    other = a_school(session, "Voorbeeldschool")
    add_schooling(session, four.son, SchoolingDraft(school, 2024, class_name="1A1"))

    change_school(session, four.son, SchoolingDraft(other, 2024, "1B", "1B3", date(2025, 2, 1)))

    assert names_at(session, school, date(2025, 1, 31)) == ["Bilal Haddad"]
    assert names_at(session, school, date(2025, 2, 1)) == []
    assert names_at(session, other, date(2025, 2, 1)) == ["Bilal Haddad"]


def test_what_ended_before_keeps_its_last_day(session: Session, four: Four, school: Id) -> None:
    ended = SchoolingDraft(school, 2024, until_on=date(2024, 10, 31))
    add_schooling(session, four.son, ended)

    change_school(session, four.son, SchoolingDraft(None, 2024, from_on=date(2025, 2, 1)))

    assert schoolings_of(session, four.son)[1].until_on == date(2024, 10, 31)


def test_a_school_written_without_a_first_day_stands_beside_the_other(
    session: Session, four: Four, school: Id
) -> None:
    add_schooling(session, four.son, SchoolingDraft(school, 2024))

    change_school(session, four.son, SchoolingDraft(a_school(session, "OKAN"), 2024))

    assert len(schoolings_of(session, four.son)) == 2
    assert names_at(session, school, MARCH) == ["Bilal Haddad"]


def test_the_years_of_a_child_are_shown_newest_first(
    session: Session, four: Four, school: Id
) -> None:
    for year in (2022, 2024, 2023):
        add_schooling(session, four.son, SchoolingDraft(school, year, class_name=f"{year}"))

    assert [row.school_year for row in schoolings_of(session, four.son)] == [2024, 2023, 2022]
    assert schoolings_of(session, four.son)[0].school_name == "Voorbeeldcollege"


def test_a_child_in_two_families_stands_once_among_the_pupils(
    session: Session, four: Four, school: Id
) -> None:
    other = the_four(session, "Osmani")
    join_family(session, other.family, four.son, MemberDraft("pluszoon"))
    add_schooling(session, four.son, SchoolingDraft(school, 2024))

    (pupil,) = pupils_of(session, school, 2024, MARCH)

    assert pupil.family_name == "Haddad"


@pytest.mark.parametrize(
    ("year_stream", "class_name", "stream"),
    [
        ("1B", "1A2", "1B"),
        (None, "1A2", "1A"),
        (None, "3MW1", "3M"),
        (None, " 2b1", "2B"),
        ("", "5e", "5E"),
        (None, None, None),
        (None, "  ", None),
    ],
)
def test_year_and_stream_are_confirmed_or_read_from_the_class(
    year_stream: str | None, class_name: str | None, stream: str | None
) -> None:
    """DOMAIN 8.5: the confirmed field, else the first two signs of the class name."""
    assert stream_of(year_stream, class_name) == stream


def test_what_the_class_name_proposes_can_be_confirmed(
    session: Session, four: Four, school: Id
) -> None:
    lesson = add_schooling(session, four.son, SchoolingDraft(school, 2024, class_name="1A2"))
    assert not pupils_of(session, school, 2024, MARCH)[0].is_confirmed

    confirm_stream(session, lesson)
    (pupil,) = pupils_of(session, school, 2024, MARCH)
    assert (pupil.stream, pupil.is_confirmed) == ("1A", True)

    confirm_stream(session, lesson, "1B")
    assert pupils_of(session, school, 2024, MARCH)[0].stream == "1B"


def test_a_changed_school_says_what_the_form_said(session: Session, four: Four, school: Id) -> None:
    lesson = add_schooling(session, four.son, SchoolingDraft(None, 2024, class_name="1A2"))

    edit_schooling(session, lesson, SchoolingDraft(school, 2024, "1A", "1A3", is_ex_okan=True))

    (row,) = schoolings_of(session, four.son)
    assert (row.school, row.year_stream, row.class_name, row.is_ex_okan) == (
        school,
        "1A",
        "1A3",
        True,
    )


def test_a_school_that_was_a_mistake_can_be_taken_away(
    session: Session, four: Four, school: Id
) -> None:
    lesson = add_schooling(session, four.son, SchoolingDraft(school, 2024))

    delete_schooling(session, lesson)

    assert schoolings_of(session, four.son) == []


def test_days_lie_in_the_school_year_that_is_named(session: Session, four: Four) -> None:
    with pytest.raises(OutsideSchoolYear) as refused:
        add_schooling(session, four.son, SchoolingDraft(None, 2024, until_on=date(2025, 9, 1)))
    assert refused.value.field == "until_on"

    twisted = SchoolingDraft(None, 2024, from_on=MARCH, until_on=MARCH - timedelta(days=1))
    with pytest.raises(EndsBeforeItBegins):
        add_schooling(session, four.son, twisted)


def test_a_school_of_the_french_community_begins_in_august(session: Session, four: Four) -> None:
    add_schooling(session, four.son, SchoolingDraft(None, 2025, from_on=date(2025, 8, 25)))

    assert len(schoolings_of(session, four.son)) == 1


def test_nobody_who_is_gone_goes_to_school(session: Session, school: Id) -> None:
    with pytest.raises(NotFound):
        add_schooling(session, new_id(), SchoolingDraft(school, 2024))


def test_any_past_day_is_answered_as_it_was(
    database: Database, rounds: Callable[[int, int], int]
) -> None:
    """D05: pupils of school X in year Y on date Z, against a diary kept beside it."""
    chance = random.Random(5)
    diary: list[tuple[Id, Id, int, date, date]] = []
    with database.transaction("Made") as session:
        four = the_four(session)
        schools = [a_school(session, name) for name in ("A", "B", "C")]
        for child in (four.daughter, four.son):
            for year in range(2018, 2025):
                first = date(year, 9, 1)
                while first <= date(year + 1, 8, 31):
                    last = min(
                        first + timedelta(days=chance.randrange(20, 400)), date(year + 1, 8, 31)
                    )
                    school = chance.choice(schools)
                    add_schooling(
                        session, child, SchoolingDraft(school, year, None, None, first, last)
                    )
                    diary.append((child, school, year, first, last))
                    first = last + timedelta(days=1)

    with database.transaction() as session:
        for _ in range(rounds(60, 1500)):
            day = date(2018, 9, 1) + timedelta(days=chance.randrange(7 * 365))
            for school in schools:
                found = {row.person for row in pupils_of(session, school, school_year_of(day), day)}
                assert found == {
                    child for child, where, _, a, b in diary if where == school and a <= day <= b
                }
