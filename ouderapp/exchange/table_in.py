"""The rows of one table of one worker going into the office's store (FORMAT.md 14, 17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from ouderapp.exchange.columns_in import ColumnsIn, rows_by_id
from ouderapp.exchange.field_lists import LISTS, TABLES, all_fields, references
from ouderapp.exchange.oddness import oddity_of
from ouderapp.exchange.records import Row
from ouderapp.exchange.refusals.rows import (
    ReferenceMissing,
    RowBackwards,
    RowFork,
)
from ouderapp.exchange.value_types import written
from ouderapp.store import tables
from ouderapp.store.journal import moment
from ouderapp.store.tables.base import RECORDS

MOST_KNOWN = 40_000
# The tables that others refer to.
TARGETS = {kind.target for table in TABLES for _, kind in references(table)}

Numbered = tuple[int, Row]


@dataclass
class Import:
    """What one bundle does to the store so far.

    `is_replacing` is for a full bundle after a change of policy or schema, `is_restored` for the
    first one of an approved new epoch: both may put another content under the same version.
    """

    connection: sa.Connection
    worker: str
    epoch_id: str
    is_replacing: bool = False
    is_restored: bool = False
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("del", "erase", "give", "held", "put"), 0)
    )
    held: list[tuple[str, str, str]] = field(default_factory=list)
    returning: list[tuple[str, str, int, str]] = field(default_factory=list)
    gone: dict[str, list[Numbered]] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=dict)

    @property
    def keeps_ids(self) -> bool:
        """Whether rows that are missing from the bundle must be found by name."""
        return self.is_replacing or self.is_restored

    def note(self, table: str, ids: Sequence[str]) -> None:
        """Remember what came: to find what did not, and what others may refer to."""
        if self.keeps_ids:
            self.seen.setdefault(table, set()).update(ids)
        known = self.known.get(table)
        if known is not None and table in TARGETS and len(known) < MOST_KNOWN:
            known.update(ids)

    def known_ids(self, table: str, wanted: set[str]) -> set[str]:
        """Which of these ids this worker has in a table.

        All ids of a table are remembered, up to a bound; above it the store is asked each time.
        """
        if table not in self.known:
            columns = RECORDS[table].__table__.c
            query = sa.select(columns.id).where(columns.worker == self.worker).limit(MOST_KNOWN)
            self.known[table] = set(self.connection.scalars(query))
        if wanted <= self.known[table]:
            return wanted
        unsure = list(wanted - self.known[table])
        rows = rows_by_id(self.connection, table, "id", self.worker, unsure)
        return wanted.intersection(self.known[table]).union(row[0] for row in rows)


class TableIn:
    """Takes in batches of rows of one table."""

    def __init__(self, work: Import, name: str) -> None:
        self._work = work
        self._name = name
        self._oddity = oddity_of(name)
        self._references = references(name)
        self._columns = {level: ColumnsIn(name, level) for level in LISTS[name]}
        self._is_fresh = not _has_rows(work, name)
        self._tombstones = _tombstones(work, name)

    def take(self, batch: Sequence[Numbered]) -> None:
        """Take in numbered rows; deletions wait until every table has come.

        Raises row_fork, row_backwards, reference_missing.
        """
        puts = [one for one in batch if one[1].op == "put"]
        gone = [one for one in batch if one[1].op != "put"]
        if gone:
            self._work.gone.setdefault(self._name, []).extend(gone)
        if not puts:
            return
        self._work.counts["put"] += len(puts)
        self._check_references(puts)
        self._write(puts)
        self._work.note(self._name, [row.id for _, row in puts])

    def _write(self, puts: Sequence[Numbered]) -> None:
        stored = {} if self._is_fresh else self._stored([row.id for _, row in puts])
        fresh: dict[str, list[tuple[Any, ...]]] = {}
        changed: dict[str, list[tuple[Any, ...]]] = {}
        for number, row in puts:
            before = stored.get(row.id)
            if before is None:
                if not self._tombstones or self._may_come(row):
                    fresh.setdefault(row.level, []).append(self._values(row))
            elif self._replaces(number, row, *before):
                changed.setdefault(row.level, []).append(self._values(row))
        for level, rows in fresh.items():
            self._columns[level].insert(self._work.connection, rows)
        for level, rows in changed.items():
            self._columns[level].update(self._work.connection, rows)

    def _may_come(self, row: Row) -> bool:
        """A row that is not here: it may come unless a tombstone stands against it."""
        tombstone = self._tombstones.get(row.id)
        if tombstone is None:
            return True
        kind, ver = tombstone
        if kind == "erase" or ver >= row.ver:
            self._work.returning.append((self._name, row.id, ver, kind))
            return False
        _forget_tombstone(self._work, self._name, row.id)
        return True

    def _replaces(self, number: int, row: Row, ver: int, row_hash: str) -> bool:
        """Whether a row takes the place of the stored one (FORMAT.md 17)."""
        if ver == row.ver and row_hash == row.hash.hex():
            return False
        if ver < row.ver:
            return True
        if self._work.is_restored:
            set_aside(self._work, self._name, [row.id], "before_restore")
            return True
        if ver == row.ver and self._work.is_replacing:
            return True
        reason = RowFork if ver == row.ver else RowBackwards
        raise reason(n=number, table=self._name)

    def _values(self, row: Row) -> tuple[Any, ...]:
        held = self._oddity(row.data)
        work = self._work
        if held:
            work.counts["held"] += 1
            work.held.append((self._name, row.id, held))
        arrival = (
            row.id,
            work.worker,
            row.ver,
            row.lsn,
            row.level,
            row.hash.hex(),
            held,
            work.epoch_id,
        )
        return self._columns[row.level].row(row.data, arrival)

    def _check_references(self, puts: Sequence[Numbered]) -> None:
        for name, kind in self._references:
            wanted = _wanted(puts, name, kind.kind == "refs")
            missing = wanted - self._work.known_ids(kind.target, wanted)
            if missing:
                raise ReferenceMissing(n=_first(puts, name, missing), table=self._name)

    def _stored(self, ids: list[str]) -> dict[str, tuple[int, str]]:
        found = rows_by_id(
            self._work.connection, self._name, "id, ver, row_hash", self._work.worker, ids
        )
        return {row.id: (row.ver, row.row_hash) for row in found}


def _wanted(puts: Sequence[Numbered], name: str, is_list: bool) -> set[str]:
    """Every id that the rows name in this field; a level without the field names none."""
    if is_list:
        return {one for _, row in puts for one in row.data.get(name, ())}
    return {row.data[name] for _, row in puts if row.data.get(name) is not None}


def _first(puts: Sequence[Numbered], name: str, missing: set[str]) -> int:
    """The line that names a missing id first."""
    return next(n for n, row in puts if missing.intersection(_ids(row.data.get(name))))


def _has_rows(work: Import, table: str) -> bool:
    columns = RECORDS[table].__table__.c
    query = sa.select(columns.nr).where(columns.worker == work.worker).limit(1)
    return work.connection.execute(query).first() is not None


def _ids(value: Any) -> Iterable[str]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _tombstones(work: Import, table: str) -> dict[str, tuple[str, int]]:
    stone = tables.Tombstone
    query = sa.select(stone.id, stone.kind, stone.ver).where(
        stone.worker == work.worker, stone.tbl == table
    )
    return {row.id: (row.kind, row.ver) for row in work.connection.execute(query)}


def _forget_tombstone(work: Import, table: str, id_: str) -> None:
    stone = tables.Tombstone
    work.connection.execute(
        sa.delete(stone).where(stone.worker == work.worker, stone.tbl == table, stone.id == id_)
    )


def set_aside(work: Import, table: str, ids: Sequence[str], why: str) -> None:
    """Keep a copy of stored rows, out of every count; `why` is before_ or lost_by_restore."""
    source = RECORDS[table].__table__
    names = [name for name, _ in all_fields(table)]
    query = sa.select(source).where(source.c.worker == work.worker, source.c.id.in_(ids))
    copies = [
        {
            "worker": work.worker,
            "tbl": table,
            "id": row["id"],
            "ver": row["ver"],
            "level": row["level"],
            "why": why,
            "body": {name: written(row[name]) for name in names},
            "at": moment(),
        }
        for row in work.connection.execute(query).mappings()
    ]
    if copies:
        work.connection.execute(sa.insert(tables.SetAside), copies)
