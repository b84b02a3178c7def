"""Tijdlijn (UX 2.9): the list, the strip and the table behind it."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.ui import ask
from ouderapp.ui.timeline.page import STRIP, TimelinePage
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_person, a_school

TODAY = date(2025, 3, 25)
LIST = "Tijdlijn van alle contacten"


@action("test")
def some_contacts(session: Session) -> Id:
    """Three of this school year, one of them without a family, and one of the year before."""
    haddad, osmani = a_family(session, "Haddad"), a_family(session, "Osmani")
    child = a_person(session, haddad, "Sara", "dochter")
    school = a_school(session, "Leonardo college")
    schooling = {"person": child, "school": school, "school_year": 2024}
    session.add(tables.Schooling(id=new_id(), **schooling))
    session.flush()
    record(session, haddad, held_on=date(2025, 3, 10), persons=(child,), initiative="jongere")
    record(
        session, osmani, held_on=date(2025, 3, 11), kind="telefoon", minutes=20, summary="gebeld"
    )
    record(session, None, held_on=date(2025, 1, 8), kind="informeel", summary="fietssleutel")
    record(
        session, haddad, held_on=date(2024, 6, 3), capitals=("financieel",), summary="vorig jaar"
    )
    return haddad


@action("test")
def many_contacts(session: Session, number: int) -> None:
    for at in range(number):
        record(session, None, held_on=TODAY - timedelta(days=at % 150), summary=f"nr {at}")


def record(session: Session, family: Id | None, **more: Any) -> None:
    record_contact(session, a_contact_draft(family, **({"starts": time(14)} | more)))


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    with clock.standing_at(TODAY, hour=14):
        yield


@pytest.fixture
def haddad(screen: Screen) -> Id:
    return Id(screen.run(some_contacts))


def page(screen: Screen) -> TimelinePage:
    opened = screen.open("timeline")
    assert isinstance(opened, TimelinePage)
    return opened


def notes(screen: Screen) -> list[str]:
    return screen.table(LIST).column("Notitie")


def test_the_list_shows_the_contacts_of_this_school_year_newest_first(
    screen: Screen, haddad: Id
) -> None:
    page(screen)

    assert haddad
    assert [row[:6] for row in screen.table(LIST).rows()] == [
        ["di 11/03 14:00", "Osmani", "Telefoon", "20 min", "", ""],
        ["ma 10/03 14:00", "Haddad", "Huisbezoek", "45 min", "Sara", ""],
        ["wo 08/01 14:00", "nog geen gezin", "Informeel", "45 min", "", ""],
    ]
    assert "3 contacten" in screen.words()


@pytest.mark.parametrize(
    ("field", "chosen", "found"),
    [
        ("Schooljaar", "2023-2024", ["vorig jaar"]),
        ("Soort contact", "Telefoon", ["gebeld"]),
        ("School", "Leonardo college", ["Samen de brief van school gelezen."]),
    ],
)
def test_each_choice_narrows_the_list(
    screen: Screen, haddad: Id, field: str, chosen: str, found: list[str]
) -> None:
    page(screen)

    screen.choose(field, chosen)

    assert haddad
    assert notes(screen) == found


def test_all_years_and_a_capital_find_what_is_long_ago(screen: Screen, haddad: Id) -> None:
    page(screen)
    screen.choose("Schooljaar", "Alle jaren")

    screen.choose("Raakt aan kapitaal", "Financieel")

    assert haddad
    assert screen.table(LIST).column("Wanneer") == ["03/06/2024 14:00"]


def test_ctrl_f_filters_on_words_and_on_names(screen: Screen, haddad: Id) -> None:
    page(screen)

    screen.do("filter")
    screen.type_in("Filter in dit scherm", "osm gebeld")
    QTest.qWait(200)
    screen.wait()

    assert haddad
    assert notes(screen) == ["gebeld"]


def test_nothing_found_says_so_and_the_filter_can_be_cleared(screen: Screen, haddad: Id) -> None:
    page(screen)
    screen.choose("Soort contact", "Sms of chatbericht")
    said = screen.words()

    screen.click("Filter wissen")

    assert haddad
    assert "Geen contacten in deze periode." in said
    assert len(screen.table(LIST)) == 3


def test_an_empty_store_says_so(screen: Screen) -> None:
    page(screen)

    assert "Geen contacten in deze periode." in screen.words()
    assert "0 contacten" in screen.words()


def test_a_click_on_a_title_sorts_the_whole_list(screen: Screen, haddad: Id) -> None:
    opened = page(screen)
    header = opened.view.horizontalHeader()

    header.sectionClicked.emit(1)
    screen.wait()
    by_name = screen.table(LIST).column("Gezin")
    header.sectionClicked.emit(1)
    screen.wait()

    assert haddad
    assert by_name == ["nog geen gezin", "Haddad", "Osmani"]
    assert screen.table(LIST).column("Gezin") == ["Osmani", "Haddad", "nog geen gezin"]


def test_more_rows_come_while_one_scrolls(screen: Screen) -> None:
    screen.run(many_contacts, 150)
    opened = page(screen)
    first = len(screen.table(LIST))

    bar = opened.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.wait()

    assert (first, len(screen.table(LIST))) == (100, 150)
    assert "150 contacten" in screen.words()


def test_what_is_written_elsewhere_appears_and_keeps_the_rows_that_were_loaded(
    screen: Screen,
) -> None:
    screen.run(many_contacts, 150)
    opened = page(screen)
    bar = opened.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.wait()

    screen.run(many_contacts, 1)

    assert len(screen.table(LIST)) == 151


def test_the_whole_list_is_exported_and_not_only_what_was_loaded(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.run(many_contacts, 150)
    page(screen)
    file = tmp_path / "tabel.csv"
    monkeypatch.setattr(ask, "save_file", lambda _parent, _name, _kinds, then: then(file))

    screen.do("export_table")

    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 1 + 150


def test_f2_changes_a_contact_and_saves_it(screen: Screen, haddad: Id) -> None:
    opened = page(screen)
    screen.table(LIST).select("Haddad")

    screen.press("F2")
    assert (screen.text_of("Gezin"), screen.is_on("Sara")) == ("Haddad", True)
    screen.type_in("Notitie", "toch de brief van mei")
    screen.click("Bewaren")

    assert opened.about() == haddad
    assert screen.run(contacts_of, haddad)[0].summary == "toch de brief van mei"
    assert "toch de brief van mei" in notes(screen)


def test_a_change_that_is_refused_says_what_to_do(screen: Screen, haddad: Id) -> None:
    page(screen)
    screen.table(LIST).select("Haddad")
    screen.press("F2")

    screen.type_in("Notitie", "rekening BE68 5390 0754 7034")
    screen.click("Bewaren")

    assert any("rekeningnummer" in words for words in screen.wrong())
    assert screen.run(contacts_of, haddad)[0].summary == "Samen de brief van school gelezen."


def test_del_moves_a_contact_to_the_bin_and_undo_brings_it_back(screen: Screen, haddad: Id) -> None:
    page(screen)
    screen.table(LIST).select("Haddad")

    screen.press("Del")
    after = len(screen.table(LIST))
    screen.do("undo")

    assert haddad
    assert (after, len(screen.table(LIST))) == (2, 3)


def test_the_strip_says_what_it_shows_and_t_gives_the_table(screen: Screen, haddad: Id) -> None:
    opened = page(screen)
    screen.click("Strook")

    opened.strip.strip.setFocus()
    QTest.keyClick(opened.strip.strip, Qt.Key.Key_T)
    screen.wait()

    assert haddad
    assert "1 van de 3 contacten begonnen bij een gezin of jongere" in screen.words()
    table = screen.table("Contacten per maand")
    assert dict(zip(table.column("Maand"), table.column("Samen"), strict=True))["maart 2025"] == "2"
    assert table.column("De jongere")[6] == "1"


def test_the_strip_can_be_read_aloud(screen: Screen, haddad: Id) -> None:
    opened = page(screen)
    opened.tabs.setCurrentIndex(STRIP)
    screen.wait()

    strip = opened.strip.strip

    assert haddad
    assert strip.accessibleName() == "Contacten van het schooljaar"
    assert strip.accessibleDescription() == "januari 2025: 1 contact, maart 2025: 2 contacten"


def test_the_list_has_the_focus_when_there_is_something_in_it(screen: Screen, haddad: Id) -> None:
    opened = page(screen)

    assert haddad
    assert QApplication.focusWidget() is opened.view


def test_the_list_follows_the_contract_of_qt(screen: Screen, haddad: Id) -> None:
    opened = page(screen)

    tester = QAbstractItemModelTester(opened.view.rows)
    opened.reload()
    screen.wait()

    assert haddad
    assert tester.model() is opened.view.rows
