"""Acceptance 3 · In the car: unlock, note what was said, close."""

from ouderapp.contacts.queries.lists import contacts_without_family
from tests.ui.journeys.hand import Hand
from tests.ui.journeys.started import PHRASE

NOTE = "attest komt vrijdag, tolk bellen"


def test_from_the_locked_window_to_a_saved_note(locked_hand: Hand) -> None:
    """X04: the cursor is in the passphrase at once, and in Vandaag after it."""
    hand = locked_hand
    hand.type(PHRASE)
    hand.press("Return")
    hand.press("Ctrl+N")
    hand.press("Return")
    hand.type(NOTE)
    hand.press("Ctrl+Return")

    assert [row.summary for row in hand.screen.run(contacts_without_family)] == [NOTE]
    assert (hand.meter.struct, hand.meter.clicks) == (4, 0)
    assert hand.meter.klm <= 30


def test_a_wrong_passphrase_is_selected_to_type_over(locked_hand: Hand) -> None:
    """X04: nothing to clear first."""
    hand = locked_hand
    hand.type("een andere zin van mij")
    hand.press("Return")
    told = hand.screen.wrong()
    hand.type(PHRASE)
    hand.press("Return")

    assert "Die wachtzin past niet" in told[0]
    assert "Vandaag" in hand.screen.window.windowTitle()
    assert hand.meter.struct == 2
