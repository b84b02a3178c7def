"""Noting, changing and taking back consents."""

from dataclasses import asdict
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.consents.records import ChildFact, ConsentDraft
from ouderapp.consents.rules import AGE_OF_ASSENT, WithdrawnBeforeGiven, check_consent
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.settings import setting

AGE_SETTING = "consents.age_of_assent"


@action(mark("Consent noted"))
def note_consent(session: Session, draft: ConsentDraft) -> Id:
    """A new consent (D18); raises FieldMissing, AssentMissing, LapsesBeforeGiven and kin.

    A file that was still new is running from its first consent on (DOMAIN 12).
    """
    _check(session, draft)
    row = t.Consent(id=new_id(), **asdict(draft))
    session.add(row)
    family = own(session, t.Family, draft.family)
    if family.status == "nieuw":
        family.status = "lopend"
    session.flush()
    return Id(row.id)


@action(mark("Consent changed"))
def change_consent(session: Session, id_: Id, draft: ConsentDraft) -> None:
    """Correct what was noted."""
    _check(session, draft)
    row = own(session, t.Consent, id_)
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Consent withdrawn"))
def withdraw_consent(session: Session, id_: Id, withdrawn_on: date) -> None:
    """The family takes it back: nothing is shared on it from this day on, on any path."""
    row = own(session, t.Consent, id_)
    if withdrawn_on < row.given_on:
        raise WithdrawnBeforeGiven
    row.withdrawn_on = withdrawn_on
    session.flush()


@action(mark("Consent moved to the bin"))
def delete_consent(session: Session, id_: Id) -> None:
    """Take out a consent noted by mistake; referrals that named it name none any more."""
    row = own(session, t.Consent, id_)
    for referral in session.scalars(
        sa.select(t.Referral).where(t.Referral.worker == "", t.Referral.consent == id_)
    ):
        referral.consent = None
    session.flush()
    session.delete(row)
    session.flush()


def _check(session: Session, draft: ConsentDraft) -> None:
    child = None
    if draft.person is not None:
        person = own(session, t.Person, draft.person)
        child = ChildFact(person.born_on, person.birth_year)
    check_consent(draft, child, int(setting(session, AGE_SETTING, AGE_OF_ASSENT)))
