"""Rows that a restore overtook: a copy is kept, out of every count (FORMAT.md 19)."""

from collections.abc import Sequence

import sqlalchemy as sa

from ouderapp.exchange.field_lists import all_fields
from ouderapp.exchange.importing import Import
from ouderapp.exchange.value_types import written
from ouderapp.store import tables
from ouderapp.store.journal import moment
from ouderapp.store.tables.base import RECORDS


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
