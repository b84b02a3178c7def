"""Making, changing, moving, ticking off and deleting appointments; each is one act for Ctrl+Z."""

from dataclasses import asdict
from datetime import date, time

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


def _values(draft: AppointmentDraft) -> dict[str, object]:
    tidy = {name: (getattr(draft, name) or "").strip() or None for name in ("place", "words")}
    return asdict(draft) | tidy
