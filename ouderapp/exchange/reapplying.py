"""What must not come back after a restore, as the office remembers it (FORMAT.md 18)."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ouderapp.exchange.field_lists import PLACE
from ouderapp.exchange.manifest import Reapply
from ouderapp.store import tables
from ouderapp.store.tables.base import RECORDS


def reapply(session: Session, items: Iterable[Reapply]) -> None:
    """Delete or erase again what the office was told is gone, children before parents.

    A deleted record goes to the bin and takes a version above the office's when it comes back.
    An erased one leaves its journal without content and never returns.
    """
    known = [item for item in items if item.table in PLACE]
    for item in sorted(known, key=lambda item: (-PLACE[item.table], item.id)):
        _note(session, item)
        _take_away(session, item)


def _note(session: Session, item: Reapply) -> None:
    told = session.get(tables.Shared, (item.table, item.id))
    if told is not None:
        told.ver = max(told.ver, item.ver)
        told.op, told.level, told.row_hash = item.op, "", ""
    if item.op == "erase":
        session.merge(
            tables.Tombstone(worker="", tbl=item.table, id=item.id, ver=item.ver, kind="erase")
        )
    session.flush()


def _take_away(session: Session, item: Reapply) -> None:
    record = session.scalar(
        sa.select(RECORDS[item.table]).where(
            RECORDS[item.table].worker == "", RECORDS[item.table].id == item.id
        )
    )
    if record is not None:
        try:
            with session.begin_nested():
                session.delete(record)
        except IntegrityError:
            # Something newer hangs on it: it stays, and the next bundle tells it anew.
            return
    if item.op == "erase":
        journal = tables.Journal
        session.execute(
            sa.update(journal)
            .where(journal.tbl == item.table, journal.id == item.id)
            .values(before=None, after=None)
        )
