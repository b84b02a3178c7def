"""When a referral needs a consent, when silence becomes a to-do, what follows from an outcome."""

from datetime import date, timedelta

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.base.themes import Theme
from ouderapp.referrals.codes import (
    HAS_LEFT,
    SHARES_DATA,
    WAITS_FOR_NEWS,
    Direction,
    Mode,
    Outcome,
    Status,
)
from ouderapp.referrals.records import ConsentGiven, ReferralDraft, ReferralRow, Silence

FIRST_DAYS, SECOND_DAYS = 14, 42
TEXT_LIMIT = 1000

_STATUS_AFTER = {
    Outcome.STARTED: Status.DONE,
    Outcome.TAKES_PART: Status.DONE,
    Outcome.GRANTED: Status.DONE,
    Outcome.PAYMENT_PLAN: Status.DONE,
    Outcome.APPOINTMENT_MADE: Status.FIRST_APPOINTMENT,
    Outcome.WAITING_LIST: Status.RECEIVED,
    Outcome.REFUSED: Status.REFUSED,
    Outcome.DID_NOT_GO: Status.STOPPED,
    Outcome.DROPPED_OUT: Status.STOPPED,
}


class ConsentMissing(Problem):
    """Something would be shared without a consent that holds (DOMAIN 7.2, NEG-09)."""

    message = mark("There is no consent that holds for this referral.")
    hint = mark("Note the consent first, or go along with the family without giving data.")
    button = mark("Note the consent")
    field = "consent"


class ReferralTextTooLong(Problem):
    """More words than fit; `places` has `too_many`."""

    message = mark("This text is {too_many} characters too long.")
    hint = mark("Make it shorter.")


class OutcomeBeforeReferral(Problem):
    """An outcome from before the family was referred."""

    message = mark("An outcome cannot come before the referral.")
    hint = mark("Check both dates.")
    field = "outcome_on"


def check_referral(draft: ReferralDraft) -> None:
    """Refuse unknown codes, an outgoing referral to nobody, long or forbidden texts.

    Raises FieldMissing, ReferralTextTooLong or those of `check_free_text`.
    """
    for field, value, known in (
        ("direction", draft.direction, list(Direction)),
        ("mode", draft.mode, list(Mode)),
        ("status", draft.status, list(Status)),
        ("theme", draft.theme, list(Theme)),
    ):
        if value not in known:
            raise FieldMissing(field=field)
    if draft.direction == Direction.OUT and draft.partner is None:
        raise FieldMissing(field="partner")
    check_text("reason", draft.reason)


def check_text(field: str, text: str | None) -> None:
    """Refuse a text over 1,000 characters, or with a forbidden number."""
    too_many = len((text or "").strip()) - TEXT_LIMIT
    if too_many > 0:
        raise ReferralTextTooLong(field=field, too_many=too_many)
    check_free_text(**{field: text})


def needs_consent(direction: str, mode: str, status: str) -> bool:
    """Whether something about the family left, so that a consent is needed.

    A warm referral without data, or an address given along, needs none (NEG-09, DOMAIN 12).
    """
    return direction == Direction.OUT and mode in SHARES_DATA and status in HAS_LEFT


def holds(consent: ConsentGiven | None, family: str, day: date) -> bool:
    """Whether this consent is of this family, was given, not withdrawn and not lapsed on this day.

    The day of giving and the last day count; the day of withdrawal does not.
    """
    if consent is None or consent.family != family or consent.given_on > day:
        return False
    withdrawn = consent.withdrawn_on is not None and consent.withdrawn_on <= day
    lapsed = consent.lapses_on is not None and consent.lapses_on < day
    return not withdrawn and not lapsed


def answer_by(direction: str, sent_on: date) -> date | None:
    """By when news of an outgoing referral is expected: 14 days (DOMAIN 7.2)."""
    return sent_on + timedelta(days=FIRST_DAYS) if direction == Direction.OUT else None


def silence_of(referral: ReferralRow, today: date) -> Silence | None:
    """Which reminder a referral without news deserves today, None for none yet (R04).

    The first on the day that was agreed or after 14 days, the second after 42 (DOMAIN 7.2).
    """
    if referral.direction != Direction.OUT or referral.status not in WAITS_FOR_NEWS:
        return None
    if referral.outcome not in (None, Outcome.NO_NEWS_YET):
        return None
    if today >= referral.sent_on + timedelta(days=SECOND_DAYS):
        return Silence.SECOND_REMINDER
    expected = referral.answer_by or answer_by(referral.direction, referral.sent_on)
    return Silence.FIRST_REMINDER if expected and today >= expected else None


def status_after(outcome: str, status: str) -> str:
    """The step that an outcome leads to; without news everything stays as it was."""
    return _STATUS_AFTER.get(Outcome(outcome), Status(status))


def has_outcome(outcome: str | None) -> bool:
    """Whether a referral counts as one with an outcome (DOMAIN 8.5)."""
    return outcome is not None and outcome != Outcome.NO_NEWS_YET


def is_warm(mode: str) -> bool:
    """Whether worker and family went or called together (R05)."""
    return mode == Mode.WARM
