"""Reading a closed copy of a store as it lies there: every page, the structure, every row."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ouderapp.store.connection import connect
from ouderapp.store.problems import StoreDamaged
from ouderapp.store.surroundings import surroundings

WHOLE = [("ok",)]
ROOM_KIB = 64 * 1024
"""Pages stay in memory between the checks, so that each is decrypted once."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Rows:
    """How many rows a table has, and the SHA-256 of all of them in the order of its key."""

    name: str
    count: int
    digest: str


@contextmanager
def opened(path: Path, key: bytes) -> Iterator[Any]:
    """A fresh connection to a copy that nobody else uses, without any leftover of a log."""
    raw = connect(path, key)
    try:
        with surroundings():
            raw.execute(f"PRAGMA cache_size = -{ROOM_KIB}").fetchall()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            yield raw
    finally:
        raw.close()


def check(raw: Any) -> Iterator[None]:
    """The seal of every page, then the structure of every table; raises StoreDamaged.

    One step for each table, so that other work can go between.
    """
    if raw.execute("PRAGMA cipher_integrity_check").fetchall():
        raise StoreDamaged
    yield
    for table in tables_of(raw):
        if raw.execute(f'PRAGMA integrity_check("{table}")').fetchall() != WHOLE:
            raise StoreDamaged
        yield
    if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StoreDamaged


def tables_of(raw: Any) -> list[str]:
    """The tables that hold rows of their own, by name; the search index is made from them."""
    found = raw.execute("PRAGMA main.table_list").fetchall()
    return sorted(
        row[1]
        for row in found
        if row[0] == "main" and row[2] == "table" and not row[1].startswith("sqlite_")
    )


def counts_of(raw: Any) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table: raw.execute(f'SELECT count(*) FROM main."{table}"').fetchone()[0]
        for table in tables_of(raw)
    }


def rows_of(raw: Any, table: str) -> Rows:
    """Count and digest of one table: its rows as SQL literals, in the order of its key."""
    columns = raw.execute(f'PRAGMA main.table_info("{table}")').fetchall()
    line = "||','||".join(f'quote("{column[1]}")' for column in columns)
    key = [column[1] for column in sorted(columns, key=lambda one: one[5]) if column[5]]
    order = ", ".join(f'"{name}"' for name in key) or "rowid"
    digest, count = hashlib.sha256(), 0
    answer = raw.execute(f'SELECT {line} FROM main."{table}" ORDER BY {order}')
    while rows := answer.fetchmany(_AT_ONCE):
        count += len(rows)
        digest.update("".join([row[0] + "\n" for row in rows]).encode())
    return Rows(table, count, digest.hexdigest())
