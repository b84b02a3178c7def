"""Numbers of a group: per phase, per step of the stappenplan, and since the last evaluation."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.groups.codes import Mark, State, Step
from ouderapp.groups.pictures import EvaluationBasis, PhaseFigures, StepFigures
from ouderapp.groups.queries.names import names_of, who_is
from ouderapp.groups.queries.series import phases_of
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import PhaseRow, SessionRow, Who
from ouderapp.groups.rules import (
    average_per_session,
    is_evaluation_due,
    last_step,
    minutes_there,
)
from ouderapp.store import tables as t
from ouderapp.store.settings import setting

EVALUATE_EVERY = "groups.evaluate_every"
USUAL_EVERY = 4


def phase_figures(session: Session, series: Id) -> list[PhaseFigures]:
    """The figures of each phase in order, then those of sessions outside every phase (A13, A14).

    A session that did not take place counts as planned and cancelled and in no average; a session
    held without pupils counts (DOMAIN 8.5).
    """
    rows = sessions_of(session, series)
    came = _came(session, [row.id for row in rows])
    found = [
        _phase_figures(phase, [row for row in rows if row.phase == phase.id], came)
        for phase in phases_of(session, series)
    ]
    outside = [row for row in rows if row.phase is None]
    return [*found, _phase_figures(None, outside, came)] if outside else found


def steps_per_pupil(
    session: Session, series: Id, from_on: date, until_on: date
) -> list[StepFigures]:
    """For each pupil how questions were answered from … until …, both included (A15)."""
    asked = _questions(session, series, from_on, until_on)
    by_pupil: dict[Who, list[t.HomeworkQuestion]] = defaultdict(list)
    for _, who, question in asked:
        by_pupil[who].append(question)
    names = names_of(session, by_pupil, until_on)
    rows = [_steps(who, names[who].name, "", questions) for who, questions in by_pupil.items()]
    return sorted(rows, key=lambda row: (-row.questions, row.name))


def steps_per_month(
    session: Session, series: Id, from_on: date, until_on: date
) -> list[StepFigures]:
    """For each month (2025-03) how questions were answered from … until …, both included (A15)."""
    by_month: dict[str, list[t.HomeworkQuestion]] = defaultdict(list)
    for held_on, _, question in _questions(session, series, from_on, until_on):
        by_month[f"{held_on:%Y-%m}"].append(question)
    return [_steps(None, "", month, by_month[month]) for month in sorted(by_month)]


def evaluation_basis(session: Session, series: Id) -> EvaluationBasis:
    """What happened since the last evaluation, and whether it is time for the next one (A17)."""
    since = session.scalar(
        sa.select(sa.func.max(t.Evaluation.held_on)).where(
            t.Evaluation.worker == "", t.Evaluation.series == series
        )
    )
    rows = [
        row
        for row in sessions_of(session, series)
        if row.state == State.HELD and (since is None or row.held_on > since)
    ]
    came = _came(session, [row.id for row in rows])
    attendances = sum(row.came for row in rows)
    recommended = _recommended(session, series)
    ever = _ever_came(session, series)
    return EvaluationBasis(
        sessions=tuple(row.id for row in rows),
        held=len(rows),
        attendances=attendances,
        average=average_per_session(attendances, len(rows)),
        pupils=len({who for people in came.values() for who, _ in people}),
        recommended=len(recommended),
        recommended_never_came=len(recommended - ever),
        is_due=is_evaluation_due(len(rows), int(setting(session, EVALUATE_EVERY, USUAL_EVERY))),
    )


def _phase_figures(
    phase: PhaseRow | None,
    rows: list[SessionRow],
    came: dict[Id, list[tuple[Who, t.Participation]]],
) -> PhaseFigures:
    held = [row for row in rows if row.state == State.HELD]
    attendances = sum(row.came for row in held)
    return PhaseFigures(
        phase=phase.id if phase else None,
        kind=phase.kind if phase else None,
        name=phase.name if phase else None,
        planned=len(rows),
        held=len(held),
        cancelled=sum(row.state == State.CANCELLED for row in rows),
        attendances=attendances,
        pupils=len({who for row in held for who, _ in came.get(row.id, ())}),
        average=average_per_session(attendances, len(held)),
        parents=sum(row.parents for row in held),
        heads=sum(row.heads or 0 for row in held),
        minutes=sum(_minutes(row, came.get(row.id, ())) for row in held),
    )


def _minutes(row: SessionRow, came: Iterable[tuple[Who, t.Participation]]) -> int:
    return sum(minutes_there(row.starts, row.ends, mark.arrived, mark.left) for _, mark in came)


def _came(session: Session, ids: list[Id]) -> dict[Id, list[tuple[Who, t.Participation]]]:
    """{session: everybody who came, with the mark}."""
    mark = t.Participation
    query = sa.select(mark).where(mark.worker == "", mark.mark == Mark.CAME, mark.session.in_(ids))
    found: dict[Id, list[tuple[Who, t.Participation]]] = defaultdict(list)
    for row in session.scalars(query):
        if who := who_is(row.person, row.participant):
            found[Id(row.session)].append((who, row))
    return found


def _ever_came(session: Session, series: Id) -> set[Who]:
    ids = [row.id for row in sessions_of(session, series)]
    return {who for people in _came(session, ids).values() for who, _ in people}


def _recommended(session: Session, series: Id) -> set[Who]:
    row = t.Recommendation
    query = sa.select(row.person, row.participant).where(row.worker == "", row.series == series)
    return {who for one, two in session.execute(query) if (who := who_is(one, two))}


def _questions(
    session: Session, series: Id, from_on: date, until_on: date
) -> list[tuple[date, Who, t.HomeworkQuestion]]:
    asked, mark, held = t.HomeworkQuestion, t.Participation, t.GroupSession
    query = (
        sa.select(held.held_on, mark.person, mark.participant, asked)
        .join(mark, sa.and_(mark.worker == "", mark.id == asked.participation))
        .join(held, sa.and_(held.worker == "", held.id == mark.session))
        .where(asked.worker == "", held.series == series)
        .where(held.held_on >= from_on, held.held_on <= until_on)
        .order_by(held.held_on, asked.nr)
    )
    rows = session.execute(query)
    return [(day, who, row) for day, one, two, row in rows if (who := who_is(one, two))]


def _steps(
    who: Who | None, name: str, month: str, questions: list[t.HomeworkQuestion]
) -> StepFigures:
    solved = [question for question in questions if question.is_solved]
    by_step = Counter(last_step(question.steps) for question in solved)
    return StepFigures(
        who=who,
        name=name,
        month=month,
        questions=len(questions),
        solved=len(solved),
        textbook=by_step[Step.TEXTBOOK],
        other_source=by_step[Step.OTHER_SOURCE],
        mail=by_step[Step.MAIL],
    )
