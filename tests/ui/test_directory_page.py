"""Sociale kaart on screen: the list, its chips, the card, the forms and every key of UX 2.13."""

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.directory.queries import card_of, places_listed
from ouderapp.directory.records import DirectoryFilter, DirectoryRow
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.ui.directory.page import DirectoryPage
from tests.ui.screen import Screen

DAY = date(2025, 3, 25)
LIST = "Sociale kaart"


@action("test")
def a_map(session: Session) -> Id:
    """Two services, one of them checked long ago, and a school."""
    house = tables.Partner(
        id=new_id(), name="Huis van het Kind", kind="huis_van_het_kind", offer="opvoeding",
        opening_hours="ma-vr 9-12 u", cost="gratis", registration="Bellen naar het onthaal",
        languages=("ar", "nl"), street="Marktplein", number="3", phone="053 00 00 01",
        tips="Bel voor 10 u", checked_on=date(2025, 2, 3),
    )  # fmt: skip
    fund = tables.Partner(
        id=new_id(), name="Mutualiteit", kind="ziekenfonds", checked_on=date(2024, 1, 8)
    )
    school = tables.School(
        id=new_id(), name="Voorbeeldcollege", community="frans", school_level="secundair",
        checked_on=date(2025, 3, 1),
    )  # fmt: skip
    session.add_all([house, fund, school])
    session.flush()
    session.add(
        tables.DirectoryPerson(id=new_id(), partner=house.id, name="An", function="onthaal")
    )
    session.flush()
    return Id(house.id)


@pytest.fixture
def page(screen: Screen, today: date) -> DirectoryPage:
    assert today == DAY
    screen.run(a_map)
    found = screen.open("directory")
    assert isinstance(found, DirectoryPage)
    return found


def services(screen: Screen) -> list[str]:
    return screen.table(LIST).column("Dienst")


def test_an_empty_map_says_how_to_begin_with_two_buttons(screen: Screen) -> None:
    page = screen.open("directory")

    assert "De sociale kaart is leeg." in screen.words()
    words = screen.buttons()
    assert (words.count("Nieuwe dienst"), words.count("Nieuwe school")) == (1, 1)
    assert isinstance(page, DirectoryPage)
    assert not page.card.isVisible()


@pytest.mark.usefixtures("page")
def test_the_list_shows_for_what_and_when_it_was_checked(screen: Screen) -> None:
    """R01: older than twelve months is flagged, in words as well."""
    table = screen.table(LIST)

    assert table.column("Dienst") == ["Huis van het Kind", "Mutualiteit", "Voorbeeldcollege"]
    assert table.column("Nagekeken") == ["02/2025", "01/2024", "03/2025"]
    assert table.column("Talen")[0] == "ar nl"
    assert "Lang niet nagekeken 1" in screen.buttons()


@pytest.mark.usefixtures("page")
def test_a_chip_leaves_what_a_family_comes_for(screen: Screen) -> None:
    screen.click("Gezondheid")
    assert services(screen) == ["Mutualiteit"]

    screen.click("School en CLB")
    assert services(screen) == ["Voorbeeldcollege"]

    screen.click("Lang niet nagekeken 1")
    assert services(screen) == ["Mutualiteit"]


@pytest.mark.usefixtures("page")
def test_the_filter_finds_what_is_offered(screen: Screen) -> None:
    screen.type_in("Filter in dit scherm", "opvoed")

    assert services(screen) == ["Huis van het Kind"]


def test_the_card_shows_what_is_known(screen: Screen, page: DirectoryPage) -> None:
    screen.table(LIST).select("Huis van het Kind")
    screen.wait()

    words = screen.words()
    for told in (
        *("Marktplein 3", "053 00 00 01", "Arabisch, Nederlands", "Tip: Bel voor 10 u"),
        *("Open: ma-vr 9-12 u", "Kostprijs: gratis", "Inschrijven: Bellen naar het onthaal"),
    ):
        assert told in words
    assert screen.table("Medewerkers").rows() == [["An, onthaal", ""]]
    assert page.card.accessibleName() == "Dienst: Huis van het Kind"


def test_n_says_that_it_was_checked_today(screen: Screen, page: DirectoryPage) -> None:
    screen.table(LIST).select("Mutualiteit")

    screen.press("N", on=page.view)

    assert screen.table(LIST).column("Nagekeken")[1] == "03/2025"
    assert "Laatst nagekeken op 25/03/2025." in screen.words()
    assert "Lang niet nagekeken" in screen.buttons()


def test_f2_changes_a_service(screen: Screen, page: DirectoryPage) -> None:
    screen.table(LIST).select("Mutualiteit")
    screen.press("F2", on=page.view)
    screen.wait()
    assert screen.text_of("Naam") == "Mutualiteit"

    screen.type_in("Naam", "Mutualiteit Denderdorp")
    screen.click("Bewaren en sluiten")

    assert "Mutualiteit Denderdorp" in services(screen)
    assert "ziekenfonds" in {row.kind for row in _places(screen)}


