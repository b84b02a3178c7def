"""Taking back and doing again: the journal read backwards, one act of a person at a time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.store.journal import content, image, pen_of
from ouderapp.store.tables.base import RECORDS, Texts
from ouderapp.store.tables.journal import Action, Journal

DEPTH = 100
REACH = 4 * DEPTH
"""So many acts at a time are read to find those that can be undone: undo and redo are acts too."""


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
    """The acts that can be undone and those that can be redone, the next one last.

    An act of which something was emptied from the bin is in neither. However often somebody goes
    back and forth, the last acts stay within reach: it is read back as far as is needed.
    """
    done: list[Action] = []
    taken_back: list[Action] = []
    spent: set[int | None] = set()
    is_closed = False
    before: int | None = None
    while part := _part(session, before):
        before = part[-1].number
        for act in part:
            if act.kind == "do":
                is_closed = True
            else:
                spent.add(act.target)
            if act.number in spent or (act.kind == "undo" and is_closed):
                continue
            (taken_back if act.kind == "undo" else done).append(act)
        emptied = _emptied(session, [act.number for act in (*done, *taken_back)])
        done, taken_back = _kept(done, emptied), _kept(taken_back, emptied)
        if len(done) == DEPTH and (is_closed or len(taken_back) == DEPTH):
            break
    return done[::-1], taken_back[::-1]


def _part(session: Session, before: int | None) -> list[Action]:
    """The next acts of a person, the newest first, of those before this number."""
    asked = sa.select(Action).where(Action.kind != "system")
    if before is not None:
        asked = asked.where(Action.number < before)
    return list(session.scalars(asked.order_by(Action.number.desc()).limit(REACH)))


def _kept(acts: list[Action], emptied: set[int]) -> list[Action]:
    return [act for act in acts if act.number not in emptied][:DEPTH]


def _emptied(session: Session, numbers: list[int]) -> set[int]:
    """The acts of which a journal entry has no content left."""
    gone = sa.select(Journal.action).where(
        Journal.action.in_(numbers), Journal.before.is_(None), Journal.after.is_(None)
    )
    return set(session.scalars(gone))


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
    for _, alike in groupby(lines, key=lambda line: (line.tbl, line.op)):
        # Records of one table do not refer to each other: they are written in one go.
        with session.no_autoflush:
            for line in alike:
                _reverse_line(session, line)
        session.flush()
    return Undone(act.name, tuple({(line.tbl, line.id): None for line in lines}))


def find(session: Session, tbl: str, id_: str) -> Any | None:
    """The record of one's own store with this identity, None when it is gone."""
    table = RECORDS[tbl]
    return session.scalar(sa.select(table).where(table.worker == "", table.id == id_))


def _reverse_line(session: Session, line: Journal) -> None:
    """Make the inverse of one journal entry; the caller flushes."""
    record = find(session, line.tbl, line.id)
    if line.op == "delete":
        if record is not None:
            raise ChangedSince
        restore_line(session, line)
        return
    if record is None or not _says(record, line.after or {}):
        raise ChangedSince
    if line.op == "insert":
        session.delete(record)
    else:
        _fill(record, line.before or {})


def _says(record: Any, after: dict[str, Any]) -> bool:
    """Whether the record still says what it said; a column that came later does not count."""
    now = image(record)
    return all(now[name] == value for name, value in after.items() if name in now)


def restore_line(session: Session, line: Journal, *, without: Collection[str] = ()) -> None:
    """Bring back a deleted record from its last image, one version higher; the caller flushes.

    The columns named in `without` stay empty.
    """
    record = RECORDS[line.tbl](id=line.id, ver=line.ver, worker="")
    body = line.before or {}
    _fill(record, {name: value for name, value in body.items() if name not in without})
    session.add(record)


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
    if isinstance(kind, sa.Date):
        return date.fromisoformat(value)
    return time.fromisoformat(value) if isinstance(kind, sa.Time) else value
