"""Which month is to be closed, and until when: pure rules on dates (UX 2.1, status bar)."""

from collections.abc import Collection
from datetime import date

from ouderapp.month_end.records import MonthState

FIRST_REMINDER = 25
LAST_DAY = 5
MOST_MONTHS = 12
"""So many months back are offered; a bundle repeats everything since the last receipt anyway."""


def month_of(day: date) -> str:
    """`YYYY-MM`."""
    return f"{day.year:04d}-{day.month:02d}"


def month_after(month: str) -> str:
    """The next month."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + 1:04d}-01" if number == 12 else f"{year:04d}-{number + 1:02d}"


def months_to_show(since: str, today: date) -> list[str]:
    """From the month of linking to this month, both included, the newest first; twelve at most."""
    month, last, found = min(since, month_of(today)), month_of(today), []
    while month <= last:
        found.append(month)
        month = month_after(month)
    return found[::-1][:MOST_MONTHS]


def last_day(month: str) -> date:
    """The 5th of the month after it (UX 2.1)."""
    after = month_after(month)
    return date(int(after[:4]), int(after[5:]), LAST_DAY)


def days_left(month: str, today: date) -> int:
    """Days until the last day, that day included; negative when it is over."""
    return (last_day(month) - today).days


def state_without_bundle(month: str, today: date) -> MonthState:
    """Open until the 25th of the month itself, then due, and late after the 5th of the next."""
    if days_left(month, today) < 0:
        return MonthState.LATE
    is_this_month = month == month_of(today)
    return MonthState.OPEN if is_this_month and today.day < FIRST_REMINDER else MonthState.DUE


def month_to_close(months: Collection[str], closed: Collection[str]) -> str:
    """The oldest month without a bundle, else the newest; empty without any month."""
    missing = sorted(set(months) - set(closed))
    return missing[0] if missing else max(months, default="")
