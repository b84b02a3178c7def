"""What the quick dialog asks beforehand: likely values, who may be there, what overlaps."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.defaults import (
    Earlier,
    likely_initiative,
    likely_kind,
    likely_place,
    usual_minutes,
)
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.lists import (
    NEWEST_FIRST,
    contact_rows,
    contacts_of,
    shown_contacts,
)
from ouderapp.contacts.records import (
    Busy,
    ContactDefaults,
    ContactDraft,
    FamilyChoice,
    PersonHere,
)
from ouderapp.contacts.rules import do_overlap, lies_in_its_session, minutes_between
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import (
    Appointment,
    Contact,
    Family,
    GroupSession,
    Household,
    Member,
    Person,
)

LOOKED_BACK = 60


def context_of(session: Session, family: Id | None, now: datetime) -> ContactDefaults:
    """What the quick dialog fills in by itself for this family at this hour (UX J3)."""
    earlier = _earlier(session, family)
    kind = likely_kind(earlier, family, now.time())
    last = contacts_of(session, family, 1) if family else []
    return ContactDefaults(
        kind=kind,
        minutes=usual_minutes(kind),
        initiative=likely_initiative(earlier, kind),
        persons=last[0].persons if last else (),
        place=likely_place(earlier, family, kind),
        language=_language_of(session, family),
        has_interpreter=bool(last) and last[0].has_interpreter,
        people=tuple(who_may_be_there(session, family)) if family else (),
    )


def who_may_be_there(session: Session, family: Id) -> list[PersonHere]:
    """The members of a family: who was there last time first, then in the order of the family."""
    last = contacts_of(session, family, 1)
    there = last[0].persons if last else ()
    asked = (
        sa.select(Person.id, Person.given_name, Person.family_name, Member.role)
        .join(Member, sa.and_(Member.worker == Person.worker, Member.person == Person.id))
        .where(Member.family == family)
        .order_by(Member.nr)
    )
    found = [
        PersonHere(row.id, row.given_name or row.family_name or "", row.role, row.id in there)
        for row in session.execute(asked)
    ]
    return sorted(found, key=lambda one: not one.was_there)


def families_to_choose(session: Session) -> list[FamilyChoice]:
    """Every family with its street, those that are followed first, then by name."""
    home = (
        sa.select(sa.func.min(Household.street))
        .where(Household.family == Family.id, Household.until_on.is_(None))
        .correlate(Family)
        .scalar_subquery()
    )
    closed = Family.closed_on.is_not(None)
    asked = sa.select(
        Family.id,
        sa.func.coalesce(Family.name, "").label("name"),
        home.label("street"),
        closed.label("is_closed"),
    ).order_by(closed, Family.folded, Family.nr)
    return [as_record(FamilyChoice, row) for row in session.execute(asked)]


def overlapping(session: Session, draft: ContactDraft, except_id: Id | None = None) -> list[Busy]:
    """What already fills a part of this moment: contacts, appointments, sessions of a group.

    A talk in the class lies inside its session and is no overlap (DOMAIN 8.5).
    """
    return [
        busy
        for busy in _busy_on(session, draft, except_id)
        if do_overlap(draft.starts, draft.minutes, busy.starts, busy.minutes)
    ]


def _busy_on(session: Session, draft: ContactDraft, except_id: Id | None) -> Iterator[Busy]:
    for row in contact_rows(session, shown_contacts().where(Contact.held_on == draft.held_on)):
        if row.id != except_id and row.starts:
            yield Busy(row.starts, row.minutes or 0, row.kind, row.family_name)
    open_then = (Appointment.planned_on == draft.held_on, Appointment.is_done.is_(False))
    for planned in session.scalars(sa.select(Appointment).where(*open_then)):
        if planned.starts and planned.id != except_id:
            yield Busy(planned.starts, planned.minutes or 0, planned.kind)
    if lies_in_its_session(draft.kind):
        return
    then = sa.select(GroupSession).where(GroupSession.held_on == draft.held_on)
    for held in session.scalars(then):
        if held.starts and held.ends:
            yield Busy(held.starts, minutes_between(held.starts, held.ends), Kind.HOMEWORK_CLASS)


def _earlier(session: Session, family: Id | None) -> list[Earlier]:
    """The last contacts of this family and of everybody, newest first."""
    columns = (Contact.family, Contact.kind, Contact.starts, Contact.initiative, Contact.place)
    asked = sa.select(*columns).order_by(*NEWEST_FIRST).limit(LOOKED_BACK)
    of_family = session.execute(asked.where(Contact.family == family)).all() if family else ()
    return [as_record(Earlier, row) for row in (*of_family, *session.execute(asked))]


def _language_of(session: Session, family: Id | None) -> str | None:
    if family is None:
        return None
    of_it = (Family.worker == "", Family.id == family)
    return session.scalar(sa.select(Family.contact_language).where(*of_it))
