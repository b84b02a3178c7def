"""The holidays of one school year in each community of Belgium, by rule or as published."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from dateutil.easter import easter

from ouderapp.base.i18n import mark
from ouderapp.base.paths import resources_folder

MONDAY, FRIDAY = 0, 4
# The French Community left the common calendar with the school year 2022-2023.
OWN_RHYTHM_SINCE = 2022


class Community(StrEnum):
    """Whose calendar a school follows."""

    VLAAMS = "vlaams"
    FRANS = "frans"


@dataclass(frozen=True)
class Holiday:
    """Days without class, both ends included; `name` is a marked text, or the French name."""

    kind: str
    name: str
    first: date
    last: date

    @property
    def days(self) -> Iterator[date]:
        """Every day of it."""
        return (self.first + timedelta(n) for n in range((self.last - self.first).days + 1))


def monday_of(day: date) -> date:
    """The Monday of the week of this day."""
    return day - timedelta(day.weekday())


def first_monday_from(day: date) -> date:
    """This day when it is a Monday, else the next one."""
    return day + timedelta(-day.weekday() % 7)


@lru_cache(maxsize=128)
def flemish_holidays(school_year: int) -> tuple[Holiday, ...]:
    """The holidays of 1 September of this year to 31 August of the next, in order of first day.

    Besluit van de Vlaamse Regering van 31 augustus 2001, art. 2, 3 and 7 (DOMAIN 2.1 and 2.2).
    """
    spring = school_year + 1
    sunday = easter(spring)
    periods = [
        _period("herfstvakantie", mark("Autumn holiday"), _autumn(school_year), 7),
        _period("kerstvakantie", mark("Christmas holiday"), christmas(school_year), 14),
        _period("krokusvakantie", mark("Carnival holiday"), sunday - timedelta(48), 7),
        _period("paasvakantie", mark("Easter holiday"), _easter_holiday(sunday), 14),
        Holiday("zomervakantie", mark("Summer holiday"), date(spring, 7, 1), date(spring, 8, 31)),
        _day("wapenstilstand", mark("Armistice Day (11 November)"), date(school_year, 11, 11)),
        _day("paasmaandag", mark("Easter Monday"), sunday + timedelta(1)),
        _day("dag_van_de_arbeid", mark("Labour Day (1 May)"), date(spring, 5, 1)),
        _day("hemelvaart", mark("Ascension Day (Thursday)"), sunday + timedelta(39)),
        _day("brugdag_hemelvaart", mark("Day after Ascension (Friday)"), sunday + timedelta(40)),
        _day("pinkstermaandag", mark("Whit Monday"), sunday + timedelta(50)),
    ]
    return _in_order(periods)


@lru_cache(maxsize=128)
def french_holidays(school_year: int) -> tuple[Holiday, ...]:
    """The holidays of the French Community, as published for 2022-2029 and else by the same rhythm.

    Décret du 31 mars 2022 (7 or 8 weeks of class, 2 weeks without); before it the common calendar.
    The published dates win over the rule (resources/calendar/french_community.json).
    """
    if school_year < OWN_RHYTHM_SINCE:
        return _in_order([*_common(school_year), _french_community_day(school_year)])
    periods = _published().get(school_year) or french_rhythm(school_year)
    return _in_order([*periods, *_french_single_days(school_year)])


def french_rhythm(school_year: int) -> list[Holiday]:
    """The five periods of the French Community by rule, from the school year 2022-2023 on."""
    spring = school_year + 1
    autumn = monday_of(date(school_year, 11, 1)) - timedelta(weeks=1)
    winter = christmas(school_year)
    carnival_monday = easter(spring) - timedelta(48)
    eighth_monday = winter + timedelta(weeks=2 + 7)
    seventh_monday = eighth_monday - timedelta(weeks=1)
    carnival = seventh_monday if seventh_monday == carnival_monday else eighth_monday
    return [
        _period("herfstvakantie", "Vacances d'automne", autumn, 14),
        _period("kerstvakantie", "Vacances d'hiver", winter, 14),
        _period("krokusvakantie", "Vacances de carnaval", carnival, 14),
        _period("lentevakantie", "Vacances de printemps", monday_of(date(spring, 5, 1)), 14),
        Holiday(
            "zomervakantie",
            "Vacances d'été",
            first_friday_of_july(spring) + timedelta(1),
            first_french_class_day(spring) - timedelta(1),
        ),
    ]


def christmas(school_year: int) -> date:
    """The first day of the two weeks that all communities share."""
    day = date(school_year, 12, 25)
    return monday_of(day) if day.weekday() <= FRIDAY else first_monday_from(day)


def first_friday_of_july(year: int) -> date:
    """The last class day of the French Community."""
    first = date(year, 7, 1)
    return first + timedelta((FRIDAY - first.weekday()) % 7)


def first_french_class_day(year: int) -> date:
    """The last Monday of August, a week sooner where July would come after fewer than 45 weeks.

    That is how 2026 was published: 24 August, not 31 (DOMAIN 2.5 and 8.5: the data hold).
    """
    last_monday = monday_of(date(year, 8, 31))
    return min(last_monday, monday_of(first_friday_of_july(year + 1)) - timedelta(weeks=44))


def _autumn(year: int) -> date:
    all_saints = date(year, 11, 1)
    return first_monday_from(all_saints) if all_saints.weekday() == 6 else monday_of(all_saints)


def _easter_holiday(sunday: date) -> date:
    if sunday.month == 3:
        return sunday + timedelta(1)
    if sunday > date(sunday.year, 4, 15):
        return sunday - timedelta(13)
    return first_monday_from(date(sunday.year, 4, 1))


def _common(school_year: int) -> Iterator[Holiday]:
    """The calendar of all communities until 2022, its last summer up to the new rhythm."""
    for holiday in flemish_holidays(school_year):
        if holiday.kind == "zomervakantie" and school_year + 1 == OWN_RHYTHM_SINCE:
            yield replace(holiday, last=first_french_class_day(OWN_RHYTHM_SINCE) - timedelta(1))
        elif holiday.kind != "brugdag_hemelvaart":
            yield holiday


def _french_community_day(school_year: int) -> Holiday:
    name = "Fête de la Communauté française"
    return _day("feest_franse_gemeenschap", name, date(school_year, 9, 27))


def _french_single_days(school_year: int) -> list[Holiday]:
    spring = school_year + 1
    sunday = easter(spring)
    return [
        _french_community_day(school_year),
        _day("wapenstilstand", "Commémoration du 11 novembre", date(school_year, 11, 11)),
        _day("paasmaandag", "Lundi de Pâques", sunday + timedelta(1)),
        _day("dag_van_de_arbeid", "Fête du 1er mai", date(spring, 5, 1)),
        _day("hemelvaart", "Jeudi de l'Ascension", sunday + timedelta(39)),
        _day("pinkstermaandag", "Lundi de Pentecôte", sunday + timedelta(50)),
    ]


@lru_cache(maxsize=1)
def _published() -> dict[int, list[Holiday]]:
    """{school year: periods and days}, read from the shipped file once."""
    file = resources_folder() / "calendar" / "french_community.json"
    found: dict[int, list[Holiday]] = {}
    for row in json.loads(file.read_text(encoding="utf-8"))["periods"]:
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        school_year = first.year if first.month > 8 else first.year - 1
        found.setdefault(school_year, []).append(Holiday(row["kind"], row["name"], first, last))
    return found


def _period(kind: str, name: str, first: date, days: int) -> Holiday:
    return Holiday(kind, name, first, first + timedelta(days - 1))


def _day(kind: str, name: str, day: date) -> Holiday:
    return Holiday(kind, name, day, day)


def _in_order(holidays: list[Holiday]) -> tuple[Holiday, ...]:
    return tuple(sorted(holidays, key=lambda h: (h.first, h.first - h.last)))
