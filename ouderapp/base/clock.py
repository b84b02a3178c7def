"""The only place that asks what time it is; tests and rehearsals may set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

_fixed: datetime | None = None


def now() -> datetime:
    """This moment in UTC, whole seconds."""
    return (_fixed or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)


def today() -> date:
    """Today by the laptop's own calendar."""
    return _fixed.date() if _fixed else datetime.now().astimezone().date()


def local_now() -> datetime:
    """This moment on the wall clock of the laptop, without zone."""
    moment = _fixed or datetime.now().astimezone()
    return moment.replace(tzinfo=None, microsecond=0)


def set_to(moment: datetime | None) -> None:
    """Stand still at this moment for the whole process, or run again with None."""
    global _fixed
    _fixed = moment


@contextmanager
def standing_at(day: date, hour: int = 12) -> Iterator[None]:
    """A block of work done as if on this day."""
    before = _fixed
    set_to(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
    try:
        yield
    finally:
        set_to(before)
