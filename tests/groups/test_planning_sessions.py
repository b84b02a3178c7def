"""A group meets on days with class, and a session that did not take place says why."""

from datetime import date, time

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _
from ouderapp.base.ids import Id
from ouderapp.groups import problems
from ouderapp.groups.commands.register import mark_let_know
from ouderapp.groups.commands.series import change_series, end_series, follow_calendar
from ouderapp.groups.commands.sessions import (
    note_not_held,
    plan_session,
)
from ouderapp.groups.queries.series import proposed_days, series_list, series_row
from ouderapp.groups.queries.sessions import session_row, sessions_of
from ouderapp.groups.records import SessionDraft
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.group_builders import (
    MONDAY,
    a_class,
    a_class_school,
    a_pupil,
    a_series_draft,
    a_session,
    everything,
)

DAY_OFF = date(2025, 5, 26)


def days(session: Session, series: Id) -> list[date]:
    return [row.held_on for row in sessions_of(session, series)]


def test_a01_a_group_is_made_from_five_answers_with_its_sessions(session: Session) -> None:
    draft = a_series_draft(until_on=None)

    series = a_class(session, until_on=None)

    assert len(proposed_days(session, draft)) == len(days(session, series)) == 17
    assert series_row(session, series).until_on == date(2025, 6, 30)


def test_a03_the_monday_class_of_spring_2025_has_seventeen_sessions(session: Session) -> None:
    series = a_class(session)

    planned = days(session, series)

    assert len(planned) == 17
    for holiday in ("2025-03-03", "2025-04-07", "2025-04-14", "2025-04-21", "2025-06-09"):
        assert date.fromisoformat(holiday) not in planned


def test_a03_the_monday_class_of_2025_2026_has_thirty_seven_sessions(session: Session) -> None:
    series = a_class(session, from_on=date(2025, 9, 1), until_on=date(2026, 6, 30))

    assert len(days(session, series)) == 37


def test_a02_a_class_in_a_french_school_follows_the_french_calendar(session: Session) -> None:
    school = a_class_school(session, community="frans")

    series = a_class(session, school=school)

    assert date(2025, 4, 7) in days(session, series)
    assert date(2025, 4, 28) not in days(session, series)


def test_neg_04_a_day_off_of_the_school_is_planned_and_did_not_take_place(
    session: Session,
) -> None:
    school = a_class_school(session, d2025_05_26="facultatieve_vakantiedag")

    series = a_class(session, school=school)

    rows = {row.held_on: row for row in sessions_of(session, series)}
    assert len(rows) == 17
    assert rows[DAY_OFF].state == "geannuleerd"
    assert rows[DAY_OFF].reason == "facultatieve_vakantiedag"


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2025, 3, 3), "Carnival holiday"),
        (date(2025, 4, 21), "Easter Monday"),
        (date(2025, 6, 9), "Whit Monday"),
    ],
)
def test_neg_01_to_03_a_session_on_a_holiday_is_refused_with_its_name(
    session: Session, day: date, holiday: str
) -> None:
    series = a_class(session, from_on=MONDAY, until_on=MONDAY)

    with pytest.raises(problems.ClassOnHoliday) as refused:
        plan_session(session, SessionDraft(series, day), all_the_same=True)

    assert refused.value.places == {"day": day, "holiday": _(holiday)}


def test_neg_04_planning_on_a_day_off_of_the_school_warns_and_can_be_done_all_the_same(
    session: Session,
) -> None:
    school = a_class_school(session, d2025_05_26="facultatieve_vakantiedag")
    series = a_class(session, school=school, from_on=MONDAY, until_on=MONDAY)
    draft = SessionDraft(series, DAY_OFF)

    with pytest.raises(problems.ClassOnDayOff) as warned:
        plan_session(session, draft)
    planned = plan_session(session, draft, all_the_same=True)

    assert warned.value.places["reason"] == _("Optional day off")
    assert session_row(session, planned).state == "gepland"


def test_neg_04_a_day_off_may_be_noted_as_not_taken_place(session: Session) -> None:
    school = a_class_school(session, d2025_05_26="facultatieve_vakantiedag")
    series = a_class(session, school=school, from_on=MONDAY, until_on=MONDAY)

    noted = note_not_held(session, SessionDraft(series, DAY_OFF), "facultatieve_vakantiedag")

    assert session_row(session, noted).state == "geannuleerd"


