"""The mail to the teacher that pupil and worker write together; its text is never kept (A16)."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.errors import Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.letters import sentences as say
from ouderapp.letters.letter import Letter, Paragraph, Reader
from ouderapp.letters.texts import Translator


class StepsFirst(Problem):
    """The stappenplan asks the textbook and another source before the teacher (DOMAIN 7.5 E)."""

    message = mark("First the textbook, then another source, then the teacher.")
    hint = mark("Write where the pupil looked first.")


class QuestionMissing(Problem):
    """A mail to a teacher holds one question."""

    message = mark("There is no question in this mail yet.")
    hint = mark("Write one question in the words of the pupil.")


@dataclass(frozen=True, slots=True)
class TeacherMail:
    """What the pupil fills in; `book` is step 1 and `source` is step 2 of the stappenplan."""

    teacher: str
    subject: str
    lesson: str
    pupil: str
    class_name: str
    task: str
    due_on: date | None
    point: str
    book: str
    source: str
    question: str


def check_mail(mail: TeacherMail) -> None:
    """Raise StepsFirst, QuestionMissing, or the problem of a forbidden number."""
    if not mail.book.strip():
        raise StepsFirst(field="book")
    if not mail.source.strip():
        raise StepsFirst(field="source")
    if not mail.question.strip():
        raise QuestionMissing(field="question")
    typed = {name: str(getattr(mail, name) or "") for name in TeacherMail.__slots__}
    check_free_text(**typed)


def teacher_mail(mail: TeacherMail, dated_on: date, words: Translator) -> Letter:
    """The mail in the language of the school, to copy into Smartschool or to print."""
    check_mail(mail)
    who = _filled(", ", mail.pupil, mail.class_name)
    what = _filled(" – ", mail.subject, mail.lesson, who)
    return Letter(
        subject=words.text(say.MAIL_SUBJECT, what=what),
        dated_on=dated_on,
        place_and_date="",
        blocks=tuple(Paragraph(text) for text in _paragraphs(mail, words)),
        language=words.language,
        reader=Reader.TEACHER,
        is_right_to_left=words.is_right_to_left,
        closing=words.text(say.MAIL_GREETING, who=who),
        page_of=words.text(say.PAGE_OF, page="{page}", pages="{pages}"),
        draft_lines=words.draft_lines(),
    )


def _filled(between: str, *parts: str) -> str:
    """These parts in one line, without those that are not filled in."""
    return between.join(part.strip() for part in parts if part.strip())


def _paragraphs(mail: TeacherMail, words: Translator) -> list[str]:
    found = [words.text(say.MAIL_DEAR, name=mail.teacher)]
    if mail.task and mail.due_on:
        found.append(words.text(say.MAIL_TASK, task=mail.task, date=words.day(mail.due_on)))
    if mail.point:
        found.append(words.text(say.MAIL_UNCLEAR, point=mail.point))
    tried = (
        words.text(say.MAIL_BOOK, book=mail.book),
        words.text(say.MAIL_OTHER, source=mail.source),
    )
    asked = (words.text(say.MAIL_QUESTION, question=mail.question), words.text(say.MAIL_HELP))
    return [*found, " ".join(tried), *asked, words.text(say.MAIL_THANKS)]
