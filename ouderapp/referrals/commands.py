"""Recording a referral, taking its next step, noting its outcome; each is one act for Ctrl+Z."""

from dataclasses import asdict, replace
from datetime import date

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import FieldMissing
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.referrals.codes import HAS_LEFT, Outcome, Status
from ouderapp.referrals.queries import consent_given
from ouderapp.referrals.records import ReferralDraft
from ouderapp.referrals.rules import (
    ConsentMissing,
    OutcomeBeforeReferral,
    answer_by,
    check_referral,
    check_text,
    holds,
    needs_consent,
    status_after,
)
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Referral noted"))
def record_referral(session: Session, draft: ReferralDraft) -> Id:
    """Write a referral; raises ConsentMissing and the problems of `check_referral`."""
    draft = _checked(session, draft)
    row = tables.Referral(id=new_id(), **asdict(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Referral changed"))
def edit_referral(session: Session, referral: Id, draft: ReferralDraft) -> None:
    """Make a referral say what the draft says; its outcome stays. Raises NotFound and more."""
    draft = _checked(session, draft)
    row = own(session, tables.Referral, referral)
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Referral one step further"))
def take_step(session: Session, referral: Id, status: str) -> None:
    """Say how far a referral is; raises NotFound, FieldMissing or ConsentMissing."""
    row = own(session, tables.Referral, referral)
    if status not in list(Status):
        raise FieldMissing(field="status")
    if row.status not in HAS_LEFT and needs_consent(row.direction, row.mode, status):
        _check_consent(session, row.family, row.consent, clock.today())
    row.status = status
    session.flush()


@action(mark("Outcome noted"))
def note_outcome(
    session: Session, referral: Id, outcome: str, outcome_on: date, feedback: str | None = None
) -> None:
    """Say what came of a referral, and what the service or the family told.

    Raises NotFound, FieldMissing, OutcomeBeforeReferral or those of `check_text`.
    """
    row = own(session, tables.Referral, referral)
    if outcome not in list(Outcome):
        raise FieldMissing(field="outcome")
    if outcome_on < row.sent_on:
        raise OutcomeBeforeReferral
    check_text("feedback", feedback)
    is_news = outcome != Outcome.NO_NEWS_YET
    row.outcome, row.outcome_on = outcome, outcome_on if is_news else None
    row.feedback = (feedback or "").strip() or None
    row.status = str(status_after(outcome, row.status))
    session.flush()


@action(mark("Waiting for news some more days"))
def wait_longer(session: Session, referral: Id, answer_by: date) -> None:
    """Expect news of a referral by another day; raises NotFound."""
    own(session, tables.Referral, referral).answer_by = answer_by
    session.flush()


@action(mark("Referral moved to the bin"))
def delete_referral(session: Session, referral: Id) -> None:
    """Move a referral to the bin; its letters stay. Raises NotFound."""
    remove(session, own(session, tables.Referral, referral))


def _checked(session: Session, draft: ReferralDraft) -> ReferralDraft:
    check_referral(draft)
    if needs_consent(draft.direction, draft.mode, draft.status):
        _check_consent(session, draft.family, draft.consent, draft.sent_on)
    expected = draft.answer_by or answer_by(draft.direction, draft.sent_on)
    return replace(draft, answer_by=expected, reason=(draft.reason or "").strip() or None)


def _check_consent(session: Session, family: str, consent: str | None, day: date) -> None:
    """The consent must have held on the day on which something left."""
    given = consent_given(session, Id(consent)) if consent else None
    if not holds(given, family, day):
        raise ConsentMissing
