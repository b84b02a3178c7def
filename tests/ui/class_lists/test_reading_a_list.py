"""Klaslijst invoeren on screen: what stands where, and what is refused (J18, scenario 23)."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.ui.main_window import MainWindow
from tests.class_lists.lists import workbook
from tests.ui.class_lists.conftest import NUMBER, TABLE, names
from tests.ui.dropped import drop
from tests.ui.screen import Screen


def test_an_empty_list_of_families_says_that_a_class_list_may_be_dropped(screen: Screen) -> None:
    screen.open("families")

    assert "Voeg er een toe, of sleep een klaslijst op dit venster." in screen.words()


def test_the_first_five_rows_stand_beside_what_each_column_is(sheet: Screen) -> None:
    assert sheet.text_of("Kolom 1, Naam") == "Familienaam"
    assert sheet.text_of("Kolom 4, Geboortedatum") == "Geboortejaar"
    for words in ("lijn 2", "lijn 6", "Zoë", "D'Hondt", "Peeters0"):
        assert words in sheet.words().splitlines()
    assert "lijn 7" not in sheet.words().splitlines()


def test_a_column_of_national_numbers_is_left_out_and_said_so(sheet: Screen) -> None:
    """P07."""
    assert (
        'Kolom "Rijksregisternummer" bevat rijksregisternummers. Die worden niet ingevoerd.'
        in sheet.words()
    )
    assert NUMBER not in sheet.words()


def test_another_meaning_of_a_column_is_seen_at_once(sheet: Screen) -> None:
    sheet.choose("Kolom 1, Naam", "Voornaam")

    assert sheet.text_of("Kolom 2, Voornaam") == "Niet nodig"
    assert "Zoë" not in sheet.table(TABLE).column("Voornaam")
    assert "D'Hondt" in sheet.table(TABLE).column("Voornaam")


def test_without_a_column_for_the_names_nothing_can_be_taken_in(sheet: Screen) -> None:
    sheet.choose("Kolom 1, Naam", "Niet nodig")
    sheet.choose("Kolom 2, Voornaam", "Niet nodig")

    assert "Zeg eerst in welke kolom de namen staan." in sheet.words()
    assert "Invoeren" not in sheet.buttons()


def test_other_letters_can_be_chosen(sheet: Screen) -> None:
    sheet.choose("Letters", "DOS")

    assert "Zoë" not in sheet.table(TABLE).column("Voornaam")
    sheet.choose("Letters", "Windows-1252")
    assert "Zoë" in sheet.table(TABLE).column("Voornaam")


def test_letters_that_do_not_fit_are_refused_and_the_list_stays(sheet: Screen) -> None:
    sheet.choose("Letters", "UTF-8")

    assert "De letters van dit bestand kunnen niet worden gelezen." in sheet.message()
    assert sheet.text_of("Letters") == "Windows-1252"
    assert "Zoë" in sheet.table(TABLE).column("Voornaam")


def test_the_class_of_all_is_asked_when_the_list_does_not_say_it(
    school: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("Naam;Voornaam\nNowak;Noor\n", encoding="utf-8")
    drop(school.window, file)
    school.wait()

    school.type_in("Klas van al deze leerlingen", "2B")

    assert school.table(TABLE).column("Klas") == ["2B"]


def test_the_tab_of_a_workbook_can_be_chosen(school: Screen, tmp_path: Path) -> None:
    rows: Sequence[Sequence[str]] = [["Naam", "Voornaam"], ["Nowak", "Noor"]]
    file = tmp_path / "klassen.xlsx"
    file.write_bytes(workbook(("1A", rows), ("1B", [rows[0], ["De Smet", "Renée"]])))
    drop(school.window, file)
    school.wait()

    school.choose("Tabblad", "1B")

    assert school.table(TABLE).column("Familienaam") == ["De Smet"]
    assert school.table(TABLE).column("Klas") == ["1B"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("leeg.csv", b"", "Dit bestand is leeg."),
        ("brief.xlsx", b"%PDF-1.7", "Dit is geen klaslijst."),
        ("prijzen.csv", b"Artikel;Prijs\nPotlood;1\n", "Geen kop in dit bestand zegt waar"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oude Excel (.xls)"),
    ],
)
def test_a_list_of_the_wrong_shape_is_refused_in_dutch(
    school: Screen, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """What is so, that nothing was written, and what to do; and nothing was."""
    (tmp_path / name).write_bytes(content)

    drop(school.window, tmp_path / name)
    school.wait()

    told = school.message()
    assert told.startswith(f"{name}: ")
    assert words in told
    assert "Er is niets weggeschreven." in told
    assert len(told.split(". ")) >= 3
    assert names(school) == ["El Amrani"]
    assert "Kies eerst de lijst." in school.words()


def test_a_wrong_file_after_a_right_one_leaves_the_list_as_it_is(
    sheet: Screen, tmp_path: Path
) -> None:
    (tmp_path / "leeg.csv").write_bytes(b"")

    drop(sheet.window, tmp_path / "leeg.csv")
    sheet.wait()

    assert "leeg.csv: Dit bestand is leeg." in sheet.message()
    assert "26 leerlingen, 2 al bekend" in sheet.words()


def test_the_dialog_opens_from_the_page_and_from_the_registry(screen: Screen) -> None:
    screen.open("families")

    screen.click("Klaslijst invoeren…")

    assert "Kies de lijst die de school je gaf" in screen.words()
    assert "Lijst kiezen…" in screen.buttons()


def test_a_heading_that_was_chosen_is_known_the_next_time(school: Screen, tmp_path: Path) -> None:
    """D26."""
    file = tmp_path / "een.csv"
    file.write_text("Voornaam;Stamgezin;Klas\nNoor;Nowak;1A\n", encoding="utf-8")
    drop(school.window, file)
    school.wait()
    school.choose("Kolom 2, Stamgezin", "Familienaam")
    school.click("1 leerling invoeren")

    drop(school.window, file)
    school.wait()

    assert school.text_of("Kolom 2, Stamgezin") == "Familienaam"


def test_a_list_dropped_on_the_dialog_itself_is_read(school: Screen, listed: Path) -> None:
    sheet = school.window.open_sheet("class_list")
    assert sheet is not None

    assert drop(sheet, listed)
    school.wait()

    assert "26 leerlingen, 2 al bekend" in school.words()


def test_the_dialog_fits_a_small_laptop(sheet: Screen) -> None:
    """1366 by 768, and the buttons are in sight."""
    dialog = QApplication.activeWindow()

    assert dialog is not None
    assert not isinstance(dialog, MainWindow)
    assert dialog.width() <= 1366
    assert dialog.minimumSizeHint().height() <= 700
