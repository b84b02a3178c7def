"""What lists and timelines of contacts show (C03, C10, UX 2.9)."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts, contacts_of, contacts_with, dots
from ouderapp.contacts.records import ContactFilter
from ouderapp.store import tables
from tests.work_builders import a_contact_draft, a_family, a_person, a_school


def record(session: Session, *args: Any, **more: Any) -> str:
    return record_contact(session, a_contact_draft(*args, **more)).id


def summaries(session: Session, **wanted: Any) -> list[str | None]:
    return [row.summary for row in contacts(session, ContactFilter(**wanted)).rows]


def test_the_newest_contact_stands_first_also_within_a_day(session: Session, today: date) -> None:
    family = a_family(session)
    for summary, day, starts in (
        ("vroeg", date(2025, 3, 10), time(9)),
        ("laat", date(2025, 3, 10), time(16)),
        ("zonder uur", date(2025, 3, 10), None),
        ("daarna", date(2025, 3, 11), time(9)),
    ):
        record(session, family, summary=summary, held_on=day, starts=starts)

    found = [row.summary for row in contacts_of(session, family)]

    assert found == ["daarna", "laat", "vroeg", "zonder uur"]


def test_a_contact_appears_once_in_the_line_of_each_person(session: Session, today: date) -> None:
    family = a_family(session)
    mother, son = a_person(session, family), a_person(session, family, "Bilal", "zoon")
    record(session, family, persons=(mother, son), summary="samen")
    record(session, family, persons=(mother,), summary="alleen moeder")

    assert [row.summary for row in contacts_with(session, son)] == ["samen"]
    assert len(contacts_with(session, mother)) == 2


def test_both_days_of_a_period_are_included(session: Session, today: date) -> None:
    for day in (1, 2, 3, 4):
        record(session, summary=str(day), held_on=date(2025, 3, day))

    found = summaries(session, from_on=date(2025, 3, 2), until_on=date(2025, 3, 3))

    assert found == ["3", "2"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kind": "telefoon"}, ["gebeld over Smartschool"]),
        ({"capital": "financieel"}, ["toeslag aangevraagd"]),
        ({"words": "smart geb"}, ["gebeld over Smartschool"]),
        ({"words": "yilmaz"}, ["toeslag aangevraagd"]),
        ({"words": "100%"}, []),
        ({"words": "YIL aangevr"}, ["toeslag aangevraagd"]),
        ({"words": "vraagd"}, []),
        ({"words": "- %"}, ["gebeld over Smartschool", "toeslag aangevraagd"]),
        ({}, ["gebeld over Smartschool", "toeslag aangevraagd"]),
    ],
)
def test_a_filter_leaves_what_fits(
    session: Session, today: date, wanted: dict[str, Any], found: list[str]
) -> None:
    family = a_family(session, "Yılmaz")
    record(session, family, summary="toeslag aangevraagd", capitals=("financieel", "sociaal"))
    record(session, summary="gebeld over Smartschool", kind="telefoon", starts=time(15))

    assert summaries(session, **wanted) == found


def test_a_school_filter_knows_at_which_school_the_child_was_then(
    session: Session, today: date
) -> None:
    family, school = a_family(session), a_school(session)
    child = a_person(session, family, "Sara", "dochter")
    facts = {"person": child, "school": school, "school_year": 2023}
    session.add(tables.Schooling(id=new_id(), **facts))
    session.flush()
    record(session, family, summary="toen nog daar", held_on=date(2024, 8, 31))
    record(session, family, summary="intussen elders", held_on=date(2024, 9, 1))

    assert summaries(session, school=school) == ["toen nog daar"]


def test_a_long_list_comes_in_pages_of_a_hundred(session: Session, today: date) -> None:
    for number in range(103):
        record(session, summary=f"nr {number}")

    first, second = contacts(session, ContactFilter()), contacts(session, ContactFilter(), 1)

    assert (len(first.rows), first.total) == (100, 103)
    assert [row.summary for row in second.rows] == ["nr 2", "nr 1", "nr 0"]


def test_an_empty_store_has_an_empty_list(session: Session) -> None:
    assert contacts(session, ContactFilter()).total == 0


@pytest.mark.parametrize(
    ("order", "is_downward", "found"),
    [
        ("day", True, ["c", "b", "a"]),
        ("day", False, ["a", "b", "c"]),
        ("family", False, ["c", "a", "b"]),
        ("kind", False, ["b", "a", "c"]),
        ("minutes", True, ["b", "c", "a"]),
    ],
)
def test_a_long_list_is_sorted_by_what_is_asked(
    session: Session, today: date, order: str, is_downward: bool, found: list[str]
) -> None:
    aerts, bakir = a_family(session, "Aerts"), a_family(session, "Bakir")
    days = [date(2025, 3, day) for day in (1, 2, 3)]
    record(session, aerts, summary="a", held_on=days[0], kind="sms", minutes=5)
    record(session, bakir, summary="b", held_on=days[1], kind="informeel", minutes=60)
    record(session, summary="c", held_on=days[2], kind="telefoon", minutes=30)

    page = contacts(session, ContactFilter(), order=order, is_downward=is_downward)

    assert [row.summary for row in page.rows] == found


def test_a_strip_has_one_dot_for_each_contact_of_the_period(session: Session, today: date) -> None:
    family = a_family(session)
    record(session, family, held_on=date(2025, 3, 10), initiative="jongere")
    record(session, family, held_on=date(2025, 3, 3), kind="telefoon")
    record(session, held_on=date(2025, 3, 4))
    record(session, family, held_on=date(2024, 8, 31))

    found = dots(session, ContactFilter(from_on=date(2024, 9, 1), family=family))

    assert [(dot.held_on.day, dot.initiative, dot.kind) for dot in found] == [
        (3, "werker", "telefoon"),
        (10, "jongere", "huisbezoek"),
    ]
