"""What the office was told of every record: kept in step with what leaves now (FORMAT.md 11)."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.canonical import LARGEST
from ouderapp.exchange.digest import StateDigest
from ouderapp.exchange.field_lists import TABLES
from ouderapp.exchange.leaving import Leaving
from ouderapp.exchange.plan import Told, retold, withdrawn
from ouderapp.store import tables
from ouderapp.store.journal import last_lsn


def tell(session: Session, leaving: Leaving) -> int:
    """Note every difference between what leaves and what was told; gives the lsn reached.

    All changes found together stand at the same lsn, above that of every bundle made before.
    """
    reached, journal = _reached(session), last_lsn(session)
    lsn = max(journal, reached + 1)
    erased = _erased(session)
    has_changed = False
    for table in TABLES:
        told = told_of(session, table)
        wanted = list(leaving.rows(session, table))
        anew = [found for row in wanted if (found := retold(told.get(row.id), row, lsn))]
        anew += withdrawn(told, {row.id for row in wanted}, erased.get(table, set()), lsn)
        _keep(session, anew)
        has_changed = has_changed or bool(anew)
    return lsn if has_changed else max(journal, reached)


def told_of(
    session: Session, table: str, base_lsn: int = -1, to_lsn: int = LARGEST
) -> dict[str, Told]:
    """What was told of the records of one table, by id in ascending order.

    Only what changed after `base_lsn` and up to `to_lsn`, if these are given.
    """
    shared = tables.Shared
    rows = session.execute(
        sa.select(
            shared.tbl, shared.id, shared.op, shared.ver, shared.lsn, shared.level, shared.row_hash
        )
        .where(shared.tbl == table, shared.lsn > base_lsn, shared.lsn <= to_lsn)
        .order_by(shared.id)
    )
    return {row[1]: Told._make(row) for row in rows}


def told_state(session: Session) -> StateDigest:
    """Count and digest of the live rows as they were told."""
    digest = StateDigest()
    shared = tables.Shared
    for table in TABLES:
        hashes = session.scalars(
            sa.select(shared.row_hash)
            .where(shared.tbl == table, shared.op == "put")
            .order_by(shared.id)
            .execution_options(yield_per=1000)
        )
        for some in hashes.partitions():
            digest.add_all(some)
    return digest


def _keep(session: Session, anew: Iterable[Told]) -> None:
    rows = [
        {
            "tbl": one.table,
            "id": one.id,
            "op": one.op,
            "ver": one.ver,
            "lsn": one.lsn,
            "level": one.level,
            "row_hash": one.row_hash,
        }
        for one in anew
    ]
    if not rows:
        return
    shared = tables.Shared
    session.execute(
        sa.delete(shared.__table__).where(  # type: ignore[arg-type]
            shared.tbl == sa.bindparam("tbl_"), shared.id == sa.bindparam("id_")
        ),
        [{"tbl_": row["tbl"], "id_": row["id"]} for row in rows],
    )
    session.execute(sa.insert(shared), rows)


def _reached(session: Session) -> int:
    told = session.scalar(sa.select(sa.func.max(tables.Shared.lsn))) or 0
    made = session.scalar(sa.select(sa.func.max(tables.Outbox.to_lsn))) or 0
    return max(told, made)


def _erased(session: Session) -> dict[str, set[str]]:
    tombstone = tables.Tombstone
    found: dict[str, set[str]] = {}
    for table, id_ in session.execute(
        sa.select(tombstone.tbl, tombstone.id).where(
            tombstone.worker == "", tombstone.kind == "erase"
        )
    ):
        found.setdefault(table, set()).add(id_)
    return found
