"""The mail of step 3: first the book, then another source, then one question (A16)."""

from dataclasses import replace
from datetime import date

import pytest

from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.letters.teacher_mail import (
    QuestionMissing,
    StepsFirst,
    TeacherMail,
    check_mail,
    teacher_mail,
)
from ouderapp.letters.texts import translator

DAY = date(2025, 3, 24)
MAIL = TeacherMail(
    teacher="mevrouw Peeters",
    subject="wiskunde",
    lesson="breuken",
    pupil="Exaucé Makiese",
    class_name="1A2",
    task="oefening 4",
    due_on=date(2025, 3, 28),
    point="hoe je breuken deelt",
    book="het handboek p. 41",
    source="klasgenoot",
    question="Mag ik omkeren en dan vermenigvuldigen?",
)


def test_the_mail_has_subject_greeting_and_one_question() -> None:
    found = teacher_mail(MAIL, DAY, translator("nl")).as_text()

    assert "Vraag over wiskunde – breuken – Exaucé Makiese, 1A2" in found
    assert "Dag mevrouw Peeters," in found
    assert "Ik werk aan oefening 4 voor vrijdag 28 maart 2025." in found
    assert "Ik keek al in het handboek p. 41." in found
    assert "Mijn vraag is: Mag ik omkeren en dan vermenigvuldigen?" in found


@pytest.mark.parametrize("field", ["book", "source"])
def test_a_mail_before_the_first_two_steps_is_refused(field: str) -> None:
    with pytest.raises(StepsFirst) as refusal:
        check_mail(replace(MAIL, book=" ") if field == "book" else replace(MAIL, source=" "))

    assert refusal.value.field == field


def test_a_mail_without_question_is_refused() -> None:
    with pytest.raises(QuestionMissing):
        teacher_mail(replace(MAIL, question=""), DAY, translator("nl"))


def test_a_national_number_in_a_mail_is_refused() -> None:
    with pytest.raises(NationalNumberInText):
        check_mail(replace(MAIL, point="85.07.30-033.28"))


def test_a_mail_without_lesson_or_class_leaves_no_gap() -> None:
    bare = replace(MAIL, lesson="", class_name=" ")

    found = teacher_mail(bare, DAY, translator("nl")).as_text()

    assert "Vraag over wiskunde – Exaucé Makiese\n" in found
    assert "Groeten, Exaucé Makiese\n" in f"{found}\n"


def test_a_mail_without_task_leaves_that_line_out() -> None:
    found = teacher_mail(replace(MAIL, task="", point=""), DAY, translator("nl")).as_text()

    assert "Ik werk aan" not in found
    assert "{" not in found
