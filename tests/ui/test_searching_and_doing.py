"""Zoeken en doen: one box, one list, and every key of UX 2.5."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.search.uses import most_used
from ouderapp.store.journal import action
from ouderapp.ui.search.sheet import SearchSheet
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_partner, a_person


@action("test")
def two_families(session: Session) -> tuple[Id, Id]:
    osmani, haddad = a_family(session, "Osmani"), a_family(session, "Haddad")
    a_person(session, haddad, "Sara", role="dochter", family_name="Haddad")
    a_partner(session, "Huis van het Kind")
    for family, words in ((osmani, "Gebeld"), (haddad, "Rania mist nog een attest")):
        record_contact(session, a_contact_draft(family, summary=words, held_on=date(2025, 3, 10)))
    return osmani, haddad


class Wishes:
    """What the sheet asked of the window."""

    def __init__(self, sheet: SearchSheet) -> None:
        self.told: list[tuple[Any, ...]] = []
        sheet.open_asked.connect(lambda *what: self.told.append(("open", *what)))
        sheet.sheet_asked.connect(lambda *what: self.told.append(("sheet", *what)))
        sheet.action_asked.connect(lambda *what: self.told.append(("do", *what)))


@pytest.fixture
def families(screen: Screen) -> tuple[Id, Id]:
    found: tuple[Id, Id] = screen.run(two_families)
    return found


@pytest.fixture
def sheet(screen: Screen, families: tuple[Id, Id]) -> SearchSheet:
    assert families
    made = SearchSheet(screen.background)
    made.open_beside()
    screen.wait()
    return made


def titles(screen: Screen) -> list[str]:
    return screen.table("Resultaten").column("Resultaten")


def test_ctrl_k_opens_it_with_the_cursor_in_the_field(screen: Screen) -> None:
    screen.open("letters")

    screen.do("search")

    field = screen.field("Zoek een gezin, persoon, brief of actie")
    assert field.hasFocus()
    assert field.window().windowTitle() == "Zoeken en doen"


@pytest.mark.usefixtures("sheet")
def test_before_anything_is_typed_the_last_families_and_usual_actions_stand_there(
    screen: Screen,
) -> None:
    assert titles(screen)[:3] == ["Haddad", "Osmani", "Nieuw contact"]
    assert len(titles(screen)) == 2 + 5


@pytest.mark.usefixtures("sheet")
def test_results_come_while_typing_and_are_counted(screen: Screen) -> None:
    """J19: in the list after three letters, with the sentence around the word."""
    field = "Zoek een gezin, persoon, brief of actie"

    screen.type_in(field, "att")

    assert titles(screen) == ["Haddad", "Gezin “att” aanmaken"]
    assert "1 resultaat" in screen.words()
    screen.type_in(field, "hadd")
    assert titles(screen) == [
        "Haddad", "Sara Haddad", "Contact bij Haddad", "Brief voor Haddad",
        "Gezin “hadd” aanmaken",
    ]  # fmt: skip
    assert "4 resultaten" in screen.words()


def test_the_first_press_of_down_moves(screen: Screen, sheet: SearchSheet) -> None:
    screen.type_in("Zoek een gezin, persoon, brief of actie", "hadd")

    screen.press("Down", on=sheet.field)

    line = sheet.current()
    assert line is not None
    assert line.title == "Sara Haddad"
    screen.press("Up", on=sheet.field)
    screen.press("Up", on=sheet.field)
    assert sheet.list.currentIndex().row() == 0


def test_enter_opens_the_family(
    screen: Screen, sheet: SearchSheet, families: tuple[Id, Id]
) -> None:
    wishes = Wishes(sheet)
    screen.type_in("Zoek een gezin, persoon, brief of actie", "hadd")

    screen.press("Return", on=sheet.field)

    assert wishes.told == [("open", "family", families[1])]


def test_ctrl_enter_writes_a_contact_with_whoever_is_chosen(
    screen: Screen, sheet: SearchSheet, families: tuple[Id, Id]
) -> None:
    wishes = Wishes(sheet)
    screen.type_in("Zoek een gezin, persoon, brief of actie", "osm")

    screen.press("Ctrl+Return", on=sheet.field)

    assert wishes.told == [("sheet", "new_contact", families[0])]


def test_shift_enter_makes_a_family_even_when_something_fits(
    screen: Screen, sheet: SearchSheet
) -> None:
    wishes = Wishes(sheet)
    screen.type_in("Zoek een gezin, persoon, brief of actie", "Haddaoui")

    screen.press("Shift+Return", on=sheet.field)

    assert wishes.told == [("sheet", "new_family", {"name": "Haddaoui"})]


def test_an_action_is_run_and_comes_up_first_the_next_time(
    screen: Screen, sheet: SearchSheet
) -> None:
    wishes = Wishes(sheet)
    screen.type_in("Zoek een gezin, persoon, brief of actie", "maandaf")

    screen.press("Return", on=sheet.field)
    screen.wait()

    assert wishes.told == [("do", "go_month_end")]
    assert screen.run(most_used, 2, ["new_contact"]) == ["go_month_end", "new_contact"]


def test_a_service_opens_on_the_social_map(screen: Screen, sheet: SearchSheet) -> None:
    wishes = Wishes(sheet)
    screen.type_in("Zoek een gezin, persoon, brief of actie", "huis van")

    screen.press("Return", on=sheet.field)

    assert wishes.told[0][:2] == ("open", "directory")
    assert wishes.told[0][2][0] == "partner"


@pytest.mark.usefixtures("sheet")
def test_a_slip_of_the_finger_is_asked_back(screen: Screen) -> None:
    """UX 2.5: "Niets gevonden voor 'haddd'. Bedoel je Haddad?"."""
    screen.type_in("Zoek een gezin, persoon, brief of actie", "haddd")

    assert "Niets gevonden voor “haddd”. Bedoel je Haddad?" in screen.words()
    assert titles(screen)[0] == "Haddad"


@pytest.mark.usefixtures("sheet")
def test_nothing_found_says_so_and_still_offers_a_new_family(screen: Screen) -> None:
    screen.type_in("Zoek een gezin, persoon, brief of actie", "qqq")

    assert "Niets gevonden voor “qqq”." in screen.words()
    assert titles(screen) == ["Gezin “qqq” aanmaken"]


def test_an_answer_to_what_was_typed_before_is_dropped(screen: Screen, sheet: SearchSheet) -> None:
    sheet.field.setText("osmani")
    sheet.field.setText("haddad")
    screen.wait()
    sheet._answer(1, "osmani", [])

    assert titles(screen)[0] == "Haddad"


def test_a_screen_reader_hears_the_line_that_is_chosen(screen: Screen, sheet: SearchSheet) -> None:
    """Y21: names on everything, the current line told at the field."""
    screen.type_in("Zoek een gezin, persoon, brief of actie", "att")

    told = QAccessible.queryAccessibleInterface(sheet.field)
    assert told.text(QAccessible.Text.Name) == "Zoek een gezin, persoon, brief of actie"
    heard = told.text(QAccessible.Text.Description)
    assert heard == "Contact, Haddad, Rania mist nog een attest, 10/03/2025"
    assert sheet.list.accessibleName() == "Resultaten"


def test_the_list_keeps_the_rules_of_qt_s_models(sheet: SearchSheet) -> None:
    tester = QAbstractItemModelTester(sheet.rows)

    assert tester.model() is sheet.rows


def test_escape_closes(screen: Screen, sheet: SearchSheet) -> None:
    hidden: list[int] = []
    sheet.finished.connect(hidden.append)

    screen.press("Esc", on=sheet.field)

    assert hidden == [0]


def test_any_text_may_be_pasted(screen: Screen, sheet: SearchSheet) -> None:
    for text in ('"', "a* OR b", "'); DROP TABLE family;--", "محمّد", "%s {family}", "x" * 900):
        sheet.field.setText(text)
        screen.wait()

        assert all(line.create for line in sheet.rows.rows)


def test_a_family_that_is_not_there_yet_begins_with_the_typed_name(screen: Screen) -> None:
    screen.open("letters")
    screen.do("search")
    screen.type_in("Zoek een gezin, persoon, brief of actie", "Haddaoui")

    screen.press("Shift+Return", on=screen.field("Zoek een gezin, persoon, brief of actie"))

    assert screen.text_of("Naam van het gezin") == "Haddaoui"
