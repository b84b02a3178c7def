"""One family: its overview, its card, its name, and the files that were opened last."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.roles import CHILD_ROLES
from ouderapp.families.commands.family import RECENT
from ouderapp.families.overview import (
    AppointmentLine,
    ConsentLine,
    Dossier,
    FamilyCard,
    FamilyDetail,
    PromiseLine,
)
from ouderapp.families.queries.filtering import holds_on
from ouderapp.families.queries.homes import homes_of
from ouderapp.families.queries.persons import members_of
from ouderapp.families.records import FamilyDraft
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own
from ouderapp.store.settings import setting


def family_as_typed(session: Session, family: Id) -> FamilyDraft:
    """A family as a form shows it; raises NotFound."""
    return as_record(FamilyDraft, own(session, tables.Family, family))


def dossier_of(session: Session, family: Id, today: date) -> Dossier:
    """All that the overview of one family shows; raises NotFound."""
    row = own(session, tables.Family, family)
    contact = tables.Contact
    contacts, last = session.execute(
        sa.select(sa.func.count(), sa.func.max(contact.held_on)).where(
            contact.worker == "", contact.family == family
        )
    ).one()
    return Dossier(
        family=as_record(FamilyDetail, row),
        members=tuple(members_of(session, family, today)),
        homes=tuple(homes_of(session, family, today)),
        promises=tuple(_promises(session, family, today)),
        appointments=tuple(_appointments(session, family, today)),
        consents=tuple(_consents(session, family, today)),
        contacts=contacts,
        last_contact_on=last,
    )


def family_cards(session: Session, families: tuple[Id, ...]) -> list[FamilyCard]:
    """Families in one glance, in the order asked; those that are gone are left out."""
    family, contact, member = tables.Family, tables.Contact, tables.Member
    home = tables.Household
    last = sa.select(sa.func.max(contact.held_on)).where(
        contact.worker == family.worker, contact.family == family.id
    )
    children = sa.select(sa.func.count()).where(
        member.worker == family.worker,
        member.family == family.id,
        member.role.in_(sorted(CHILD_ROLES)),
    )
    street = (
        sa.select(home.street)
        .where(home.worker == family.worker, home.family == family.id)
        .order_by(home.until_on.desc().nulls_first(), home.from_on.desc())
        .limit(1)
    )
    found = sa.select(
        *(family.id, family.name, family.contact_language, family.interpreter),
        last.scalar_subquery().label("last_contact_on"),
        children.scalar_subquery().label("children"),
        street.scalar_subquery().label("street"),
    ).where(family.worker == "", family.id.in_(families))
    rows = {row.id: as_record(FamilyCard, row) for row in session.execute(found)}
    return [rows[one] for one in families if one in rows]


def family_name(session: Session, family: Id) -> str:
    """The name of a family, empty when it has none; raises NotFound."""
    return own(session, tables.Family, family).name or ""


def recent_families(session: Session) -> list[FamilyCard]:
    """The files that were opened last, the newest first; at most seven."""
    return family_cards(session, tuple(setting(session, RECENT, [])))


def _promises(session: Session, family: Id, today: date) -> list[PromiseLine]:
    promise = tables.FollowUp
    found = (
        sa.select(promise)
        .where(promise.worker == "", promise.family == family, promise.done_on.is_(None))
        .order_by(promise.due_on.nulls_last(), promise.nr)
    )
    return [
        as_record(PromiseLine, row, is_late=row.due_on is not None and row.due_on < today)
        for row in session.scalars(found)
    ]


def _appointments(session: Session, family: Id, today: date) -> list[AppointmentLine]:
    planned = tables.Appointment
    found = (
        sa.select(planned)
        .where(planned.worker == "", planned.family == family)
        .where(planned.planned_on >= today, planned.is_done.is_(False))
        .order_by(planned.planned_on, planned.starts)
    )
    return [as_record(AppointmentLine, row) for row in session.scalars(found)]


def _consents(session: Session, family: Id, today: date) -> list[ConsentLine]:
    consent = tables.Consent
    found = (
        sa.select(consent)
        .where(consent.worker == "", consent.family == family, *holds_on(today))
        .order_by(consent.purpose, consent.given_on)
    )
    return [as_record(ConsentLine, row) for row in session.scalars(found)]
