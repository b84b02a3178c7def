"""J17: a parent looks along at the table; one key in, and one key and the passphrase out."""

from datetime import date

from ouderapp.base.ids import Id
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import FamilyDraft, NewFamily
from tests.ui.journeys.hand import Hand
from tests.ui.journeys.started import PHRASE

OURS, OTHERS = "Haddad", ("Okafor", "Yildirim")


def at_the_table(hand: Hand) -> Id:
    """Unlocked, three families, and the file of one in front."""
    hand.type(PHRASE)
    hand.press("Return")
    ids = [
        Id(hand.screen.run(open_family, NewFamily(FamilyDraft(name, date(2025, 3, 1)))))
        for name in (OURS, *OTHERS)
    ]
    hand.screen.open("families")
    hand.screen.open("family", ids[0])
    hand.meter.struct = hand.meter.content = hand.meter.clicks = 0
    return ids[0]


def families(hand: Hand) -> list[str]:
    """The list of families, as it stands on the screen."""
    hand.press("Ctrl+2")
    return sorted(hand.screen.table("Gezinnen").column("Gezin"))


def test_j17_one_key_and_only_this_family_exists(locked_hand: Hand) -> None:
    """X05: the mode is said, the list has one family, and the passphrase brings back all."""
    at_the_table(locked_hand)
    screen = locked_hand.screen

    locked_hand.press("Ctrl+M")
    keys_in = (locked_hand.meter.struct, locked_hand.meter.clicks)
    words, title = screen.words(), screen.window.windowTitle()
    during = families(locked_hand)
    locked_hand.press("Ctrl+M")
    locked_hand.type("een andere zin van mij")
    locked_hand.press("Return")
    is_still_on = bool(screen.window.look_along.family)
    locked_hand.screen.type_in("Wachtzin", PHRASE)
    locked_hand.press("Return")

    assert keys_in == (1, 0)
    assert "Meekijkmodus staat aan (Ctrl+M)" in words
    assert OURS not in title
    assert during == [OURS]
    assert is_still_on
    assert not screen.window.look_along.family
    assert families(locked_hand) == sorted((OURS, *OTHERS))
