"""A forgotten passphrase: twelve words, a new passphrase, and a new sheet (J14, Y29)."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.sealing.recovery import new_secret, secret_of, sheet_words
from ouderapp.ui.start import vaults
from ouderapp.ui.start.recover import RecoverWindow
from tests.ui.start.conftest import PHRASE
from tests.ui.windows import Windows


@pytest.fixture
def window(windows: Windows, empty: Paths, made: tuple[str, ...]) -> RecoverWindow:
    assert made
    return windows.show(RecoverWindow(windows.background, empty))


def type_sheet(windows: Windows, words: tuple[str, ...]) -> None:
    for number, word in enumerate(words, 1):
        windows.type_in(f"Woord {number}", word)


def test_the_words_give_a_new_passphrase_and_kill_the_old_sheet(
    windows: Windows, window: RecoverWindow, empty: Paths, made: tuple[str, ...]
) -> None:
    """X03."""
    opened: list[object] = []
    window.opened.connect(opened.append)
    type_sheet(windows, made)
    windows.click("Verder")
    phrase = window.passphrase.value
    windows.click("Verder")
    told = windows.message()
    for number in window.recovery.numbers:
        windows.type_in(f"Woord {number}", window.recovery.words[number - 1])
    windows.click("Verder")

    assert opened == [vaults.open_vault(empty, phrase).keys]
    assert told == "Het oude herstelblad werkt niet meer. Scheur het."
    with pytest.raises(Problem):
        vaults.open_with_words(empty, made)
    with pytest.raises(Problem):
        vaults.open_vault(empty, PHRASE)


def test_four_letters_and_a_space_are_enough_for_each_word(
    windows: Windows, window: RecoverWindow, made: tuple[str, ...]
) -> None:
    """Y29."""
    windows.type_in("Woord 1", f"{made[0][:4]} ")

    assert windows.text_of("Woord 1") == made[0]
    assert window.focusWidget() is window.words.lines[1]


def test_a_word_that_is_not_on_the_list_is_named(
    windows: Windows, window: RecoverWindow, made: tuple[str, ...]
) -> None:
    type_sheet(windows, made)
    windows.type_in("Woord 7", "qqqq")
    windows.click("Verder")

    assert window.step == 1
    assert windows.wrong() == ["Woord 7 staat niet in de lijst. Kijk nog eens op het blad."]


def test_words_of_another_sheet_say_that_they_do_not_fit(
    windows: Windows, window: RecoverWindow, empty: Paths, made: tuple[str, ...]
) -> None:
    type_sheet(windows, (*made[:11], made[0]))
    windows.click("Verder")

    assert window.step == 1
    assert windows.wrong() != [""]
    assert vaults.open_with_words(empty, made).from_copy is False


def test_all_words_at_once_go_each_to_their_own_line(
    windows: Windows, window: RecoverWindow, made: tuple[str, ...]
) -> None:
    window.words._typed(0, " ".join(made))

    assert window.words.words == made
    assert windows.buttons()


def test_sixty_keys_are_enough_for_every_sheet_there_can_be(
    windows: Windows, window: RecoverWindow, rounds: Callable[[int, int], int]
) -> None:
    """Y29: four letters and a space for each word, and one key to go on."""
    for _sheet in range(rounds(15, 1_000)):
        words = sheet_words(new_secret())
        keys = " ".join(word[:4] for word in words)
        for line in window.words.lines:
            line.clear()
        window.words.lines[0].setFocus()

        for key in keys:
            QTest.keyClicks(window.focusWidget(), key)

        assert len(keys) + 1 <= 60
        assert window.words.is_ready()
        assert secret_of(window.words.words) == secret_of(words)
