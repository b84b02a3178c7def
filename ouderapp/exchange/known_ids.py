"""Which ids of a worker the office's store holds: what the rows of a bundle may refer to."""

from collections.abc import Iterable, Set

import sqlalchemy as sa

from ouderapp.exchange.columns_in import asked, rows_by_id
from ouderapp.exchange.field_lists import TABLES, references

# In all tables together, about 11 MiB; above it the store is asked each time.
MOST = 100_000
# The tables that others refer to.
TARGETS = {kind.target for table in TABLES for _, kind in references(table)}


class KnownIds:
    """Remembers the ids of the tables that were asked for, up to a bound."""

    def __init__(self, connection: sa.Connection, worker: str) -> None:
        self._connection, self._worker = connection, worker
        self._known: dict[str, set[str]] = {}
        self._returning: dict[str, set[str]] = {}
        self._room = MOST

    def lacks(self, table: str, wanted: Set[str]) -> Set[str]:
        """Those of the wanted ids that this worker does not have in a table."""
        if table not in self._known:
            self._begin(table)
        unsure = wanted - self._known[table] - self._returning.get(table, set())
        if unsure:
            rows = rows_by_id(self._connection, table, "id", self._worker, list(unsure))
            unsure = unsure - {id_ for (id_,) in rows}
        return unsure

    def add(self, table: str, ids: Iterable[str]) -> None:
        """These ids of a table came in."""
        if table in self._known and self._room > 0:
            self._grow(self._known[table], ids)

    def returns(self, table: str, id_: str) -> None:
        """This id must not come back: what hangs on it is no stranger, it goes along with it."""
        self._returning.setdefault(table, set()).add(id_)

    def _begin(self, table: str) -> None:
        query = f'SELECT id FROM "{table}" WHERE worker = ? LIMIT ?'
        rows = asked(self._connection, query, (self._worker, self._room))
        self._known[table] = set()
        self._grow(self._known[table], (id_ for (id_,) in rows))

    def _grow(self, known: set[str], ids: Iterable[str]) -> None:
        before = len(known)
        known.update(ids)
        self._room -= len(known) - before
