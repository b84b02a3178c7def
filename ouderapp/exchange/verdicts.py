"""What becomes of each row that comes in, beside what the office has (FORMAT.md 17)."""

from collections.abc import Iterable, Sequence, Set

import sqlalchemy as sa

from ouderapp.exchange.columns_in import rows_by_id
from ouderapp.exchange.importing import Import
from ouderapp.exchange.puts import Puts
from ouderapp.exchange.refusals.rows import RowBackwards, RowFork
from ouderapp.exchange.setting_aside import set_aside
from ouderapp.store import tables

_Row = tuple[int, str, int, str]
_Stone = tuple[str, int]


class Judge:
    """Decides on the rows of one table, in the order of their lines."""

    def __init__(self, work: Import, name: str, *, is_fresh: bool) -> None:
        self._work, self._name, self._is_fresh = work, name, is_fresh
        self._has_tombstones = _has_tombstones(work, name)

    def judged(self, found: Sequence[Puts]) -> tuple[Set[str] | None, Set[str]]:
        """The ids to insert, None for every one, and those to replace.

        Raises row_fork, row_backwards.
        """
        if self._is_fresh and not self._has_tombstones:
            return None, frozenset()
        rows = sorted(row for puts in found for row in puts.versions())
        ids = [id_ for _, id_, *_ in rows]
        stored = {} if self._is_fresh else self._stored(ids)
        changed = {
            row[1] for row in rows if row[1] in stored and self._replaces(row, *stored[row[1]])
        }
        self._set_aside(rows, changed, stored)
        stones = self._stones(ids) if self._has_tombstones else {}
        new = {
            id_
            for _, id_, ver, _ in rows
            if id_ not in stored and (id_ not in stones or self._may_come(id_, ver, *stones[id_]))
        }
        return new, changed

    def _replaces(self, row: _Row, ver: int, row_hash: str) -> bool:
        """Whether a row takes the place of the stored one."""
        number, _, new_ver, new_hash = row
        if ver == new_ver and row_hash == new_hash:
            return False
        if ver < new_ver or self._work.is_restored:
            return True
        if ver == new_ver and self._work.is_replacing:
            return True
        reason = RowFork if ver == new_ver else RowBackwards
        raise reason(n=number, table=self._name)

    def _set_aside(
        self, rows: Iterable[_Row], changed: Set[str], stored: dict[str, tuple[int, str]]
    ) -> None:
        """After a restore: keep a copy of what stands there with the same or a higher version."""
        if self._work.is_restored:
            ids = [id_ for _, id_, ver, _ in rows if id_ in changed and stored[id_][0] >= ver]
            set_aside(self._work, self._name, ids, "before_restore")

    def _may_come(self, id_: str, ver: int, kind: str, stone_ver: int) -> bool:
        """Whether a row may come although a tombstone bears its name."""
        if kind == "erase" or stone_ver >= ver:
            self._work.returning.append((self._name, id_, stone_ver, kind))
            self._work.known.returns(self._name, id_)
            return False
        stone = tables.Tombstone
        self._work.connection.execute(
            sa.delete(stone).where(
                stone.worker == self._work.worker, stone.tbl == self._name, stone.id == id_
            )
        )
        return True

    def _stored(self, ids: Sequence[str]) -> dict[str, tuple[int, str]]:
        found = rows_by_id(
            self._work.connection, self._name, "id, ver, row_hash", self._work.worker, ids
        )
        return {id_: (ver, row_hash) for id_, ver, row_hash in found}

    def _stones(self, ids: Sequence[str]) -> dict[str, _Stone]:
        stone = tables.Tombstone
        query = sa.select(stone.id, stone.kind, stone.ver).where(
            stone.worker == self._work.worker, stone.tbl == self._name, stone.id.in_(ids)
        )
        return {row.id: (row.kind, row.ver) for row in self._work.connection.execute(query)}


def _has_tombstones(work: Import, table: str) -> bool:
    stone = tables.Tombstone
    query = sa.select(stone.id).where(stone.worker == work.worker, stone.tbl == table).limit(1)
    return work.connection.execute(query).first() is not None
