"""One journal of every change: history, undo, bundle deltas and tombstones are readings of it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal, ParamSpec, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session, object_session

from ouderapp.base import clock
from ouderapp.store.tables.base import ORIGIN, Record, Searchable
from ouderapp.store.tables.journal import Action, Journal

P = ParamSpec("P")
T = TypeVar("T")
Kind = Literal["do", "undo", "redo", "system"]


def action(name: str, kind: Kind = "do") -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Name a command as one act of a person: `name` is a marked text, shown at undo.

    Kind `system` is for what cannot be undone: making a bundle, taking in a receipt, a sample.
    """

    def named(command: Callable[P, T]) -> Callable[P, T]:
        command.__dict__["action_name"] = name
        command.__dict__["action_kind"] = kind
        return command

    return named


class UnnamedChange(RuntimeError):
    """A record was changed by work that is not a named action: a defect of the program."""


@dataclass
class Pen:
    """Who writes, and as which act; it lives for one transaction."""

    author: str = ""
    name: str = ""
    kind: Kind = "do"
    target: int | None = None
    number: int | None = None
    lsn: int | None = None
    written: set[str] = field(default_factory=set)
    lines: list[dict[str, Any]] = field(default_factory=list)


def moment() -> datetime:
    """Now in UTC, without zone, as the tables hold it."""
    return clock.now().replace(tzinfo=None)


def plain(value: Any) -> Any:
    """A column's value as JSON holds it."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return sorted(set(value)) if isinstance(value, (tuple, list, set)) else value


def content(record_class: type[Any]) -> tuple[str, ...]:
    """The names of the columns that say something about the record itself."""
    return _content(cast(Hashable, record_class))


@cache
def _content(record_class: Hashable) -> tuple[str, ...]:
    left_out = {*ORIGIN, "id", "folded"}
    columns = sa.inspect(cast(type[Any], record_class)).columns
    return tuple(c.key for c in columns if c.key not in left_out)


def image(record: Record) -> dict[str, Any]:
    """The content of a record as it is now, as JSON holds it."""
    return {name: plain(getattr(record, name)) for name in content(type(record))}


def image_before(record: Record) -> dict[str, Any]:
    """The content of a record as the store holds it."""
    attrs = sa.inspect(record).attrs
    found, unknown = {}, []
    for name in content(type(record)):
        history = attrs[name].history
        if history.added and not history.deleted:
            unknown.append(name)
        found[name] = plain(history.deleted[0] if history.deleted else getattr(record, name))
    return found | _stored(record, unknown)


def _stored(record: Record, names: list[str]) -> dict[str, Any]:
    """What the store holds in columns that were set without ever being read."""
    session = object_session(record)
    if not names or session is None:
        return {}
    table = type(record)
    columns = [getattr(table, name) for name in names]
    with session.no_autoflush:
        row = session.execute(sa.select(*columns).where(table.nr == record.nr)).one()
    return {name: plain(value) for name, value in zip(names, row, strict=True)}


def pen_of(session: Session) -> Pen:
    """The pen of this transaction."""
    pen = session.info.get("pen")
    if not isinstance(pen, Pen):
        pen = session.info["pen"] = Pen()
    return pen


def _next_lsn(session: Session, pen: Pen) -> int:
    if pen.lsn is None:
        pen.lsn = last_lsn(session)
    pen.lsn += 1
    return pen.lsn


def last_lsn(session: Session) -> int:
    """The number of the newest journal entry, 0 when nothing was ever written."""
    with session.no_autoflush:
        return session.scalar(sa.select(sa.func.max(Journal.lsn))) or 0


def _line(session: Session, record: Record, op: str) -> None:
    pen = pen_of(session)
    before = None if op == "insert" else image_before(record)
    for name, value in _defaults(record):
        setattr(record, name, value)
    after = None if op == "delete" else image(record)
    record.ver = (record.ver or 0) + 1
    record.lsn = _next_lsn(session, pen)
    if isinstance(record, Searchable):
        record.refold()
    pen.lines.append(
        {
            "lsn": record.lsn,
            "tbl": type(record).__tablename__,  # type: ignore[attr-defined]
            "id": record.id,
            "op": op,
            "ver": record.ver,
            "before": before,
            "after": after,
        }
    )


def _defaults(record: Record) -> list[tuple[str, Any]]:
    """The defaults that the database would fill in, needed before the image is taken."""
    found = []
    for column in sa.inspect(type(record)).columns:
        if getattr(record, column.key) is None and column.default is not None:
            found.append((column.key, column.default.arg))
    return found


def _before_flush(session: Session, _context: object, _instances: object) -> None:
    for record in session.new:
        if isinstance(record, Record) and not record.worker:
            _line(session, record, "insert")
    for record in session.dirty:
        if isinstance(record, Record) and not record.worker and _says_something_new(record):
            _line(session, record, "update")
    for record in session.deleted:
        if isinstance(record, Record) and not record.worker:
            _line(session, record, "delete")
    pen_of(session).written.update(
        row.__tablename__ for row in (*session.new, *session.dirty, *session.deleted)
    )


def _says_something_new(record: Record) -> bool:
    attrs = sa.inspect(record).attrs
    names = content(type(record))
    return any(attrs[name].history.has_changes() for name in names) and (
        image_before(record) != image(record)
    )


def _after_flush(session: Session, _context: object) -> None:
    pen = pen_of(session)
    if not pen.lines:
        return
    connection = session.connection()
    at = moment()
    extra = {"at": at, "author": pen.author, "action": begin_action(connection, pen, at)}
    connection.execute(sa.insert(Journal), [{**line, **extra} for line in pen.lines])
    pen.lines.clear()


def begin_action(connection: sa.Connection, pen: Pen, at: datetime) -> int:
    """The number of the act of this transaction, written down at its first change."""
    if pen.number is not None:
        return pen.number
    if not pen.name:
        raise UnnamedChange
    last = connection.scalar(sa.select(sa.func.max(Action.number))) or 0
    row = {"number": last + 1, "at": at, "author": pen.author}
    row |= {"name": pen.name, "kind": pen.kind, "target": pen.target}
    connection.execute(sa.insert(Action), [row])
    pen.number = int(last) + 1
    return pen.number


class WritingSession(Session):
    """A session that writes the journal of what it changes."""


event.listen(WritingSession, "before_flush", _before_flush)
event.listen(WritingSession, "after_flush", _after_flush)
