"""What was deleted together, read from the journal: a head and all that hung on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from ouderapp.store.removal import goes_along
from ouderapp.store.tables.base import RECORDS
from ouderapp.store.tables.journal import Action, Journal

Key = tuple[str, str]


@dataclass(frozen=True)
class Heap:
    """What was deleted together: the head and all that hangs on it, newest entry first."""

    head: Journal
    lines: tuple[Journal, ...]


def is_gone() -> tuple[sa.ColumnElement[bool], ...]:
    """An entry, joined to its act, that says that a person deleted a record for the last time."""
    later = aliased(Journal)
    comes_after = sa.exists().where(
        later.tbl == Journal.tbl, later.id == Journal.id, later.lsn > Journal.lsn
    )
    by_a_person = Action.kind != "system"
    return (Journal.op == "delete", Journal.before.is_not(None), by_a_person, ~comes_after)


def heaps_since(session: Session, since: datetime) -> list[Heap]:
    """What was deleted after this moment and can be put back, newest first."""
    found = sa.select(Journal).join(Action, Action.number == Journal.action)
    found = found.where(*is_gone(), Journal.at > since).order_by(Journal.lsn.desc())
    by_act: dict[int, list[Journal]] = {}
    for line in session.scalars(found):
        by_act.setdefault(line.action, []).append(line)
    return [heap for act in by_act.values() for heap in _heaps_of_act(act)]


def heap_of(heaps: Iterable[Heap], key: Key) -> Heap | None:
    """The heap in which a record lies."""
    for heap in heaps:
        if any((line.tbl, line.id) == key for line in heap.lines):
            return heap
    return None


def references(line: Journal) -> list[tuple[str, Key]]:
    """The columns of a record, as it was before, that refer to another, and to which."""
    body = line.before or {}
    columns = RECORDS[line.tbl].REFERENCES.items()
    return [(column, (target, body[column])) for column, target in columns if body.get(column)]


def _heaps_of_act(lines: list[Journal]) -> list[Heap]:
    together = {(line.tbl, line.id): line for line in lines}
    hangs_on = {key: _parents(line, together) for key, line in together.items()}
    for line in lines:
        if line.tbl == "member":
            _person_hangs_on_family(line, hangs_on)
    piles: dict[Key, list[Journal]] = {}
    for key, line in together.items():
        piles.setdefault(_top(key, hangs_on), []).append(line)
    return [Heap(together[head], tuple(pile)) for head, pile in piles.items()]


def _parents(line: Journal, together: dict[Key, Journal]) -> list[Key]:
    own = references(line)
    return [key for column, key in own if key in together and goes_along(line.tbl, column)]


def _person_hangs_on_family(member: Journal, hangs_on: dict[Key, list[Key]]) -> None:
    """A person goes with the family that he or she was a member of."""
    where = dict(references(member))
    if where["family"] in hangs_on and where["person"] in hangs_on:
        hangs_on[where["person"]].append(where["family"])


def _top(key: Key, hangs_on: dict[Key, list[Key]]) -> Key:
    while hangs_on[key]:
        key = hangs_on[key][0]
    return key
