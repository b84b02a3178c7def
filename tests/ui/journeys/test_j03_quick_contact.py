"""J3 · During or after a home visit: three keys, three letters and a note (Y01, Y02)."""

from datetime import date, time

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.contacts.records import PromiseAlong
from ouderapp.store.journal import action
from tests.ui.journeys.hand import Hand
from tests.work_builders import a_contact_draft, a_family, a_person

SIXTY = "samen de schooltoeslag aangevraagd, daar mist nog een attest"
FIRST_FOLDED = "Haddad"


@action("test")
def a_known_family(session: Session) -> tuple[Id, Id]:
    """Haddad, whose mother was at the home visit of two weeks ago."""
    a_family(session, "Osmani")
    family = a_family(session, FIRST_FOLDED)
    mother = a_person(session, family)
    a_person(session, family, "Sara", "dochter")
    draft = a_contact_draft(family, held_on=date(2025, 3, 10), persons=(mother,))
    record_contact(session, draft, (PromiseAlong("attest opvragen"),))
    return family, mother


def test_j3_from_vandaag_takes_three_keys_and_three_letters(hand: Hand) -> None:
    family, mother = hand.screen.run(a_known_family)
    hand.screen.open("today")
    hand.meter.think()

    hand.press("Ctrl+N")
    hand.choose("had")
    hand.press("Return")
    hand.meter.think()
    hand.type(SIXTY)
    hand.press("Ctrl+Return")

    newest = hand.screen.run(contacts_of, family)[0]
    assert newest.summary == SIXTY
    assert (newest.held_on, newest.starts, newest.minutes) == (date(2025, 3, 25), time(14), 60)
    assert (newest.kind, newest.persons) == (Kind.HOME_VISIT, (mother,))
    assert (hand.meter.struct, hand.meter.clicks) == (3 + 3, 0)
    assert hand.meter.content == len(SIXTY) == 60
    assert hand.meter.klm <= 22


def test_j3_with_the_family_in_front_takes_two_keys(hand: Hand) -> None:
    family, mother = hand.screen.run(a_known_family)
    hand.screen.open("today")
    hand.screen.table("Beloften").select("attest opvragen")
    hand.press("Ctrl+N")
    hand.type(SIXTY)
    hand.press("Ctrl+Return")

    newest = hand.screen.run(contacts_of, family)[0]
    assert (newest.summary, newest.persons) == (SIXTY, (mother,))
    assert (hand.meter.struct, hand.meter.clicks) == (2, 0)


def test_j3_inside_a_dossier_takes_two_keys(hand: Hand) -> None:
    """Y02: the page of the family itself is in front."""
    family, mother = hand.screen.run(a_known_family)
    hand.screen.open("family", family)

    hand.press("Ctrl+N")
    hand.type(SIXTY)
    hand.press("Ctrl+Return")

    newest = hand.screen.run(contacts_of, family)[0]
    assert (newest.summary, newest.persons) == (SIXTY, (mother,))
    assert (hand.meter.struct, hand.meter.clicks) == (2, 0)
