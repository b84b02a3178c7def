"""The French Community has its own rhythm since 2022 (NEG-05; DOMAIN 2.5)."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from ouderapp.base.holidays import Community, first_friday_of_july, french_rhythm
from ouderapp.base.school_year import (
    class_days,
    ends_on,
    holidays,
    is_class_day,
    starts_on,
    why_no_class,
)

VECTORS = json.loads((Path(__file__).parent / "data" / "calendar.json").read_text("utf-8"))
FRANS = Community.FRANS


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_neg_05_the_french_school_has_its_spring_holiday_when_the_flemish_has_class() -> None:
    week = [date(2025, 4, 28) + timedelta(n) for n in range(14)]

    names = {reason.name for day in week if (reason := why_no_class(day, FRANS))}

    assert names == {"Vacances de printemps"}
    assert is_class_day(date(2025, 4, 28))


def test_the_french_periods_are_as_published() -> None:
    published = {(p["name"], day(p["start"]), day(p["end"])) for p in VECTORS["french_community"]}

    shown = {
        (h.name, h.first, h.last)
        for year in range(2022, 2029)
        for h in holidays(year, FRANS)
        if h.first != h.last
    }

    assert shown == published


@pytest.mark.parametrize("year", range(2022, 2029))
def test_the_french_rule_gives_what_was_published(year: int) -> None:
    published = [h for h in holidays(year, FRANS) if h.first != h.last]

    computed = french_rhythm(year)

    assert computed == published


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2024-09-27", "feest_franse_gemeenschap"),
        ("2024-11-11", "wapenstilstand"),
        ("2024-02-13", "vastenavond"),
        ("2026-11-02", "allerzielen"),
        ("2025-04-21", "paasmaandag"),
        ("2025-05-29", "hemelvaart"),
        ("2025-06-09", "pinkstermaandag"),
    ],
)
def test_the_french_single_days_are_as_schools_publish_them(text: str, kind: str) -> None:
    reason = why_no_class(day(text), FRANS)

    assert reason is not None
    assert reason.code == kind


def test_the_french_schools_have_class_on_the_friday_after_ascension() -> None:
    friday = date(2025, 5, 30)

    assert is_class_day(friday, FRANS)
    assert not is_class_day(friday)


@pytest.mark.parametrize("year", range(2022, 2041))
def test_a_french_year_runs_from_a_monday_of_august_to_the_first_friday_of_july(year: int) -> None:
    days = class_days(starts_on(year, FRANS), ends_on(year, FRANS), FRANS)

    assert days[0].weekday() == 0
    assert days[0].month == 8
    assert days[-1] == first_friday_of_july(year + 1)
    assert 174 <= len(days) <= 185


def test_before_2022_the_french_schools_followed_the_common_weeks() -> None:
    days = [date(2021, 11, 1), date(2022, 4, 4), date(2021, 9, 27)]

    closed = [not is_class_day(day, FRANS) for day in days]

    assert closed == [True, True, True]
    assert is_class_day(date(2022, 5, 27), FRANS)
