"""Appointments on Vandaag: written down, ticked off, given a family, taken in from a file."""

from datetime import time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from ouderapp.agenda.queries import appointments_left_open, appointments_on
from ouderapp.base.ids import Id
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.ui.today.page import TodayPage
from tests.ui.screen import Screen
from tests.ui.today.days import TODAY


def button_of(screen: Screen, begin: str) -> str:
    """The whole name of the first button whose name begins so."""
    names = [one.accessibleName() for one in screen.window.findChildren(QPushButton)]
    return next(name for name in names if name.startswith(begin))


def test_n_writes_the_contact_of_an_appointment_down_and_ticks_it_off(
    screen: Screen, family: Id
) -> None:
    screen.open("today")
    screen.table("Afspraken van vandaag").select("Haddad")

    screen.press("N")
    assert (screen.text_of("Gezin"), screen.is_on("Huisbezoek")) == ("Haddad", True)
    screen.type_in("Notitie", "samen gelezen")
    screen.click("Bewaren")

    [contact] = screen.run(contacts_of, family)
    assert (contact.summary, contact.starts, contact.minutes) == ("samen gelezen", time(14), 60)
    done = [row.is_done for row in screen.run(appointments_on, TODAY)]
    assert done == [False, True]


def test_an_appointment_of_yesterday_is_written_down_on_its_day(screen: Screen, family: Id) -> None:
    screen.open("today")

    screen.click("Noteren, Haddad")
    screen.click("Bewaren")

    assert screen.run(contacts_of, family)[0].held_on == TODAY - timedelta(days=1)
    assert screen.run(appointments_left_open, TODAY) == []


def test_space_ticks_an_appointment_off(screen: Screen, family: Id) -> None:
    screen.open("today")
    screen.table("Afspraken van vandaag").select("Haddad")

    screen.press("Space")

    assert family
    assert [row.is_done for row in screen.run(appointments_on, TODAY)] == [False, True]


def test_an_appointment_without_family_asks_for_one_where_it_stands(
    screen: Screen, family: Id
) -> None:
    screen.open("today")

    screen.click(button_of(screen, "Kies een gezin, "))
    screen.type_in("Gezin", "had")
    screen.click("Bewaren")

    assert [row.family for row in screen.run(appointments_on, TODAY)] == [family, family]


def test_a_new_appointment_is_saved_and_an_empty_one_says_what_is_missing(
    screen: Screen, family: Id
) -> None:
    screen.open("today")
    screen.click("Nieuwe afspraak")

    screen.click("Bewaren")
    assert any("Kies een gezin, of zeg" in words for words in screen.wrong())
    screen.type_in("Wat", "overleg CLB")
    screen.type_in("Dag", "morgen")
    screen.type_in("Uur", "10")
    screen.click("Bewaren")

    assert family
    [row] = screen.run(appointments_on, TODAY + timedelta(days=1))
    assert (row.words, row.starts) == ("overleg CLB", time(10))


def test_an_agenda_file_is_taken_in_and_a_wrong_line_is_named(
    screen: Screen, tmp_path: Path
) -> None:
    page = screen.open("today")
    assert isinstance(page, TodayPage)
    agenda = tmp_path / "agenda.ics"
    begin = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:"
    agenda.write_text(f"{begin}20250325T101500\nSUMMARY:Overleg\nEND:VEVENT\nEND:VCALENDAR\n")

    page.appointments.take_in(agenda)
    screen.wait()

    assert [row.words for row in screen.run(appointments_on, TODAY)] == ["Overleg"]
    agenda.write_text(f"{begin}morgen\nEND:VEVENT\nEND:VCALENDAR\n")
    page.appointments.take_in(agenda)
    screen.wait()
    assert "Regel 3 van deze agenda is niet leesbaar." in screen.message()
