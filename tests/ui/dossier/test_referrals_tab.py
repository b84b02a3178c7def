"""Doorverwijzingen in the dossier (R02, R03, R04)."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.referrals.commands import record_referral
from ouderapp.referrals.queries import referrals_of
from ouderapp.referrals.records import ReferralDraft
from ouderapp.store.journal import action
from ouderapp.ui.referrals.tab import ReferralsTab
from tests.ui.screen import Screen
from tests.work_builders import a_consent, a_contact_draft, a_partner

TODAY = date(2025, 3, 25)
LIST = "Doorverwijzingen"


@action("test")
def a_service(session: Session) -> Id:
    return a_partner(session, "Vrij CLB")


@action("test")
def consented(session: Session, family: Id) -> Id:
    return a_consent(session, family, purpose="gegevens_delen_met_clb")


@pytest.fixture
def service(screen: Screen) -> Id:
    return Id(screen.run(a_service))


def refer(screen: Screen, family: Id, service: Id, **more: Any) -> Id:
    facts: dict[str, Any] = {"direction": "uit", "sent_on": TODAY, "theme": "studiekeuze"}
    made: Id = screen.run(record_referral, ReferralDraft(family, partner=service, **(facts | more)))
    return made


def test_the_list_shows_both_directions_and_what_came_of_them(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    refer(screen, family, service, sent_on=TODAY - timedelta(days=50))
    refer(screen, family, service, direction="in", sent_on=TODAY - timedelta(days=9))
    screen.run(record_contact, a_contact_draft(family, held_on=TODAY - timedelta(days=7)))

    shown(ReferralsTab)

    table = screen.table(LIST)
    assert table.column("Dienst") == ["van Vrij CLB", "Vrij CLB"]
    assert table.column("Resultaat") == ["eerste contact na 2 dagen", "nog geen nieuws"]


def test_a_warm_referral_is_saved_without_a_consent(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    shown(ReferralsTab)
    screen.click("Doorverwijzen naar een dienst")

    screen.type_in("Naar welke dienst", "clb")
    screen.choose("Waarover", "Studiekeuze")
    assert "er gaan geen gegevens weg" in screen.words()
    screen.click("Bewaren")

    [row] = screen.run(referrals_of, family)
    assert (row.partner, row.theme, row.mode) == (service, "studiekeuze", "warm")
    assert (row.status, row.answer_by) == ("verstuurd", TODAY + timedelta(days=14))


def test_a_letter_asks_for_a_consent_and_nothing_leaves_without(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    shown(ReferralsTab)
    screen.click("Doorverwijzen naar een dienst")
    screen.type_in("Naar welke dienst", "clb")

    screen.click("Met een brief per post")
    assert "kies de toestemming ervoor" in screen.words()
    screen.click("Bewaren")

    assert service
    assert screen.run(referrals_of, family) == []
    assert any("geen geldige toestemming" in words for words in screen.wrong())


def test_with_its_consent_a_letter_may_go(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    consent = screen.run(consented, family)
    shown(ReferralsTab)
    screen.click("Doorverwijzen naar een dienst")
    screen.type_in("Naar welke dienst", "clb")
    screen.click("Met een brief per post")

    screen.choose("Toestemming", "Delen met het CLB, 10/01/2025")
    screen.click("Bewaren")

    assert service
    assert screen.run(referrals_of, family)[0].consent == consent


def test_a_referral_that_came_in_asks_no_consent_and_no_answer(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    shown(ReferralsTab)

    screen.click("Naar ons doorverwezen")
    labels = set(screen.labels())
    screen.type_in("Van welke dienst", "clb")
    screen.click("Bewaren")

    assert labels.isdisjoint({"Toestemming", "Nieuws verwacht tegen"})
    [row] = screen.run(referrals_of, family)
    assert (row.direction, row.partner, row.answer_by) == ("in", service, None)


def test_a_referral_to_nobody_says_what_is_missing(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    shown(ReferralsTab)
    screen.click("Doorverwijzen naar een dienst")

    screen.click("Bewaren")

    assert service
    assert screen.wrong()
    assert screen.run(referrals_of, family) == []


def test_f2_changes_a_referral_with_all_that_it_says(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    refer(screen, family, service, reason="Welke richting na 1A?")
    tab = shown(ReferralsTab)

    screen.press("F2", tab.view)
    said = screen.text_of("De vraag, zoals het gezin ze stelt")
    screen.choose("Hoe ver", "Gezin is geweest")
    screen.click("Bewaren")

    assert said == "Welke richting na 1A?"
    assert screen.table(LIST).column("Hoe ver") == ["Gezin is geweest"]
    assert screen.run(referrals_of, family)[0].partner == service


def test_space_notes_the_outcome_or_waits_two_weeks_more(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    refer(screen, family, service)
    tab = shown(ReferralsTab)

    screen.press("Space", tab.view)
    screen.click("Nog twee weken wachten")
    waits = screen.run(referrals_of, family)[0].answer_by
    screen.press("Space", tab.view)
    screen.click("Afspraak bij de dienst gemaakt")
    screen.type_in("Wat werd verteld", "Donderdag om 10 uur.")
    screen.click("Bewaren")

    [row] = screen.run(referrals_of, family)
    assert waits == TODAY + timedelta(days=14)
    assert (row.outcome, row.status) == ("afspraak_gemaakt", "eerste_afspraak")
    assert row.feedback == "Donderdag om 10 uur."


def test_del_bins_a_referral(screen: Screen, family: Id, service: Id, shown: Any) -> None:
    refer(screen, family, service)
    tab = shown(ReferralsTab)

    screen.press("Del", tab.view)

    assert screen.run(referrals_of, family) == []


def test_without_referrals_it_says_how_to_begin(screen: Screen, family: Id, shown: Any) -> None:
    shown(ReferralsTab)

    assert family
    assert "Nog geen doorverwijzingen." in screen.words()


def test_the_table_follows_the_contract_of_qt(
    screen: Screen, family: Id, service: Id, shown: Any
) -> None:
    refer(screen, family, service)
    tab = shown(ReferralsTab)

    tester = QAbstractItemModelTester(tab.view.rows)
    tab.reload()
    screen.wait()

    assert tester.model() is tab.view.rows
