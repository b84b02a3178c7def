"""Which months should be in: pure rules on dates."""

from datetime import date

from ouderapp.office.records import Delivery

# A month is late from the 6th of the next month on (UX 2.1, status bar).
LAST_DAY = 5


def months_between(first: str, last: str) -> list[str]:
    """Every month from first to last (YYYY-MM), both included; empty when last lies before."""
    year, month = int(first[:4]), int(first[5:])
    found = []
    while f"{year:04d}-{month:02d}" <= last:
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def deliveries(came: set[str], first: str, today: date) -> dict[str, Delivery]:
    """What became of each month from `first` on: in, missing, or still running on this day."""
    now = f"{today.year:04d}-{today.month:02d}"
    found = {}
    for month in months_between(first, max([now, *came])):
        if month in came:
            found[month] = Delivery.IN
        elif month == now or _may_still_come(month, today):
            found[month] = Delivery.OPEN
        else:
            found[month] = Delivery.MISSING
    return found


def _may_still_come(month: str, today: date) -> bool:
    before = (
        f"{today.year:04d}-{today.month - 1:02d}" if today.month > 1 else f"{today.year - 1}-12"
    )
    return month == before and today.day <= LAST_DAY
