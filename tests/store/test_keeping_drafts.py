"""What is half typed stays, and a forbidden number is not even kept as a draft."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.forbidden import AccountNumberInText, NationalNumberInText
from ouderapp.store.database import Database
from ouderapp.store.drafts import draft_of, drafts, drop_draft, keep_draft

NUMBER = "85.07.30-033.28"


def test_a_draft_comes_back_as_it_was(session: Session) -> None:
    body = {"summary": "samen gele", "minutes": 45, "promises": ["bellen", {"by": "werker"}]}
    keep_draft(session, "contact:new", body)

    assert draft_of(session, "contact:new") == body


def test_the_newest_text_of_a_form_replaces_the_older(session: Session) -> None:
    keep_draft(session, "contact:new", {"summary": "samen"})
    keep_draft(session, "contact:new", {"summary": "samen gelezen"})

    assert drafts(session) == [("contact:new", {"summary": "samen gelezen"})]


def test_the_newest_draft_comes_first(session: Session) -> None:
    with clock.standing_at(date(2025, 3, 1)):
        keep_draft(session, "a", {})
    with clock.standing_at(date(2025, 3, 2)):
        keep_draft(session, "b", {})

    assert [name for name, _ in drafts(session)] == ["b", "a"]


def test_a_dropped_draft_is_gone(session: Session) -> None:
    keep_draft(session, "a", {"x": "y"})

    drop_draft(session, "a")
    drop_draft(session, "never there")

    assert draft_of(session, "a") is None


def test_keeping_and_dropping_a_draft_are_noticed(database: Database) -> None:
    database.run(keep_draft, "a", {"x": "y"})
    kept = database.written
    database.run(drop_draft, "a")

    assert kept == {"draft"}
    assert database.written == {"draft"}


@pytest.mark.parametrize(
    "body",
    [
        {"summary": f"nr {NUMBER}"},
        {"promises": ["bellen", f"nr {NUMBER}"]},
        {"promises": [{"words": NUMBER, "done": False}]},
    ],
)
def test_a_national_number_is_not_kept_however_deep(session: Session, body: dict[str, Any]) -> None:
    """P07, decision 20."""
    with pytest.raises(NationalNumberInText) as refused:
        keep_draft(session, "a", body)

    assert refused.value.field == next(iter(body))
    assert draft_of(session, "a") is None


def test_an_account_number_is_not_kept(session: Session) -> None:
    with pytest.raises(AccountNumberInText):
        keep_draft(session, "a", {"summary": "BE68 5390 0754 7034"})
