"""The records of referrals: what a form hands over and what a list shows."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ouderapp.base.ids import Id
from ouderapp.referrals.codes import Mode, Status


@dataclass(frozen=True)
class ReferralDraft:
    """One referral as typed; `answer_by` is filled in by rule when it is left empty."""

    family: Id
    direction: str
    sent_on: date
    theme: str
    partner: Id | None = None
    person: Id | None = None
    mode: str = Mode.WARM
    status: str = Status.SENT
    consent: Id | None = None
    answer_by: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class ReferralRow:
    """One referral as lists show it; `first_contact_on` is the first contact from that day on."""

    id: Id
    family: Id
    family_name: str | None
    person: Id | None
    direction: str
    sent_on: date
    partner: Id | None
    partner_name: str | None
    theme: str
    mode: str
    status: str
    answer_by: date | None
    outcome: str | None
    outcome_on: date | None
    consent: Id | None
    reason: str | None
    feedback: str | None
    first_contact_on: date | None = None


@dataclass(frozen=True)
class ConsentGiven:
    """What matters of a consent when something is shared."""

    id: Id
    family: Id
    purpose: str
    given_on: date
    lapses_on: date | None = None
    withdrawn_on: date | None = None


class Silence(IntEnum):
    """How long nobody told what came of it."""

    FIRST_REMINDER = 1
    SECOND_REMINDER = 2


@dataclass(frozen=True)
class SilentReferral:
    """A referral without news, as something to do."""

    referral: ReferralRow
    silence: Silence
    days: int
