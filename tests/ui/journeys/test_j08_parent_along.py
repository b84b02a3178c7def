"""J8 · A parent comes along: two keys, and the parent counts without retyping."""

from tests.ui.journeys.classroom import at_the_tiles, state_of
from tests.ui.journeys.hand import Hand


def test_j8_a_mother_along_takes_two_keys(hand: Hand) -> None:
    """A09: O and M; the tile says so, and one parent is counted."""
    at_the_tiles(hand, ("Amina", "Bilal"))

    hand.press("O")
    hand.press("M")

    assert state_of(hand.screen, "Amina") == "aanwezig met ouder"
    assert "1 ouder mee" in hand.screen.words()
    assert (hand.meter.struct, hand.meter.clicks) == (2, 0)


def test_j8_what_is_noted_of_a_parent_is_one_act(hand: Hand) -> None:
    """Y18: one Ctrl+Z takes back the parent and what it did to the pupil."""
    at_the_tiles(hand, ("Amina", "Bilal"))
    hand.press("Space")
    hand.press("Left")
    hand.press("O")
    hand.press("M")

    hand.press("Ctrl+Z")

    assert state_of(hand.screen, "Amina") == "aanwezig"
    assert "ouder mee" not in hand.screen.words().replace("O ouder mee", "")
