"""Days and hours as people type them: gisteren, vrijdag, 24/3, 14u30."""

import re
from datetime import date, time, timedelta

from ouderapp.base.folding import fold
from ouderapp.base.i18n import _, mark, weekday_name

_NEAR = (
    (mark("today"), 0),
    (mark("yesterday"), -1),
    (mark("tomorrow"), 1),
    (mark("the day before yesterday"), -2),
    (mark("the day after tomorrow"), 2),
)
_DAY = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})(?:[/\-. ](\d{4}|\d{2}))?")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:.uh]\s*(\d{2})?)?")


def day_of(text: str, now: date, *, is_past: bool = True) -> date | None:
    """The day that this text means, None when it means none.

    A day without a year, and the name of a weekday, is the last one up to and including now;
    with `is_past` False the first one from now on.
    """
    said = fold(text).strip()
    for words, days in _NEAR:
        if said == fold(_(words)):
            return now + timedelta(days=days)
    return _weekday(said, now, is_past) or _written(said, now, is_past)


def day_names() -> frozenset[str]:
    """Every whole word that means a day, folded: gisteren, vandaag, maandag, …"""
    near = [fold(_(words)) for words, _days in _NEAR]
    return frozenset([*near, *(fold(weekday_name(day)) for day in range(1, 8))])


def hour_of(text: str) -> time | None:
    """The hour that this text means: 14:05, 14u05, 14u, 1405, 9; None when it means none."""
    said = text.strip().lower()
    if re.fullmatch(r"\d{3,4}", said):
        said = f"{said[:-2]}:{said[-2:]}"
    found = _HOUR.fullmatch(said)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _weekday(said: str, now: date, is_past: bool) -> date | None:
    names = [fold(weekday_name(day)) for day in range(1, 8)]
    fits = [at for at, name in enumerate(names, 1) if len(said) >= 2 and name.startswith(said)]
    if len(fits) != 1:
        return None
    if is_past:
        return now - timedelta(days=(now.isoweekday() - fits[0]) % 7)
    return now + timedelta(days=(fits[0] - now.isoweekday()) % 7)


def _written(said: str, now: date, is_past: bool) -> date | None:
    found = _DAY.fullmatch(said) or _RUN.fullmatch(said)
    if not found:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year:
        return _real(_century(int(year), now) if len(year) == 2 else int(year), month, day)
    this_year = _real(now.year, month, day)
    if this_year and is_past and this_year > now:
        return _real(now.year - 1, month, day)
    if this_year and not is_past and this_year < now:
        return _real(now.year + 1, month, day)
    return this_year


def _century(year: int, now: date) -> int:
    """2026 for 26; 1987 for 87: at most ten years ahead."""
    return 2000 + year if 2000 + year <= now.year + 10 else 1900 + year


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
