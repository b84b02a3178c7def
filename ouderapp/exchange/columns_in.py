"""How the values of a row stand in the columns of the store: one statement a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

import sqlalchemy as sa

from ouderapp.exchange.field_lists import LISTS, all_fields
from ouderapp.exchange.puts import Puts, in_order
from ouderapp.store.tables.base import ORIGIN, RECORDS

# What every row brings besides its data.
ARRIVAL = ("id", "worker", "ver", "lsn", "level", "row_hash", "held", "epoch_id")
ASKED_AT_ONCE = 500


class ColumnsIn:
    """Writes rows of one table and level past the mapper: many times as many a second.

    What the level does not hold is emptied; columns that never travel get their default.
    """

    def __init__(self, table: str, level: str) -> None:
        names = [name for name, _ in in_order(LISTS[table][level])]
        missing = [name for name, _ in all_fields(table) if name not in names]
        columns = [*names, *ARRIVAL]
        self._insert = _insert(table, columns, dict.fromkeys(missing) | _defaults(table))
        self._update = _update(table, columns, missing)
        self._id = len(names)

    def insert(self, connection: sa.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put in rows that are not there yet."""
        _cursor(connection).executemany(self._insert, rows)

    def update(self, connection: sa.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Replace rows of the same worker and id."""
        place = self._id
        keyed = ((*row, row[place + 1], row[place]) for row in rows)
        _cursor(connection).executemany(self._update, keyed)


def asked(connection: sa.Connection, query: str, values: Sequence[Any]) -> Iterator[Any]:
    """The rows of a query as plain tuples, read as they are needed."""
    found: Iterator[Any] = _cursor(connection).execute(query, values)
    return found


def _cursor(connection: sa.Connection) -> Any:
    """A cursor of the driver itself: a wrapper around each row would cost more than the row."""
    return connection.connection.cursor()


def rows_in(puts: Puts, worker: str, epoch_id: str) -> Iterator[tuple[Any, ...]]:
    """The rows as the statements want them: the data, then the columns of ARRIVAL."""
    return zip(
        *puts.columns.values(),
        puts.ids,
        repeat(worker),
        puts.vers,
        puts.lsns,
        repeat(puts.level),
        puts.hashes,
        puts.held,
        repeat(epoch_id),
        strict=False,
    )


def rows_by_id(
    connection: sa.Connection, table: str, columns: str, worker: str, ids: Sequence[str]
) -> Iterator[Any]:
    """Some columns of the rows of a worker with these ids, in no order."""
    for start in range(0, len(ids), ASKED_AT_ONCE):
        some = ids[start : start + ASKED_AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f'SELECT {columns} FROM "{table}" WHERE worker = ? AND id IN ({marks})'
        yield from asked(connection, query, (worker, *some))


def _defaults(table: str) -> dict[str, Any]:
    """The columns that must be filled and never travel, with their default."""
    sent = {name for name, _ in all_fields(table)} | {*ORIGIN, "id"}
    found = {}
    for column in RECORDS[table].__table__.columns:
        if column.name not in sent and not column.nullable:
            value = column.default.arg if column.default is not None else None
            found[column.name] = "[]" if isinstance(value, tuple) else value
    return found


def _insert(table: str, names: list[str], constants: Mapping[str, Any]) -> str:
    columns = ",".join(f'"{name}"' for name in (*names, *constants))
    values = ",".join([*("?" * len(names)), *map(_literal, constants.values())])
    return f'INSERT INTO "{table}" ({columns}) VALUES ({values})'


def _literal(value: Any) -> str:
    """A default of our own columns as SQL: nothing, a number, a truth or a code."""
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else f"'{value}'"


def _update(table: str, names: list[str], missing: Iterable[str]) -> str:
    columns = [f'"{name}" = ?' for name in names] + [f'"{name}" = NULL' for name in missing]
    return f'UPDATE "{table}" SET {",".join(columns)} WHERE worker = ? AND id = ?'
