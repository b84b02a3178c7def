"""The days of a group with how many came, and the picture of who came when."""

from collections import defaultdict
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.groups.codes import Mark, State
from ouderapp.groups.pictures import PictureRow, QuietPupil
from ouderapp.groups.queries.names import everybody_of, names_of, who_is
from ouderapp.groups.records import SessionRow, Who
from ouderapp.store import tables as t
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own


def sessions_of(session: Session, series: Id) -> list[SessionRow]:
    """Every session of a group in order of day, the called-off ones included."""
    return _sessions(session, t.GroupSession.series == series)


def sessions_on(session: Session, day: date) -> list[SessionRow]:
    """The sessions of all groups on a day, the called-off ones left out, by hour."""
    found = _sessions(session, t.GroupSession.held_on == day)
    open_ones = [row for row in found if row.state != State.CANCELLED]
    return sorted(open_ones, key=lambda row: (row.starts is None, row.starts))


def session_row(session: Session, id_: Id) -> SessionRow:
    """One session with its counts; raises NotFound."""
    own(session, t.GroupSession, id_)
    return _sessions(session, t.GroupSession.id == id_)[0]


def attendance_picture(
    session: Session, series: Id, from_on: date, until_on: date
) -> tuple[list[SessionRow], list[PictureRow]]:
    """The sessions held from … until …, both included, and a row for each pupil (heat map).

    A pupil who has no mark in a session is blank there: nothing is said about not coming.
    """
    held = [
        row
        for row in sessions_of(session, series)
        if from_on <= row.held_on <= until_on and row.state == State.HELD
    ]
    ids = [row.id for row in held]
    marks: dict[Who, dict[Id, str]] = defaultdict(dict)
    with_parent: dict[Who, set[Id]] = defaultdict(set)
    asked: dict[Who, set[Id]] = defaultdict(set)
    for row, questions in _marks(session, ids):
        who = who_is(row.person, row.participant)
        if who is None:
            continue
        marks[who][Id(row.session)] = row.mark
        if row.is_with_parent:
            with_parent[who].add(Id(row.session))
        if questions:
            asked[who].add(Id(row.session))
    people = [who for who in everybody_of(session, series) if who in marks]
    names = names_of(session, people, until_on)
    rows = [
        PictureRow(
            who,
            names[who].name,
            names[who].class_name,
            marks[who],
            frozenset(with_parent[who]),
            frozenset(asked[who]),
        )
        for who in people
    ]
    return held, rows


def quiet_pupils(session: Session, series: Id, sessions: int = 3) -> list[QuietPupil]:
    """Who came before and has no mark at all in the last so many sessions held, longest first.

    Whoever let know beforehand is not among them (A12). Empty with fewer sessions held.
    """
    held = [row for row in sessions_of(session, series) if row.state == State.HELD]
    last = {row.id for row in held[-sessions:]}
    if len(held) <= sessions:
        return []
    days = {row.id: row.held_on for row in held}
    came: dict[Who, list[date]] = defaultdict(list)
    heard_of: set[Who] = set()
    for row, _ in _marks(session, list(days)):
        who = who_is(row.person, row.participant)
        if who is None:
            continue
        if row.session in last:
            heard_of.add(who)
        elif row.mark == Mark.CAME:
            came[who].append(days[Id(row.session)])
    names = names_of(session, came, held[-1].held_on)
    quiet = [
        QuietPupil(who, names[who].name, names[who].class_name, max(all_days), len(all_days))
        for who, all_days in came.items()
        if who not in heard_of
    ]
    return sorted(quiet, key=lambda pupil: (pupil.last_on, pupil.name))


def _sessions(session: Session, *where: sa.ColumnElement[bool]) -> list[SessionRow]:
    held = t.GroupSession
    query = sa.select(held).where(held.worker == "", *where).order_by(held.held_on, held.starts)
    rows = list(session.scalars(query))
    ids = [row.id for row in rows]
    counts = _counts(session, ids)
    parents = _parents(session, ids)
    return [
        as_record(
            SessionRow,
            row,
            came=counts.get((row.id, Mark.CAME), 0),
            let_know=counts.get((row.id, Mark.LET_KNOW), 0),
            parents=parents.get(row.id, 0),
        )
        for row in rows
    ]


def _counts(session: Session, ids: list[str]) -> dict[tuple[str, str], int]:
    mark = t.Participation
    query = (
        sa.select(mark.session, mark.mark, sa.func.count())
        .where(mark.worker == "", mark.session.in_(ids))
        .group_by(mark.session, mark.mark)
    )
    return {(of, code): number for of, code, number in session.execute(query)}


def _parents(session: Session, ids: list[str]) -> dict[str, int]:
    parent = t.ParentAttendance
    query = (
        sa.select(parent.session, sa.func.count())
        .where(parent.worker == "", parent.session.in_(ids))
        .group_by(parent.session)
    )
    return dict(session.execute(query).all())


def _marks(session: Session, ids: list[Id]) -> list[tuple[t.Participation, int]]:
    """The marks of these sessions, each with its number of questions."""
    mark, asked = t.Participation, t.HomeworkQuestion
    questions = (
        sa.select(sa.func.count())
        .where(asked.worker == "", asked.participation == mark.id)
        .scalar_subquery()
    )
    query = sa.select(mark, questions).where(mark.worker == "", mark.session.in_(ids))
    return list(session.execute(query.order_by(mark.nr)))
