"""The timeline of one family (UX 2.8, C05): strip, first times, every contact."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.store.journal import action
from ouderapp.ui.timeline.family_timeline import TimelineTab
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_person

TODAY = date(2025, 3, 25)
LIST = "Contacten, nieuwste eerst"
LONG = "Samen de brief gelezen. " * 12


@action("test")
def haddad(session: Session) -> Id:
    """A family with two contacts; in the second the son took the first step."""
    family = a_family(session, "Haddad")
    mother = a_person(session, family)
    son = a_person(session, family, "Bilal", "zoon")
    facts: dict[str, Any] = {"held_on": date(2025, 1, 8), "persons": (mother,), "summary": "eerst"}
    record_contact(session, a_contact_draft(family, **facts))
    facts = {"persons": (son,), "initiative": "jongere", "capitals": ("sociaal",), "place": "poort"}
    record_contact(session, a_contact_draft(family, summary=LONG, **facts))
    return family


@action("test")
def empty_family(session: Session) -> Id:
    return a_family(session, "Osmani")


@action("test")
def three_hundred(session: Session) -> Id:
    family = a_family(session, "Yılmaz")
    mother = a_person(session, family)
    for number in range(300):
        day = date(2024, 1 + number % 12, 1 + number % 28)
        facts: dict[str, Any] = {"held_on": day, "persons": (mother,)}
        record_contact(session, a_contact_draft(family, **facts))
    return family


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    with clock.standing_at(TODAY, hour=14):
        yield


def timeline(screen: Screen, family: Id) -> TimelineTab:
    """The part as a dossier shows it."""
    made = TimelineTab(screen.background, family)
    made.resize(1100, 600)
    made.reload()
    screen.background.changed.connect(lambda _tables: made.reload())
    return screen.show(made)


def test_every_contact_stands_there_with_who_and_how_long(screen: Screen) -> None:
    timeline(screen, screen.run(haddad))

    assert screen.table(LIST).rows() == [
        ["ma 24/03 14:05 Huisbezoek 45 min, Bilal"],
        ["wo 08/01 14:05 Huisbezoek 45 min, Rania"],
    ]
    assert "2 contacten" in screen.words()


def test_a_contact_is_read_aloud_with_its_note(screen: Screen) -> None:
    part = timeline(screen, screen.run(haddad))

    spoken = part.list.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "wo 08/01, Huisbezoek, 45 minuten, Rania, eerst"


def test_enter_opens_an_entry_in_place_and_closes_it_again(screen: Screen) -> None:
    part = timeline(screen, screen.run(haddad))
    index = part.list.rows.index(0, 0)
    part.list.setCurrentIndex(index)
    before = part.list.visualRect(index).height()

    QTest.keyClick(part.list, Qt.Key.Key_Return)
    screen.wait()
    opened = part.list.visualRect(index).height()
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    screen.wait()

    assert opened > before
    assert part.list.visualRect(index).height() == before


def test_the_first_times_stand_under_the_strip(screen: Screen) -> None:
    timeline(screen, screen.run(haddad))

    said = screen.words()

    assert "1  08/01/2025  Eerste contact" in said
    assert "2  24/03/2025  De jongere zet zelf de eerste stap" in said


def test_the_list_can_be_narrowed_to_one_person(screen: Screen) -> None:
    timeline(screen, screen.run(haddad))

    screen.choose("Met wie", "Bilal")

    assert len(screen.table(LIST)) == 1
    assert "1 contact" in screen.words()


def test_f2_changes_an_entry(screen: Screen) -> None:
    family = screen.run(haddad)
    part = timeline(screen, family)
    part.list.setCurrentIndex(part.list.rows.index(1, 0))

    QTest.keyClick(part.list, Qt.Key.Key_F2)
    screen.wait()
    screen.type_in("Notitie", "eerste kennismaking")
    screen.click("Bewaren")

    assert screen.run(contacts_of, family)[1].summary == "eerste kennismaking"


def test_del_bins_an_entry_and_the_list_follows(screen: Screen) -> None:
    family = screen.run(haddad)
    part = timeline(screen, family)
    part.list.setCurrentIndex(part.list.rows.index(0, 0))

    QTest.keyClick(part.list, Qt.Key.Key_Delete)
    screen.wait()

    assert len(screen.run(contacts_of, family)) == 1
    assert len(screen.table(LIST)) == 1


def test_a_family_without_contacts_says_what_this_will_be(screen: Screen) -> None:
    timeline(screen, screen.run(empty_family))

    assert "Nog geen contacten. Dit wordt een eerste kennismaking." in screen.words()


def test_a_contact_that_was_found_elsewhere_is_opened_here(screen: Screen) -> None:
    family = screen.run(haddad)
    part = timeline(screen, family)
    old = screen.run(contacts_of, family)[1].id

    part.choose(old)

    assert (part.list.current(), part.list.opened) == (old, {old})


def test_three_hundred_contacts_are_all_there(screen: Screen) -> None:
    """How soon (UX 2.8) is measured among the benchmarks."""
    family = screen.run(three_hundred)
    part = TimelineTab(screen.background, family)
    part.resize(1100, 600)
    part.show()

    part.reload()
    screen.wait()
    part.grab()

    assert len(screen.table(LIST)) == 300


def test_the_entries_follow_the_contract_of_qt(screen: Screen) -> None:
    part = timeline(screen, screen.run(haddad))

    tester = QAbstractItemModelTester(part.list.rows)
    part.reload()
    screen.wait()

    assert tester.model() is part.list.rows
