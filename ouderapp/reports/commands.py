"""Freezing the counts: every month and work year, written beside the records they count."""

import hashlib

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.reports.queries import facts_of
from ouderapp.reports.records import CountRow
from ouderapp.reports.tally import count
from ouderapp.store import tables as t
from ouderapp.store.bulk import insert_many
from ouderapp.store.journal import action


def count_id(worker: str, row: CountRow) -> str:
    """The identity of a count (EXCHANGE 10.3): the same number has the same id for ever."""
    parts = (row.month, row.indicator, row.dimension, row.key)
    data = b"ouderapp count v1\0" + bytes.fromhex(worker) + "\0".join(parts).encode("utf-8")
    return hashlib.sha256(data).digest()[:16].hex()


@action(mark("Figures brought up to date"), "system")
def freeze_counts(session: Session, worker: str) -> int:
    """Write the counts of all months; late records correct older ones. Gives how many changed.

    `worker` is the worker's id32. A number that became zero is deleted.
    """
    wanted = {count_id(worker, row): row for row in count(facts_of(session))}
    held = {row.id: row for row in session.scalars(sa.select(t.Count).where(t.Count.worker == ""))}
    gone = sorted(held.keys() - wanted.keys())
    other = [id_ for id_ in held.keys() & wanted.keys() if held[id_].value != wanted[id_].value]
    for id_ in gone:
        session.delete(held[id_])
    for id_ in sorted(other):
        held[id_].value = wanted[id_].value
    session.flush()
    new = [{"id": id_, **vars(row)} for id_, row in wanted.items() if id_ not in held]
    return len(gone) + len(other) + insert_many(session, "count", new)
