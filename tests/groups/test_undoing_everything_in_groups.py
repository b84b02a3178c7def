"""Whatever is done in a group can be taken back with one undo, and done again (D24)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.groups.commands import along, around, participants, questions, register, series
from ouderapp.groups.commands import sessions as days
from ouderapp.groups.records import (
    BroughtDraft,
    EvaluationDraft,
    InvitationDraft,
    ParentDraft,
    ParticipantDraft,
    PhaseDraft,
    QuestionDraft,
    RecommendationDraft,
    Remarks,
    SessionDraft,
    Who,
)
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import image
from ouderapp.store.undo import redo, undo
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_series_draft, a_session
from tests.work_builders import a_family, a_person

TODAY = date(2025, 3, 25)
TABLES = [table for table in tables.RECORDS.all().values() if table is not tables.Count]


@dataclass(frozen=True)
class Scene:
    """A class in the middle of things: one pupil was there, one is only known."""

    series: Id
    held: Id
    empty: Id
    here: Who
    known: Who
    child: Id
    mark: Id
    parent: Id
    question: Id
    link: Id
    advised: Id
    invitation: Id
    evaluation: Id
    phase: Id


def a_scene(session: Session) -> Scene:
    group = a_class(session)
    held = a_session(session, group)
    here, known = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    mark = register.mark_came(session, held, here)
    register.mark_let_know(session, held, known)
    return Scene(
        series=group,
        held=held,
        empty=a_session(session, group, NEXT_MONDAY),
        here=here,
        known=known,
        child=a_person(session, a_family(session), "Amina", "dochter"),
        mark=mark,
        parent=along.parent_came(session, held, ParentDraft("moeder", participation=mark)),
        question=questions.note_question(session, QuestionDraft(mark, "alternatieve_bron")),
        link=along.note_brought(session, BroughtDraft(here, known, MONDAY, session=held)),
        advised=around.recommend(session, RecommendationDraft(group, here, MONDAY)),
        invitation=around.write_invitation(
            session, InvitationDraft(group, MONDAY, classes=("2A1", "1A1"))
        ),
        evaluation=around.evaluate(session, EvaluationDraft(group, MONDAY, "Rustig.")),
        phase=series.open_phase(session, PhaseDraft(group, "aanbeveling", MONDAY, "Afspraak")),
    )


def participant_of(who: Who) -> Id:
    assert who.participant is not None
    return who.participant


ACTS: dict[str, Callable[[Scene], tuple[Callable[..., Any], tuple[Any, ...]]]] = {
    "make_series": lambda s: (series.make_series, (a_series_draft(),)),
    "change_series": lambda s: (
        series.change_series,
        (s.series, a_series_draft(weekday=2, starts=time(15))),
    ),
    "end_series": lambda s: (series.end_series, (s.series, NEXT_MONDAY)),
    "open_phase": lambda s: (
        series.open_phase,
        (PhaseDraft(s.series, "open", NEXT_MONDAY, "Opkomst beperkt"),),
    ),
    "change_phase": lambda s: (
        series.change_phase,
        (s.phase, PhaseDraft(s.series, "open", NEXT_MONDAY, "Anders beslist")),
    ),
    "plan_session": lambda s: (
        days.plan_session,
        (SessionDraft(s.series, date(2025, 3, 26)),),
    ),
    "close_session": lambda s: (days.close_session, (s.empty, "Rustige les")),
    "call_off": lambda s: (days.call_off, (s.empty, "weer")),
    "move_session": lambda s: (days.move_session, (s.empty, date(2025, 4, 1))),
    "count_heads": lambda s: (days.count_heads, (s.empty, 12)),
    "remove_session": lambda s: (days.remove_session, (s.empty,)),
    "mark_came": lambda s: (register.mark_came, (s.empty, s.here, Remarks(is_late=True))),
    "mark_came_after_letting_know": lambda s: (register.mark_came, (s.held, s.known)),
    "mark_let_know": lambda s: (register.mark_let_know, (s.held, s.here)),
    "unmark": lambda s: (register.unmark, (s.held, s.here)),
    "unmark_a_friend": lambda s: (register.unmark, (s.held, s.known)),
    "change_remarks": lambda s: (register.change_remarks, (s.mark, Remarks(left=time(16)))),
    "mark_everyone": lambda s: (register.mark_everyone, (s.empty,)),
    "parent_came": lambda s: (along.parent_came, (s.empty, ParentDraft("vader"))),
    "parent_did_not_come": lambda s: (along.parent_did_not_come, (s.parent,)),
    "note_brought": lambda s: (along.note_brought, (BroughtDraft(s.known, s.here, MONDAY),)),
    "forget_brought": lambda s: (along.forget_brought, (s.link,)),
    "drop_in": lambda s: (participants.drop_in, (s.empty, ParticipantDraft("Yassin", "2A1"))),
    "change_participant": lambda s: (
        participants.change_participant,
        (participant_of(s.here), ParticipantDraft("Lina", "2B1")),
    ),
    "link_participant": lambda s: (
        participants.link_participant,
        (participant_of(s.here), s.child),
    ),
    "note_question": lambda s: (
        questions.note_question,
        (QuestionDraft(s.mark, "mail_vakleerkracht"),),
    ),
    "change_question": lambda s: (
        questions.change_question,
        (s.question, QuestionDraft(s.mark, "handboek", subject="Frans")),
    ),
    "remove_question": lambda s: (questions.remove_question, (s.question,)),
    "note_teacher_mail": lambda s: (questions.note_teacher_mail, (s.question, TODAY)),
    "recommend": lambda s: (around.recommend, (RecommendationDraft(s.series, s.known, MONDAY),)),
    "note_invited": lambda s: (around.note_invited, (s.advised, TODAY)),
    "remove_recommendation": lambda s: (around.remove_recommendation, (s.advised,)),
    "change_invitation": lambda s: (
        around.change_invitation,
        (s.invitation, InvitationDraft(s.series, MONDAY, classes=("2B1", "1B1"))),
    ),
    "note_sent": lambda s: (around.note_sent, (s.invitation, TODAY, 40)),
    "count_replies": lambda s: (around.count_replies, (s.invitation, 4)),
    "remove_invitation": lambda s: (around.remove_invitation, (s.invitation,)),
    "change_evaluation": lambda s: (
        around.change_evaluation,
        (s.evaluation, EvaluationDraft(s.series, TODAY, "Druk.", "Afwachten.")),
    ),
}


def content(database: Database) -> dict[tuple[str, str], dict[str, Any]]:
    """What every record of the store says."""
    with database.transaction() as session:
        return {
            (table.__tablename__, row.id): image(row)
            for table in TABLES
            for row in session.scalars(sa.select(table))
        }


@pytest.mark.parametrize("name", ACTS)
def test_d24_an_act_in_a_group_is_taken_back_and_done_again(database: Database, name: str) -> None:
    with clock.standing_at(TODAY):
        with database.transaction("given") as session:
            scene = a_scene(session)
        before = content(database)
        command, words = ACTS[name](scene)
        database.run(command, *words)
        after = content(database)

        database.run(undo)
        taken_back = content(database)
        database.run(redo)
        done_again = content(database)

    assert after != before
    assert taken_back == before
    assert done_again == after
