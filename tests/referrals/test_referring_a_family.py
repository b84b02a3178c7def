"""What a person may count on with referrals (R02, R03, R05, NEG-09)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing, NotFound
from ouderapp.base.forbidden import AccountNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.referrals.codes import (
    DIRECTION_WORDS,
    MODE_WORDS,
    OUTCOME_WORDS,
    STATUS_WORDS,
    Direction,
    Mode,
    Outcome,
    Status,
)
from ouderapp.referrals.commands import (
    delete_referral,
    edit_referral,
    note_outcome,
    record_referral,
    take_step,
)
from ouderapp.referrals.queries import (
    consents_that_hold,
    referral,
    referrals_between,
    referrals_of,
)
from ouderapp.referrals.records import ConsentGiven, ReferralDraft
from ouderapp.referrals.rules import (
    ConsentMissing,
    OutcomeBeforeReferral,
    ReferralTextTooLong,
    has_outcome,
    holds,
    is_warm,
    status_after,
)
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_consent, a_contact_draft, a_family, a_partner

SENT = date(2025, 3, 20)


def draft(session: Session, family: Id, **more: Any) -> ReferralDraft:
    facts: dict[str, Any] = {
        "direction": Direction.OUT,
        "sent_on": SENT,
        "theme": "vrije_tijd",
        "partner": more.pop("partner", None) or a_partner(session),
    }
    return ReferralDraft(family, **(facts | more))


def test_every_code_has_its_word() -> None:
    assert set(DIRECTION_WORDS) == set(Direction)
    assert set(MODE_WORDS) == set(Mode)
    assert set(STATUS_WORDS) == set(Status)
    assert set(OUTCOME_WORDS) == set(Outcome)


def test_the_outcomes_of_the_domain_page_and_of_the_pilots_are_one_list() -> None:
    of_the_domain_page = {
        *("opgestart", "afspraak_gemaakt", "toegekend", "geweigerd", "wachtlijst"),
        *("niet_gegaan", "afgehaakt", "nog_geen_terugkoppeling"),
    }

    assert set(Outcome) == of_the_domain_page | {"deelname_gestart", "afbetalingsplan"}


def test_every_referral_of_the_story_uses_codes_of_the_lists(database: Database) -> None:
    replay(database, Story(read()).events(), until=date(2025, 6, 30))

    with database.transaction() as session:
        rows = referrals_between(session, date(2024, 9, 1), date(2025, 6, 30))

    assert len(rows) == 7
    assert {row.outcome for row in rows} <= set(Outcome)
    assert {row.mode for row in rows} <= set(Mode)
    assert {row.status for row in rows} <= set(Status)
    assert [row.first_contact_on for row in rows if row.direction == "in"] == [date(2024, 12, 3)]


def test_a_warm_referral_without_data_needs_no_consent(session: Session, today: date) -> None:
    family = a_family(session)

    made = record_referral(session, draft(session, family, reason=" Graag sport voor de zoon. "))

    row = referral(session, made)
    assert (row.family_name, row.partner_name) == ("Haddad", "Huis van het Kind")
    assert (row.status, row.answer_by) == (Status.SENT, date(2025, 4, 3))
    assert (row.reason, row.outcome, is_warm(row.mode)) == ("Graag sport voor de zoon.", None, True)


@pytest.mark.parametrize("mode", [Mode.LETTER, Mode.BY_HAND, Mode.PHONE])
def test_nothing_is_shared_without_a_consent_that_holds(
    session: Session, today: date, mode: Mode
) -> None:
    family = a_family(session)
    other = a_consent(session, a_family(session, "Osmani"))
    withdrawn = a_consent(session, family, withdrawn_on=SENT)
    good = a_consent(session, family)

    for consent in (None, other, withdrawn, new_id()):
        with pytest.raises(ConsentMissing):
            record_referral(session, draft(session, family, mode=mode, consent=consent))
    made = record_referral(session, draft(session, family, mode=mode, consent=good))

    assert referral(session, made).consent == good


def test_a_draft_may_wait_for_its_consent_but_not_leave(session: Session, today: date) -> None:
    family = a_family(session)
    made = record_referral(session, draft(session, family, mode=Mode.LETTER, status=Status.AGREED))

    with pytest.raises(ConsentMissing):
        take_step(session, made, Status.SENT)

    assert referral(session, made).status == Status.AGREED


def test_a_consent_withdrawn_later_does_not_stop_the_next_step(
    session: Session, today: date
) -> None:
    family = a_family(session)
    consent = a_consent(session, family, withdrawn_on=date(2025, 3, 22))
    made = record_referral(session, draft(session, family, mode=Mode.LETTER, consent=consent))

    take_step(session, made, Status.RECEIVED)

    assert referral(session, made).status == Status.RECEIVED


def test_a_referral_that_came_in_needs_no_consent_and_waits_for_nobody(
    session: Session, today: date
) -> None:
    family = a_family(session)
    came_in = draft(session, family, direction=Direction.IN, mode=Mode.LETTER, sent_on=SENT)
    made = record_referral(session, came_in)
    for day in (SENT - timedelta(days=1), SENT + timedelta(days=2), SENT + timedelta(days=5)):
        record_contact(session, a_contact_draft(family, held_on=day))

    row = referral(session, made)

    assert (row.answer_by, row.first_contact_on) == (None, SENT + timedelta(days=2))


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({}, True),
        ({"given_on": date(2025, 3, 26)}, False),
        ({"given_on": date(2025, 3, 25)}, True),
        ({"lapses_on": date(2025, 3, 25)}, True),
        ({"lapses_on": date(2025, 3, 24)}, False),
        ({"withdrawn_on": date(2025, 3, 25)}, False),
        ({"withdrawn_on": date(2025, 3, 26)}, True),
        ({"family": Id("other")}, False),
    ],
)
def test_a_consent_holds_from_giving_to_its_last_day_until_withdrawn(
    facts: dict[str, Any], held: bool
) -> None:
    own: dict[str, Any] = {"family": Id("own"), "given_on": date(2025, 1, 1)}
    consent = ConsentGiven(Id("c"), purpose="delen", **(own | facts))

    assert holds(consent, "own", date(2025, 3, 25)) is held


def test_only_consents_that_hold_are_offered(session: Session, today: date) -> None:
    family = a_family(session)
    good = a_consent(session, family)
    a_consent(session, family, withdrawn_on=date(2025, 3, 1))

    assert [one.id for one in consents_that_hold(session, family, today)] == [good]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.TAKES_PART, Status.DONE),
        (Outcome.APPOINTMENT_MADE, Status.FIRST_APPOINTMENT),
        (Outcome.WAITING_LIST, Status.RECEIVED),
        (Outcome.REFUSED, Status.REFUSED),
        (Outcome.DROPPED_OUT, Status.STOPPED),
        (Outcome.NO_NEWS_YET, Status.SENT),
    ],
)
def test_an_outcome_leads_to_its_step(outcome: Outcome, status: Status) -> None:
    assert status_after(outcome, Status.SENT) == status
    assert has_outcome(outcome) is (outcome != Outcome.NO_NEWS_YET)


def test_an_outcome_is_noted_with_its_day_and_what_was_told(session: Session, today: date) -> None:
    made = record_referral(session, draft(session, a_family(session)))

    note_outcome(session, made, Outcome.TAKES_PART, today, " Hij traint mee. ")

    row = referral(session, made)
    assert (row.outcome, row.outcome_on, row.status) == ("deelname_gestart", today, "afgerond")
    assert row.feedback == "Hij traint mee."


def test_no_news_is_no_outcome(session: Session, today: date) -> None:
    made = record_referral(session, draft(session, a_family(session)))

    note_outcome(session, made, Outcome.NO_NEWS_YET, today)

    row = referral(session, made)
    assert (row.outcome_on, row.status) == (None, Status.SENT)


def test_an_outcome_does_not_come_before_the_referral_nor_without_a_code(
    session: Session, today: date
) -> None:
    made = record_referral(session, draft(session, a_family(session)))

    with pytest.raises(OutcomeBeforeReferral):
        note_outcome(session, made, Outcome.STARTED, date(2025, 3, 19))
    with pytest.raises(FieldMissing):
        note_outcome(session, made, "goed", today)
    with pytest.raises(FieldMissing):
        take_step(session, made, "weg")


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        ({"direction": "op"}, FieldMissing, "direction"),
        ({"mode": "lauw"}, FieldMissing, "mode"),
        ({"status": "weg"}, FieldMissing, "status"),
        ({"theme": "koffie"}, FieldMissing, "theme"),
        ({"reason": "a" * 1001}, ReferralTextTooLong, "reason"),
        ({"reason": "BE68 5390 0754 7034"}, AccountNumberInText, "reason"),
    ],
)
def test_what_is_no_referral_is_refused_with_the_field_named(
    session: Session, wrong: dict[str, Any], problem: type[Exception], field: str
) -> None:
    with pytest.raises(problem) as told:
        record_referral(session, draft(session, a_family(session), **wrong))

    assert getattr(told.value, "field", "") == field


def test_an_outgoing_referral_goes_to_somebody(session: Session) -> None:
    to_nobody = ReferralDraft(a_family(session), Direction.OUT, SENT, "vrije_tijd")

    with pytest.raises(FieldMissing) as told:
        record_referral(session, to_nobody)

    assert told.value.field == "partner"


def test_a_changed_referral_keeps_its_outcome(session: Session, today: date) -> None:
    family = a_family(session)
    made = record_referral(session, draft(session, family))
    note_outcome(session, made, Outcome.WAITING_LIST, today)

    edit_referral(session, made, draft(session, family, theme="taal", status=Status.RECEIVED))

    row = referral(session, made)
    assert (row.theme, row.outcome, row.status) == ("taal", "wachtlijst", "ontvangen")


def test_the_newest_referral_stands_first_and_deleting_can_be_taken_back(
    database: Database, today: date
) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
        first = record_referral(session, draft(session, family))
        second = record_referral(session, draft(session, family, sent_on=today))

    database.run(delete_referral, first)

    with database.transaction() as session:
        assert [row.id for row in referrals_of(session, family)] == [second]
    database.run(undo)
    with database.transaction() as session:
        assert [row.id for row in referrals_of(session, family)] == [second, first]


def test_a_referral_that_is_gone_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        referral(session, new_id())
