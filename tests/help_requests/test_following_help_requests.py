"""What a person may count on with help requests (D15)."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing, NotFound
from ouderapp.base.forbidden import AccountNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.base.themes import THEME_WORDS, Theme
from ouderapp.help_requests.commands import (
    close_help_request,
    delete_help_request,
    edit_help_request,
    raise_help_request,
    reopen_help_request,
)
from ouderapp.help_requests.queries import help_request, help_requests_of, open_help_requests
from ouderapp.help_requests.records import (
    OUTCOME_WORDS,
    STATUS_WORDS,
    HelpRequestDraft,
    Outcome,
    Status,
)
from ouderapp.help_requests.rules import ClosedBeforeRaised, QuestionTooLong, ThemeMissing
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_family

RAISED = date(2025, 3, 10)
# DOMAIN 8.1, the pilots (DOMAIN 12) and goal D15 in the words of the list.
OF_THE_DOMAIN_PAGE = {
    *("huiswerkbegeleiding", "communicatie_school", "smartschool", "digitaal_aanmelden"),
    *("studiekeuze", "schoolloopbaan", "schoolkosten", "financiele_tegemoetkomingen"),
    *("vrije_tijd", "opvoeding", "taal", "welbevinden", "andere"),
}
OF_THE_PILOTS = {"school", "studievoortgang", "evaluatie", "uitpas_kansentarief"}
OF_THE_GOALS = {"brief", "formulier", "papieren", "gezondheid", "wonen"}


def draft(family: Id, **more: Any) -> HelpRequestDraft:
    facts: dict[str, Any] = {"raised_on": RAISED, "themes": (Theme.SMARTSCHOOL,)}
    return HelpRequestDraft(family, **(facts | more))


def test_the_themes_of_the_domain_page_the_pilots_and_the_goals_are_one_list() -> None:
    assert set(Theme) == OF_THE_DOMAIN_PAGE | OF_THE_PILOTS | OF_THE_GOALS


def test_every_code_has_its_word() -> None:
    assert set(THEME_WORDS) == set(Theme)
    assert set(OUTCOME_WORDS) == set(Outcome)
    assert set(STATUS_WORDS) == set(Status)


def test_a_question_stands_with_the_family_in_its_own_words(session: Session) -> None:
    family = a_family(session)

    made = raise_help_request(session, draft(family, words=" Ik kan niet aanmelden. "))

    row = help_request(session, made)
    assert (row.family_name, row.words, row.status) == (
        "Haddad",
        "Ik kan niet aanmelden.",
        "lopend",
    )
    assert (row.themes, row.closed_on, row.outcome) == (("smartschool",), None, None)


def test_several_questions_of_one_talk_are_each_counted_once(session: Session) -> None:
    family = a_family(session)
    raise_help_request(session, draft(family, themes=(Theme.SCHOOL_COSTS, Theme.FORM)))
    raise_help_request(session, draft(family))

    assert [row.themes for row in help_requests_of(session, family)] == [
        ("smartschool",),
        ("formulier", "schoolkosten"),
    ]


def test_a_closed_question_says_how_it_ended_and_who_did_it(session: Session) -> None:
    family = a_family(session)
    closed = raise_help_request(session, draft(family))
    still_open = raise_help_request(session, draft(family, raised_on=date(2025, 1, 8)))

    close_help_request(session, closed, Outcome.ALONE, date(2025, 3, 20))

    row = help_request(session, closed)
    assert (row.status, row.outcome, row.closed_on) == (
        "afgerond",
        "zelf_gedaan",
        date(2025, 3, 20),
    )
    assert [one.id for one in open_help_requests(session)] == [still_open]
    assert [one.id for one in help_requests_of(session, family)] == [still_open, closed]


def test_a_question_that_comes_back_is_open_again(session: Session) -> None:
    made = raise_help_request(session, draft(a_family(session)))
    close_help_request(session, made, Outcome.TOGETHER, RAISED)

    reopen_help_request(session, made)

    row = help_request(session, made)
    assert (row.status, row.outcome, row.closed_on) == ("lopend", None, None)


def test_changing_a_question_leaves_its_status(session: Session) -> None:
    family = a_family(session)
    made = raise_help_request(session, draft(family))
    close_help_request(session, made, Outcome.REFERRED, RAISED)

    edit_help_request(session, made, draft(family, themes=(Theme.FORM,), words="Formulier"))

    row = help_request(session, made)
    assert (row.themes, row.words, row.status) == (("formulier",), "Formulier", "afgerond")


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"themes": ()}, ThemeMissing),
        ({"themes": ("koffie",)}, ThemeMissing),
        ({"words": "a" * 501}, QuestionTooLong),
        ({"words": "BE68 5390 0754 7034"}, AccountNumberInText),
    ],
)
def test_what_is_no_question_is_refused(
    session: Session, wrong: dict[str, Any], problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        raise_help_request(session, draft(a_family(session), **wrong))


def test_a_question_is_not_closed_before_it_was_asked_nor_without_outcome(
    session: Session,
) -> None:
    made = raise_help_request(session, draft(a_family(session)))

    with pytest.raises(ClosedBeforeRaised):
        close_help_request(session, made, Outcome.ALONE, date(2025, 3, 9))
    with pytest.raises(FieldMissing):
        close_help_request(session, made, "weg", RAISED)


def test_a_deleted_question_comes_back_with_undo(database: Database) -> None:
    with database.transaction("test") as session:
        made = raise_help_request(session, draft(a_family(session)))

    database.run(delete_help_request, made)

    with database.transaction() as session, pytest.raises(NotFound):
        help_request(session, made)
    database.run(undo)
    with database.transaction() as session:
        assert help_request(session, made).themes == ("smartschool",)


def test_a_question_that_is_gone_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        reopen_help_request(session, new_id())
