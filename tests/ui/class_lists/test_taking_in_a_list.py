"""Klaslijst invoeren on screen: who is known, taken in, taken back (J18)."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ouderapp.base.clock import today
from ouderapp.base.school_year import school_year_of
from ouderapp.directory.commands import add_school
from ouderapp.directory.records import SchoolDraft
from ouderapp.ui.focus import focus_chain
from tests.ui.class_lists.conftest import TABLE, names
from tests.ui.dropped import drop
from tests.ui.screen import Screen


def deals(screen: Screen) -> dict[str, str]:
    return {row[1]: row[-1] for row in reversed(screen.table(TABLE).rows())}


def _other_year() -> str:
    year = school_year_of(today()) - 1
    return f"{year}-{year + 1}"


def test_a_dropped_list_is_shown_and_nothing_is_written_yet(sheet: Screen) -> None:
    assert "26 leerlingen, 2 al bekend" in sheet.words()
    assert sheet.text_of("Scheidingsteken") == "puntkomma"
    assert sheet.text_of("Letters") == "Windows-1252"
    assert sheet.text_of("School") == "GO! Atheneum"
    assert names(sheet) == ["El Amrani"]


def test_who_is_known_stands_on_top_beside_the_file_that_is_there(sheet: Screen) -> None:
    table = sheet.table(TABLE)

    assert table.column("Familienaam")[:2] == ["El Amrani", "D'Hondt"]
    assert table.column("Al bekend")[:3] == [
        "Bilal El Amrani", "staat twee keer in deze lijst", ""
    ]  # fmt: skip
    assert table.column("Wat gebeurt er?")[:3] == ["Niet invoeren", "Niet invoeren", "Invoeren"]


def test_24_pupils_come_in_and_one_undo_removes_them_all(sheet: Screen) -> None:
    """Scenario 23."""
    sheet.click("24 leerlingen invoeren")
    after = names(sheet)
    told = sheet.message()

    sheet.do("undo")

    assert len(after) == 25
    assert {"D'Hondt", "De Smet", "Haddad"} <= set(after)
    assert told == "24 leerlingen ingevoerd."
    assert names(sheet) == ["El Amrani"]


def test_by_keyboard_alone_a_pupil_is_left_out_and_the_rest_comes_in(sheet: Screen) -> None:
    sheet.table(TABLE).select("Haddad")

    sheet.press("Space")
    sheet.press("Ctrl+Return")
    # The dialog is gone before Ctrl is let go; held, it would add to what is selected next.
    QTest.keyRelease(sheet.window, Qt.Key.Key_Control)

    assert "Haddad" not in names(sheet)
    assert len(names(sheet)) == 24


def test_who_is_known_comes_in_anyway_when_a_person_says_so(sheet: Screen) -> None:
    sheet.table(TABLE).select("El Amrani")

    sheet.click("Invoeren")
    sheet.click("25 leerlingen invoeren")

    assert names(sheet).count("El Amrani") == 2


def test_of_who_is_known_only_the_class_can_be_noted(sheet: Screen) -> None:
    sheet.table(TABLE).select("El Amrani")

    sheet.click("Alleen de klas noteren")
    sheet.click("25 leerlingen invoeren")

    assert names(sheet).count("El Amrani") == 1
    assert sheet.message() == "24 leerlingen ingevoerd. 1 klas genoteerd."


def test_of_somebody_new_the_class_alone_cannot_be_noted(sheet: Screen) -> None:
    sheet.table(TABLE).select("Haddad")

    assert "Alleen de klas noteren" not in sheet.buttons()


def test_what_a_person_decided_stays_when_the_school_year_changes(sheet: Screen) -> None:
    sheet.table(TABLE).select("Haddad")
    sheet.press("Space")

    sheet.choose("Schooljaar", _other_year())

    assert deals(sheet)["Haddad"] == "Niet invoeren"


def test_two_schools_must_be_chosen_from_first(school: Screen, listed: Path) -> None:
    school.run(add_school, SchoolDraft(name="Sint-Jozef", school_level="basis"))

    drop(school.window, listed)
    school.wait()

    assert "Kies eerst de school." in school.words()
    school.choose("School", "Sint-Jozef")
    assert "24 leerlingen invoeren" in school.buttons()


def test_lines_that_were_set_aside_can_be_copied_with_their_reason(
    school: Screen, tmp_path: Path
) -> None:
    """D26: a reject list with reasons."""
    file = tmp_path / "lijst.csv"
    file.write_text("Naam;Voornaam\nNowak;Noor\n-;-\n;.\n", encoding="utf-8")
    drop(school.window, file)
    school.wait()

    school.click("Deze lijnen kopiëren")

    assert "1 leerling, 2 lijnen apart gelegd" in school.words()
    assert QApplication.clipboard().text() == "lijn 3: geen naam\nlijn 4: geen naam"


def test_tab_reaches_everything_and_everything_has_a_name(sheet: Screen) -> None:
    dialog = QApplication.activeWindow()
    assert dialog is not None

    reached = list(focus_chain(dialog))

    names_of = [one.accessibleName() or getattr(one, "text", str)() for one in reached]
    assert "" not in names_of
    for name in ("School", "Schooljaar", "Kolom 1, Naam", TABLE, "24 leerlingen invoeren"):
        assert name in names_of
