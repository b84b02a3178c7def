"""What became of one record: who changed what, when, and what stood there before (D25)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.store.tables.journal import Action, Journal


@dataclass(frozen=True)
class FieldChange:
    """One field of a record: what it said and what it says, as JSON holds it."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Change:
    """One line of the history: `at` in UTC, `name` the marked name of the act.

    `op` is insert, update or delete; `kind` says whether it was done, undone or done again.
    `is_emptied`: what it said is gone for good.
    """

    lsn: int
    at: datetime
    author: str
    name: str
    kind: str
    op: str
    fields: tuple[FieldChange, ...]
    is_emptied: bool


def history_of(session: Session, tbl: str, id_: str) -> list[Change]:
    """Everything that happened to one record, newest first."""
    lines = session.execute(
        sa.select(Journal, Action.name, Action.kind)
        .join(Action, Action.number == Journal.action)
        .where(Journal.tbl == tbl, Journal.id == id_)
        .order_by(Journal.lsn.desc())
    )
    return [_change(line, name, kind) for line, name, kind in lines]


def as_it_was(session: Session, tbl: str, id_: str, day: date) -> dict[str, Any] | None:
    """What a record said at the end of a day by field, as JSON holds it; None when it was not."""
    end = datetime.combine(day + timedelta(days=1), clock_time()).astimezone(UTC)
    lines = session.execute(
        sa.select(Journal.op, Journal.after)
        .where(Journal.tbl == tbl, Journal.id == id_, Journal.at < end.replace(tzinfo=None))
        .order_by(Journal.lsn)
    )
    said: dict[str, Any] | None = None
    for op, after in lines:
        # An entry that was made small says only what it changed.
        said = None if after is None else after if op == "insert" else {**(said or {}), **after}
    return said


def differences(
    session: Session, tbl: str, id_: str, first: date, second: date
) -> tuple[FieldChange, ...]:
    """The fields of a record that differ between the ends of two days, by name."""
    return _fields(as_it_was(session, tbl, id_, first), as_it_was(session, tbl, id_, second))


def _change(line: Journal, name: str, kind: str) -> Change:
    return Change(
        lsn=line.lsn,
        at=line.at,
        author=line.author,
        name=name,
        kind=kind,
        op=line.op,
        fields=_fields(line.before, line.after),
        is_emptied=line.before is None and line.after is None,
    )


def _fields(before: dict[str, Any] | None, after: dict[str, Any] | None) -> tuple[FieldChange, ...]:
    old, new = before or {}, after or {}
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in sorted(old | new)
        if (old.get(name) or None) != (new.get(name) or None)
    )
