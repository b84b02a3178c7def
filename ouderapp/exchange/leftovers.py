"""After all rows of a bundle: deletions, missing rows, consents, the digest (14.6 to 14.8)."""

from collections.abc import Iterator
from itertools import islice

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from ouderapp.exchange.columns_in import asked
from ouderapp.exchange.digest import StateDigest
from ouderapp.exchange.field_lists import LISTS, TABLES
from ouderapp.exchange.gone import Farewell
from ouderapp.exchange.importing import Import
from ouderapp.exchange.manifest import Bundle
from ouderapp.exchange.refusals.rows import (
    DeletedReturns,
    FullMissesRows,
    ReferenceMissing,
    RowBackwards,
    RowFork,
    RowLevel,
    StateDiffers,
)
from ouderapp.exchange.sent import DOSSIER
from ouderapp.exchange.setting_aside import set_aside
from ouderapp.exchange.withholding import WHOLE_DOSSIER
from ouderapp.store import tables
from ouderapp.store.tables.base import RECORDS

_MOST_AT_ONCE = 5_000


def finish_rows(work: Import, bundle: Bundle) -> StateDigest:
    """Refuse what may not return, delete children before parents; gives the state reached.

    Raises deleted_returns, row_fork, row_backwards, reference_missing, full_misses_rows,
    row_level, state_differs.
    """
    if work.returning:
        raise DeletedReturns(n=len(work.returning))
    for table in reversed(TABLES):
        if table in work.gone:
            _delete(work, table)
    if bundle.kind == "full":
        _remove_missing(work, bundle)
    if bundle.level == DOSSIER:
        _check_consents(work)
    state = stored_state(work.connection, work.worker)
    if (state.count, state.hex()) != (bundle.state_count, bundle.state_digest):
        raise StateDiffers
    return state


def stored_state(connection: sa.Connection, worker: str) -> StateDigest:
    """Count and digest of the rows that the office holds of one worker."""
    digest = StateDigest()
    for table in TABLES:
        query = f'SELECT row_hash FROM "{table}" WHERE worker = ? ORDER BY id'
        hashes = (row_hash for (row_hash,) in asked(connection, query, (worker,)))
        while some := list(islice(hashes, _MOST_AT_ONCE)):
            digest.add_all(some)
    return digest


def _delete(work: Import, table: str) -> None:
    for some in work.gone[table].parts(_MOST_AT_ONCE):
        _check_versions(work, table, some)
        _remove(work, table, [row.id for row in some], number=some[0].number)
        for row in some:
            work.counts[row.op] += 1
        _bury(work, table, some)


def _check_versions(work: Import, table: str, gone: list[Farewell]) -> None:
    columns = RECORDS[table].__table__.c
    query = sa.select(columns.id, columns.ver).where(
        columns.worker == work.worker, columns.id.in_([row.id for row in gone])
    )
    stored = {row.id: row.ver for row in work.connection.execute(query)}
    for row in gone:
        ver = stored.get(row.id, 0)
        if ver >= row.ver and not work.is_restored:
            reason = RowFork if ver == row.ver else RowBackwards
            raise reason(n=row.number, table=table)


def _remove(work: Import, table: str, ids: list[str], number: int = 0) -> None:
    """Delete rows; raises reference_missing when another row still needs one of them."""
    columns = RECORDS[table].__table__.c
    try:
        work.connection.execute(
            sa.delete(RECORDS[table].__table__).where(
                columns.worker == work.worker, columns.id.in_(ids)
            )
        )
    except IntegrityError as error:
        raise ReferenceMissing(n=number, table=table) from error


def _bury(work: Import, table: str, rows: list[Farewell]) -> None:
    """Tombstones for what is gone; an erasure also takes every copy that was set aside."""
    stone, aside = tables.Tombstone, tables.SetAside
    here = sa.and_(
        stone.worker == work.worker, stone.tbl == table, stone.id.in_([row.id for row in rows])
    )
    before = {
        row.id: (row.kind, row.ver)
        for row in work.connection.execute(sa.select(stone.id, stone.kind, stone.ver).where(here))
    }
    work.connection.execute(sa.delete(stone).where(here))
    work.connection.execute(sa.insert(stone), [_stone(work, table, row, before) for row in rows])
    erased = [row.id for row in rows if row.op == "erase"]
    work.connection.execute(
        sa.delete(aside).where(
            aside.worker == work.worker, aside.tbl == table, aside.id.in_(erased)
        )
    )


def _stone(
    work: Import, table: str, row: Farewell, before: dict[str, tuple[str, int]]
) -> dict[str, object]:
    kind, ver = before.get(row.id, ("del", 0))
    kind = "erase" if "erase" in (kind, row.op) else "del"
    return {
        "worker": work.worker,
        "tbl": table,
        "id": row.id,
        "ver": max(ver, row.ver),
        "kind": kind,
    }


def _remove_missing(work: Import, bundle: Bundle) -> None:
    """Rows of the office that a full bundle does not hold."""
    if not work.keeps_ids:
        missing = _number_of_rows(work) - work.counts["put"]
        if missing:
            raise FullMissesRows(n=missing)
        return
    for table in reversed(TABLES):
        for some in _missing(work, table):
            if work.is_restored:
                set_aside(work, table, some, "lost_by_restore")
            _remove(work, table, some)


def _missing(work: Import, table: str) -> Iterator[list[str]]:
    """The ids of what did not come: all of a table that did not; none of one that was empty."""
    if table in work.missing:
        yield from work.missing[table].parts(_MOST_AT_ONCE)
    elif table not in work.came:
        columns = RECORDS[table].__table__.c
        query = sa.select(columns.id).where(columns.worker == work.worker).order_by(columns.id)
        while some := list(work.connection.scalars(query.limit(_MOST_AT_ONCE))):
            yield some


def _number_of_rows(work: Import) -> int:
    total = 0
    for table in TABLES:
        columns = RECORDS[table].__table__.c
        query = sa.select(sa.func.count()).where(columns.worker == work.worker)
        total += work.connection.scalar(query) or 0
    return total


def _check_consents(work: Import) -> None:
    """A dossier row needs the consent of its family; refused here even if the laptop sent it."""
    consent, member = tables.Consent, tables.Member
    agreed = sa.select(consent.family).where(
        consent.worker == work.worker,
        consent.purpose == WHOLE_DOSSIER,
        consent.withdrawn_on.is_(None),
    )
    persons = sa.select(member.person).where(
        member.worker == work.worker, member.family.in_(agreed)
    )
    for table, lists in LISTS.items():
        if DOSSIER not in lists:
            continue
        columns = RECORDS[table].__table__.c
        if table in ("family", "person"):
            about = columns.id
        else:
            about = columns.family if "family" in columns else columns.person
        is_by_family = table == "family" or "family" in columns
        covered = about.in_(agreed if is_by_family else persons)
        query = sa.select(columns.id).where(
            columns.worker == work.worker,
            columns.level == DOSSIER,
            sa.or_(about.is_(None), sa.not_(covered)),
        )
        if work.connection.execute(query.limit(1)).first() is not None:
            raise RowLevel(n=0, table=table)
