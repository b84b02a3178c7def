"""The picture of a group over time, and who grew quiet without having let know (A12)."""

from datetime import date

from sqlalchemy.orm import Session

from ouderapp.groups.commands.questions import note_question
from ouderapp.groups.commands.register import (
    mark_came,
    mark_let_know,
)
from ouderapp.groups.commands.sessions import close_session
from ouderapp.groups.queries.register import register
from ouderapp.groups.queries.sessions import attendance_picture, quiet_pupils, session_row
from ouderapp.groups.records import QuestionDraft, Remarks
from ouderapp.store import tables
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_session

LATER = date(2025, 4, 28)


def test_a12_letting_know_beforehand_is_no_silence(session: Session) -> None:
    series = a_class(session)
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    for pupil in (lina, sami):
        mark_came(session, a_session(session, series, MONDAY), pupil)
    for day in (NEXT_MONDAY, LATER):
        mark_came(session, a_session(session, series, day), a_pupil(session, "Noé"))
    mark_let_know(session, a_session(session, series, LATER), sami)

    quiet = quiet_pupils(session, series, sessions=2)

    assert [(pupil.name, pupil.last_on) for pupil in quiet] == [("Lina", MONDAY)]


def test_nobody_is_quiet_in_a_group_that_just_began(session: Session) -> None:
    series = a_class(session)
    mark_came(session, a_session(session, series), a_pupil(session))

    assert quiet_pupils(session, series) == []


def test_the_attendance_picture_leaves_blank_who_has_no_mark(session: Session) -> None:
    series = a_class(session)
    first, second = a_session(session, series), a_session(session, series, NEXT_MONDAY)
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    mark_came(session, first, lina, Remarks(is_with_parent=True))
    mark_came(session, second, lina)
    mark_let_know(session, second, sami)

    held, rows = attendance_picture(session, series, MONDAY, NEXT_MONDAY)

    assert [row.id for row in held] == [first, second]
    assert [(row.name, row.marks) for row in rows] == [
        ("Lina", {first: "aanwezig", second: "aanwezig"}),
        ("Sami", {second: "verwittigd"}),
    ]
    assert rows[0].with_parent == {first}


def test_a_mark_without_a_name_still_counts_and_shows_no_tile(session: Session) -> None:
    """What is left when somebody was erased: the session keeps its number."""
    series = a_class(session)
    held = a_session(session, series)
    mark_came(session, held, a_pupil(session))
    session.add(tables.Participation(id="a" * 32, session=held, mark="aanwezig"))
    session.flush()

    tiles = register(session, held).pupils
    picture = attendance_picture(session, series, MONDAY, MONDAY)[1]

    assert session_row(session, held).came == 2
    assert len(tiles) == len(picture) == 1


def test_a_mark_without_a_name_is_nobody_who_grew_quiet(session: Session) -> None:
    series = a_class(session)
    first = a_session(session, series)
    mark_came(session, first, a_pupil(session, "Lina"))
    session.add(tables.Participation(id="a" * 32, session=first, mark="aanwezig"))
    session.flush()

    close_session(session, a_session(session, series, NEXT_MONDAY))

    assert [pupil.name for pupil in quiet_pupils(session, series, sessions=1)] == ["Lina"]


def test_the_attendance_picture_shows_who_asked_something(session: Session) -> None:
    series = a_class(session)
    held = a_session(session, series)
    note_question(session, QuestionDraft(mark_came(session, held, a_pupil(session)), "handboek"))

    rows = attendance_picture(session, series, MONDAY, MONDAY)[1]

    assert rows[0].asked == {held}
