"""Personen: who belongs to the family, their homes, and how they stand to each other."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ouderapp.base import clock
from ouderapp.families.queries.homes import homes_of
from tests.families.people import Four
from tests.ui.family_files import DAY, a_whole_family, page_of
from tests.ui.screen import Screen


@pytest.fixture
def four(screen: Screen) -> Iterator[Four]:
    with clock.standing_at(DAY):
        yield screen.run(a_whole_family)


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


def test_the_lists_keep_the_rules_of_qt_s_models(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")

    for name in ("Personen", "Thuis", "Relaties"):
        model = screen.table(name).view.model()
        assert QAbstractItemModelTester(model).model() is model


def test_the_schools_of_a_child_over_the_years_can_be_read_and_written(
    screen: Screen, four: Four
) -> None:
    """D05: what was before this school year stands under it, and a correction is one Enter."""
    page_of(screen, four.family, "people")
    screen.table("Personen").select("Sara Haddad")

    screen.click("Scholen en klassen")
    screen.click("Schooljaar toevoegen")
    screen.choose("Schooljaar", "2023-2024")
    screen.type_in("Klas", "6B")
    screen.click("Bewaren en sluiten")

    years = screen.table("Scholen en klassen")
    assert years.column("Schooljaar") == ["2024-2025", "2023-2024"]
    assert years.column("Klas") == ["1A2", "6B"]

    years.select("2023-2024")
    screen.press("F2", years.view)
    screen.type_in("Klas", "6A")
    screen.click("Bewaren en sluiten")

    assert screen.table("Scholen en klassen").column("Klas") == ["1A2", "6A"]


def test_an_adult_has_no_schools(screen: Screen, four: Four) -> None:
    page_of(screen, four.family, "people")
    screen.table("Personen").select("Rania Haddad")

    screen.click("Scholen en klassen")

    assert screen.window.facts.currentMessage() == "Kies eerst een kind."
