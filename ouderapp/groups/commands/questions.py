"""The stappenplan: a question of homework, the step where the answer came, the mail of step 3."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.groups import problems
from ouderapp.groups.codes import Mark, Step
from ouderapp.groups.records import QuestionDraft
from ouderapp.groups.rules import check_question, steps_until
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own

TEACHER_MAIL = "mail_vakleerkracht"
TEACHER = "leerkracht"


@action(mark("Question noted"))
def note_question(session: Session, draft: QuestionDraft) -> Id:
    """A question and where the answer came; without step the pupil is still looking (A15).

    Raises NotInTheRegister for a pupil who did not come, ChoiceUnknown for an unknown step.
    """
    check_question(draft)
    if own(session, t.Participation, draft.participation).mark != Mark.CAME:
        raise problems.NotInTheRegister
    row = t.HomeworkQuestion(id=new_id(), participation=draft.participation)
    _fill(row, draft)
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Question changed"))
def change_question(session: Session, id_: Id, draft: QuestionDraft) -> None:
    """Another step, source or subject for a question."""
    check_question(draft)
    _fill(own(session, t.HomeworkQuestion, id_), draft)
    session.flush()


@action(mark("Question taken back"))
def remove_question(session: Session, id_: Id) -> None:
    """Take back a question that was noted by mistake."""
    session.delete(own(session, t.HomeworkQuestion, id_))
    session.flush()


@action(mark("Mail to the teacher noted"))
def note_teacher_mail(
    session: Session, question: Id, dated_on: date, *, title: str | None = None
) -> Id:
    """The mail of step 3 that pupil and worker wrote together, as a letter in the log (A16).

    The text itself is not kept. The question has reached step 3. The id of the letter.
    """
    asked = own(session, t.HomeworkQuestion, question)
    pupil = own(session, t.Participation, asked.participation)
    asked.steps, asked.is_solved = steps_until(Step.MAIL), True
    letter = t.Letter(
        id=new_id(),
        family=_only_family_of(session, pupil.person),
        session=pupil.session,
        person=pupil.person,
        participant=pupil.participant,
        dated_on=dated_on,
        template=TEACHER_MAIL,
        language="nl",
        reader=TEACHER,
        title=title,
        subject=asked.subject,
    )
    session.add(letter)
    session.flush()
    return Id(letter.id)


def _fill(row: t.HomeworkQuestion, draft: QuestionDraft) -> None:
    row.steps = steps_until(draft.step)
    row.is_solved = draft.step is not None
    row.source = draft.source if Step.OTHER_SOURCE in row.steps else None
    row.subject = (draft.subject or "").strip() or None


def _only_family_of(session: Session, person: str | None) -> str | None:
    """The family of a pupil; of a child in two families neither."""
    member = t.Member
    query = sa.select(member.family).where(member.worker == "", member.person == person)
    families = set(session.scalars(query)) if person else set()
    return families.pop() if len(families) == 1 else None
