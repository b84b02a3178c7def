"""School years, holidays and class days: whether there is school on a day, and if not, why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from ouderapp.base.holidays import (
    OWN_RHYTHM_SINCE,
    Community,
    Holiday,
    flemish_holidays,
    french_holidays,
    monday_of,
)
from ouderapp.base.i18n import _, mark
from ouderapp.base.paths import resources_folder

NO_DAYS_OFF: Mapping[date, str] = MappingProxyType({})

# What a school fills in itself (omzendbrief SO 74; DOMAIN 2.1).
DAYS_OFF = {
    "facultatieve_vakantiedag": mark("Optional day off"),
    "pedagogische_studiedag": mark("Study day for the teachers"),
    "evaluatiedag": mark("Day for exams, class councils or oudercontact"),
    "schorsing": mark("Day without class"),
}


@dataclass(frozen=True)
class NoClass:
    """Why there is no class: a code for tables and a marked text for people."""

    code: str
    name: str
    is_of_school: bool = False

    @property
    def words(self) -> str:
        """The name in the person's language."""
        return _(self.name)


WEEKEND = NoClass("weekend", mark("Weekend"))


def school_year_of(day: date, community: str = Community.VLAAMS) -> int:
    """The year in which the school year of this day began: 2024 for 2024-2025."""
    return day.year if day >= starts_on(day.year, community) else day.year - 1


def school_year_name(school_year: int) -> str:
    """2024-2025."""
    return f"{school_year}-{school_year + 1}"


def starts_on(school_year: int, community: str = Community.VLAAMS) -> date:
    """The first day of a school year: 1 September, in the French Community a Monday of August."""
    if community == Community.FRANS and school_year >= OWN_RHYTHM_SINCE:
        return max(h.last for h in french_holidays(school_year - 1)) + timedelta(1)
    return date(school_year, 9, 1)


def ends_on(school_year: int, community: str = Community.VLAAMS) -> date:
    """The last day of a school year, its summer holiday included."""
    return starts_on(school_year + 1, community) - timedelta(1)


def holidays(school_year: int, community: str = Community.VLAAMS) -> tuple[Holiday, ...]:
    """Every holiday of a school year in order of its first day; single days may lie in a period.

    The Flemish ones by rule for any year (DOMAIN 2.2), the French ones as published 2022-2029.
    """
    if community == Community.FRANS:
        return french_holidays(school_year)
    return flemish_holidays(school_year)


def holiday_on(day: date, community: str = Community.VLAAMS) -> Holiday | None:
    """The holiday in which this day lies; of a period and a single day the period."""
    return _by_day(school_year_of(day, community), community).get(day)


def is_class_day(
    day: date,
    community: str = Community.VLAAMS,
    days_off: Mapping[date, str] = NO_DAYS_OFF,
    exceptions: Mapping[date, bool] | None = None,
) -> bool:
    """Whether there is school: Monday to Friday, in no holiday, on no day off of the school.

    `days_off` is {day: reason} of one school; `exceptions` is {day: whether there is class} and
    wins over the rule; without it the decisions known to the program hold.
    """
    return why_no_class(day, community, days_off, exceptions) is None


def why_no_class(
    day: date,
    community: str = Community.VLAAMS,
    days_off: Mapping[date, str] = NO_DAYS_OFF,
    exceptions: Mapping[date, bool] | None = None,
) -> NoClass | None:
    """Why there is no school on this day, None when there is (DOMAIN 2.2)."""
    decided = (decisions(community) if exceptions is None else exceptions).get(day)
    holiday = holiday_on(day, community)
    if decided is not None:
        return None if decided else _named(holiday) or NoClass("schorsing", DAYS_OFF["schorsing"])
    if day in days_off and holiday is None:
        name = DAYS_OFF.get(days_off[day], DAYS_OFF["schorsing"])
        return NoClass(days_off[day], name, is_of_school=True)
    return _named(holiday) or (WEEKEND if day.isoweekday() > 5 else None)


def class_weekdays(
    weekday: int,
    from_on: date,
    until_on: date,
    community: str = Community.VLAAMS,
    days_off: Mapping[date, str] = NO_DAYS_OFF,
    exceptions: Mapping[date, bool] | None = None,
) -> list[date]:
    """The days of this ISO weekday (1 to 7) from … until …, both included, without holidays.

    A Saturday or Sunday counts when it lies in no holiday, so that a weekend group can be planned.
    """
    days = _each(from_on + timedelta((weekday - from_on.isoweekday()) % 7), until_on, weeks=1)
    open_on = (None, WEEKEND)
    return [d for d in days if why_no_class(d, community, days_off, exceptions) in open_on]


def class_days(
    from_on: date,
    until_on: date,
    community: str = Community.VLAAMS,
    days_off: Mapping[date, str] = NO_DAYS_OFF,
) -> list[date]:
    """Every class day from … until …, both included."""
    return [d for d in _each(from_on, until_on) if is_class_day(d, community, days_off)]


def next_class_day(
    day: date,
    community: str = Community.VLAAMS,
    days_off: Mapping[date, str] = NO_DAYS_OFF,
) -> date:
    """The first class day after this day."""
    following = day + timedelta(1)
    while not is_class_day(following, community, days_off):
        following += timedelta(1)
    return following


def school_weeks_between(day: date, until_on: date, community: str = Community.VLAAMS) -> int:
    """How many whole weeks with class lie after the week of `day`, up to `until_on` (C07).

    A week counts from its Friday on, and not when it has no class day at all.
    """
    mondays = _each(monday_of(day) + timedelta(weeks=1), until_on - timedelta(4), weeks=1)
    return sum(bool(class_days(monday, monday + timedelta(4), community)) for monday in mondays)


def second_semester_on(school_year: int) -> date:
    """1 February, unless the school says otherwise (DOMAIN 2.1)."""
    return date(school_year + 1, 2, 1)


@lru_cache(maxsize=4)
def decisions(community: str = Community.VLAAMS) -> Mapping[date, bool]:
    """{day: whether there is class} where a government decided otherwise than the rule."""
    file = resources_folder() / "calendar" / "exceptions.json"
    found: dict[date, bool] = {}
    for row in json.loads(file.read_text(encoding="utf-8"))["exceptions"]:
        if row["community"] == community:
            days = _each(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
            found |= dict.fromkeys(days, bool(row["is_class"]))
    return MappingProxyType(found)


@lru_cache(maxsize=256)
def _by_day(school_year: int, community: str) -> Mapping[date, Holiday]:
    """{day: holiday}; where two meet, the longest."""
    longest_last = sorted(holidays(school_year, community), key=lambda h: h.last - h.first)
    return {day: holiday for holiday in longest_last for day in holiday.days}


def _named(holiday: Holiday | None) -> NoClass | None:
    return NoClass(holiday.kind, holiday.name) if holiday else None


def _each(first: date, last: date, *, weeks: int = 0) -> list[date]:
    """Every day, or every so many weeks, from first to last, both included."""
    step = weeks * 7 or 1
    return [first + timedelta(n) for n in range(0, (last - first).days + 1, step)]
