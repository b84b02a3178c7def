"""J6 · The homework class: who is there, by keys, by pointer and by fingers (Y05, Y06)."""

from PySide6.QtWidgets import QListView, QPushButton

from tests.ui.journeys.classroom import PUPILS, a_class, at_the_tiles, present, state_of, tiles
from tests.ui.journeys.hand import Hand

EVERYONE = "Iedereen aanwezig"


def the_tiles(hand: Hand) -> QListView:
    """The grid of tiles."""
    view = hand.screen.table("Leerlingen").view
    assert isinstance(view, QListView)
    return view


def point_at(hand: Hand, name: str) -> None:
    """Click the tile of this pupil."""
    view = the_tiles(hand)
    row = list(tiles(hand.screen)).index(name)
    hand.click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def test_j6_twenty_of_twenty_four_take_twenty_four_keys(hand: Hand) -> None:
    """Y05, A06: Ctrl+H, down, a space for each who is there, an arrow for each who is not."""
    hand.screen.run(a_class)
    hand.screen.open("today")

    hand.press("Ctrl+H")
    hand.press("Down")
    for at in range(22):
        hand.press("Right" if at in (5, 12) else "Space")

    assert present(hand.screen) == 20
    assert "20 aanwezig" in hand.screen.words()
    assert [name for name, said in tiles(hand.screen).items() if said.startswith("niet")] == [
        PUPILS[5], PUPILS[12], PUPILS[22], PUPILS[23],
    ]  # fmt: skip
    assert (hand.meter.struct, hand.meter.content, hand.meter.clicks) == (24, 0, 0)


def test_j6_letters_and_enter_mark_who_comes_in(hand: Hand) -> None:
    """A06: the cursor stands where a name is typed, and stays there."""
    hand.screen.run(a_class)
    hand.screen.open("today")

    hand.press("Ctrl+H")
    for letters in ("chai", "noo", "xi"):
        hand.choose(letters)
        hand.press("Return")

    assert [state_of(hand.screen, name) for name in ("Chaima", "Noor", "Ximena")] == [
        "aanwezig"
    ] * 3
    assert present(hand.screen) == 3
    assert hand.meter.struct == 1 + 3 + len("chainooxi")


def test_j6_one_key_is_enough_to_take_a_mistake_back(hand: Hand) -> None:
    """Acceptance 7: one mistake undone, one pupil who let know, and blank stays blank."""
    at_the_tiles(hand)

    hand.press("Space")
    hand.press("Space")
    hand.press("Ctrl+Z")
    hand.press("W")

    assert state_of(hand.screen, "Amina") == "aanwezig"
    assert state_of(hand.screen, "Bilal") == "niet ingevuld"
    assert state_of(hand.screen, "Chaima") == "verwittigd"
    assert hand.meter.struct == 4


def test_j6_everyone_but_four_takes_five_actions_and_one_undo(hand: Hand) -> None:
    """Y06: a mark that was there before is never overwritten."""
    at_the_tiles(hand)
    hand.press("W")
    hand.meter.clear()

    hand.meter.think()
    hand.click(next(b for b in hand.screen._all(QPushButton) if b.text() == EVERYONE))
    for name in ("Bilal", "Elif", "Omar", "Vera"):
        hand.meter.think()
        point_at(hand, name)

    assert state_of(hand.screen, "Amina") == "verwittigd"
    assert present(hand.screen) == 24 - 1 - 4
    assert (hand.meter.clicks, hand.meter.struct) == (5, 0)
    assert hand.meter.klm <= 13.3


def test_j6_everyone_is_one_shortcut_and_one_undo(hand: Hand) -> None:
    """Y06: Ctrl+Shift+A, and one Ctrl+Z takes back the whole act."""
    at_the_tiles(hand)
    hand.press("W")

    hand.press("Ctrl+Shift+A")
    after = present(hand.screen)
    hand.press("Ctrl+Z")

    assert after == 23
    assert present(hand.screen) == 0
    assert state_of(hand.screen, "Amina") == "verwittigd"


def test_j6_twenty_taps_without_scrolling(hand: Hand) -> None:
    """Y05: all 24 tiles are in sight at 1366 by 768, and a tap is enough."""
    hand.screen.run(a_class)
    hand.screen.open("homework")
    view = the_tiles(hand)
    places = [view.visualRect(view.model().index(row, 0)) for row in range(24)]

    for place in places[:20]:
        hand.tap(view.viewport(), place.center())

    assert all(view.viewport().rect().contains(place.center()) for place in places)
    assert not view.verticalScrollBar().isVisible()
    assert present(hand.screen) == 20
    assert hand.meter.clicks == 20
