"""Class days follow the published calendars of two communities (A02, A03, NEG-01 to NEG-05)."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import i18n
from ouderapp.base.holidays import Community, Holiday
from ouderapp.base.school_year import (
    class_days,
    class_weekdays,
    ends_on,
    holidays,
    is_class_day,
    next_class_day,
    school_weeks_between,
    school_year_name,
    school_year_of,
    second_semester_on,
    starts_on,
    why_no_class,
)

VECTORS = json.loads((Path(__file__).parent / "data" / "calendar.json").read_text("utf-8"))
FRANS = Community.FRANS
Row = dict[str, Any]


def day(text: str) -> date:
    return date.fromisoformat(text)


def start_of(row: Row) -> int:
    return int(row["school_year"][:4])


def by_kind(school_year: int) -> dict[str, Holiday]:
    return {holiday.kind: holiday for holiday in holidays(school_year)}


@pytest.fixture
def dutch() -> Iterator[None]:
    i18n.install("nl_BE")
    yield
    i18n.install("en")


@pytest.mark.parametrize("row", VECTORS["school_years"], ids=lambda row: row["school_year"])
def test_a02_a_published_flemish_year_is_computed_exactly(row: Row, dutch: None) -> None:
    year = start_of(row)

    computed = {(h.kind, i18n._(h.name), h.first, h.last) for h in holidays(year)}

    periods = {(p["kind"], p["name_nl"], day(p["start"]), day(p["end"])) for p in row["periods"]}
    singles = {
        (d["kind"], d["name_nl"], day(d["date"]), day(d["date"])) for d in row["single_days"]
    }
    assert computed == periods | singles


@pytest.mark.parametrize("row", VECTORS["published_before_2022"], ids=lambda r: r["school_year"])
def test_a02_the_years_2018_to_2022_are_as_they_were_published(row: Row) -> None:
    found = by_kind(start_of(row))

    for period in row["periods"]:
        holiday = found[period["kind"]]
        assert (holiday.first, holiday.last) == (day(period["start"]), day(period["end"]))
    for single in row["single_days"]:
        assert found[single["kind"]].first == day(single["date"])


@pytest.mark.parametrize(
    "row",
    VECTORS["school_years"] + VECTORS["published_before_2022"],
    ids=lambda row: row["school_year"],
)
def test_a02_the_first_and_the_last_class_day_are_as_published(row: Row) -> None:
    year = start_of(row)

    days = class_days(starts_on(year), ends_on(year))

    assert (days[0], days[-1]) == (day(row["first_class_day"]), day(row["last_class_day"]))
    assert len(days) == row.get("class_days", len(days))


@pytest.mark.parametrize("row", VECTORS["school_years"], ids=lambda row: row["school_year"])
def test_a03_the_mondays_with_class_are_as_counted(row: Row) -> None:
    year = start_of(row)

    mondays = class_weekdays(1, starts_on(year), ends_on(year))

    assert len(mondays) == row["monday_class_days_total"]
    second_half = [monday for monday in mondays if monday >= second_semester_on(year)]
    assert second_half == [day(text) for text in row["monday_class_days_from_1_feb"]]


@pytest.mark.parametrize("row", VECTORS["school_years"], ids=lambda row: row["school_year"])
def test_a_single_day_inside_a_period_is_told_as_the_period(row: Row) -> None:
    for single in row["single_days"]:
        reason = why_no_class(day(single["date"]))

        assert reason is not None
        assert reason.code == (single["inside_period"] or single["kind"])


@pytest.mark.parametrize("row", VECTORS["edge_cases"], ids=lambda r: f"{r['rule']} {r['year']}")
def test_a02_the_boundary_years_follow_the_letter_of_the_rule(row: Row) -> None:
    school_year = school_year_of(day(row["start"]))

    holiday = by_kind(school_year)[row["rule"]]

    last = by_kind(school_year)[
        "brugdag_hemelvaart" if row["rule"] == "hemelvaart" else row["rule"]
    ]
    assert (holiday.first, last.last) == (day(row["start"]), day(row["end"]))


def test_a02_every_year_from_2018_to_2040_has_its_weeks_and_days_of_holiday() -> None:
    lengths = {"herfstvakantie": 7, "kerstvakantie": 14, "krokusvakantie": 7, "paasvakantie": 14}

    for year in range(2018, 2041):
        found = by_kind(year)
        for kind, length in lengths.items():
            holiday = found[kind]
            assert holiday.first.weekday() == 0
            assert (holiday.last - holiday.first).days + 1 == length
        assert day(f"{year}-11-01") in [
            *found["herfstvakantie"].days,
            found["herfstvakantie"].first - timedelta(1),
        ]
        assert easter(year + 1) - timedelta(13) <= found["paasvakantie"].last
        assert 175 <= len(class_days(starts_on(year), ends_on(year))) <= 186


def test_a03_the_monday_class_of_spring_2025_has_seventeen_sessions() -> None:
    mondays = class_weekdays(1, date(2025, 2, 3), date(2025, 6, 30))

    assert len(mondays) == 17
    for skipped in ("2025-03-03", "2025-04-07", "2025-04-14", "2025-04-21", "2025-06-09"):
        assert day(skipped) not in mondays


def test_a03_the_school_year_2025_2026_has_thirty_seven_mondays() -> None:
    mondays = class_weekdays(1, date(2025, 9, 1), date(2026, 6, 30))

    assert len(mondays) == 37


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025-03-03", "krokusvakantie"),
        ("2025-04-21", "paasmaandag"),
        ("2025-06-09", "pinkstermaandag"),
        ("2025-03-22", "weekend"),
        ("2025-07-01", "zomervakantie"),
        ("2024-09-01", "weekend"),
    ],
)
def test_neg_01_to_03_the_reason_of_a_day_without_class_is_named(text: str, code: str) -> None:
    reason = why_no_class(day(text))

    assert reason is not None
    assert reason.code == code


def test_neg_04_a_day_off_of_the_school_is_named_as_such(dutch: None) -> None:
    days_off = {date(2025, 5, 26): "facultatieve_vakantiedag"}

    reason = why_no_class(date(2025, 5, 26), days_off=days_off)

    assert reason is not None
    assert (reason.is_of_school, reason.words) == (True, "Facultatieve vakantiedag")
    assert not is_class_day(date(2025, 5, 26), days_off=days_off)


@pytest.mark.parametrize(
    ("text", "community", "school_year"),
    [
        ("2024-08-31", "vlaams", 2023),
        ("2024-09-01", "vlaams", 2024),
        ("2025-08-31", "vlaams", 2024),
        ("2022-08-29", "frans", 2022),
        ("2026-08-23", "frans", 2025),
        ("2026-08-24", "frans", 2026),
        ("2021-08-31", "frans", 2020),
    ],
)
def test_each_community_has_its_first_day(text: str, community: str, school_year: int) -> None:
    found = school_year_of(day(text), community)

    assert found == school_year
    assert school_year_name(found) == f"{school_year}-{school_year + 1}"


def test_a_decision_of_the_government_wins_over_the_rule() -> None:
    prolonged = date(2020, 11, 10)

    assert not is_class_day(prolonged)
    assert is_class_day(prolonged, exceptions={})
    assert is_class_day(date(2020, 11, 3), exceptions={date(2020, 11, 3): True})


def test_the_next_class_day_after_a_holiday_is_its_first_monday_with_class() -> None:
    found = next_class_day(date(2025, 4, 4))

    assert found == date(2025, 4, 22)


def test_c07_school_weeks_leave_out_the_weeks_of_holiday() -> None:
    weeks = school_weeks_between(date(2025, 3, 25), date(2025, 5, 2))

    assert weeks == 3


def test_a_weekend_group_is_planned_outside_the_holidays() -> None:
    saturdays = class_weekdays(6, date(2025, 3, 29), date(2025, 4, 26))

    assert saturdays == [date(2025, 3, 29), date(2025, 4, 5), date(2025, 4, 26)]


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(list(Community)))
def test_every_day_lies_in_its_own_school_year(day: date, community: Community) -> None:
    year = school_year_of(day, community)

    assert starts_on(year, community) <= day <= ends_on(year, community)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(list(Community)))
def test_a_holiday_lies_in_the_school_year_that_lists_it(day: date, community: Community) -> None:
    year = school_year_of(day, community)

    for holiday in holidays(year, community):
        assert starts_on(year, community) <= holiday.first <= holiday.last
        assert holiday.last <= ends_on(year, community)
