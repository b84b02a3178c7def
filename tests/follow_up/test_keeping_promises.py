"""What a person may count on with promises (C11, UX 2.4)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing, NotFound
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.follow_up.commands import (
    delete_promise,
    edit_promise,
    keep_promise,
    make_promise,
    move_promise,
    reopen_promise,
)
from ouderapp.follow_up.queries import open_promises, promise, promises_of
from ouderapp.follow_up.records import By, PromiseDraft, State
from ouderapp.follow_up.rules import PromiseTooLong, is_late, state_of
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_family

FRIDAY = date(2025, 3, 28)


def draft(words: str = "attest opvragen", **more: Any) -> PromiseDraft:
    return PromiseDraft(words, **more)


def test_a_promise_stands_with_its_family_and_its_day(session: Session, today: date) -> None:
    family = a_family(session)

    made = make_promise(session, draft(family=family, due_on=FRIDAY))

    row = promise(session, made)
    assert (row.family_name, row.words, row.by) == ("Haddad", "attest opvragen", By.WORKER)
    assert (row.noted_on, row.due_on, row.done_on) == (today, FRIDAY, None)


@pytest.mark.parametrize(
    ("due_on", "done_on", "late"),
    [
        (date(2025, 3, 24), None, True),
        (date(2025, 3, 25), None, False),
        (None, None, False),
        (date(2025, 3, 24), date(2025, 3, 25), False),
    ],
)
def test_a_promise_is_late_from_the_day_after_its_day(
    due_on: date | None, done_on: date | None, late: bool
) -> None:
    assert is_late(due_on, done_on, date(2025, 3, 25)) is late


def test_a_kept_promise_leaves_the_open_ones_and_can_be_opened_again(
    session: Session, today: date
) -> None:
    made = make_promise(session, draft(due_on=date(2025, 3, 1)))
    before = state_of(promise(session, made), today)

    keep_promise(session, made)

    assert (before, state_of(promise(session, made), today)) == (State.LATE, State.DONE)
    assert open_promises(session) == []
    reopen_promise(session, made)
    assert [row.id for row in open_promises(session)] == [made]


def test_open_promises_come_by_their_day_and_those_without_come_last(
    session: Session, today: date
) -> None:
    for words, due_on in (
        ("zonder dag", None),
        ("vrijdag", FRIDAY),
        ("gisteren", date(2025, 3, 24)),
    ):
        make_promise(session, draft(words, due_on=due_on))

    assert [row.words for row in open_promises(session)] == ["gisteren", "vrijdag", "zonder dag"]


def test_the_promises_of_one_side_can_be_asked(session: Session, today: date) -> None:
    make_promise(session, draft("van mij"))
    make_promise(session, draft("van hen", by=By.FAMILY))

    assert [row.words for row in open_promises(session, By.WORKER)] == ["van mij"]


def test_of_a_family_the_kept_promises_come_after_the_open_ones(
    session: Session, today: date
) -> None:
    family = a_family(session)
    kept = make_promise(session, draft("gedaan", family=family))
    make_promise(session, draft("nog te doen", family=family))
    make_promise(session, draft("van een ander gezin"))
    keep_promise(session, kept)

    assert [row.words for row in promises_of(session, family)] == ["nog te doen", "gedaan"]


def test_a_promise_can_be_moved_and_changed(session: Session, today: date) -> None:
    made = make_promise(session, draft())

    move_promise(session, made, FRIDAY)
    edit_promise(session, made, draft("attest brengen", by=By.FAMILY, due_on=FRIDAY))

    row = promise(session, made)
    assert (row.words, row.by, row.due_on) == ("attest brengen", By.FAMILY, FRIDAY)


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        ({"words": "  "}, FieldMissing, "words"),
        ({"by": "buur"}, FieldMissing, "by"),
        ({"words": "a" * 501}, PromiseTooLong, "words"),
        ({"words": "nummer 85.07.30-033.28"}, NationalNumberInText, "words"),
    ],
)
def test_what_is_no_promise_is_refused_with_the_field_named(
    session: Session, wrong: dict[str, Any], problem: type[Exception], field: str
) -> None:
    with pytest.raises(problem) as told:
        make_promise(session, draft(**wrong))

    assert getattr(told.value, "field", "") == field


def test_keeping_and_deleting_can_be_taken_back(database: Database, today: date) -> None:
    made = database.run(make_promise, draft())
    acts: tuple[Callable[[Session, Id], None], ...] = (keep_promise, delete_promise)
    for act in acts:
        database.run(act, made)
        database.run(undo)

    with database.transaction() as session:
        assert [row.done_on for row in open_promises(session)] == [None]


def test_a_promise_that_is_gone_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        promise(session, new_id())
