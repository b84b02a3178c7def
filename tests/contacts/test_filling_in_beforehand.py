"""What the quick dialog fills in by itself, and what it remarks (J3, C04, DOMAIN 8.5)."""

from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.defaults import Earlier, likely_kind
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.form import (
    context_of,
    families_to_choose,
    overlapping,
    who_may_be_there,
)
from ouderapp.contacts.rules import do_overlap
from ouderapp.store import tables
from tests.work_builders import DAY, a_contact_draft, a_family, a_person

AFTERNOON = datetime(2025, 3, 25, 14, 5)


def record(session: Session, *args: Any, **more: Any) -> Id:
    return record_contact(session, a_contact_draft(*args, **more)).id


def earlier(kind: str, family: str | None = None, hour: int = 14) -> Earlier:
    return Earlier(Id(family) if family else None, kind, time(hour), "werker", None)


def test_without_any_contact_the_morning_calls_and_the_afternoon_visits(session: Session) -> None:
    morning = context_of(session, None, datetime(2025, 3, 25, 9))

    assert (morning.kind, morning.minutes) == (Kind.PHONE, 15)
    assert context_of(session, None, AFTERNOON).kind == Kind.HOME_VISIT


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ([earlier("telefoon", "a"), earlier("informeel", "b")], "informeel"),
        ([earlier("telefoon", "a", 9), earlier("informeel", "a")], "informeel"),
        ([earlier("telefoon", "a")], "telefoon"),
        ([earlier("geen_contact", "b")], Kind.HOME_VISIT),
        ([Earlier(Id("b"), "telefoon", None, "werker", None)], Kind.HOME_VISIT),
    ],
)
def test_the_likely_kind_is_that_of_this_family_then_of_anybody_at_this_hour(
    before: list[Earlier], kind: str
) -> None:
    assert likely_kind(before, Id("b"), time(14)) == kind


def test_the_dialog_knows_who_was_there_last_time_where_and_who_began(
    session: Session, today: date
) -> None:
    family = a_family(session, contact_language="ar")
    mother = a_person(session, family)
    a_person(session, family, "Sara", "dochter")
    record(
        session,
        family,
        persons=(mother,),
        place="thuis",
        initiative="gezin",
        has_interpreter=True,
    )

    found = context_of(session, family, AFTERNOON)

    assert (found.kind, found.minutes, found.place) == (Kind.HOME_VISIT, 60, "thuis")
    assert (found.initiative, found.persons) == ("gezin", (mother,))
    assert (found.language, found.has_interpreter) == ("ar", True)
    assert [(one.name, one.role, one.was_there) for one in found.people] == [
        ("Rania", "moeder", True),
        ("Sara", "dochter", False),
    ]


def test_whoever_was_there_last_time_stands_first(session: Session, today: date) -> None:
    family = a_family(session)
    a_person(session, family, "Rania")
    child = a_person(session, family, "Sara", "dochter")
    record(session, family, persons=(child,))

    assert [one.name for one in who_may_be_there(session, family)] == ["Sara", "Rania"]


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ((time(14), 30), (time(14, 29), 10), True),
        ((time(14), 30), (time(14, 30), 10), False),
        ((time(14, 30), 10), (time(14), 30), False),
        ((time(14), 60), (time(14, 10), 10), True),
        ((None, 30), (time(14), 30), False),
        ((time(14), None), (time(14), 30), False),
        ((time(23, 50), 30), (time(0), 30), False),
    ],
)
def test_two_moments_overlap_when_they_share_time(
    first: tuple[time | None, int | None], second: tuple[time | None, int | None], overlap: bool
) -> None:
    assert do_overlap(*first, *second) is overlap


def test_a_moment_that_is_taken_is_told_with_whose_it_is(session: Session, today: date) -> None:
    family = a_family(session)
    made = record(session, family)
    planned = {"planned_on": DAY, "starts": time(14, 40), "minutes": 20, "kind": "telefoon"}
    session.add(tables.Appointment(id=new_id(), **planned))
    session.flush()

    found = overlapping(session, a_contact_draft(starts=time(14, 30)))

    assert [(one.starts, one.kind, one.family_name) for one in found] == [
        (time(14, 5), Kind.HOME_VISIT, "Haddad"),
        (time(14, 40), Kind.PHONE, None),
    ]
    assert overlapping(session, a_contact_draft(starts=time(13, 50)), except_id=made) == []


def test_a_talk_in_the_class_is_no_overlap_with_its_session(session: Session, today: date) -> None:
    series = {"kind": "huiswerkklas", "weekday": 1, "starts": time(15, 30), "ends": time(16, 20)}
    made = tables.GroupSeries(id=new_id(), from_on=DAY, **series)
    held = {"held_on": DAY, "starts": time(15, 30), "ends": time(16, 20), "state": "gehouden"}
    session.add_all((made, tables.GroupSession(id=new_id(), series=made.id, **held)))
    session.flush()
    in_class = a_contact_draft(starts=time(15, 30), minutes=50, kind=Kind.HOMEWORK_CLASS)
    call = a_contact_draft(starts=time(16), minutes=10, kind=Kind.PHONE)

    assert overlapping(session, in_class) == []
    assert [one.starts for one in overlapping(session, call)] == [time(15, 30)]


def test_families_to_choose_come_by_name_with_their_street_closed_ones_last(
    session: Session,
) -> None:
    a_family(session, "Aerts", closed_on=DAY, status="afgerond")
    a_family(session, "Osmani")
    haddad = a_family(session, "Haddad")
    home = {"family": haddad, "from_on": date(2024, 9, 2)}
    old = tables.Household(id=new_id(), street="Dorp", until_on=DAY, **home)
    session.add_all((old, tables.Household(id=new_id(), street="Stationsstraat", **home)))
    session.flush()

    found = families_to_choose(session)

    assert [(one.name, one.street, one.is_closed) for one in found] == [
        ("Haddad", "Stationsstraat", False),
        ("Osmani", None, False),
        ("Aerts", None, True),
    ]
