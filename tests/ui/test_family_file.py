"""Dossier: the overview, the people, the menu of the file, and its history."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id, new_id
from ouderapp.families.queries.dossier import dossier_of, recent_families
from ouderapp.families.queries.homes import homes_of
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.ui.families.page import FamilyPage
from ouderapp.ui.families.tabs import tabs_there
from tests.families.people import Four, the_four
from tests.ui.screen import Screen
from tests.work_builders import a_consent, a_family, a_school

DAY = date(2025, 3, 25)


@action("test")
def a_whole_family(session: Session) -> Four:
    """Haddad with a school, a contact, a late promise and a consent."""
    four = the_four(session, school=a_school(session, "Leonardo college"))
    a_consent(session, four.family)
    contact = {"held_on": date(2025, 3, 10), "kind": "huisbezoek", "initiative": "gezin"}
    session.add(
        tables.Contact(
            id=new_id(), family=four.family, minutes=45, persons=(four.mother,),
            summary="samen schooltoeslag aangevraagd", **contact,
        )
    )  # fmt: skip
    promise = {"by": "werker", "noted_on": DAY, "due_on": date(2025, 3, 21)}
    session.add(
        tables.FollowUp(id=new_id(), family=four.family, words="attest opvragen", **promise)
    )
    family = session.get_one(tables.Family, 1)
    family.remark, family.interpreter = "niet bellen na 18 u", "sociaal_tolk"
    return four


@action("test")
def an_empty_family(session: Session) -> Id:
    return a_family(session, "Osmani")


@pytest.fixture
def four(screen: Screen) -> Iterator[Four]:
    with clock.standing_at(DAY):
        yield screen.run(a_whole_family)


def page_of(screen: Screen, family: Id, tab: str = "overview") -> FamilyPage:
    page = screen.open("family", (family, tab))
    assert isinstance(page, FamilyPage)
    return page


def menu(page: FamilyPage) -> dict[str, QAction]:
    return {one.text(): one for one in page._menu._menu.actions() if one.text()}


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


def test_people_homes_and_relations_have_a_tab(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")

    people = screen.table("Personen")
    assert people.column("Naam") == [
        "Rania Haddad", "Samir Haddad", "Sara Haddad", "Bilal Haddad",
    ]  # fmt: skip
    assert people.column("Leeftijd") == ["", "", "12", "ongeveer 10"]
    assert people.column("School en klas")[2] == "1A2, Leonardo college"
    assert screen.table("Thuis").column("Adres") == ["Stationsstraat 12"]
    assert "Rania Haddad is ouder van Sara Haddad" in screen.table("Relaties").column("Relatie")
    assert "Sara Haddad is kind van Rania Haddad" in screen.table("Relaties").column("Relatie")


def test_a_new_person_stands_in_the_list(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")

    screen.click("Persoon toevoegen")
    screen.type_in("Voornaam", "Oma Fatma")
    screen.choose("Rol", "grootmoeder")
    screen.type_in("Geboren", "1950")
    screen.click("Bewaren en sluiten")

    assert "Oma Fatma" in screen.table("Personen").column("Naam")


def test_a_person_can_be_changed_with_role_school_and_no_contact(
    screen: Screen, four: Four
) -> None:
    """D03: no contact is seen at once."""
    page_of(screen, four.family, "people")
    people = screen.table("Personen")
    people.select("Samir Haddad")

    screen.press("F2", people.view)
    screen.click("Geen contact")
    screen.choose("Ouderlijk gezag", "nee")
    screen.click("Bewaren en sluiten")

    assert screen.table("Personen").column("Let op")[1] == "geen contact"
    page_of(screen, four.family, "overview")
    assert "Geen contact met Samir Haddad: niets sturen, niets vertellen." in screen.words()


def test_a_person_without_a_name_is_refused_beside_the_field(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")

    screen.click("Persoon toevoegen")
    screen.click("Bewaren en sluiten")

    assert set(screen.wrong()) == {
        "Deze persoon heeft nog geen naam. Typ een voornaam of een familienaam."
    }


def test_a_second_home_can_be_added_for_one_child(screen: Screen, four: Four) -> None:
    """D02."""
    page_of(screen, four.family, "people")

    screen.click("Thuis toevoegen")
    screen.type_in("Naam van de thuis", "bij papa")
    screen.type_in("Straat", "Kerkstraat")
    screen.click("Bilal")
    screen.choose("In welke weken", "Oneven weken")
    screen.click("Bewaren en sluiten")

    homes = {home.street: home for home in screen.run(homes_of, four.family, DAY)}
    assert [one.name for one in homes["Kerkstraat"].residents] == ["Bilal Haddad"]
    assert "bij papa, Kerkstraat" in screen.table("Thuis").column("Adres")


def test_a_home_in_the_bin_leaves_every_child(screen: Screen, four: Four) -> None:
    """D02: deleting a home never deletes the child."""
    page_of(screen, four.family, "people")
    homes = screen.table("Thuis")
    homes.select("Stationsstraat 12")

    screen.press("Del", homes.view)

    assert "Nog geen adres." in screen.words()
    assert len(screen.table("Personen")) == 4


def test_a_relation_that_is_written_down_shows_both_ways(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")

    screen.click("Relatie noteren")
    screen.choose("Wie", "Samir Haddad")
    screen.choose("is", "plusouder van")
    screen.choose("van wie", "Bilal Haddad")
    screen.click("Bewaren en sluiten")

    told = screen.table("Relaties").column("Relatie")
    assert "Samir Haddad is plusouder van Bilal Haddad" in told
    assert "Bilal Haddad is pluskind van Samir Haddad" in told


def test_a_person_can_be_taken_out_and_brought_back(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")
    people = screen.table("Personen")
    people.select("Bilal Haddad")

    screen.press("Del", people.view)
    assert "Bilal Haddad" not in screen.table("Personen").column("Naam")
    screen.do("undo")

    assert "Bilal Haddad" in screen.table("Personen").column("Naam")


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


def test_the_lists_keep_the_rules_of_qt_s_models(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")

    for name in ("Personen", "Thuis", "Relaties"):
        model = screen.table(name).view.model()
        assert QAbstractItemModelTester(model).model() is model


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
