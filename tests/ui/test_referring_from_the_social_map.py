"""What a service is like, and a referral that begins at its card (R01, UX 2.13)."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.referrals.queries import referrals_of
from ouderapp.store.journal import action
from ouderapp.ui.directory.page import DirectoryPage
from ouderapp.ui.paper_sheet import PaperSheet
from tests.letters.example import text_of
from tests.ui.screen import Screen
from tests.ui.test_directory_page import DAY, LIST, a_map, services
from tests.work_builders import a_family


@pytest.fixture
def page(screen: Screen, today: date) -> DirectoryPage:
    screen.run(a_map)
    found = screen.open("directory")
    assert today == DAY
    assert isinstance(found, DirectoryPage)
    return found


@pytest.mark.usefixtures("page")
def test_when_a_service_is_open_and_what_it_costs_is_asked_and_found(screen: Screen) -> None:
    """R01: opening hours, cost, how to register."""
    screen.click("Nieuwe dienst")
    screen.type_in("Naam", "Zwemclub")
    screen.choose("Soort", "Club of vrijetijdsaanbod")
    screen.type_in("Openingsuren", "wo 14-16 u")
    screen.type_in("Kostprijs", "5 euro, halve prijs met UiTPAS")
    screen.type_in("Hoe inschrijven", "Aan de balie, met kids-ID")
    screen.click("Bewaren en sluiten")

    screen.type_in("Filter in dit scherm", "balie uitpas")

    assert services(screen) == ["Zwemclub"]


def test_hours_and_cost_stand_in_the_list_when_there_is_room(
    screen: Screen, page: DirectoryPage
) -> None:
    assert page.view.isColumnHidden(2)

    page.window().resize(2400, 800)
    screen.wait()

    assert not page.view.isColumnHidden(2)
    assert screen.table(LIST).column("Openingsuren")[0] == "ma-vr 9-12 u"
    assert screen.table(LIST).column("Kostprijs")[0] == "gratis"


def test_a_referral_begins_at_the_card_of_a_service(screen: Screen, page: DirectoryPage) -> None:
    """UX 2.13: which family, and the service is filled in already."""
    family = screen.run(a_family_there)
    screen.table(LIST).select("Huis van het Kind")
    screen.wait()

    screen.click("Doorverwijzing")
    screen.type_in("Gezin", "hadd")
    screen.click("Verder")
    assert screen.text_of("Naar welke dienst") == "Huis van het Kind"
    screen.choose("Waarover", "Opvoeding")
    screen.click("Koud: enkel het adres")
    screen.click("Bewaren")

    (row,) = screen.run(referrals_of, family)
    assert (row.partner_name, row.direction) == ("Huis van het Kind", "uit")


def test_no_referral_goes_to_a_school(screen: Screen, page: DirectoryPage) -> None:
    screen.table(LIST).select("Voorbeeldcollege")
    screen.wait()

    assert "Doorverwijzing" not in screen.buttons()


def test_paper_tells_what_was_not_checked_for_long_and_keeps_own_tips(
    screen: Screen, page: DirectoryPage
) -> None:
    """R01: older than twelve months is flagged on print too."""
    screen.do("print")
    screen.wait()

    (paper,) = page.window().findChildren(PaperSheet)
    told = " ".join(text_of(paper._pdf).split())
    assert "Open: ma-vr 9-12 u Kostprijs: gratis" in told
    assert "An, onthaal" in told
    assert "Bel voor 10 u" not in told
    assert " Laatst nagekeken op 03/02/2025." in told
    assert "! Laatst nagekeken op 08/01/2024: meer dan een jaar geleden." in told


@action("test")
def a_family_there(session: Session) -> Id:
    return a_family(session, "Haddad")
