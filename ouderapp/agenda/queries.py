"""What a day looks like: its appointments, its group sessions, what was never ticked off."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from ouderapp.agenda.records import AppointmentRow, SessionRow
from ouderapp.agenda.rules import order_of_day
from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import (
    Appointment,
    Family,
    GroupSeries,
    GroupSession,
    Participation,
    School,
)

CAME, CANCELLED = "aanwezig", "geannuleerd"


def appointment(session: Session, appointment: Id) -> AppointmentRow:
    """One appointment; raises NotFound when it is gone."""
    found = _rows(session, Appointment.worker == "", Appointment.id == appointment)
    if not found:
        raise NotFound
    return found[0]


def appointments_on(session: Session, day: date) -> list[AppointmentRow]:
    """The appointments of a day by their hour, those ticked off included."""
    return sorted(_rows(session, Appointment.planned_on == day), key=order_of_day)


def appointments_of(session: Session, family: Id, from_on: date) -> list[AppointmentRow]:
    """What is planned with a family from this day on, the first to come first."""
    return _rows(
        session,
        Appointment.family == family,
        Appointment.planned_on >= from_on,
        Appointment.is_done.is_(False),
    )


def appointments_between(session: Session, from_on: date, until_on: date) -> list[AppointmentRow]:
    """What is planned in a period, both days included, the first to come first."""
    return _rows(session, Appointment.planned_on.between(from_on, until_on))


def appointments_left_open(session: Session, before: date) -> list[AppointmentRow]:
    """Appointments of earlier days that were neither recorded nor ticked off, newest first."""
    rows = _rows(session, Appointment.planned_on < before, Appointment.is_done.is_(False))
    return rows[::-1]


def sessions_on(session: Session, day: date) -> list[SessionRow]:
    """The sessions of groups on a day by their hour, cancelled ones left out."""
    shown = (
        GroupSession.id,
        GroupSession.series,
        GroupSession.starts,
        GroupSession.ends,
        GroupSession.state,
        GroupSeries.title,
        GroupSeries.kind,
        GroupSeries.place,
        School.name.label("school_name"),
        _came_last_time().label("last_time"),
    )
    of_series = sa.and_(
        GroupSeries.worker == GroupSession.worker, GroupSeries.id == GroupSession.series
    )
    at_school = sa.and_(School.worker == GroupSeries.worker, School.id == GroupSeries.school)
    asked = (
        sa.select(*shown)
        .join(GroupSeries, of_series)
        .outerjoin(School, at_school)
        .where(GroupSession.held_on == day, GroupSession.state != CANCELLED)
        .order_by(GroupSession.starts.nulls_last(), GroupSession.nr)
    )
    return [as_record(SessionRow, row) for row in session.execute(asked)]


def _came_last_time() -> sa.ScalarSelect[Any]:
    """How many came to the newest earlier session of the same series, None without one."""
    before = aliased(GroupSession)
    last = (
        sa.select(before.id)
        .where(
            before.series == GroupSession.series,
            before.held_on < GroupSession.held_on,
            before.state != CANCELLED,
        )
        .order_by(before.held_on.desc())
        .limit(1)
        .correlate(GroupSession)
        .scalar_subquery()
    )
    came = (
        sa.select(sa.func.count())
        .where(Participation.session == last, Participation.mark == CAME)
        .correlate(GroupSession)
        .scalar_subquery()
    )
    return sa.select(sa.case((last.is_(None), None), else_=came)).scalar_subquery()


def _rows(session: Session, *asked: sa.ColumnElement[bool]) -> list[AppointmentRow]:
    of_family = ("family_name", "interpreter", "contact_language")
    shown: list[Any] = [
        getattr(Appointment, name)
        for name in AppointmentRow.__dataclass_fields__
        if name not in of_family
    ]
    of_it = sa.and_(Family.worker == Appointment.worker, Family.id == Appointment.family)
    wanted = (
        sa.select(
            *shown, Family.name.label("family_name"), Family.interpreter, Family.contact_language
        )
        .outerjoin(Family, of_it)
        .where(*asked)
        .order_by(Appointment.planned_on, Appointment.starts.nulls_last(), Appointment.nr)
    )
    return [as_record(AppointmentRow, row) for row in session.execute(wanted)]
