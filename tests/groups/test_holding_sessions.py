"""A session is held, counted, moved or called off with its reason (A11, A13)."""

from datetime import date, time

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.groups import problems
from ouderapp.groups.commands.sessions import (
    call_off,
    close_session,
    count_heads,
    move_session,
    note_not_held,
    open_again,
    open_register,
    plan_session,
    remove_session,
)
from ouderapp.groups.queries.figures import phase_figures
from ouderapp.groups.queries.sessions import session_row, sessions_of, sessions_on
from ouderapp.groups.records import SessionDraft
from ouderapp.groups.words import reason_words
from tests.group_builders import (
    MONDAY,
    a_class,
    a_session,
)

DAY_OFF = date(2025, 5, 26)


def days(session: Session, series: Id) -> list[date]:
    return [row.held_on for row in sessions_of(session, series)]


def test_a_second_session_on_the_same_day_is_refused(session: Session) -> None:
    series = a_class(session)

    with pytest.raises(problems.ClassThatDayAlready):
        plan_session(session, SessionDraft(series, MONDAY))


def test_opening_the_register_makes_a_session_only_once(session: Session) -> None:
    series = a_class(session, from_on=MONDAY, until_on=MONDAY)

    first = open_register(session, series, date(2025, 3, 25))
    second = open_register(session, series, date(2025, 3, 25))

    assert first == second
    assert [row.id for row in sessions_on(session, date(2025, 3, 25))] == [first]


def test_a13_a_session_that_did_not_take_place_needs_a_reason(session: Session) -> None:
    series = a_class(session)
    held = a_session(session, series)

    with pytest.raises(problems.ReasonMissing):
        call_off(session, held, "")
    with pytest.raises(problems.ReasonMissing):
        call_off(session, held, "andere")
    with pytest.raises(problems.ChoiceUnknown):
        call_off(session, held, "zomaar")
    call_off(session, held, "werker_ziek")

    assert session_row(session, held).reason == "werker_ziek"


def test_a13_a_session_that_did_not_take_place_counts_in_no_average(session: Session) -> None:
    series = a_class(session)
    close_session(session, a_session(session, series))
    call_off(session, a_session(session, series, date(2025, 3, 31)), "staking")

    figures = phase_figures(session, series)[0]

    assert (figures.planned, figures.held, figures.cancelled, figures.average) == (17, 1, 1, 0.0)


def test_a11_a_session_with_only_a_number_of_heads_is_complete(session: Session) -> None:
    series = a_class(session)
    held = a_session(session, series)

    count_heads(session, held, 14)

    row = session_row(session, held)
    assert (row.state, row.heads, row.came) == ("gehouden", 14, 0)
    assert phase_figures(session, series)[0].heads == 14


def test_a11_an_impossible_number_of_heads_is_refused(session: Session) -> None:
    held = a_session(session, a_class(session))

    with pytest.raises(problems.HeadsImpossible):
        count_heads(session, held, 1000)


def test_a_session_with_heads_cannot_be_called_off_or_removed(session: Session) -> None:
    held = a_session(session, a_class(session))
    count_heads(session, held, 3)

    with pytest.raises(problems.DidTakePlace):
        call_off(session, held, "weer")
    with pytest.raises(problems.DidTakePlace):
        remove_session(session, held)


def test_a_session_that_was_called_off_can_be_opened_again(session: Session) -> None:
    held = a_session(session, a_class(session))
    call_off(session, held, "lokaal_bezet")
    with pytest.raises(problems.DidNotTakePlace):
        count_heads(session, held, 3)

    open_again(session, held)

    assert (session_row(session, held).state, session_row(session, held).reason) == (
        "gepland",
        None,
    )


def test_a_session_moves_only_to_a_day_with_class(session: Session) -> None:
    held = a_session(session, a_class(session))

    with pytest.raises(problems.ClassOnHoliday):
        move_session(session, held, date(2025, 4, 8))
    move_session(session, held, date(2025, 3, 25))

    assert session_row(session, held).held_on == date(2025, 3, 25)


def test_a_session_made_by_mistake_can_be_removed(session: Session) -> None:
    series = a_class(session, from_on=MONDAY, until_on=MONDAY)
    held = a_session(session, series)

    remove_session(session, held)

    assert days(session, series) == []


def test_a_day_that_is_noted_as_not_held_is_noted_once(session: Session) -> None:
    series = a_class(session)

    with pytest.raises(problems.ClassThatDayAlready):
        note_not_held(session, SessionDraft(series, MONDAY), "weer")


def test_a_session_with_hours_in_the_wrong_order_is_refused(session: Session) -> None:
    series = a_class(session)
    draft = SessionDraft(series, date(2025, 3, 25), time(16, 20), time(15, 30))

    with pytest.raises(problems.EndsBeforeStart):
        plan_session(session, draft)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("werker_ziek", "I was ill"),
        ("facultatieve_vakantiedag", "Optional day off"),
        ("iets_van_vroeger", "Day without class"),
        (None, ""),
    ],
)
def test_the_reason_of_a_session_that_did_not_take_place_has_words(
    reason: str | None, words: str
) -> None:
    assert reason_words(reason) == words
