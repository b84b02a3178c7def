"""Living a story through: what happened is written on the day on which it was written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.store.database import Database
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


def write(session: Session, event: Event) -> None:
    """Make or change the record of one event."""
    if event.is_new:
        session.add(RECORDS[event.table](id=event.id, **event.values))
    else:
        record = find(session, event.table, event.id)
        for name, value in event.values.items():
            setattr(record, name, value)
    session.flush()


def replay(
    database: Database, events: Iterable[Event], *, after: date | None = None, until: date
) -> None:
    """Write the events of the days after `after` up to `until` (included), each on its day."""
    due = sorted(
        (e for e in events if (after is None or e.day > after) and e.day <= until),
        key=lambda e: (e.day, e.order),
    )
    for day in sorted({event.day for event in due}):
        with (
            clock.standing_at(day),
            database.transaction(mark("Sample story"), "system") as session,
        ):
            for event in (e for e in due if e.day == day):
                write(session, event)
