"""The days of a group: planning, holding, calling off and moving a session, counting heads."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.groups import problems
from ouderapp.groups.codes import State
from ouderapp.groups.queries.series import calendar_of, phases_of
from ouderapp.groups.records import SessionDraft
from ouderapp.groups.rules import (
    check_day,
    check_heads,
    check_hours,
    check_note,
    check_reason,
    is_school_bound,
    phase_on,
)
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own


@action(mark("Session planned"))
def plan_session(session: Session, draft: SessionDraft, *, all_the_same: bool = False) -> Id:
    """One more session of a group.

    For a group of a school: raises ClassOnHoliday on a holiday (NEG-01 to NEG-03), and
    ClassOnDayOff on a day off of the school or in a weekend unless `all_the_same` (NEG-04).
    """
    series = own(session, t.GroupSeries, draft.series)
    _check_free(session, series, draft.held_on, all_the_same=all_the_same)
    check_hours(draft.starts, draft.ends)
    return _add(session, series, draft, State.PLANNED)


@action(mark("Noted that a session did not take place"))
def note_not_held(session: Session, draft: SessionDraft, reason: str) -> Id:
    """A day on which the group would have met, with the reason why not (A13, NEG-04)."""
    series = own(session, t.GroupSeries, draft.series)
    check_reason(reason, draft.note)
    if _on_day(session, series, draft.held_on):
        raise problems.ClassThatDayAlready(day=draft.held_on)
    return _add(session, series, draft, State.CANCELLED, reason)


@action(mark("Register opened"))
def open_register(session: Session, series_id: Id, day: date, *, all_the_same: bool = False) -> Id:
    """The session of this group on this day, made when there is none yet (UX J6)."""
    series = own(session, t.GroupSeries, series_id)
    found = _on_day(session, series, day)
    if found is not None:
        return Id(found.id)
    _check_free(session, series, day, all_the_same=all_the_same)
    return _add(session, series, SessionDraft(series_id, day), State.PLANNED)


@action(mark("Session closed"))
def close_session(session: Session, id_: Id, note: str | None = None) -> None:
    """The session took place, also when nobody came; the note is kept when there is one."""
    check_note(note)
    held = own(session, t.GroupSession, id_)
    held.state, held.reason = State.HELD, None
    held.note = note or held.note
    session.flush()


@action(mark("Noted that a session did not take place"))
def call_off(session: Session, id_: Id, reason: str, note: str | None = None) -> None:
    """The session did not take place; it counts in no average (A13).

    Raises ReasonMissing without a reason, DidTakePlace when somebody is noted as present.
    """
    check_reason(reason, note)
    held = own(session, t.GroupSession, id_)
    if held.heads or came_count(session, id_):
        raise problems.DidTakePlace
    held.state, held.reason = State.CANCELLED, reason
    held.note = note or held.note
    session.flush()


@action(mark("Session opened again"))
def open_again(session: Session, id_: Id) -> None:
    """A session that was called off or closed is planned again."""
    held = own(session, t.GroupSession, id_)
    held.state, held.reason = State.PLANNED, None
    session.flush()


@action(mark("Session moved"))
def move_session(session: Session, id_: Id, day: date, *, all_the_same: bool = False) -> None:
    """The session takes place on another day, under the same rules as planning one."""
    held = own(session, t.GroupSession, id_)
    series = own(session, t.GroupSeries, held.series)
    _check_free(session, series, day, all_the_same=all_the_same)
    held.held_on, held.phase = day, _phase(session, held.series, day)
    session.flush()


@action(mark("Heads counted"))
def count_heads(session: Session, id_: Id, heads: int, note: str | None = None) -> None:
    """How many there were, without names; a session with only this is complete (A11)."""
    check_heads(heads)
    check_note(note)
    held = own(session, t.GroupSession, id_)
    if held.state == State.CANCELLED:
        raise problems.DidNotTakePlace
    held.heads, held.state = heads, State.HELD
    held.note = note or held.note
    session.flush()


@action(mark("Session removed"))
def remove_session(session: Session, id_: Id) -> None:
    """Take out a session made by mistake; raises DidTakePlace when somebody is noted."""
    held = own(session, t.GroupSession, id_)
    if held.heads or _marks(session, id_):
        raise problems.DidTakePlace
    session.delete(held)
    session.flush()


def came_count(session: Session, id_: Id) -> int:
    """How many pupils and parents are noted as present in a session."""
    mark_, parent = t.Participation, t.ParentAttendance
    pupils = sa.select(sa.func.count()).where(
        mark_.worker == "", mark_.session == id_, mark_.mark == "aanwezig"
    )
    parents = sa.select(sa.func.count()).where(parent.worker == "", parent.session == id_)
    return (session.scalar(pupils) or 0) + (session.scalar(parents) or 0)


def _marks(session: Session, id_: Id) -> int:
    mark_ = t.Participation
    query = sa.select(sa.func.count()).where(mark_.worker == "", mark_.session == id_)
    return session.scalar(query) or came_count(session, id_)


def _check_free(session: Session, series: t.GroupSeries, day: date, *, all_the_same: bool) -> None:
    if _on_day(session, series, day):
        raise problems.ClassThatDayAlready(day=day)
    if is_school_bound(series.kind, series.school):
        school = Id(series.school) if series.school else None
        check_day(day, calendar_of(session, school), all_the_same=all_the_same)


def _on_day(session: Session, series: t.GroupSeries, day: date) -> t.GroupSession | None:
    held = t.GroupSession
    return session.scalar(
        sa.select(held).where(held.worker == "", held.series == series.id, held.held_on == day)
    )


def _phase(session: Session, series: str, day: date) -> str | None:
    phase = phase_on(day, phases_of(session, Id(series)))
    return phase.id if phase else None


def _add(
    session: Session,
    series: t.GroupSeries,
    draft: SessionDraft,
    state: State,
    reason: str | None = None,
) -> Id:
    check_note(draft.note)
    held = t.GroupSession(
        id=new_id(),
        series=series.id,
        phase=_phase(session, series.id, draft.held_on),
        held_on=draft.held_on,
        starts=draft.starts or series.starts,
        ends=draft.ends or series.ends,
        state=state,
        reason=reason,
        note=draft.note,
    )
    session.add(held)
    session.flush()
    return Id(held.id)
