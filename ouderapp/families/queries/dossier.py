"""One family: its overview, its card, its name, and the files that were opened last."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
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
from ouderapp.families.queries.joins import DAY, FAMILY
from ouderapp.families.queries.persons import members_of
from ouderapp.families.records import FamilyDraft
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own
from ouderapp.store.prepared import Prepared, columns_for
from ouderapp.store.settings import setting


def family_as_typed(session: Session, family: Id) -> FamilyDraft:
    """A family as a form shows it; raises NotFound."""
    return as_record(FamilyDraft, own(session, tables.Family, family))


def dossier_of(session: Session, family: Id, today: date) -> Dossier:
    """All that the overview of one family shows; raises NotFound."""
    rows = _FAMILY(session, family=family)
    if not rows:
        raise NotFound
    ((contacts, last),) = _CONTACTS.rows(session, family=family)
    return Dossier(
        family=as_record(FamilyDetail, rows[0]),
        members=tuple(members_of(session, family, today)),
        homes=tuple(homes_of(session, family, today)),
        promises=tuple(_promises(session, family, today)),
        appointments=tuple(
            as_record(AppointmentLine, row)
            for row in _APPOINTMENTS(session, family=family, day=today)
        ),
        consents=tuple(
            as_record(ConsentLine, row) for row in _CONSENTS(session, family=family, day=today)
        ),
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
    return [
        as_record(PromiseLine, row, is_late=row["due_on"] is not None and row["due_on"] < today)
        for row in _PROMISES(session, family=family)
    ]


def _of_family(record: Any, table: Any) -> sa.Select[Any]:
    """One's own rows of a table about the family that is asked for."""
    return sa.select(*columns_for(record, table)).where(table.worker == "", table.family == FAMILY)


def _family() -> Prepared:
    family = tables.Family
    shown = sa.select(*columns_for(FamilyDetail, family))
    return Prepared(shown.where(family.worker == "", family.id == FAMILY))


def _contacts() -> Prepared:
    """How many contacts there were, and when the last one was."""
    contact = tables.Contact
    shown = sa.select(sa.func.count().label("number"), sa.func.max(contact.held_on).label("last"))
    return Prepared(shown.where(contact.worker == "", contact.family == FAMILY))


def _open_promises() -> Prepared:
    promise = tables.FollowUp
    found = _of_family(PromiseLine, promise).where(promise.done_on.is_(None))
    return Prepared(found.order_by(promise.due_on.nulls_last(), promise.nr))


def _appointments() -> Prepared:
    planned = tables.Appointment
    found = _of_family(AppointmentLine, planned)
    found = found.where(planned.planned_on >= DAY, planned.is_done.is_(False))
    return Prepared(found.order_by(planned.planned_on, planned.starts))


def _consents() -> Prepared:
    consent = tables.Consent
    found = _of_family(ConsentLine, consent).where(*holds_on(DAY))
    return Prepared(found.order_by(consent.purpose, consent.given_on))


_FAMILY, _CONTACTS, _PROMISES = _family(), _contacts(), _open_promises()
_APPOINTMENTS, _CONSENTS = _appointments(), _consents()
