"""An agenda file becomes appointments (UX 2.4)."""

from datetime import date, time

import pytest

from ouderapp.agenda.commands import take_in_agenda
from ouderapp.agenda.ics import AgendaUnreadable, NoAgenda, appointments_in
from ouderapp.agenda.queries import appointments_on
from ouderapp.agenda.records import AppointmentDraft
from ouderapp.store.database import Database
from ouderapp.store.undo import undo

KIND = "gesprek_op_school"
AGENDA = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;TZID=Europe/Brussels:20250327T174000
DTEND;TZID=Europe/Brussels:20250327T175000
SUMMARY:Oudercontact\\, Sara
LOCATION:Voorbeeldcollege\\, lo
 kaal B12
BEGIN:VALARM
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART:20250701T080000Z
SUMMARY:Zomeroverleg
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20250415
DTEND;VALUE=DATE:20250416
SUMMARY:Studiedag
END:VEVENT
END:VCALENDAR
"""


def test_an_event_gives_its_day_hour_length_words_and_place() -> None:
    found = appointments_in(AGENDA, KIND)

    assert found[0] == AppointmentDraft(
        planned_on=date(2025, 3, 27),
        kind=KIND,
        starts=time(17, 40),
        minutes=10,
        place="Voorbeeldcollege, lokaal B12",
        words="Oudercontact, Sara",
    )


def test_an_hour_in_utc_is_shown_on_the_clocks_of_belgium() -> None:
    summer = appointments_in(AGENDA, KIND)[1]

    assert (summer.starts, summer.minutes) == (time(10), None)


def test_a_whole_day_has_no_hour() -> None:
    whole = appointments_in(AGENDA, KIND)[2]

    assert (whole.planned_on, whole.starts, whole.minutes) == (date(2025, 4, 15), None, None)


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (AGENDA.replace("20250701T080000Z", "20251301T080000Z"), 14),
        (AGENDA.replace("DTSTART;VALUE=DATE:20250415\n", ""), 17),
        (AGENDA.replace("VERSION:2.0", "geen agenda"), 2),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(broken: str, line: int) -> None:
    with pytest.raises(AgendaUnreadable) as told:
        appointments_in(broken, KIND)

    assert told.value.places == {"line": line}


def test_a_file_without_events_is_no_agenda() -> None:
    with pytest.raises(NoAgenda):
        appointments_in("BEGIN:VCALENDAR\nEND:VCALENDAR\n", KIND)


def test_an_event_that_ends_before_it_begins_has_no_length() -> None:
    backward = AGENDA.replace("20250327T175000", "20250327T160000")

    assert appointments_in(backward, KIND)[0].minutes is None


def test_taking_in_the_same_file_twice_adds_nothing_and_is_one_act(database: Database) -> None:
    drafts = appointments_in(AGENDA, KIND)

    first, second = database.run(take_in_agenda, drafts), database.run(take_in_agenda, drafts)

    assert (first, second) == (3, 0)
    database.run(undo)
    with database.transaction() as session:
        assert appointments_on(session, date(2025, 3, 27)) == []