def test_a_new_service_and_a_new_school_are_asked_and_kept(
    screen: Screen, page: DirectoryPage
) -> None:
    screen.click("Nieuwe dienst")
    screen.type_in("Naam", "Wijkcentrum")
    screen.choose("Soort", "Buurtwerk")
    screen.click("Bewaren en sluiten")
    screen.click("Nieuwe school")
    screen.type_in("Naam", "École du Parc")
    screen.choose("Gemeenschap", "Franse Gemeenschap")
    screen.click("Bewaren en sluiten")

    assert {"Wijkcentrum", "École du Parc"} <= set(services(screen))
    kinds = {row.name: row.kind for row in _places(screen)}
    assert (kinds["Wijkcentrum"], kinds["École du Parc"]) == ("buurtwerk", "secundair")
    assert page.isVisible()


@pytest.mark.usefixtures("page")
def test_a_service_without_a_name_is_told_beside_the_field(screen: Screen) -> None:
    screen.click("Nieuwe dienst")

    screen.click("Bewaren en sluiten")

    assert screen.wrong()


@pytest.mark.usefixtures("page")
def test_an_account_number_in_a_tip_is_refused_beside_the_field(screen: Screen) -> None:
    """P07: refused, with words that say what to do."""
    screen.click("Nieuwe dienst")
    screen.type_in("Naam", "Wijkcentrum")
    screen.type_in("Eigen tips", "storten op BE68 5390 0754 7034")

    screen.click("Bewaren en sluiten")

    assert any("rekeningnummer" in words for words in screen.wrong())
    assert "Wijkcentrum" not in services(screen)


@pytest.mark.usefixtures("page")
def test_a_school_gets_a_day_without_class(screen: Screen) -> None:
    screen.table(LIST).select("Voorbeeldcollege")
    screen.wait()

    screen.click("Lesvrije dag toevoegen…")
    screen.type_in("Dag", "2/5/2025")
    screen.choose("Waarom", "Pedagogische studiedag")
    screen.click("Bewaren en sluiten")

    assert screen.table("Lesvrije dagen").rows() == [["02/05/2025", "Pedagogische studiedag"]]


def test_somebody_there_is_added_and_changed(screen: Screen, page: DirectoryPage) -> None:
    screen.table(LIST).select("Mutualiteit")
    screen.wait()
    screen.click("Medewerker toevoegen…")
    screen.type_in("Naam", "Bea")
    screen.click("Bewaren en sluiten")

    screen.table("Medewerkers").select("Bea")
    screen.press("F2", on=page.card.people)
    screen.type_in("Functie", "loket")
    screen.click("Bewaren en sluiten")

    assert screen.table("Medewerkers").rows() == [["Bea, loket", ""]]


def test_del_moves_to_the_bin_and_ctrl_z_brings_back(screen: Screen, page: DirectoryPage) -> None:
    screen.table(LIST).select("Mutualiteit")

    screen.press("Del", on=page.view)
    assert services(screen) == ["Huis van het Kind", "Voorbeeldcollege"]

    screen.do("undo")
    assert "Mutualiteit" in services(screen)


def test_a_place_that_is_used_is_not_deleted_but_marked(
    screen: Screen, page: DirectoryPage
) -> None:
    screen.run(a_letter, "Mutualiteit")
    screen.table(LIST).select("Mutualiteit")

    screen.press("Del", on=page.view)
    assert "kan niet weg" in screen.message()

    screen.click("Aanduiden als niet meer actief")
    assert services(screen) == ["Huis van het Kind", "Voorbeeldcollege"]
    screen.click("Niet meer actief 1")
    assert services(screen) == ["Mutualiteit"]


def test_the_search_leads_to_a_service_and_to_who_works_there(screen: Screen) -> None:
    house = screen.run(a_map)
    person = screen.run(card_of, "partner", house, DAY).people[0]

    page = screen.open("directory", ("directory_person", person.id))
    screen.wait()

    assert isinstance(page, DirectoryPage)
    assert page.view.current() == house


def test_the_tables_keep_the_rules_of_qt_s_models(page: DirectoryPage) -> None:
    testers = [QAbstractItemModelTester(view.rows) for view in (page.view, page.card.people)]

    assert [tester.model() for tester in testers] == [page.view.rows, page.card.people.rows]


@action("test")
def a_letter(session: Session, name: str) -> None:
    partner = session.query(tables.Partner).filter_by(name=name).one()
    facts = {"dated_on": DAY, "template": "x", "language": "nl", "reader": "dienst"}
    session.add(tables.Letter(id=new_id(), partner=partner.id, **facts))
    session.flush()


def _places(screen: Screen) -> list[DirectoryRow]:
    found: list[DirectoryRow] = screen.run(places_listed, DirectoryFilter(), DAY)
    return found
