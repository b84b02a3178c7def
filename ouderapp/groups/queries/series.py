"""Groups, their phases, and the calendar of their school."""

from collections import Counter

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.groups.codes import State
from ouderapp.groups.records import Calendar, PhaseRow, PlannedDay, SeriesDraft, SeriesRow
from ouderapp.groups.rules import is_school_bound, last_day_of, planned_days
from ouderapp.store import tables as t
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own


def series_list(session: Session, *, kind: str = "") -> list[SeriesRow]:
    """Every group, or those of one kind, the newest first."""
    series, school = t.GroupSeries, t.School
    query = (
        sa.select(series, school.name)
        .outerjoin(school, sa.and_(school.worker == "", school.id == series.school))
        .where(series.worker == "")
        .order_by(series.from_on.desc(), series.weekday, series.starts)
    )
    if kind:
        query = query.where(series.kind == kind)
    counts = _session_counts(session)
    return [
        as_record(
            SeriesRow,
            row,
            school_name=school_name,
            held=counts[row.id, State.HELD],
            planned=counts[row.id, State.PLANNED],
        )
        for row, school_name in session.execute(query)
    ]


def series_row(session: Session, id_: Id) -> SeriesRow:
    """One group; raises NotFound."""
    row = own(session, t.GroupSeries, id_)
    school = own(session, t.School, row.school) if row.school else None
    counts = _session_counts(session, id_)
    return as_record(
        SeriesRow,
        row,
        school_name=school.name if school else None,
        held=counts[id_, State.HELD],
        planned=counts[id_, State.PLANNED],
    )


def phases_of(session: Session, series: Id) -> list[PhaseRow]:
    """The phases of a group in the order in which they began."""
    phase = t.GroupPhase
    query = sa.select(phase).where(phase.worker == "", phase.series == series)
    rows = session.scalars(query.order_by(phase.from_on))
    return [as_record(PhaseRow, row) for row in rows]


def calendar_of(session: Session, school: Id | None) -> Calendar:
    """Whose holidays a group follows, with the days off that its school chose itself."""
    if school is None:
        return Calendar()
    off = t.DayOff
    query = sa.select(off.day, off.reason).where(off.worker == "", off.school == school)
    days_off = dict(session.execute(query).all())
    return Calendar(own(session, t.School, school).community, days_off)


def proposed_days(session: Session, draft: SeriesDraft) -> list[PlannedDay]:
    """The days of a group that is being made, before anything is written (A01)."""
    calendar = calendar_of(session, draft.school)
    if draft.from_on == draft.until_on:
        return [PlannedDay(draft.from_on)]
    if not is_school_bound(draft.kind, draft.school):
        calendar = Calendar(calendar.community)
    return planned_days(draft.weekday, draft.from_on, last_day_of(draft), calendar)


def _session_counts(session: Session, series: Id | None = None) -> Counter[tuple[str, str]]:
    """{(group, state): number of sessions}."""
    held = t.GroupSession
    query = sa.select(held.series, held.state, sa.func.count()).where(held.worker == "")
    if series is not None:
        query = query.where(held.series == series)
    rows = session.execute(query.group_by(held.series, held.state))
    return Counter({(of, state): number for of, state, number in rows})


def school_choices(session: Session) -> list[tuple[Id, str]]:
    """The schools in use by name, to choose from."""
    school = t.School
    query = sa.select(school.id, school.name).where(school.worker == "", school.is_active)
    return [(Id(id_), name or "") for id_, name in session.execute(query.order_by(school.name))]
