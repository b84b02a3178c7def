"""What a person may count on with the agenda (UX 2.4)."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.agenda.commands import (
    delete_appointment,
    edit_appointment,
    finish_appointment,
    make_appointment,
    move_appointment,
    reopen_appointment,
)
from ouderapp.agenda.queries import (
    appointment,
    appointments_between,
    appointments_left_open,
    appointments_of,
    appointments_on,
    sessions_on,
)
from ouderapp.agenda.records import AppointmentDraft
from ouderapp.agenda.rules import AppointmentAboutNobody, AppointmentTooLong
from ouderapp.base.errors import FieldMissing, NotFound
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.kinds import Kind
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_contact_draft, a_family

MONDAY = date(2025, 3, 24)
THURSDAY = date(2025, 3, 27)


def draft(family: Id | None = None, **more: Any) -> AppointmentDraft:
    facts: dict[str, Any] = {"planned_on": THURSDAY, "kind": Kind.HOME_VISIT, "words": "bezoek"}
    return AppointmentDraft(family=family, **(facts | more))


def words_on(session: Session, day: date) -> list[str | None]:
    return [row.words for row in appointments_on(session, day)]


def test_an_appointment_says_with_whom_where_and_in_which_language(session: Session) -> None:
    family = a_family(session, contact_language="ar", interpreter="sociaal_tolk")
    facts = {"starts": time(14), "minutes": 60, "place": " thuis ", "words": ""}

    made = make_appointment(session, draft(family, **facts))

    row = appointment(session, made)
    assert (row.family_name, row.interpreter, row.contact_language) == (
        "Haddad",
        "sociaal_tolk",
        "ar",
    )
    assert (row.starts, row.minutes, row.place, row.words) == (time(14), 60, "thuis", None)


def test_a_day_goes_by_its_hours_and_what_has_none_comes_last(session: Session) -> None:
    for words, starts in (("zonder uur", None), ("middag", time(14)), ("morgen", time(9, 30))):
        make_appointment(session, draft(words=words, starts=starts))
    make_appointment(session, draft(words="andere dag", planned_on=MONDAY))

    assert words_on(session, THURSDAY) == ["morgen", "middag", "zonder uur"]


def test_both_days_of_a_period_are_included(session: Session) -> None:
    for day in (23, 24, 27, 28):
        make_appointment(session, draft(words=str(day), planned_on=date(2025, 3, day)))

    found = appointments_between(session, MONDAY, THURSDAY)

    assert [row.words for row in found] == ["24", "27"]


def test_what_is_planned_with_a_family_comes_in_order(session: Session) -> None:
    family = a_family(session)
    done = make_appointment(session, draft(family, words="gedaan"))
    make_appointment(session, draft(family, words="later", planned_on=date(2025, 4, 3)))
    make_appointment(session, draft(family, words="eerst"))
    make_appointment(session, draft(family, words="voorbij", planned_on=MONDAY))
    finish_appointment(session, done)

    found = appointments_of(session, family, date(2025, 3, 25))

    assert [row.words for row in found] == ["eerst", "later"]


def test_what_was_never_ticked_off_is_not_forgotten(session: Session) -> None:
    ticked = make_appointment(session, draft(words="klaar", planned_on=MONDAY))
    make_appointment(session, draft(words="eergisteren", planned_on=date(2025, 3, 23)))
    make_appointment(session, draft(words="gisteren", planned_on=MONDAY))
    finish_appointment(session, ticked)

    found = appointments_left_open(session, date(2025, 3, 25))

    assert [row.words for row in found] == ["gisteren", "eergisteren"]


def test_a_moved_appointment_is_open_on_its_new_day(session: Session) -> None:
    made = make_appointment(session, draft())
    finish_appointment(session, made)

    move_appointment(session, made, MONDAY, time(10))

    row = appointment(session, made)
    assert (row.planned_on, row.starts, row.is_done) == (MONDAY, time(10), False)


def test_an_appointment_can_be_changed_ticked_off_and_opened_again(session: Session) -> None:
    made = make_appointment(session, draft())

    edit_appointment(session, made, draft(words="oudercontact", kind=Kind.PARENT_TEACHER_MEETING))
    finish_appointment(session, made)
    reopen_appointment(session, made)

    row = appointment(session, made)
    assert (row.words, row.kind, row.is_done) == ("oudercontact", "oudercontact_begeleid", False)


def test_recording_the_contact_ticks_its_appointment_off(database: Database, today: date) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
        planned = make_appointment(session, draft(family, planned_on=MONDAY))
        call = make_appointment(session, draft(family, planned_on=MONDAY, kind=Kind.PHONE))

    database.run(record_contact, a_contact_draft(family, held_on=MONDAY))

    with database.transaction() as session:
        assert appointment(session, planned).is_done
        assert not appointment(session, call).is_done
    database.run(undo)
    with database.transaction() as session:
        assert not appointment(session, planned).is_done


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        ({"words": " "}, AppointmentAboutNobody, "words"),
        ({"kind": ""}, FieldMissing, "kind"),
        ({"minutes": 1441}, FieldMissing, "minutes"),
        ({"words": "a" * 501}, AppointmentTooLong, "words"),
        ({"place": "85.07.30-033.28"}, NationalNumberInText, "place"),
    ],
)
def test_what_is_no_appointment_is_refused_with_the_field_named(
    session: Session, wrong: dict[str, Any], problem: type[Exception], field: str
) -> None:
    with pytest.raises(problem) as told:
        make_appointment(session, draft(**wrong))

    assert getattr(told.value, "field", "") == field


def test_a_deleted_appointment_comes_back_with_undo(database: Database) -> None:
    made = database.run(make_appointment, draft())

    database.run(delete_appointment, made)

    with database.transaction() as session, pytest.raises(NotFound):
        appointment(session, made)
    database.run(undo)
    with database.transaction() as session:
        assert words_on(session, THURSDAY) == ["bezoek"]


def test_the_class_of_the_day_tells_how_many_came_last_time(database: Database) -> None:
    """In the story five pupils came on 17 March; 26 May was a day off of the school."""
    replay(database, Story(read()).events(), until=date(2025, 6, 30))

    with database.transaction() as session:
        first = sessions_on(session, date(2025, 2, 3))
        [later] = [row for row in sessions_on(session, MONDAY) if row.kind == "huiswerkklas"]
        cancelled = sessions_on(session, date(2025, 5, 26))

    assert [(row.starts, row.last_time) for row in first] == [(time(15, 30), None)]
    assert (later.school_name is not None, later.last_time) == (True, 5)
    assert cancelled == []


def test_an_appointment_that_is_gone_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        finish_appointment(session, new_id())
