"""The bin: what was deleted lately, read from the journal; putting back and emptying (D24)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.store.heaps import Heap, Key, heap_of, heaps_since, is_gone, references
from ouderapp.store.journal import action, moment, pen_of
from ouderapp.store.removal import goes_along
from ouderapp.store.settings import setting
from ouderapp.store.tables.journal import Action, Journal
from ouderapp.store.undo import find, restore_line

DAYS = 30


class GoneForGood(Problem):
    message = mark("This is no longer in the bin.")
    hint = mark("The bin was emptied, or the days that things stay in it have passed.")


@dataclass(frozen=True)
class BinRow:
    """One thing in the bin with what went along; `body` is what it said, as JSON holds it."""

    tbl: str
    id: str
    deleted_at: datetime
    days_left: int
    others: int
    family: str | None
    family_name: str | None
    body: dict[str, Any]


@dataclass(frozen=True)
class PutBack:
    """What came back: the records, and among them those that had to come along."""

    records: tuple[Key, ...]
    along: tuple[Key, ...]


def bin_days(session: Session) -> int:
    """How many days a deleted record can be put back (a setting, 30 when never set)."""
    return int(setting(session, "bin_days", DAYS))


def in_the_bin(session: Session) -> list[BinRow]:
    """What can still be put back, newest first."""
    names: dict[str, str | None] = {}
    days = bin_days(session)
    return [_row(session, heap, days, names) for heap in _heaps(session, days)]


@action(mark("Put back from the bin"))
def put_back(session: Session, tbl: str, id_: str) -> PutBack:
    """Bring back a record with what went along, and the records that it cannot do without.

    Raises GoneForGood when it is not in the bin, or when it needs a record that no longer is.
    """
    heaps = _heaps(session, bin_days(session))
    back: dict[Key, bool] = {}
    _bring(session, (tbl, id_), heaps, back, must=True, is_along=False)
    return PutBack(tuple(back), tuple(key for key, is_along in back.items() if is_along))


@action(mark("Bin emptied"), kind="system")
def empty_bin(session: Session, *, only_expired: bool = False) -> int:
    """Forget for good what deleted records said, in every entry of the journal; gives how many.

    With `only_expired` what can still be put back stays. That it was deleted remains known.
    """
    stays = bin_days(session) if only_expired else 0
    limit = moment() - timedelta(days=stays)
    gone = sa.select(Journal.tbl, Journal.id).where(*is_gone(), Journal.at <= limit)
    keys = session.execute(gone.join(Action, Action.number == Journal.action)).all()
    for tbl, id_ in keys:
        session.execute(
            sa.update(Journal)
            .where(Journal.tbl == tbl, Journal.id == id_)
            .values(before=None, after=None)
        )
    if keys:
        pen_of(session).written.add("journal")
    return len(keys)


def _heaps(session: Session, days: int) -> list[Heap]:
    return heaps_since(session, moment() - timedelta(days=days))


def _bring(
    session: Session,
    key: Key,
    heaps: list[Heap],
    back: dict[Key, bool],
    *,
    must: bool,
    is_along: bool = True,
) -> bool:
    """Put back the heap in which a record lies; without `must`, False when there is none."""
    heap = heap_of(heaps, key)
    if heap is None and must:
        raise GoneForGood
    if heap is None:
        return False
    for _, alike in groupby(heap.lines, key=lambda line: line.tbl):
        for line in alike:
            left_out = [
                column
                for column, parent in references(line)
                if parent not in back
                and find(session, *parent) is None
                and not _bring(session, parent, heaps, back, must=goes_along(line.tbl, column))
            ]
            restore_line(session, line, without=left_out)
            back[line.tbl, line.id] = is_along
        session.flush()
    _take_up_again(session, heap)
    return True


def _take_up_again(session: Session, heap: Heap) -> None:
    """Let the records that had to let go of what is back refer to it again."""
    own = {(line.tbl, line.id) for line in heap.lines}
    same_act = sa.select(Journal).where(
        Journal.action == heap.head.action, Journal.op == "update", Journal.before.is_not(None)
    )
    for line in session.scalars(same_act):
        record = find(session, line.tbl, line.id)
        for column, target in references(line) if record is not None else ():
            if target in own and getattr(record, column) is None:
                setattr(record, column, target[1])
    session.flush()


def _row(session: Session, heap: Heap, days: int, names: dict[str, str | None]) -> BinRow:
    head = heap.head
    body = head.before or {}
    family = head.id if head.tbl == "family" else body.get("family")
    if family and family not in names:
        names[family] = _family_name(session, family)
    return BinRow(
        tbl=head.tbl,
        id=head.id,
        deleted_at=head.at,
        days_left=max(0, days - (moment() - head.at).days),
        others=len(heap.lines) - 1,
        family=family,
        family_name=names.get(family or ""),
        body=dict(body),
    )


def _family_name(session: Session, family: str) -> str | None:
    record = find(session, "family", family)
    if record is not None:
        return str(record.name) if record.name else None
    last = sa.select(Journal.before).where(Journal.tbl == "family", Journal.id == family)
    body = session.scalar(last.order_by(Journal.lsn.desc()).limit(1))
    return (body or {}).get("name")
