"""A store with something in every table, and everything that a store says, to be compared."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.store.database import Database
from ouderapp.store.tables.base import RECORDS, Base

VALUES: dict[Any, Any] = {
    str: "Voorbeeld",
    int: 1,
    bool: True,
    bytes: b"bytes",
    date: date(2025, 3, 24),
    datetime: datetime(2025, 3, 24, 15, 30),
    time: time(15, 30),
    tuple: ("een", "twee"),
    dict: {"een": 1},
    list: ["een"],
}
# What a migration itself writes down, and what follows from the other tables.
LEFT_OUT = ("alembic_version", "search_index_")


def fill_every_table(database: Database) -> None:
    """One row in every table: records through the journal, each referring to the others."""
    with database.transaction("Filled") as session:
        _fill_records(session)
    with database.transaction("Filled") as session:
        for table in Base.metadata.sorted_tables:
            if session.execute(sa.select(table).limit(1)).first() is None:
                session.execute(sa.insert(table), [_row(table)])


def _fill_records(session: Session) -> None:
    made: dict[str, Id] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in RECORDS.all():
            kind = RECORDS[table.name]
            made[table.name] = new_id()
            refers = {name: made[other] for name, other in kind.REFERENCES.items()}
            row = _row(table) | refers | {"id": made[table.name]}
            session.add(kind(**row))
            session.flush()


def _row(table: sa.Table) -> dict[str, Any]:
    """A value for every column but those that have their own way of being filled."""
    machinery = {"nr", "worker", "ver", "lsn", "level", "row_hash", "held", "epoch_id", "folded"}
    left_out = machinery if table.name in RECORDS.all() else set()
    found = {}
    for column in table.columns:
        if column.name not in left_out:
            kind = getattr(column.type, "python_type", str)
            value = VALUES.get(kind, "Voorbeeld")
            length = getattr(column.type, "length", None)
            found[column.name] = value[:length] if isinstance(value, str) and length else value
    return found


def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table with the names of their columns, as the file holds them."""
    with database._engine.connect() as conn:
        return {table: _rows(conn, table) for table in _tables(conn)}


def _tables(conn: sa.Connection) -> Iterator[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    for name in conn.exec_driver_sql(f"{asked} ORDER BY name").scalars().all():
        if not name.startswith(LEFT_OUT):
            yield name


def _rows(conn: sa.Connection, table: str) -> list[tuple[Any, ...]]:
    rows = conn.exec_driver_sql(f'SELECT rowid, * FROM "{table}" ORDER BY rowid')
    names = list(rows.keys())
    return [tuple(zip(names, row, strict=True)) for row in rows]


def schema(database: Database) -> set[tuple[str, str, str]]:
    """Every table, index, view and trigger: what it is, its name and how it is made."""
    asked = "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
    with database._engine.connect() as conn:
        return {(kind, name, made_by) for kind, name, made_by in conn.exec_driver_sql(asked)}
