"""How the values of a row stand in the columns of the store: one statement a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from ouderapp.exchange.field_lists import LISTS, all_fields
from ouderapp.exchange.value_types import ValueType
from ouderapp.store.tables.base import ORIGIN, RECORDS

# What every row brings besides its data.
ARRIVAL = ("id", "worker", "ver", "lsn", "level", "row_hash", "held", "epoch_id")
ASKED_AT_ONCE = 500


class ColumnsIn:
    """Writes rows of one table and level past the mapper: many times as many a second.

    A row is its data by name and its arrival in the order of ARRIVAL. Days stand in the store as
    they stand in a row; lists become JSON text, times get seconds. What the level does not hold
    is emptied; columns that never travel get their default.
    """

    def __init__(self, table: str, level: str) -> None:
        here = LISTS[table][level]
        names = [name for name, _ in here]
        missing = [name for name, _ in all_fields(table) if name not in names]
        self._pick: Callable[[Mapping[str, Any]], tuple[Any, ...]] = itemgetter(*names)
        changes = ((place, _stored(kind)) for place, (_, kind) in enumerate(here))
        self._changes = [(place, stored) for place, stored in changes if stored is not None]
        columns = [*names, *ARRIVAL]
        self._insert = _insert(table, columns, dict.fromkeys(missing) | _defaults(table))
        self._update = _update(table, columns, missing)
        self._id = len(names)

    def insert(self, connection: sa.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put in rows that are not there yet."""
        connection.exec_driver_sql(self._insert, list(rows))

    def update(self, connection: sa.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Replace rows of the same worker and id."""
        place = self._id
        keyed = [(*row, row[place + 1], row[place]) for row in rows]
        connection.exec_driver_sql(self._update, keyed)

    def row(self, data: Mapping[str, Any], arrival: tuple[Any, ...]) -> tuple[Any, ...]:
        """One row as the statements want it."""
        values = self._pick(data) + arrival
        if not self._changes:
            return values
        changed = list(values)
        for place, stored in self._changes:
            value = changed[place]
            if value is not None:
                changed[place] = stored(value)
        return tuple(changed)


def rows_by_id(
    connection: sa.Connection, table: str, columns: str, worker: str, ids: Sequence[str]
) -> Iterable[sa.Row[Any]]:
    """Some columns of the rows of a worker with these ids, in no order."""
    for start in range(0, len(ids), ASKED_AT_ONCE):
        some = ids[start : start + ASKED_AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f'SELECT {columns} FROM "{table}" WHERE worker = ? AND id IN ({marks})'
        yield from connection.exec_driver_sql(query, (worker, *some))


def _stored(kind: ValueType) -> Callable[[Any], Any] | None:
    """What turns a value into what the column holds; None when it is the same."""
    if kind.kind in ("refs", "codes", "langs"):
        return _list_text
    return "{}:00.000000".format if kind.kind == "time" else None


def _list_text(value: list[str]) -> str:
    # Ids, codes and languages need no escaping.
    return '["' + '", "'.join(value) + '"]' if value else "[]"


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
