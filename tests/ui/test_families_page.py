"""Gezinnen: the list, its chips and filter, and the family of the row beside it."""

from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.families.queries.head import list_head
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.settings import set_setting
from ouderapp.ui.families.list_page import FamiliesPage
from tests.families.people import the_four
from tests.ui.screen import Screen
from tests.work_builders import a_consent, a_family, a_school

DAY = date(2025, 3, 25)
TABLE = "Gezinnen"


@action("test")
def three_families(session: Session) -> None:
    """Haddad with four persons and a school, Osmani and Yılmaz with a name and a language."""
    four = the_four(session, "Haddad", a_school(session, "Leonardo college"))
    a_consent(session, four.family)
    for name in ("Yılmaz", "Osmani"):
        a_family(session, name, contact_language="ps")


def first_school(session: Session) -> str:
    return session.scalars(sa.select(tables.School.id)).one()


@pytest.fixture
def three(screen: Screen) -> Iterator[Screen]:
    """The window with three families in the store."""
    with clock.standing_at(DAY):
        screen.run(three_families)
        yield screen


def page_of(screen: Screen) -> FamiliesPage:
    page = screen.open("families")
    assert isinstance(page, FamiliesPage)
    return page


def test_an_empty_store_says_how_to_begin(screen: Screen) -> None:
    screen.open("families")

    assert "Nog geen gezinnen. Voeg er een toe, of sleep een klaslijst" in screen.words()
    assert "Eerste gezin toevoegen" in screen.buttons()


def test_every_family_is_in_the_list_with_who_where_and_since_when(three: Screen) -> None:
    page_of(three)

    rows = {row[0]: row for row in three.table(TABLE).rows()}

    assert list(rows) == ["Haddad", "Osmani", "Yılmaz"]
    assert rows["Haddad"][1:4] == ["Sara, Bilal", "Leonardo college", ""]
    assert rows["Osmani"][3] == "Pashto"


@pytest.mark.parametrize("words", ["hadd", "sara", "samir", "stationsstraat", "leonardo", "0470"])
def test_the_filter_finds_a_family_by_anything_that_is_known(three: Screen, words: str) -> None:
    page_of(three)

    three.type_in("Filter in dit scherm", words)

    assert three.table(TABLE).column("Gezin") == ["Haddad"]


def test_a_filter_that_fits_nobody_says_so_and_can_be_cleared(three: Screen) -> None:
    page_of(three)
    three.type_in("Filter in dit scherm", "ossmani")
    assert 'Geen gezin past bij "ossmani".' in three.words()

    three.click("Filter wissen")

    assert len(three.table(TABLE)) == 3


def test_a_chip_shows_its_families_and_says_how_many(three: Screen) -> None:
    page_of(three)

    three.click("Zonder toestemming 2")

    assert three.table(TABLE).column("Gezin") == ["Osmani", "Yılmaz"]
    assert three.is_on("Zonder toestemming 2")
    assert not three.is_on("Alle 3")


def test_my_schools_are_a_chip_once_they_are_known(three: Screen) -> None:
    page_of(three)
    assert "Mijn scholen" not in three.words()
    three.run(set_setting, "my_schools", [three.run(first_school)])

    page_of(three)
    three.click("Mijn scholen 1")

    assert three.table(TABLE).column("Gezin") == ["Haddad"]


def test_a_search_is_kept_as_a_chip_and_forgotten_again(three: Screen) -> None:
    page_of(three)
    three.type_in("Filter in dit scherm", "osm")
    three.click("Deze zoekvraag bewaren")
    three.type_in("Filter in dit scherm", "")

    three.click("“osm”")
    assert three.table(TABLE).column("Gezin") == ["Osmani"]
    three.click("Deze zoekvraag vergeten")

    assert three.run(list_head, DAY).searches == ()
    assert "“osm”" not in three.words()


def test_the_order_is_the_same_the_next_time(three: Screen) -> None:
    page = page_of(three)
    page.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    three.wait()

    told = three.run(list_head, DAY)

    assert (told.order, told.is_descending) == ("name", True)


def test_the_family_of_the_row_stands_beside_the_list(three: Screen) -> None:
    page = page_of(three)
    three.table(TABLE).select("Haddad")
    page._show_card()
    three.wait()

    words = three.words()

    assert "Rania Haddad (moeder), Arabisch, 0470\u00a000\u00a000\u00a001" in words
    assert "Sara Haddad (dochter), 1A2, Leonardo college, 12 jaar" in words
    assert "Niets gepland, niets beloofd." in words


def test_enter_opens_the_file(three: Screen) -> None:
    page_of(three)
    table = three.table(TABLE)
    table.select("Osmani")

    three.press("Return", table.view)

    assert three.window.page is not None
    assert three.window.page.name == "family"
    assert "Osmani" in three.words()


def test_del_moves_a_family_to_the_bin_and_undo_brings_it_back(three: Screen) -> None:
    page_of(three)
    table = three.table(TABLE)
    table.select("Haddad")

    three.press("Del", table.view)
    assert three.table(TABLE).column("Gezin") == ["Osmani", "Yılmaz"]
    three.do("undo")

    assert three.table(TABLE).column("Gezin") == ["Haddad", "Osmani", "Yılmaz"]


def test_quick_contact_begins_with_the_family_of_the_row(three: Screen) -> None:
    page = page_of(three)
    three.table(TABLE).select("Osmani")

    assert page.about() == page.view.current()


def test_after_a_lock_the_list_is_as_it_was(three: Screen) -> None:
    page = page_of(three)
    three.click("Zonder toestemming 2")
    three.table(TABLE).select("Yılmaz")
    state = page.state()
    three.click("Alle 3")

    page.restore(state)
    three.wait()

    assert three.is_on("Zonder toestemming 2")
    assert page.view.current_row().name == "Yılmaz"


def test_the_list_keeps_the_rules_of_qt_s_models(three: Screen) -> None:
    page = page_of(three)

    tester = QAbstractItemModelTester(page.view.rows)

    assert tester.model() is page.view.rows