def test_a_weekend_warns_as_well(session: Session) -> None:
    series = a_class(session, from_on=MONDAY, until_on=MONDAY)

    with pytest.raises(problems.ClassOnDayOff):
        plan_session(session, SessionDraft(series, date(2025, 3, 22)))


def test_leisure_may_meet_in_a_holiday(session: Session) -> None:
    series = a_class(session, kind="vrije_tijd", from_on=MONDAY, until_on=MONDAY)

    trip = plan_session(session, SessionDraft(series, date(2025, 4, 9)))

    assert session_row(session, trip).held_on == date(2025, 4, 9)


def test_a20_an_info_moment_is_a_group_of_one_day(session: Session) -> None:
    evening = date(2025, 1, 28)

    series = a_class(session, kind="infomoment", from_on=evening, until_on=evening, weekday=2)

    assert days(session, series) == [evening]


def test_another_hour_changes_only_the_sessions_to_come(session: Session) -> None:
    series = a_class(session)
    past = a_session(session, series, date(2025, 3, 17))

    with clock.standing_at(MONDAY):
        change_series(session, series, a_series_draft(starts=time(15, 40), ends=time(16, 30)))

    hours = {row.held_on: row.starts for row in sessions_of(session, series)}
    assert session_row(session, past).starts == time(15, 30)
    assert (hours[MONDAY], len(hours)) == (time(15, 40), 17)


def test_a_group_that_moves_to_another_weekday_keeps_its_past(session: Session) -> None:
    series = a_class(session)

    with clock.standing_at(date(2025, 6, 1)):
        change_series(session, series, a_series_draft(weekday=2))

    to_come = [day for day in days(session, series) if day >= date(2025, 6, 1)]
    assert to_come == [date(2025, 6, day) for day in (3, 10, 17, 24)]


def test_neg_04_a_day_off_that_is_filled_in_later_is_followed(session: Session) -> None:
    school = a_class_school(session)
    series = a_class(session, school=school)
    session.add(tables.DayOff(id="f" * 32, school=school, day=DAY_OFF, reason="schorsing"))
    session.flush()

    with clock.standing_at(MONDAY):
        follow_calendar(session, series)

    rows = {row.held_on: row.reason for row in sessions_of(session, series)}
    assert rows[DAY_OFF] == "schorsing"


def test_a_group_that_ends_sooner_loses_its_planned_sessions(session: Session) -> None:
    series = a_class(session)

    end_series(session, series, MONDAY)

    assert max(days(session, series)) == MONDAY
    with pytest.raises(problems.EndsBeforeStart):
        end_series(session, series, date(2025, 1, 1))


@pytest.mark.parametrize(
    ("change", "problem", "field"),
    [
        ({"ends": time(15, 30)}, problems.EndsBeforeStart, "ends"),
        ({"until_on": date(2025, 1, 1)}, problems.EndsBeforeStart, "until_on"),
        ({"weekday": 8}, problems.ChoiceUnknown, "weekday"),
        ({"kind": "klasje"}, problems.ChoiceUnknown, "kind"),
        ({"title": "x" * 121}, problems.TextTooLong, "title"),
    ],
)
def test_an_impossible_group_is_refused_with_the_field_named(
    session: Session, change: dict[str, object], problem: type[Problem], field: str
) -> None:
    with pytest.raises(problem) as refused:
        a_class(session, **change)

    assert refused.value.field == field


def test_making_a_group_is_one_act_that_can_be_undone(database: Database) -> None:
    database.run(a_class_named)

    database.run(undo)

    with database.transaction("look") as session:
        assert everything(session, tables.GroupSession) == []
        assert series_list(session) == []


def a_class_named(session: Session) -> None:
    a_class(session)


a_class_named.__dict__["action_name"] = "Group made"


def test_another_hour_leaves_a_session_to_come_with_marks_alone(session: Session) -> None:
    series = a_class(session)
    held = a_session(session, series, date(2025, 3, 31))
    mark_let_know(session, held, a_pupil(session))

    with clock.standing_at(MONDAY):
        change_series(session, series, a_series_draft(starts=time(15, 40), ends=time(16, 30)))

    assert session_row(session, held).starts == time(15, 30)


def test_a_leisure_group_of_a_club_follows_the_holidays_but_no_days_off(session: Session) -> None:
    series = a_class(session, kind="vrije_tijd", weekday=3, from_on=date(2025, 3, 26))

    planned = days(session, series)

    assert date(2025, 4, 9) not in planned
    assert date(2025, 4, 23) in planned
