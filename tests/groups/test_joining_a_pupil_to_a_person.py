"""A pupil without a file becomes a person of a file, counted once (A08)."""

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.groups.commands.along import (
    note_brought,
    parent_came,
)
from ouderapp.groups.commands.around import recommend
from ouderapp.groups.commands.participants import (
    change_participant,
    drop_in,
    link_participant,
    take_back_drop_in,
)
from ouderapp.groups.commands.questions import note_question, note_teacher_mail
from ouderapp.groups.commands.register import mark_came, mark_let_know
from ouderapp.groups.queries.around import ambassadors, recommendations_of
from ouderapp.groups.queries.figures import phase_figures
from ouderapp.groups.queries.register import register
from ouderapp.groups.records import (
    BroughtDraft,
    ParentDraft,
    ParticipantDraft,
    QuestionDraft,
    RecommendationDraft,
    Who,
)
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.undo import redo, undo
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_session, everything
from tests.work_builders import a_family, a_person

YASSIN = ParticipantDraft("Yassin", "2A1")


def test_a08_a_pupil_joined_to_a_person_is_counted_once(session: Session) -> None:
    """Both were noted on one Monday; the marks become one, with the question and the parent."""
    series = a_class(session)
    child = Who(person=a_person(session, a_family(session), "Amina", "dochter"))
    held, later = a_session(session, series), a_session(session, series, NEXT_MONDAY)
    lina = a_pupil(session)
    assert lina.participant is not None
    assert child.person is not None
    mark_let_know(session, held, child)
    mark = mark_came(session, held, lina)
    note_question(session, QuestionDraft(mark, "handboek"))
    parent_came(session, held, ParentDraft("moeder", participation=mark))
    mark_came(session, later, lina)
    for who in (lina, child):
        recommend(session, RecommendationDraft(series, who, MONDAY))
    note_brought(session, BroughtDraft(lina, a_pupil(session, "Sami"), MONDAY))

    link_participant(session, lina.participant, child.person)

    tiles = [tile for tile in register(session, held).pupils if tile.mark]
    assert [(tile.who, tile.mark, tile.questions, tile.is_with_parent) for tile in tiles] == [
        (child, "aanwezig", 1, True)
    ]
    assert phase_figures(session, series)[0].pupils == 1
    assert [row.who for row in recommendations_of(session, series)] == [child]
    assert [row.who for row in ambassadors(session)] == [child]
    with pytest.raises(NotFound):
        change_participant(session, lina.participant, ParticipantDraft("Lina"))


def test_a08_joining_a_pupil_to_a_person_can_be_undone_and_redone(database: Database) -> None:
    with database.transaction("given") as session:
        series = a_class(session)
        held = a_session(session, series)
        child = Who(person=a_person(session, a_family(session), "Amina", "dochter"))
        lina = a_pupil(session)
        mark_let_know(session, held, child)
        note_question(session, QuestionDraft(mark_came(session, held, lina), "handboek"))
        before = register(session, held)
    assert lina.participant is not None
    assert child.person is not None
    database.run(link_participant, lina.participant, child.person)
    with database.transaction("look") as session:
        joined = register(session, held)

    database.run(undo)
    with database.transaction("look") as session:
        taken_back = register(session, held)
    database.run(redo)
    with database.transaction("look") as session:
        done_again = register(session, held)

    assert taken_back == before
    assert done_again == joined != before


def test_a08_what_hangs_on_a_pupil_goes_along_to_the_person(session: Session) -> None:
    """The mail to the teacher, and links that would become double or point to oneself."""
    series = a_class(session)
    held = a_session(session, series)
    child = Who(person=a_person(session, a_family(session), "Amina", "dochter"))
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    assert lina.participant is not None
    assert child.person is not None
    question = note_question(session, QuestionDraft(mark_came(session, held, lina)))
    note_teacher_mail(session, question, MONDAY)
    for by, brought in ((lina, sami), (child, sami), (child, lina)):
        note_brought(session, BroughtDraft(by, brought, MONDAY))

    link_participant(session, lina.participant, child.person)

    links = everything(session, tables.PeerLink)
    assert [(link.from_person, link.to_participant) for link in links] == [
        (child.person, sami.participant)
    ]
    assert everything(session, tables.Letter)[0].person == child.person


def test_a08_a_new_face_who_asked_something_goes_with_the_question(session: Session) -> None:
    held = a_session(session, a_class(session))
    yassin = drop_in(session, held, YASSIN)
    mark = everything(session, tables.Participation)[0]
    note_question(session, QuestionDraft(mark.id, "handboek"))

    take_back_drop_in(session, held, yassin)

    assert everything(session, tables.HomeworkQuestion) == []
