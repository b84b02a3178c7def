"""Every act on groups, each with a record as a worker would make it."""

from datetime import date, time

from ouderapp.base.ids import Id
from ouderapp.directory.commands import add_day_off
from ouderapp.groups.commands import along, around, participants, questions, register
from ouderapp.groups.commands import series as groups
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
from tests.group_builders import MONDAY, a_series_draft
from tests.taking_back.of_families import TODAY, Known
from tests.taking_back.walk import Walk


def walk_series(walk: Walk, known: Known) -> Id:
    """The acts on a group and its phases; the group."""
    series = walk.do(groups.make_series, a_series_draft(school=known.school))
    hours = {"starts": time(15, 40), "ends": time(16, 30)}
    walk.do(groups.change_series, series, a_series_draft(school=known.school, **hours))
    walk.do(add_day_off, known.school, date(2025, 5, 12), "evaluatiedag")
    walk.do(groups.follow_calendar, series)
    first = PhaseDraft(series, "aanbeveling", date(2025, 2, 3), "Klein beginnen")
    walk.do(groups.open_phase, first)
    opened = PhaseDraft(series, "eerste_graad", date(2025, 3, 17), "Er is plaats")
    phase = walk.do(groups.open_phase, opened)
    earlier = PhaseDraft(series, "eerste_graad", date(2025, 3, 10), "Er is plaats")
    walk.do(groups.change_phase, phase, earlier)
    return series


def walk_days(walk: Walk, series: Id) -> None:
    """The acts on the days of a group."""
    planned = walk.do(days.plan_session, SessionDraft(series, date(2025, 3, 26)))
    walk.do(days.move_session, planned, date(2025, 3, 27))
    walk.do(days.call_off, planned, "werker_ziek")
    walk.do(days.open_again, planned)
    walk.do(days.close_session, planned, "Rustig")
    walk.do(days.count_heads, planned, 7)
    walk.do(days.note_not_held, SessionDraft(series, date(2025, 3, 20)), "staking")
    extra = walk.do(days.open_register, series, date(2025, 3, 28))
    walk.do(days.remove_session, extra)


def walk_register(walk: Walk, known: Known, series: Id, held: Id) -> None:
    """The acts on who came, alone or with others."""
    sara, bilal = Who(person=known.daughter), Who(person=known.son)
    mark = walk.do(register.mark_came, held, sara)
    walk.do(register.change_remarks, mark, Remarks(is_late=True, arrived=time(15, 50)))
    walk.do(register.mark_let_know, held, bilal, "Tandarts")
    walk.do(register.unmark, held, bilal)
    mother = walk.do(along.parent_came, held, ParentDraft("moeder", known.mother, mark))
    walk.do(along.parent_did_not_come, mother)
    walk.do(along.parent_came, held, ParentDraft("moeder", known.mother, mark))
    link = walk.do(along.note_brought, BroughtDraft(sara, bilal, MONDAY, "voetbal"))
    walk.do(along.forget_brought, link)
    asked = walk.do(questions.note_question, QuestionDraft(mark, subject="wiskunde"))
    walk.do(questions.change_question, asked, QuestionDraft(mark, "alternatieve_bron", "computer"))
    walk.do(questions.note_teacher_mail, asked, TODAY, title="Vraag over breuken")
    walk.do(questions.remove_question, asked)
    walk_new_faces(walk, known, series, held)


def walk_new_faces(walk: Walk, known: Known, series: Id, held: Id) -> None:
    """The acts on pupils without a file, and on what surrounds a group."""
    sara = Who(person=known.daughter)
    lina = walk.do(participants.drop_in, held, ParticipantDraft("Lina", "1A1"), brought_by=sara)
    walk.do(participants.take_back_drop_in, held, lina)
    bilal = walk.do(participants.drop_in, held, ParticipantDraft("Bilal", "1B2"))
    walk.do(participants.change_participant, bilal, ParticipantDraft("Bilal", "2B1"))
    noor = walk.do(participants.add_participant, ParticipantDraft("Noor", "1A1"))
    draft = RecommendationDraft(series, Who(participant=noor), date(2025, 3, 3), known.partner)
    one = walk.do(around.recommend, draft)
    walk.do(around.note_invited, one, date(2025, 3, 5))
    other = walk.do(
        around.recommend, RecommendationDraft(series, Who(participant=bilal), date(2025, 3, 4))
    )
    following = walk.do(days.open_register, series, date(2025, 4, 4))
    walk.do(register.mark_everyone, following)
    walk.do(around.remove_recommendation, other)
    walk.do(register.mark_came, following, Who(person=known.son))
    walk.do(participants.link_participant, bilal, known.son)


def walk_around(walk: Walk, series: Id) -> None:
    """The acts on invitations and evaluations, and the end of a group."""
    written = walk.do(around.write_invitation, InvitationDraft(series, date(2025, 2, 24)))
    walk.do(
        around.change_invitation, written,
        InvitationDraft(series, date(2025, 2, 24), classes=("1A1", "1A2"), title="Huiswerkklas"),
    )  # fmt: skip
    walk.do(around.note_sent, written, date(2025, 2, 25), 24)
    walk.do(around.count_replies, written, 9)
    walk.do(around.remove_invitation, written)
    found = EvaluationDraft(series, TODAY, "Meer leerlingen komen.")
    evaluation = walk.do(around.evaluate, found)
    walk.do(around.change_evaluation, evaluation, EvaluationDraft(series, TODAY, None, "Doorgaan."))
    walk.do(groups.end_series, series, date(2025, 5, 30))
