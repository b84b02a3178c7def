"""J14 · The passphrase is forgotten: twelve words, a new passphrase, a new sheet (Y29, X03)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts_without_family
from ouderapp.store.database import Database
from ouderapp.ui.start import vaults
from tests.ui.journeys.conftest import KIND, _counted
from tests.ui.journeys.hand import Hand
from tests.ui.journeys.started import PHRASE, started
from tests.ui.journeys.test_j01_first_start import asked_words
from tests.work_builders import a_contact_draft

MOST_KEYS = 60


@pytest.fixture
def paths(tmp_path: Path, cheap: None) -> Paths:
    """The vault of somebody with one contact."""
    (tmp_path / "vault").mkdir(mode=0o700)
    return Paths(tmp_path / "vault")


@pytest.fixture
def words(paths: Paths) -> tuple[str, ...]:
    """The words of the sheet in the safe."""
    made = vaults.make_vault(paths, PHRASE)
    database = Database.open(paths, made.keys)
    database.run(record_contact, a_contact_draft())
    database.close()
    return made.words


@pytest.fixture
def hand(app: QApplication, paths: Paths, words: tuple[str, ...]) -> Iterator[Hand]:
    assert words
    with _counted(app) as meter, started(app, paths.vault) as screen:
        yield KIND(screen, meter)


def test_j14_the_sheet_from_the_safe_gives_everything_back(
    hand: Hand, paths: Paths, words: tuple[str, ...]
) -> None:
    """Y29: at most 60 keys for the twelve words, with the key that ends them."""
    typed = " ".join(word[:4] for word in words)
    hand.screen.click("Wachtzin vergeten")
    hand.type(typed)
    hand.press("Return")
    phrase = hand.screen.window.passphrase.value  # type: ignore[attr-defined]
    hand.press("Return")
    told = hand.screen.message()
    one, other = asked_words(hand)
    hand.type(one)
    hand.press("Tab")
    hand.type(other)
    hand.press("Return")

    assert len(typed) + 1 <= MOST_KEYS
    assert told == "Het oude herstelblad werkt niet meer. Scheur het."
    assert len(hand.screen.run(contacts_without_family)) == 1
    assert (hand.meter.struct, hand.meter.clicks) == (4, 0)
    assert hand.meter.klm <= 120
    assert vaults.open_vault(paths, phrase).older == ()
    with pytest.raises(Problem):
        vaults.open_vault(paths, PHRASE)
    with pytest.raises(Problem):
        vaults.open_with_words(paths, words)


def test_j14_a_scanner_types_the_square_in_the_first_line(
    hand: Hand, words: tuple[str, ...]
) -> None:
    """X03: what stands in the square is all twelve words, as a scanner types them."""
    hand.screen.click("Wachtzin vergeten")
    hand.type(" ".join(words))
    hand.press("Return")

    assert "Nieuwe wachtzin" in hand.screen.words()


def test_j14_one_word_of_another_paper_is_said_and_nothing_changes(
    hand: Hand, paths: Paths, words: tuple[str, ...]
) -> None:
    before = paths.key_file.read_bytes()
    hand.screen.click("Wachtzin vergeten")
    hand.type(" ".join((*words[:4], "qqqq", *words[5:])))
    hand.press("Return")

    assert hand.screen.wrong() == ["Woord 5 staat niet in de lijst. Kijk nog eens op het blad."]
    assert paths.key_file.read_bytes() == before
