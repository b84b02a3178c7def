"""Dossier: the overview, the people, the menu of the file, and its history."""

from collections.abc import Iterator

import pytest

from ouderapp.base import clock
from ouderapp.families.queries.dossier import dossier_of, recent_families
from ouderapp.ui.families.page import FamilyPage
from ouderapp.ui.families.tabs import tabs_there
from tests.families.people import Four
from tests.ui.family_files import DAY, a_whole_family, an_empty_family, menu, page_of
from tests.ui.screen import Screen


@pytest.fixture
def four(screen: Screen) -> Iterator[Four]:
    with clock.standing_at(DAY):
        yield screen.run(a_whole_family)


def test_the_overview_says_who_now_and_mind(screen: Screen, four: Four) -> None:
    page_of(screen, four.family)

    words = screen.words()

    assert "Haddad" in words
    assert "Stationsstraat 12" in words
    assert "Rania Haddad (moeder), Arabisch" in words
    assert "Sara Haddad (dochter), 1A2, Leonardo college, 12 jaar" in words
    assert "Bilal Haddad (zoon), wordt 10 dit jaar" in words
    assert "attest opvragen, vr 21/03, te laat" in words
    assert "Sociaal tolk" in words
    assert "niet bellen na 18 u" in words


def test_the_last_contacts_stand_under_the_cards(screen: Screen, four: Four) -> None:
    page_of(screen, four.family)

    (row,) = screen.table("Laatste contacten").rows()

    assert row[:3] == ["ma 10/03", "Huisbezoek", "45 min"]
    assert row[4] == "samen schooltoeslag aangevraagd"


def test_a_family_about_which_nothing_is_known_has_a_file(screen: Screen) -> None:
    page_of(screen, screen.run(an_empty_family))

    words = screen.words()

    assert "Er staat nog niemand in." in words
    assert "Nog geen contacten. Dit wordt een eerste kennismaking." in words
    assert "Nog geen toestemming genoteerd." in words


def test_the_family_itself_can_be_changed(screen: Screen, four: Four) -> None:
    page = page_of(screen, four.family)

    menu(page)["Gezin wijzigen…"].trigger()
    screen.type_in("Naam van het gezin", "Haddad-Osmani")
    screen.click("Bewaren en sluiten")

    assert "Haddad-Osmani" in screen.words()


def test_a_file_is_closed_with_a_reason_and_opened_again(screen: Screen, four: Four) -> None:
    page = page_of(screen, four.family)

    menu(page)["Dossier afsluiten…"].trigger()
    screen.choose("Reden", "Het gezin is verhuisd")
    screen.click("Dossier afsluiten")
    closed = screen.run(dossier_of, four.family, DAY).family
    assert (closed.status, closed.close_reason, closed.closed_on) == ("afgerond", "verhuisd", DAY)
    assert "Afgerond" in screen.words()

    menu(page)["Dossier heropenen"].trigger()
    screen.wait()
    assert screen.run(dossier_of, four.family, DAY).family.status == "lopend"


def test_a_family_can_be_kept_from_the_office(screen: Screen, four: Four) -> None:
    page = page_of(screen, four.family)

    menu(page)["Niet delen met het kantoor"].trigger()
    screen.wait()
    assert "Dit gezin wordt niet gedeeld met het kantoor." in screen.words()

    menu(page)["Weer delen met het kantoor"].trigger()
    screen.wait()
    assert "Dit gezin wordt niet gedeeld met het kantoor." not in screen.words()


def test_a_deleted_file_leads_back_to_the_list(screen: Screen, four: Four) -> None:
    page = page_of(screen, four.family)

    menu(page)["Naar prullenmand"].trigger()
    screen.wait()

    assert screen.window.page is not None
    assert screen.window.page.name == "families"


def test_the_history_says_what_stood_there_before(screen: Screen, four: Four) -> None:
    """D25."""
    page = page_of(screen, four.family)
    menu(page)["Gezin wijzigen…"].trigger()
    screen.choose("Gesprekstaal", "Arabisch")
    screen.click("Bewaren en sluiten")

    menu(page)["Geschiedenis…"].trigger()
    screen.wait()

    newest = screen.table("Geschiedenis").rows()[0]
    assert newest[1] == "Gezin gewijzigd"
    assert newest[3:] == ["", "Arabisch"]


def test_the_files_that_were_opened_last_are_one_key_away(screen: Screen, four: Four) -> None:
    other = screen.run(an_empty_family)
    page_of(screen, four.family)
    page_of(screen, other)
    assert [card.name for card in screen.run(recent_families)] == ["Osmani", "Haddad"]

    screen.do("recent")
    recent = screen.table("Recente dossiers")
    recent.select("Haddad")
    screen.press("Return", recent.view)

    assert isinstance(screen.window.page, FamilyPage)
    assert screen.window.page.family == four.family


def test_the_window_never_says_the_name_of_the_family(screen: Screen, four: Four) -> None:
    page_of(screen, four.family)

    assert screen.window.windowTitle() == "Dossier — ouderapp"


def test_after_a_lock_the_same_tab_is_in_front(screen: Screen, four: Four) -> None:
    page = page_of(screen, four.family, "people")
    state = page.state()
    page.show_tab("overview")

    page.restore(state)
    screen.wait()

    assert screen.table("Personen").column("Rol")[0] == "moeder"


@pytest.mark.parametrize("tab", [tab.name for tab in tabs_there()])
def test_every_tab_opens_on_a_family_without_anything(screen: Screen, tab: str) -> None:
    page = page_of(screen, screen.run(an_empty_family), tab)

    assert page.state() == {"tab": tab}
    assert screen.message() == ""


@pytest.mark.parametrize("tab", [tab.name for tab in tabs_there()])
def test_every_tab_opens_on_a_family_that_is_known(screen: Screen, four: Four, tab: str) -> None:
    page = page_of(screen, four.family, tab)

    assert page.state() == {"tab": tab}
    assert screen.message() == ""
