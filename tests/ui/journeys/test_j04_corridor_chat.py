"""J4 · Corridor chat: the name is not known yet, and the note is not lost (Y03)."""

from ouderapp.contacts.queries.lists import contacts_of, contacts_without_family
from tests.ui.journeys.hand import Hand
from tests.ui.journeys.test_j03_quick_contact import a_known_family

NOTE = "jongen 2B, fietssleutel"


def test_j4_takes_twelve_seconds_without_a_name_and_two_keys_later(hand: Hand) -> None:
    family, _mother = hand.screen.run(a_known_family)
    hand.screen.open("today")
    hand.meter.think()

    hand.press("Ctrl+N")
    hand.press("Return")
    hand.type(NOTE)
    hand.press("Ctrl+Return")

    assert [row.summary for row in hand.screen.run(contacts_without_family)] == [NOTE]
    assert (hand.meter.struct, hand.meter.content) == (3, len(NOTE))
    assert hand.meter.klm <= 12

    hand.screen.table("Contacten zonder gezin").select(f"“{NOTE}”")
    before = hand.meter.struct
    hand.press("Return")
    hand.meter.choosing()
    hand.type("had")
    hand.meter.choosing(is_on=False)
    hand.press("Return")

    assert hand.screen.run(contacts_without_family) == []
    assert NOTE in [row.summary for row in hand.screen.run(contacts_of, family)]
    assert hand.meter.struct - before == 2 + 3
    assert hand.meter.clicks == 0
