"""The first start: five steps, four required fields, and a sheet that was tried (J1)."""

from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.ui import ask
from ouderapp.ui.start import vaults
from ouderapp.ui.start.first_start import Begun, FirstStart
from tests.ui.windows import Windows


@pytest.fixture
def first(windows: Windows, empty: Paths) -> FirstStart:
    return windows.show(FirstStart(windows.background, empty))


@pytest.fixture
def at_sheet(windows: Windows, first: FirstStart) -> FirstStart:
    """Arrived at the recovery sheet, with the proposed six words."""
    windows.click("Verder")
    windows.click("Verder")
    return first


def type_both_words(windows: Windows, first: FirstStart) -> None:
    for number in first.recovery.numbers:
        windows.type_in(f"Woord {number}", first.recovery.words[number - 1][:4])


def test_the_whole_walk_makes_a_vault_that_the_proposed_words_open(
    windows: Windows, first: FirstStart, empty: Paths
) -> None:
    """Y30."""
    begun: list[Begun] = []
    first.finished.connect(begun.append)

    windows.click("Verder")
    phrase = first.passphrase.value
    windows.click("Verder")
    type_both_words(windows, first)
    windows.click("Verder")
    windows.click("Verder")
    windows.type_in("Naam", "Lies Verhaege")
    windows.press("Return")

    assert (begun[0].name, begun[0].role, begun[0].has_sheet) == ("Lies Verhaege", "worker", True)
    assert vaults.open_vault(empty, phrase).keys == begun[0].keys


def test_nothing_is_written_at_the_welcome(first: FirstStart, empty: Paths) -> None:
    assert list(empty.vault.iterdir()) == []
    assert first.step == 1


def test_every_step_says_which_one_it_is(windows: Windows, first: FirstStart) -> None:
    """U03."""
    windows.click("Verder")

    assert first.accessibleName() == "Stap 2 van 5  Wachtzin"


def test_a_short_passphrase_of_ones_own_says_how_much_to_add(
    windows: Windows, first: FirstStart
) -> None:
    windows.click("Verder")
    windows.click("Mijn eigen wachtzin")
    windows.type_in("Mijn eigen wachtzin", "kat en hond")
    windows.type_in("Nog een keer", "kat en hond")
    windows.click("Verder")

    assert first.step == 2
    assert "nog niet lang genoeg" in windows.wrong()[0]


def test_a_passphrase_typed_differently_the_second_time_is_refused(
    windows: Windows, first: FirstStart
) -> None:
    windows.click("Verder")
    windows.click("Mijn eigen wachtzin")
    windows.type_in("Mijn eigen wachtzin", "de kat slaapt op zolder")
    windows.type_in("Nog een keer", "de kat slaapt op zoldre")
    windows.click("Verder")

    assert first.step == 2
    assert windows.wrong() == ["De twee zijn niet gelijk. Typ je wachtzin nog een keer."]


def test_a_good_passphrase_is_called_enough_for_a_stolen_laptop(
    windows: Windows, first: FirstStart
) -> None:
    windows.click("Verder")
    windows.click("Mijn eigen wachtzin")
    windows.type_in("Mijn eigen wachtzin", "de kat slaapt op zolder")

    assert "Genoeg voor een gestolen laptop" in windows.words()
    assert first.step == 2


def test_a_wrong_word_marks_only_its_own_field(windows: Windows, at_sheet: FirstStart) -> None:
    """X03."""
    one, other = at_sheet.recovery.numbers
    windows.type_in(f"Woord {one}", at_sheet.recovery.words[one - 1])
    windows.type_in(f"Woord {other}", "zzzz")
    windows.click("Verder")

    assert at_sheet.step == 3
    assert windows.wrong() == [
        f"Dit is niet woord {other} van het blad. "
        "Kijk in de lijst hierboven; de eerste vier letters zijn genoeg."
    ]
    assert windows.text_of(f"Woord {one}") == at_sheet.recovery.words[one - 1]


def test_the_sheet_is_skipped_only_with_the_written_sentence(
    windows: Windows, at_sheet: FirstStart
) -> None:
    """X03."""
    windows.click("Verder")
    step_without = at_sheet.step
    windows.type_in("Overslaan? Typ: ik neem het risico", "Ik neem het risico")
    windows.click("Verder")

    assert (step_without, at_sheet.step) == (3, 4)


def test_the_sheet_is_kept_as_a_pdf_with_a_warning(
    windows: Windows, at_sheet: FirstStart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "herstelblad.pdf"
    monkeypatch.setattr(ask, "save_file", lambda _parent, _name, _kinds, then: then(file))

    windows.click("Bewaren als PDF")

    assert file.read_bytes().startswith(b"%PDF")
    assert windows.message().startswith("Een bestand met deze woorden is zo goed als een sleutel.")
    assert at_sheet.step == 3


def test_without_a_printer_a_pdf_is_offered(windows: Windows, at_sheet: FirstStart) -> None:
    windows.click("Afdrukken")

    assert windows.message() == "Geen printer gevonden. Bewaar als PDF en druk later af."
    assert at_sheet.step == 3


def test_a_first_start_that_stopped_halfway_begins_again(
    windows: Windows, at_sheet: FirstStart, empty: Paths
) -> None:
    assert at_sheet.recovery.words
    assert not vaults.has_vault(empty)

    words = vaults.make_vault(empty, "een heel andere zin van mij").words

    assert words != at_sheet.recovery.words
    assert windows.buttons()


def test_a_vault_in_use_is_never_made_again(empty: Paths, made: tuple[str, ...]) -> None:
    assert made
    assert vaults.has_vault(empty)


def test_the_office_role_is_chosen_at_the_welcome(windows: Windows, first: FirstStart) -> None:
    windows.click("Ik werk op kantoor")

    assert first.welcome.role == "office"
