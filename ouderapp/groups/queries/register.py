"""One session with its tiles, its parents, its questions and its running total."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.groups.codes import Mark, Step
from ouderapp.groups.pictures import ParentRow, PupilRow, QuestionRow, Register, Totals
from ouderapp.groups.queries.names import Named, everybody_of, names_of, who_is
from ouderapp.groups.queries.series import series_row
from ouderapp.groups.queries.sessions import session_row
from ouderapp.groups.records import SessionRow, Who
from ouderapp.groups.rules import in_order, last_step, minutes_there, shown_name
from ouderapp.store import tables as t


def register(session: Session, session_id: Id) -> Register:
    """The register of a session: everybody whom the group knows, the most frequent first (A06).

    Raises NotFound. Blank tiles have no mark.
    """
    held = session_row(session, session_id)
    series = series_row(session, held.series)
    people = everybody_of(session, held.series)
    names = names_of(session, people, held.held_on)
    marks = _marks(session, session_id)
    questions = questions_of(session, session_id)
    pupils = _tiles(session, held, people, names, marks, questions)
    return Register(
        session=held,
        title=series.title or "",
        kind=series.kind,
        school_name=series.school_name,
        place=series.place,
        pupils=pupils,
        parents=tuple(_parents(session, session_id)),
        totals=_totals(held, pupils, questions),
    )


def questions_of(session: Session, session_id: Id) -> list[QuestionRow]:
    """The questions of a session in the order in which they were noted."""
    asked, mark = t.HomeworkQuestion, t.Participation
    query = (
        sa.select(asked)
        .join(mark, sa.and_(mark.worker == "", mark.id == asked.participation))
        .where(asked.worker == "", mark.session == session_id)
        .order_by(asked.nr)
    )
    return [
        QuestionRow(
            Id(row.id),
            Id(row.participation),
            row.subject,
            in_order(row.steps),
            row.source,
            row.is_solved,
            last_step(row.steps),
        )
        for row in session.scalars(query)
    ]


def usual_subject(session: Session, who: Who) -> str | None:
    """The subject of the last question of this pupil, filled in beforehand (UX J9)."""
    asked, mark = t.HomeworkQuestion, t.Participation
    return session.scalar(
        sa.select(asked.subject)
        .join(mark, sa.and_(mark.worker == "", mark.id == asked.participation))
        .where(
            asked.worker == "",
            asked.subject.is_not(None),
            mark.person.is_not_distinct_from(who.person),
            mark.participant.is_not_distinct_from(who.participant),
        )
        .order_by(asked.nr.desc())
        .limit(1)
    )


def _tiles(
    session: Session,
    held: SessionRow,
    people: list[Who],
    names: dict[Who, Named],
    marks: dict[Who, t.Participation],
    questions: list[QuestionRow],
) -> tuple[PupilRow, ...]:
    earlier = _came_before(session, held.series, held.held_on)
    brought, brought_by = _brought(session, held.id, held.held_on)
    recommended = _recommended(session, held.series)
    asked = Counter(question.participation for question in questions)
    tiles = []
    for who in people:
        row = marks.get(who)
        came = row is not None and row.mark == Mark.CAME
        tiles.append(
            PupilRow(
                who=who,
                name=names[who].name,
                class_name=names[who].class_name,
                times=earlier[who] + came,
                brought=brought[who],
                is_new=came and not earlier[who],
                is_recommended=who in recommended,
                questions=asked[Id(row.id)] if row else 0,
                brought_by=brought_by.get(who),
                **_noted(row),
            )
        )
    return tuple(tiles)


def _noted(row: t.Participation | None) -> Any:
    """What is noted of a pupil, by the names of a tile; nothing for a blank one."""
    if row is None:
        return {}
    names = ("mark", "is_with_parent", "is_late", "has_left_early", "arrived", "left", "note")
    return {"participation": Id(row.id)} | {name: getattr(row, name) for name in names}


def _marks(session: Session, session_id: Id) -> dict[Who, t.Participation]:
    mark = t.Participation
    rows = session.scalars(sa.select(mark).where(mark.worker == "", mark.session == session_id))
    return {who: row for row in rows if (who := who_is(row.person, row.participant))}


def _came_before(session: Session, series: Id, day: date) -> Counter[Who]:
    """{pupil: how often in this group before this day}."""
    mark, held = t.Participation, t.GroupSession
    query = (
        sa.select(mark.person, mark.participant, sa.func.count())
        .join(held, sa.and_(held.worker == "", held.id == mark.session))
        .where(
            mark.worker == "",
            mark.mark == Mark.CAME,
            held.series == series,
            held.held_on < day,
        )
        .group_by(mark.person, mark.participant)
    )
    rows = session.execute(query)
    return Counter({who: times for one, two, times in rows if (who := who_is(one, two))})


def _brought(
    session: Session, session_id: Id, held_on: date
) -> tuple[Counter[Who], dict[Who, str]]:
    """How many different people each one brought along ever, and who was brought by whom today."""
    link = t.PeerLink
    by: dict[Who, set[Who]] = defaultdict(set)
    today: dict[Who, Who] = {}
    for row in session.scalars(sa.select(link).where(link.worker == "")):
        one = who_is(row.from_person, row.from_participant)
        two = who_is(row.to_person, row.to_participant)
        if one and two:
            by[one].add(two)
            if row.session == session_id:
                today[two] = one
    names = names_of(session, today.values(), held_on)
    counts = Counter({who: len(brought) for who, brought in by.items()})
    return counts, {two: names[one].name for two, one in today.items()}


def _recommended(session: Session, series: Id) -> set[Who]:
    row = t.Recommendation
    query = sa.select(row.person, row.participant).where(row.worker == "", row.series == series)
    return {who for one, two in session.execute(query) if (who := who_is(one, two))}


def _parents(session: Session, session_id: Id) -> list[ParentRow]:
    parent, person = t.ParentAttendance, t.Person
    query = (
        sa.select(parent, person.given_name, person.family_name)
        .outerjoin(person, sa.and_(person.worker == "", person.id == parent.person))
        .where(parent.worker == "", parent.session == session_id)
        .order_by(parent.nr)
    )
    return [
        ParentRow(
            Id(row.id),
            row.role,
            shown_name(given, family) if row.person else "",
            Id(row.person) if row.person else None,
            Id(row.participation) if row.participation else None,
        )
        for row, given, family in session.execute(query)
    ]


def _totals(held: SessionRow, pupils: tuple[PupilRow, ...], questions: list[QuestionRow]) -> Totals:
    came = [pupil for pupil in pupils if pupil.mark == Mark.CAME]
    return Totals(
        came=len(came),
        new=sum(pupil.is_new for pupil in came),
        parents=held.parents,
        let_know=held.let_know,
        questions=len(questions),
        with_textbook=sum(question.step == Step.TEXTBOOK for question in questions),
        heads=held.heads,
        minutes=sum(
            minutes_there(held.starts, held.ends, pupil.arrived, pupil.left) for pupil in came
        ),
    )
