"""Recording, changing, deleting and matching contacts; each is one act that Ctrl+Z takes back."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.records import ContactDraft, PromiseAlong, Recorded
from ouderapp.contacts.rules import becomes_appointment, check_contact, tidied
from ouderapp.store import tables
from ouderapp.store.journal import action, pen_of
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Contact recorded"))
def record_contact(
    session: Session, draft: ContactDraft, promises: tuple[PromiseAlong, ...] = ()
) -> Recorded:
    """Write a contact, with the promises made in it; on a day to come it is an appointment.

    The appointment that was made for it that day is ticked off. Raises those of `check_contact`.
    """
    if becomes_appointment(draft.held_on, clock.today()):
        pen_of(session).name = mark("Appointment made")
        return plan_contact(session, draft, promises)
    check_contact(draft)
    draft = tidied(draft)
    contact = _add_contact(session, draft)
    _add_promises(session, draft, promises, contact)
    return Recorded(contact)


@action(mark("Appointment made"))
def plan_contact(
    session: Session, draft: ContactDraft, promises: tuple[PromiseAlong, ...] = ()
) -> Recorded:
    """Write a contact that is still to come as an appointment; raises those of `check_contact`."""
    check_contact(draft)
    draft = tidied(draft)
    appointment = _add_appointment(session, draft)
    _add_promises(session, draft, promises, None)
    return Recorded(appointment, is_appointment=True)


@action(mark("Contact changed"))
def edit_contact(session: Session, contact: Id, draft: ContactDraft) -> None:
    """Make a contact say what the draft says; raises NotFound and those of `check_contact`."""
    check_contact(draft)
    row = own(session, tables.Contact, contact)
    for name, value in asdict(tidied(draft)).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Contact moved to the bin"))
def delete_contact(session: Session, contact: Id) -> None:
    """Move a contact to the bin; promises and capitals that it led to stay, without it."""
    remove(session, own(session, tables.Contact, contact))


@action(mark("Contact linked to a family"))
def match_contact(session: Session, contact: Id, family: Id) -> None:
    """Say whose contact this was; its promises without family go along (UX J4)."""
    own(session, tables.Contact, contact).family = family
    for promise in _promises_of(session, contact):
        promise.family = promise.family or family
    session.flush()


def _add_contact(session: Session, draft: ContactDraft) -> Id:
    row = tables.Contact(id=new_id(), **asdict(draft))
    session.add(row)
    _tick_off(session, draft)
    session.flush()
    return Id(row.id)


def _tick_off(session: Session, draft: ContactDraft) -> None:
    """The first open appointment of that day with this family, of this kind, is done."""
    planned = tables.Appointment
    if draft.family is None:
        return
    made_for_it = (
        sa.select(planned)
        .where(planned.family == draft.family, planned.planned_on == draft.held_on)
        .where(planned.kind == draft.kind, planned.is_done.is_(False))
        .order_by(planned.starts.nulls_last(), planned.nr)
    )
    for appointment in session.scalars(made_for_it.limit(1)):
        appointment.is_done = True


def _add_appointment(session: Session, draft: ContactDraft) -> Id:
    row = tables.Appointment(
        id=new_id(),
        family=draft.family,
        planned_on=draft.held_on,
        starts=draft.starts,
        minutes=draft.minutes,
        kind=draft.kind,
        persons=draft.persons,
        place=draft.place,
        words=draft.summary,
    )
    session.add(row)
    return Id(row.id)


def _add_promises(
    session: Session, draft: ContactDraft, promises: tuple[PromiseAlong, ...], contact: Id | None
) -> None:
    for promise in promises:
        check_free_text(promise=promise.words)
        row = tables.FollowUp(
            id=new_id(),
            family=draft.family,
            contact=contact,
            noted_on=min(draft.held_on, clock.today()),
            by=promise.by,
            due_on=promise.due_on,
            words=promise.words.strip(),
        )
        session.add(row)
    session.flush()


def _promises_of(session: Session, contact: Id) -> list[tables.FollowUp]:
    return list(
        session.scalars(sa.select(tables.FollowUp).where(tables.FollowUp.contact == contact))
    )
