"""J1 · From the first start to the first contact (Y30)."""

from PySide6.QtWidgets import QLabel

from ouderapp.contacts.queries.lists import contacts_without_family
from tests.ui.journeys.hand import Hand

NOTE = "kennismaking met de school"


def asked_words(hand: Hand) -> list[str]:
    """The first four letters of the two words of the sheet that must be typed back."""
    told = hand.screen.words().splitlines()
    shown = dict(line.split("  ", 1) for line in told if line[:1].isdigit() and "  " in line)
    asked = [line.removeprefix("Woord ") for line in told if line.startswith("Woord ")]
    return [shown[number][:4] for number in asked]


def test_j1_from_nothing_to_the_first_contact(new_hand: Hand) -> None:
    """Y30, X01: the proposed words, two words typed back, a name, and a note."""
    hand = new_hand
    hand.press("Return")
    hand.meter.think()
    hand.press("Return")
    one, other = asked_words(hand)
    hand.type(one)
    hand.press("Tab")
    hand.type(other)
    hand.press("Return")
    hand.press("Return")
    hand.type("Lies Verhaege")
    hand.press("Return")
    hand.meter.think()
    hand.press("Ctrl+N")
    hand.press("Return")
    hand.type(NOTE)
    hand.press("Ctrl+Return")

    assert [row.summary for row in hand.screen.run(contacts_without_family)] == [NOTE]
    assert "Vandaag" in [one.text() for one in hand.screen.window.findChildren(QLabel)]
    assert (hand.meter.struct, hand.meter.clicks) == (9, 0)
    assert hand.meter.klm <= 180
