"""Taking back and doing again: the journal read backwards, one act of a person at a time."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.store.journal import content, image, pen_of
from ouderapp.store.tables.base import RECORDS, Texts
from ouderapp.store.tables.journal import Action, Journal

DEPTH = 100


class NothingToUndo(Problem):
    message = mark("There is nothing to undo.")
    hint = mark("Everything you did is still in the history of each record.")


class NothingToRedo(Problem):
    message = mark("There is nothing to redo.")
    hint = mark("Redo works right after undo, until you change something else.")


class ChangedSince(Problem):
    message = mark("This was changed again since then, so it cannot be taken back.")
    hint = mark("Look in the history of the record and change it by hand.")


@dataclass(frozen=True)
class Undone:
    """What was taken back or done again: the marked name of the act, and whose records."""

    name: str
    records: tuple[tuple[str, str], ...]


def stacks(session: Session) -> tuple[list[Action], list[Action]]:
    """The acts that can be undone and those that can be redone, the next one last."""
    newest = session.scalars(sa.select(Action).order_by(Action.number.desc()).limit(4 * DEPTH))
    done: list[Action] = []
    taken_back: list[Action] = []
    for act in reversed(list(newest)):
        if act.kind == "do":
            done.append(act)
            taken_back.clear()
        elif act.kind == "undo" and done:
            done.pop()
            taken_back.append(act)
        elif act.kind == "redo" and taken_back:
            taken_back.pop()
            done.append(act)
    return done[-DEPTH:], taken_back[-DEPTH:]


def undo(session: Session) -> Undone:
    """Take back the last act; raises NothingToUndo or ChangedSince."""
    done, _ = stacks(session)
    if not done:
        raise NothingToUndo
    return _reverse(session, done[-1], "undo")


def redo(session: Session) -> Undone:
    """Do again what was last taken back; raises NothingToRedo or ChangedSince."""
    _, taken_back = stacks(session)
    if not taken_back:
        raise NothingToRedo
    return _reverse(session, taken_back[-1], "redo")


def _reverse(session: Session, act: Action, kind: Any) -> Undone:
    pen = pen_of(session)
    pen.name, pen.kind, pen.target = act.name, kind, act.number
    lines = list(
        session.scalars(
            sa.select(Journal).where(Journal.action == act.number).order_by(Journal.lsn.desc())
        )
    )
    for line in lines:
        reverse_line(session, line)
    return Undone(act.name, tuple({(line.tbl, line.id): None for line in lines}))


def find(session: Session, tbl: str, id_: str) -> Any | None:
    """The record of one's own store with this identity, None when it is gone."""
    table = RECORDS[tbl]
    return session.scalar(sa.select(table).where(table.worker == "", table.id == id_))


def reverse_line(session: Session, line: Journal) -> None:
    """Write the inverse of one journal entry as a new change."""
    record = find(session, line.tbl, line.id)
    if line.op == "delete":
        if record is not None:
            raise ChangedSince
        restore_line(session, line)
        return
    if record is None or image(record) != line.after:
        raise ChangedSince
    if line.op == "insert":
        session.delete(record)
    else:
        _fill(record, line.before or {})
    session.flush()


def restore_line(session: Session, line: Journal) -> None:
    """Bring back a deleted record from its last image, one version higher."""
    record = RECORDS[line.tbl](id=line.id, ver=line.ver, worker="")
    _fill(record, line.before or {})
    session.add(record)
    session.flush()


def _fill(record: Any, values: dict[str, Any]) -> None:
    columns = sa.inspect(type(record)).columns
    for name in content(type(record)):
        if name in values:
            setattr(record, name, _lifted(columns[name].type, values[name]))


def _lifted(kind: object, value: Any) -> Any:
    """A value of an image as the column wants it."""
    if value is None:
        return None
    if isinstance(kind, Texts):
        return tuple(value)
    if isinstance(kind, sa.DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, sa.Date):
        return date.fromisoformat(value)
    return time.fromisoformat(value) if isinstance(kind, sa.Time) else value
