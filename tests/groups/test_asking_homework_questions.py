"""Questions of homework follow the stappenplan, and it shows how much goes without help (A15)."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.groups import problems
from ouderapp.groups.codes import STEPS, Step
from ouderapp.groups.commands.questions import (
    change_question,
    note_question,
    note_teacher_mail,
    remove_question,
)
from ouderapp.groups.commands.register import mark_came, mark_let_know, unmark
from ouderapp.groups.queries.figures import steps_per_month, steps_per_pupil
from ouderapp.groups.queries.register import questions_of, register, usual_subject
from ouderapp.groups.records import QuestionDraft, Who
from ouderapp.groups.rules import in_order, last_step, steps_until
from ouderapp.groups.words import closing_sentence
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_session, everything
from tests.work_builders import a_family, a_person

YEAR = (date(2024, 9, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("step", "taken"),
    [
        (None, ()),
        ("handboek", (Step.TEXTBOOK,)),
        ("alternatieve_bron", (Step.TEXTBOOK, Step.OTHER_SOURCE)),
        ("mail_vakleerkracht", STEPS),
    ],
)
def test_a15_the_steps_are_taken_in_order(step: str | None, taken: tuple[Step, ...]) -> None:
    assert steps_until(step) == taken
    assert in_order(sorted(taken)) == taken
    assert last_step(taken) == step


def test_a15_one_step_answers_a_question(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark = mark_came(session, held, a_pupil(session))

    note_question(session, QuestionDraft(mark, "alternatieve_bron", "klasgenoot", "wiskunde"))

    row = questions_of(session, held)[0]
    assert (row.steps, row.step, row.source, row.subject, row.is_solved) == (
        (Step.TEXTBOOK, Step.OTHER_SOURCE),
        "alternatieve_bron",
        "klasgenoot",
        "wiskunde",
        True,
    )


def test_a15_a_pupil_may_still_be_looking(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark = mark_came(session, held, a_pupil(session))
    question = note_question(session, QuestionDraft(mark))

    still_looking = questions_of(session, held)[0]
    change_question(session, question, QuestionDraft(mark, "handboek", "computer"))

    assert not still_looking.is_solved
    solved = questions_of(session, held)[0]
    assert (solved.is_solved, solved.source) == (True, None)


def test_a15_only_a_pupil_who_came_asks_something(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark = mark_let_know(session, held, a_pupil(session))

    with pytest.raises(problems.NotInTheRegister):
        note_question(session, QuestionDraft(mark, "handboek"))


@pytest.mark.parametrize(
    ("step", "source", "field"), [("gokken", None, "step"), ("handboek", "buurman", "source")]
)
def test_a15_an_unknown_step_or_source_is_refused(
    session: Session, step: str, source: str | None, field: str
) -> None:
    mark = mark_came(session, a_session(session, a_class(session)), a_pupil(session))

    with pytest.raises(problems.ChoiceUnknown) as refused:
        note_question(session, QuestionDraft(mark, step, source))

    assert refused.value.field == field


def test_the_subject_of_a_pupil_is_remembered(session: Session) -> None:
    held = a_session(session, a_class(session))
    lina = a_pupil(session)
    mark = mark_came(session, held, lina)
    note_question(session, QuestionDraft(mark, "handboek", subject="Frans"))
    note_question(session, QuestionDraft(mark, "handboek"))

    assert usual_subject(session, lina) == "Frans"


def test_a15_the_share_without_a_mail_is_counted_per_pupil_and_per_month(
    session: Session,
) -> None:
    series = a_class(session)
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    march = mark_came(session, a_session(session, series), lina)
    april = mark_came(session, a_session(session, series, date(2025, 4, 28)), lina)
    other = mark_came(session, a_session(session, series, NEXT_MONDAY), sami)
    for mark, step in (
        (march, "handboek"),
        (march, "mail_vakleerkracht"),
        (april, "alternatieve_bron"),
        (other, None),
    ):
        note_question(session, QuestionDraft(mark, step))

    pupils = steps_per_pupil(session, series, *YEAR)
    months = steps_per_month(session, series, *YEAR)

    assert [(row.name, row.questions, row.solved, row.without_mail) for row in pupils] == [
        ("Lina", 3, 3, 2),
        ("Sami", 1, 0, 0),
    ]
    assert [(row.month, row.questions, row.mail) for row in months] == [
        ("2025-03", 3, 1),
        ("2025-04", 1, 0),
    ]


def test_the_closing_sentence_tells_how_many_asked_and_found_it_in_the_textbook(
    session: Session,
) -> None:
    held = a_session(session, a_class(session))
    mark = mark_came(session, held, a_pupil(session))
    note_question(session, QuestionDraft(mark, "handboek"))
    note_question(session, QuestionDraft(mark, "alternatieve_bron"))

    sentence = closing_sentence(register(session, held).totals)

    assert sentence == "1 pupil, 1 new, 2 questions (1 with the textbook)"


def test_a16_a_mail_to_the_teacher_stands_in_the_log_of_letters(session: Session) -> None:
    family = a_family(session)
    child = a_person(session, family, "Amina", "dochter")
    held = a_session(session, a_class(session))
    mark = mark_came(session, held, Who(person=child))
    question = note_question(session, QuestionDraft(mark, "handboek", subject="wiskunde"))

    note_teacher_mail(session, question, MONDAY)

    letter = everything(session, tables.Letter)[0]
    assert (letter.template, letter.family, letter.person, letter.session, letter.subject) == (
        "mail_vakleerkracht",
        family,
        child,
        held,
        "wiskunde",
    )
    assert questions_of(session, held)[0].step == "mail_vakleerkracht"


def test_a16_a_mail_of_a_pupil_without_file_names_no_family(session: Session) -> None:
    lina = a_pupil(session)
    mark = mark_came(session, a_session(session, a_class(session)), lina)

    note_teacher_mail(session, note_question(session, QuestionDraft(mark)), MONDAY)

    letter = everything(session, tables.Letter)[0]
    assert (letter.family, letter.participant) == (None, lina.participant)


def test_a_question_noted_by_mistake_goes(session: Session) -> None:
    held = a_session(session, a_class(session))
    question = note_question(
        session, QuestionDraft(mark_came(session, held, a_pupil(session)), "handboek")
    )

    remove_question(session, question)

    assert questions_of(session, held) == []


def test_a_mark_that_is_taken_back_and_undone_has_its_questions_again(
    database: Database,
) -> None:
    with database.transaction("given") as session:
        held = a_session(session, a_class(session))
        lina = a_pupil(session)
        mark = mark_came(session, held, lina)
        note_question(session, QuestionDraft(mark, "alternatieve_bron", "computer"))
        before = questions_of(session, held)
    database.run(unmark, held, lina)
    with database.transaction("look") as session:
        assert questions_of(session, held) == []

    database.run(undo)

    with database.transaction("look") as session:
        assert [(q.id, q.steps, q.source) for q in questions_of(session, held)] == [
            (q.id, q.steps, q.source) for q in before
        ]
