"""Living a story through: what happened is written on the day on which it was written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.store.database import Database
from ouderapp.store.journal import action, pen_of
from ouderapp.store.tables import RECORDS
from ouderapp.store.undo import find


@dataclass(frozen=True)
class Event:
    """One record that is made (`is_new`) or changed on a day; `order` keeps parents first."""

    day: date
    order: int
    table: str
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    is_new: bool = True


def in_time(events: Iterable[Event]) -> list[Event]:
    """The events, none earlier than the records that it refers to (or than its own record)."""
    found = list(events)
    made = {e.id: e.day for e in found if e.is_new}
    while True:
        moved = [replace(e, day=max(e.day, *_days_referred_to(e, made))) for e in found]
        if moved == found:
            return found
        found, made = moved, {e.id: e.day for e in moved if e.is_new}


def _days_referred_to(event: Event, made: Mapping[str, date]) -> list[date]:
    ids = [event.id, *(value for value in event.values.values() if isinstance(value, str))]
    return [made[id_] for id_ in ids if id_ in made] or [event.day]


def write(session: Session, event: Event) -> None:
    """Make or change the record of one event."""
    if event.is_new:
        session.add(RECORDS[event.table](id=event.id, **event.values))
    else:
        record = find(session, event.table, event.id)
        for name, value in event.values.items():
            setattr(record, name, value)
    session.flush()


@action(mark("Sample story"), "system")
def play(session: Session, events: Iterable[Event]) -> None:
    """Write events in the order of their days, each day as an act of its own on that day."""
    ordered = sorted(events, key=lambda e: (e.day, e.order))
    for day, of_day in groupby(ordered, key=lambda e: e.day):
        pen_of(session).number = None
        with clock.standing_at(day):
            for event in of_day:
                write(session, event)


def replay(
    database: Database, events: Iterable[Event], *, after: date | None = None, until: date
) -> None:
    """Play the events of the days after `after` up to `until` (included)."""
    database.run(play, [e for e in events if (after is None or e.day > after) and e.day <= until])
