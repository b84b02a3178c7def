"""The first times of a family: what shows that trust grew (C05)."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.contacts.trust_line import Milestone, milestones
from ouderapp.store.tables import Consent, GroupSeries, GroupSession, Member, Participation

LEISURE, CAME = "vrije_tijd", "aanwezig"


def trust_line_of(session: Session, family: Id) -> list[Milestone]:
    """The first times of this family in the order of their day."""
    consents = session.scalars(sa.select(Consent.given_on).where(Consent.family == family))
    return milestones(contacts_of(session, family), list(consents), _leisure_of(session, family))


def _leisure_of(session: Session, family: Id) -> list[date]:
    """The days on which somebody of this family came to a leisure activity."""
    asked = (
        sa.select(GroupSession.held_on)
        .join(GroupSeries, GroupSeries.id == GroupSession.series)
        .join(Participation, Participation.session == GroupSession.id)
        .join(Member, Member.person == Participation.person)
        .where(Member.family == family, Participation.mark == CAME, GroupSeries.kind == LEISURE)
    )
    return list(session.scalars(asked))
