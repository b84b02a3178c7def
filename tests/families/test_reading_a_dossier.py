"""The overview of one family: who, now, mind; and families in one glance."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import new_id
from ouderapp.families.commands.home import add_home, end_home
from ouderapp.families.queries.dossier import dossier_of, family_cards, family_name
from ouderapp.families.queries.homes import homes_of
from ouderapp.store import tables
from tests.families.people import OPENED, a_home, the_four
from tests.work_builders import a_consent

TODAY = date(2025, 3, 25)


def test_a_new_family_has_an_overview(session: Session) -> None:
    four = the_four(session)

    found = dossier_of(session, four.family, TODAY)

    assert found.family.name == "Haddad"
    assert [one.given_name for one in found.members] == ["Rania", "Samir", "Sara", "Bilal"]
    assert [home.street for home in found.homes] == ["Stationsstraat"]
    assert (found.contacts, found.last_contact_on) == (0, None)
    assert (found.promises, found.appointments, found.consents) == ((), (), ())


def test_open_promises_come_by_their_day_and_say_when_they_are_late(session: Session) -> None:
    family = the_four(session).family
    for words, due_on, done_on in (
        ("fiets regelen", None, None),
        ("attest", date(2025, 3, 26), None),
        ("rapport", date(2025, 3, 24), None),
        ("gedaan", date(2025, 3, 1), date(2025, 3, 2)),
    ):
        facts = {"by": "werker", "noted_on": OPENED, "due_on": due_on, "done_on": done_on}
        session.add(tables.FollowUp(id=new_id(), family=family, words=words, **facts))
    session.flush()

    found = dossier_of(session, family, TODAY).promises

    assert [(one.words, one.is_late) for one in found] == [
        ("rapport", True),
        ("attest", False),
        ("fiets regelen", False),
    ]


def test_what_is_planned_comes_by_its_day_and_what_is_over_is_left_out(session: Session) -> None:
    family = the_four(session).family
    for day, is_done in ((date(2025, 4, 2), False), (TODAY, False), (date(2025, 3, 24), False)):
        facts = {"planned_on": day, "kind": "huisbezoek", "is_done": is_done}
        session.add(tables.Appointment(id=new_id(), family=family, **facts))
    done = {"planned_on": date(2025, 4, 1), "kind": "huisbezoek", "is_done": True}
    session.add(tables.Appointment(id=new_id(), family=family, **done))
    session.flush()

    found = dossier_of(session, family, TODAY).appointments

    assert [one.planned_on for one in found] == [TODAY, date(2025, 4, 2)]


def test_only_consents_that_hold_are_shown(session: Session) -> None:
    family = the_four(session).family
    a_consent(session, family, purpose="foto", withdrawn_on=TODAY)
    a_consent(session, family, purpose="evaluatie")

    found = dossier_of(session, family, TODAY).consents

    assert [one.purpose for one in found] == ["evaluatie"]


def test_contacts_are_counted_and_the_last_is_known(session: Session) -> None:
    family = the_four(session).family
    for day in (date(2025, 1, 3), date(2025, 3, 10)):
        facts = {"held_on": day, "kind": "telefoon", "initiative": "gezin"}
        session.add(tables.Contact(id=new_id(), family=family, **facts))
    session.flush()

    found = dossier_of(session, family, TODAY)

    assert (found.contacts, found.last_contact_on) == (2, date(2025, 3, 10))


def test_a_family_that_is_gone_has_no_overview(session: Session) -> None:
    with pytest.raises(NotFound):
        dossier_of(session, new_id(), TODAY)
    with pytest.raises(NotFound):
        family_name(session, new_id())


def test_a_card_shows_where_the_family_lives_now(session: Session) -> None:
    four = the_four(session)
    old = homes_of(session, four.family, TODAY)[0].id
    end_home(session, old, date(2025, 1, 31))
    add_home(session, four.family, a_home(from_on=date(2025, 2, 1), street="Molenweg"))

    (card,) = family_cards(session, (four.family,))

    assert (card.name, card.street, card.children) == ("Haddad", "Molenweg", 2)


def test_cards_come_in_the_order_asked_without_those_that_are_gone(session: Session) -> None:
    first, second = the_four(session, "A").family, the_four(session, "B").family

    names = [card.name for card in family_cards(session, (second, new_id(), first))]

    assert names == ["B", "A"]
    assert family_name(session, first) == "A"
