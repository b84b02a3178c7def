"""What became of every file that came in, and how long its copy is kept (FORMAT.md 14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.exchange.quarantine import discard
from ouderapp.store import tables
from ouderapp.store.journal import moment

ACCEPTED, DUPLICATE, LATE = "accepted", "duplicate", "late"
REFUSED, PARKED, WAITING = "refused", "parked", "waiting"
DONE = (ACCEPTED, DUPLICATE, LATE)
KEPT_DAYS = 30


@dataclass(frozen=True)
class Filed:
    """One line of the inbox; `places` are what the sentence of the reason names."""

    file_hash: str
    size: int
    state: str
    worker: str = ""
    epoch_id: str = ""
    seq: int = 0
    reason: str = ""
    is_alarm: bool = False
    places: Mapping[str, object] = field(default_factory=dict)


def file_away(session: Session, filed: Filed) -> None:
    """Remember what became of a file; the newest answer counts."""
    session.merge(
        tables.Inbox(
            file_hash=filed.file_hash,
            size=filed.size,
            state=filed.state,
            worker=filed.worker,
            epoch_id=filed.epoch_id,
            seq=filed.seq,
            reason=filed.reason,
            is_alarm=filed.is_alarm,
            places=dict(filed.places),
            at=moment(),
        )
    )
    session.flush()


def parked_files(session: Session, worker: str) -> list[str]:
    """The hashes of the bundles of a worker that wait for another one, in their order."""
    box = tables.Inbox
    query = sa.select(box.file_hash).where(box.worker == worker, box.state == PARKED)
    return list(session.scalars(query.order_by(box.seq)))


def calm_alarm(session: Session, file_hash: str) -> None:
    """A person has dealt with it: the line stays, the alarm is over."""
    session.get_one(tables.Inbox, file_hash).is_alarm = False
    session.flush()


def tidy_inbox(session: Session) -> int:
    """Remove copies of files that were taken in more than 30 days ago; how many."""
    box, paths = tables.Inbox, _paths(session)
    limit = moment() - timedelta(days=KEPT_DAYS)
    old = session.scalars(sa.select(box.file_hash).where(box.state.in_(DONE), box.at < limit))
    hashes = [one for one in old if (paths.quarantine / f"{one}.age").exists()]
    for file_hash in hashes:
        discard(paths.quarantine, file_hash)
    return len(hashes)


def forget_copies(session: Session, worker: str) -> None:
    """After an erasure: remove every kept file of this worker at once."""
    box, paths = tables.Inbox, _paths(session)
    for file_hash in session.scalars(sa.select(box.file_hash).where(box.worker == worker)):
        discard(paths.quarantine, file_hash)


def _paths(session: Session) -> Paths:
    paths: Paths = session.info["paths"]
    return paths
