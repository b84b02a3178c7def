"""Making, changing, moving, ticking off and deleting appointments; each is one act for Ctrl+Z."""

from dataclasses import asdict
from datetime import date, time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.agenda.records import AppointmentDraft
from ouderapp.agenda.rules import check_appointment
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Appointment made"))
def make_appointment(session: Session, draft: AppointmentDraft) -> Id:
    """Write an appointment; raises the problems of `check_appointment`."""
    check_appointment(draft)
    row = tables.Appointment(id=new_id(), **_values(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Agenda taken in"))
def take_in_agenda(session: Session, drafts: list[AppointmentDraft]) -> int:
    """Write the appointments of an agenda file as one act; those that are there stay as they are.

    Gives how many were new. Raises the problems of `check_appointment`.
    """
    fresh = [draft for draft in drafts if not _is_there(session, draft)]
    for draft in fresh:
        check_appointment(draft)
        session.add(tables.Appointment(id=new_id(), **_values(draft)))
    session.flush()
    return len(fresh)


@action(mark("Appointment changed"))
def edit_appointment(session: Session, appointment: Id, draft: AppointmentDraft) -> None:
    """Make an appointment say what the draft says; raises NotFound and those of the check."""
    check_appointment(draft)
    row = own(session, tables.Appointment, appointment)
    for name, value in _values(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Appointment moved to another moment"))
def move_appointment(
    session: Session, appointment: Id, planned_on: date, starts: time | None
) -> None:
    """Put an appointment on another day and hour; it is open again. Raises NotFound."""
    row = own(session, tables.Appointment, appointment)
    row.planned_on, row.starts, row.is_done = planned_on, starts, False
    session.flush()


@action(mark("Appointment done"))
def finish_appointment(session: Session, appointment: Id) -> None:
    """Tick an appointment off; raises NotFound."""
    own(session, tables.Appointment, appointment).is_done = True
    session.flush()


@action(mark("Appointment open again"))
def reopen_appointment(session: Session, appointment: Id) -> None:
    """The appointment is still to come; raises NotFound."""
    own(session, tables.Appointment, appointment).is_done = False
    session.flush()


@action(mark("Appointment moved to the bin"))
def delete_appointment(session: Session, appointment: Id) -> None:
    """Move an appointment to the bin; raises NotFound."""
    remove(session, own(session, tables.Appointment, appointment))


def _is_there(session: Session, draft: AppointmentDraft) -> bool:
    planned = tables.Appointment
    same = sa.select(planned.nr).where(
        planned.planned_on == draft.planned_on,
        planned.starts.is_not_distinct_from(draft.starts),
        planned.words.is_not_distinct_from(draft.words),
    )
    return session.scalar(same.limit(1)) is not None


def _values(draft: AppointmentDraft) -> dict[str, object]:
    tidy = {name: (getattr(draft, name) or "").strip() or None for name in ("place", "words")}
    return asdict(draft) | tidy
