"""Nieuw gezin: a name is enough, what is wrong is said, what is typed is kept."""

import pytest
from PySide6.QtTest import QTest

from ouderapp.base.clock import today
from ouderapp.families.overview import FamilyFilter
from ouderapp.families.queries.listing import families_listed
from ouderapp.store.drafts import draft_of
from ouderapp.ui.families.births import Birth, birth_of
from ouderapp.ui.families.new_sheet import DRAFT
from ouderapp.ui.keeping import KEEP_MS
from tests.ui.screen import Screen


@pytest.fixture
def sheet(screen: Screen) -> Screen:
    """The dialog over an empty list."""
    screen.open("families")
    screen.do("new_family")
    return screen


def names(screen: Screen) -> list[str | None]:
    return [row.name for row in screen.run(families_listed, FamilyFilter(), today()).rows]


def test_a_name_is_enough_and_the_file_opens(sheet: Screen) -> None:
    sheet.type_in("Naam van het gezin", "El Amrani")

    sheet.click("Bewaren en openen")

    assert names(sheet) == ["El Amrani"]
    assert sheet.window.page is not None
    assert sheet.window.page.name == "family"


def test_without_a_name_the_field_says_what_to_do(sheet: Screen) -> None:
    sheet.click("Bewaren en openen")

    assert set(sheet.wrong()) == {"Hier ontbreekt nog iets. Vul dit veld in en bewaar opnieuw."}
    assert names(sheet) == []


def test_a_birth_that_is_none_is_said_and_nothing_is_written(sheet: Screen) -> None:
    sheet.type_in("Naam van het gezin", "El Amrani")
    sheet.type_in("Voornaam, persoon 1", "Rania")
    sheet.type_in("Geboren, persoon 1", "ergens in mei")

    sheet.click("Bewaren en openen")

    assert "Dit is geen geboortedatum." in sheet.message()
    assert names(sheet) == []


def test_a_national_number_is_refused_with_words(sheet: Screen) -> None:
    """P07."""
    sheet.type_in("Naam van het gezin", "85.07.30-033.28")

    sheet.click("Bewaren en openen")

    assert "Dit lijkt op een rijksregisternummer" in " ".join(sheet.wrong() + [sheet.message()])
    assert names(sheet) == []


def test_one_more_line_is_always_ready(sheet: Screen) -> None:
    for number in (1, 2, 3):
        sheet.type_in(f"Voornaam, persoon {number}", f"Kind {number}")

    assert sheet.text_of("Voornaam, persoon 4") == ""
    assert sheet.text_of("Rol, persoon 1") == "moeder"
    assert sheet.text_of("Rol, persoon 2") == "vader"
    assert sheet.text_of("Rol, persoon 3") == "kind"


def test_what_is_typed_is_there_again_after_closing(sheet: Screen) -> None:
    sheet.type_in("Naam van het gezin", "El Amrani")
    sheet.type_in("Voornaam, persoon 1", "Rania")
    QTest.qWait(KEEP_MS + 100)
    sheet.wait()
    assert "Bewaard als ontwerp om" in sheet.words()
    sheet.click("Annuleren")

    sheet.do("new_family")

    assert sheet.text_of("Naam van het gezin") == "El Amrani"
    assert sheet.text_of("Voornaam, persoon 1") == "Rania"


def test_a_kept_draft_can_be_thrown_away(sheet: Screen) -> None:
    sheet.type_in("Naam van het gezin", "El Amrani")
    sheet.type_in("Voornaam, persoon 1", "Rania")
    QTest.qWait(KEEP_MS + 100)
    sheet.click("Annuleren")
    sheet.do("new_family")

    sheet.click("Opnieuw beginnen")

    assert sheet.text_of("Naam van het gezin") == ""
    assert sheet.text_of("Voornaam, persoon 1") == ""
    assert sheet.run(draft_of, DRAFT) is None


def test_once_saved_nothing_is_kept_as_a_draft(sheet: Screen) -> None:
    sheet.type_in("Naam van het gezin", "El Amrani")
    sheet.click("Bewaren en openen")
    QTest.qWait(KEEP_MS + 100)

    assert sheet.run(draft_of, DRAFT) is None


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("", None, None),
        ("2012", 2012, None),
        ("21/5/2012", 2012, (2012, 5, 21)),
        (" 2012 ", 2012, None),
    ],
)
def test_a_birth_is_a_year_or_a_date(
    text: str, year: int | None, day: tuple[int, int, int] | None
) -> None:
    birth = birth_of(text)

    assert birth is not None
    assert birth.birth_year == year
    assert (birth.born_on and birth.born_on.timetuple()[:3]) == day


@pytest.mark.parametrize("text", ["mei", "21/5", "12", "31/2/2012"])
def test_other_text_is_no_birth(text: str) -> None:
    assert birth_of(text) is None
    assert Birth() == birth_of("")
