"""J7 · Somebody new walks in, brought along by a friend (Y07)."""

from tests.ui.journeys.classroom import a_class, at_the_tiles, state_of, tiles
from tests.ui.journeys.hand import Hand


def test_j7_a_new_name_takes_one_key(hand: Hand) -> None:
    """Y07, A08: first name and class, Enter; no form and no family."""
    hand.screen.run(a_class, ("Amina", "Bilal"))
    hand.screen.open("today")
    hand.press("Ctrl+H")
    hand.meter.clear()

    hand.type("Yassin 2B")
    hand.press("Return")

    assert tiles(hand.screen)["Yassin"] == "aanwezig, 2B · nieuw"
    assert "1 nieuw" in hand.screen.words()
    assert (hand.meter.struct, hand.meter.content, hand.meter.clicks) == (1, len("Yassin 2B"), 0)


def test_j7_who_brought_a_friend_is_one_letter_and_a_name(hand: Hand) -> None:
    """A08: M, some letters of who is there, Enter."""
    at_the_tiles(hand, ("Amina", "Bilal"))
    hand.press("Space")
    hand.meter.clear()

    hand.press("M")
    hand.choose("ami")
    hand.press("Return")

    assert state_of(hand.screen, "Bilal") == "aanwezig"
    assert tiles(hand.screen)["Bilal"].endswith("meegebracht door Amina")
    assert hand.meter.struct == 2 + len("ami")
