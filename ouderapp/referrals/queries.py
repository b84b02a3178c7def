"""Referrals as lists show them: of one family, all, and those without news."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.referrals.codes import WAITS_FOR_NEWS, Direction
from ouderapp.referrals.records import ConsentGiven, ReferralRow, SilentReferral
from ouderapp.referrals.rules import holds, silence_of
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import Consent, Contact, Family, Partner, Referral


def referral(session: Session, referral: Id) -> ReferralRow:
    """One referral; raises NotFound when it is gone."""
    found = _rows(session, Referral.worker == "", Referral.id == referral)
    if not found:
        raise NotFound
    return found[0]


def referrals_of(session: Session, family: Id) -> list[ReferralRow]:
    """The referrals of one family, in and out, the newest first."""
    return _rows(session, Referral.family == family)


def referrals_between(session: Session, from_on: date, until_on: date) -> list[ReferralRow]:
    """Every referral of a period, both days included, the newest first."""
    return _rows(session, Referral.sent_on.between(from_on, until_on))


def silent_referrals(session: Session, today: date) -> list[SilentReferral]:
    """The outgoing referrals without news that deserve a reminder, the longest silence first."""
    waiting = Referral.status.in_([status.value for status in WAITS_FOR_NEWS])
    rows = _rows(session, Referral.direction == Direction.OUT.value, waiting)
    found = [
        SilentReferral(row, silence, (today - row.sent_on).days)
        for row in rows
        if (silence := silence_of(row, today))
    ]
    return sorted(found, key=lambda one: -one.days)


def consents_that_hold(session: Session, family: Id, day: date) -> list[ConsentGiven]:
    """The consents of a family that hold on this day, the newest first."""
    asked = (
        sa.select(Consent)
        .where(Consent.family == family)
        .order_by(Consent.given_on.desc(), Consent.nr.desc())
    )
    rows = [as_record(ConsentGiven, row) for row in session.scalars(asked)]
    return [row for row in rows if holds(row, family, day)]


def consent_given(session: Session, consent: Id) -> ConsentGiven | None:
    """What matters of one consent, None when it is gone."""
    asked = sa.select(Consent).where(Consent.worker == "", Consent.id == consent)
    row = session.scalar(asked)
    return None if row is None else as_record(ConsentGiven, row)


def _rows(session: Session, *asked: sa.ColumnElement[bool]) -> list[ReferralRow]:
    own = ("family_name", "partner_name", "first_contact_on")
    shown: list[Any] = [
        getattr(Referral, name) for name in ReferralRow.__dataclass_fields__ if name not in own
    ]
    first_contact = (
        sa.select(sa.func.min(Contact.held_on))
        .where(Contact.family == Referral.family, Contact.held_on >= Referral.sent_on)
        .correlate(Referral)
        .scalar_subquery()
    )
    of_family = sa.and_(Family.worker == Referral.worker, Family.id == Referral.family)
    of_partner = sa.and_(Partner.worker == Referral.worker, Partner.id == Referral.partner)
    wanted = (
        sa.select(
            *shown,
            Family.name.label("family_name"),
            Partner.name.label("partner_name"),
            first_contact.label("first_contact_on"),
        )
        .outerjoin(Family, of_family)
        .outerjoin(Partner, of_partner)
        .where(*asked)
        .order_by(Referral.sent_on.desc(), Referral.nr.desc())
    )
    return [as_record(ReferralRow, row) for row in session.execute(wanted)]
