"""Making, changing and ending a group, and opening it to more people."""

from dataclasses import asdict, replace
from datetime import date, time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.groups import problems
from ouderapp.groups.codes import State
from ouderapp.groups.queries.series import phases_of, proposed_days
from ouderapp.groups.records import PhaseDraft, PlannedDay, SeriesDraft
from ouderapp.groups.rules import check_phase, check_series, day_before, last_day_of, phase_on
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own


@action(mark("Group made"))
def make_series(session: Session, draft: SeriesDraft) -> Id:
    """A group with all its sessions up to its last day, holidays left out (A01, A02).

    A day off of the school becomes a session that did not take place, with the reason. Raises
    EndsBeforeStart, ChoiceUnknown and what check_free_text raises.
    """
    check_series(draft)
    draft = replace(draft, until_on=last_day_of(draft))
    series = t.GroupSeries(id=new_id(), **asdict(draft))
    session.add(series)
    session.flush()
    _add_sessions(session, series, proposed_days(session, draft))
    return Id(series.id)


@action(mark("Group changed"))
def change_series(session: Session, id_: Id, draft: SeriesDraft) -> None:
    """New hours, days or dates for a group; sessions that are still to come follow.

    Sessions in the past, held or called off, and those with marks stay as they are.
    """
    check_series(draft)
    series = own(session, t.GroupSeries, id_)
    for name, value in asdict(replace(draft, until_on=last_day_of(draft))).items():
        setattr(series, name, value)
    session.flush()
    _follow_calendar(session, series)


@action(mark("Sessions adjusted to the school calendar"))
def follow_calendar(session: Session, id_: Id) -> None:
    """Let the sessions to come follow the days off that the school has now (NEG-04)."""
    _follow_calendar(session, own(session, t.GroupSeries, id_))


@action(mark("Group ended"))
def end_series(session: Session, id_: Id, until_on: date) -> None:
    """The group stops after this day; planned sessions after it go. Raises EndsBeforeStart."""
    series = own(session, t.GroupSeries, id_)
    if until_on < series.from_on:
        raise problems.EndsBeforeStart(field="until_on")
    series.until_on = until_on
    for held in _sessions_from(session, series, until_on):
        if held.held_on > until_on and held.state == State.PLANNED:
            session.delete(held)
    session.flush()


@action(mark("Phase noted"))
def open_phase(session: Session, draft: PhaseDraft) -> Id:
    """The group is open to others from a day on, with the reason; the phase before it ends (A14).

    Sessions from that day on belong to the new phase. Raises ReasonMissing, PhaseThatDayAlready.
    """
    own(session, t.GroupSeries, draft.series)
    check_phase(draft, phases_of(session, draft.series))
    for before in _phases(session, draft.series):
        if before.from_on < draft.from_on and (
            before.until_on is None or before.until_on >= draft.from_on
        ):
            before.until_on = day_before(draft.from_on)
    phase = t.GroupPhase(id=new_id(), **asdict(draft))
    session.add(phase)
    session.flush()
    _give_phases(session, draft.series)
    return Id(phase.id)


@action(mark("Phase changed"))
def change_phase(session: Session, id_: Id, draft: PhaseDraft) -> None:
    """Other dates, words or reason for a phase; its sessions follow."""
    phase = own(session, t.GroupPhase, id_)
    others = [other for other in phases_of(session, Id(phase.series)) if other.id != id_]
    check_phase(draft, others)
    for name, value in asdict(draft).items():
        setattr(phase, name, value)
    session.flush()
    _give_phases(session, Id(phase.series))


def _add_sessions(session: Session, series: t.GroupSeries, days: list[PlannedDay]) -> None:
    phases = phases_of(session, Id(series.id))
    for planned in days:
        phase = phase_on(planned.day, phases)
        session.add(
            t.GroupSession(
                id=new_id(),
                series=series.id,
                phase=phase.id if phase else None,
                held_on=planned.day,
                starts=series.starts,
                ends=series.ends,
                state=planned.state,
                reason=planned.reason,
            )
        )
    session.flush()


def _follow_calendar(session: Session, series: t.GroupSeries) -> None:
    """Make the sessions from today on what the group and the calendar say."""
    today = clock.today()
    draft = SeriesDraft(
        series.weekday, series.starts, series.ends, series.from_on, series.until_on,
        series.kind, Id(series.school) if series.school else None,
    )  # fmt: skip
    wanted = {day.day: day for day in proposed_days(session, draft) if day.day >= today}
    for held in _sessions_from(session, series, today):
        planned = wanted.pop(held.held_on, None)
        if held.state != State.PLANNED or _has_people(session, held):
            continue
        if planned is None:
            session.delete(held)
        else:
            _set_hours(held, series.starts, series.ends)
            held.state, held.reason = planned.state, planned.reason
    session.flush()
    _add_sessions(session, series, list(wanted.values()))


def _set_hours(held: t.GroupSession, starts: time, ends: time) -> None:
    held.starts, held.ends = starts, ends


def _has_people(session: Session, held: t.GroupSession) -> bool:
    mark_ = t.Participation
    query = sa.select(sa.func.count()).where(mark_.worker == "", mark_.session == held.id)
    return bool(session.scalar(query))


def _sessions_from(session: Session, series: t.GroupSeries, day: date) -> list[t.GroupSession]:
    held = t.GroupSession
    query = sa.select(held).where(held.worker == "", held.series == series.id, held.held_on >= day)
    return list(session.scalars(query.order_by(held.held_on)))


def _phases(session: Session, series: Id) -> list[t.GroupPhase]:
    phase = t.GroupPhase
    return list(session.scalars(sa.select(phase).where(phase.worker == "", phase.series == series)))


def _give_phases(session: Session, series: Id) -> None:
    """Each session belongs to the phase of its day."""
    phases = phases_of(session, series)
    held = t.GroupSession
    for row in session.scalars(sa.select(held).where(held.worker == "", held.series == series)):
        phase = phase_on(row.held_on, phases)
        row.phase = phase.id if phase else None
    session.flush()
