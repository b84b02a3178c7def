"""Changing the social map: organisations, schools, the people there, days without class."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.directory.queries import uses_of
from ouderapp.directory.records import PartnerDraft, PersonThereDraft, Place, SchoolDraft
from ouderapp.directory.rules import PlaceInUse, check_place, check_reason, tidied
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove

_TABLES: dict[str, Any] = {Place.PARTNER: tables.Partner, Place.SCHOOL: tables.School}


@action(mark("Service added"))
def add_partner(session: Session, draft: PartnerDraft) -> Id:
    """Write an organisation; raises the problems of `check_place`."""
    return _add(session, tables.Partner, draft)


@action(mark("School added"))
def add_school(session: Session, draft: SchoolDraft) -> Id:
    """Write a school or a campus; raises the problems of `check_place`."""
    return _add(session, tables.School, draft)


@action(mark("Service changed"))
def edit_partner(session: Session, partner: Id, draft: PartnerDraft) -> None:
    """Make an organisation say what the draft says; raises NotFound and as `add_partner`."""
    _edit(session, tables.Partner, partner, draft)


@action(mark("School changed"))
def edit_school(session: Session, school: Id, draft: SchoolDraft) -> None:
    """Make a school say what the draft says; raises NotFound and as `add_school`."""
    _edit(session, tables.School, school, draft)


@action(mark("Checked"))
def note_checked(session: Session, place: str, id_: Id, checked_on: date) -> None:
    """Say that what stands here was checked on this day; raises NotFound."""
    own(session, _TABLES[place], id_).checked_on = checked_on
    session.flush()


@action(mark("Marked as no longer there"))
def retire(session: Session, place: str, id_: Id, *, is_active: bool = False) -> None:
    """Leave a place out of lists and choices, or take it in again; where it was used it stays."""
    own(session, _TABLES[place], id_).is_active = is_active
    session.flush()


@action(mark("Moved to the bin"))
def delete_place(session: Session, place: str, id_: Id) -> int:
    """Move a place to the bin with the people there and its days off; gives how many went.

    Raises NotFound, and PlaceInUse when a letter, a referral or a class refers to it.
    """
    row = own(session, _TABLES[place], id_)
    uses = uses_of(session, place, id_)
    if uses:
        raise PlaceInUse(uses=uses)
    return remove(session, row)


@action(mark("Person of a service added"))
def add_person_there(session: Session, place: str, id_: Id, draft: PersonThereDraft) -> Id:
    """Write somebody who works there; raises NotFound and the problems of `check_place`."""
    check_place(draft)
    own(session, _TABLES[place], id_)
    person = tables.DirectoryPerson(id=new_id(), **{place: id_}, **asdict(tidied(draft)))
    session.add(person)
    session.flush()
    return Id(person.id)


@action(mark("Person of a service changed"))
def edit_person_there(session: Session, person: Id, draft: PersonThereDraft) -> None:
    """Make somebody there say what the draft says; raises as `add_person_there`."""
    _edit(session, tables.DirectoryPerson, person, draft)


@action(mark("Person of a service moved to the bin"))
def delete_person_there(session: Session, person: Id) -> None:
    """Move somebody who worked there to the bin; raises NotFound."""
    remove(session, own(session, tables.DirectoryPerson, person))


@action(mark("Day without class noted"))
def add_day_off(session: Session, school: Id, day: date, reason: str) -> Id:
    """Note a day without class that a school chose; noted twice, the last reason holds.

    Raises NotFound, ReasonUnknown.
    """
    check_reason(reason)
    own(session, tables.School, school)
    for known in _days(session, school, day):
        session.delete(known)
    session.flush()
    row = tables.DayOff(id=new_id(), school=school, day=day, reason=reason)
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Day without class taken away"))
def delete_day_off(session: Session, day_off: Id) -> None:
    """Forget a day without class; raises NotFound."""
    remove(session, own(session, tables.DayOff, day_off))


def _days(session: Session, school: Id, day: date) -> list[tables.DayOff]:
    row = tables.DayOff
    return session.query(row).filter_by(worker="", school=school, day=day).all()


def _add(session: Session, table: Any, draft: Any) -> Id:
    check_place(draft)
    row = table(id=new_id(), **asdict(tidied(draft)))
    session.add(row)
    session.flush()
    return Id(row.id)


def _edit(session: Session, table: Any, id_: Id, draft: Any) -> None:
    check_place(draft)
    row = own(session, table, id_)
    for name, value in asdict(tidied(draft)).items():
        setattr(row, name, value)
    session.flush()
