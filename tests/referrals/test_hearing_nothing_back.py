"""Silence after a referral becomes something to do (R04, DOMAIN 7.2)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.referrals.codes import Direction, Outcome, Status
from ouderapp.referrals.commands import note_outcome, record_referral, wait_longer
from ouderapp.referrals.queries import referral, silent_referrals
from ouderapp.referrals.records import ReferralDraft, Silence
from tests.work_builders import a_family, a_partner

SENT = date(2025, 3, 3)
FOURTEEN, FORTY_TWO = SENT + timedelta(days=14), SENT + timedelta(days=42)


def sent(session: Session, **more: Any) -> Id:
    facts: dict[str, Any] = {"direction": Direction.OUT, "sent_on": SENT, "theme": "taal"}
    draft = ReferralDraft(a_family(session), partner=a_partner(session), **(facts | more))
    return record_referral(session, draft)


def silence(session: Session, day: date) -> list[tuple[Silence, int]]:
    return [(one.silence, one.days) for one in silent_referrals(session, day)]


def test_silence_is_a_to_do_after_fourteen_and_again_after_forty_two_days(
    session: Session,
) -> None:
    sent(session)

    assert silence(session, FOURTEEN - timedelta(days=1)) == []
    assert silence(session, FOURTEEN) == [(Silence.FIRST_REMINDER, 14)]
    assert silence(session, FORTY_TWO - timedelta(days=1)) == [(Silence.FIRST_REMINDER, 41)]
    assert silence(session, FORTY_TWO) == [(Silence.SECOND_REMINDER, 42)]


def test_the_day_that_was_agreed_wins_over_fourteen_days(session: Session) -> None:
    sent(session, answer_by=SENT + timedelta(days=20))

    assert silence(session, FOURTEEN) == []
    assert silence(session, SENT + timedelta(days=20)) == [(Silence.FIRST_REMINDER, 20)]


@pytest.mark.parametrize(
    "facts",
    [
        {"direction": Direction.IN},
        {"status": Status.DRAFT},
        {"status": Status.AGREED},
        {"status": Status.DONE},
        {"status": Status.STOPPED},
    ],
)
def test_nobody_waits_for_news_of_these(session: Session, facts: dict[str, Any]) -> None:
    sent(session, **facts)

    assert silence(session, FORTY_TWO) == []


def test_news_ends_the_silence_and_no_news_does_not(session: Session) -> None:
    told, untold = sent(session), sent(session)

    note_outcome(session, told, Outcome.WAITING_LIST, FOURTEEN)
    note_outcome(session, untold, Outcome.NO_NEWS_YET, FOURTEEN)

    assert [one.referral.id for one in silent_referrals(session, FORTY_TWO)] == [untold]


def test_the_longest_silence_stands_first(session: Session) -> None:
    late = sent(session, sent_on=SENT + timedelta(days=7))
    early = sent(session)

    found = [one.referral.id for one in silent_referrals(session, FORTY_TWO)]

    assert found == [early, late]


def test_waiting_longer_puts_the_first_reminder_off(session: Session) -> None:
    made = sent(session)

    wait_longer(session, made, SENT + timedelta(days=21))

    assert referral(session, made).answer_by == SENT + timedelta(days=21)
    assert silence(session, FOURTEEN) == []
