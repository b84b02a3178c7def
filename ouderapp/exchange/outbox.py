"""The bundles this worker made: which are signed, which files are kept, which are swept."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.exchange.plan import Made
from ouderapp.sealing.atomic import remove_file, sweep_unfinished
from ouderapp.store import tables
from ouderapp.store.as_record import as_record

KEPT_FILES = 3


@dataclass(frozen=True)
class SentBundle:
    """One line of the list of bundles; `state` is made, confirmed, refused or given_up."""

    epoch_id: str
    seq: int
    state: str
    kind: str
    period: str
    level: str
    size: int
    file: str
    file_hash: str
    reason: str
    made_at: datetime
    answered_at: datetime | None


def sent_bundles(session: Session) -> list[SentBundle]:
    """Every bundle ever begun here, newest first."""
    rows = session.scalars(
        sa.select(tables.Outbox).order_by(tables.Outbox.made_at.desc(), tables.Outbox.seq.desc())
    )
    return [as_record(SentBundle, row) for row in rows]


def bundle_file(session: Session, epoch_id: str, seq: int) -> tuple[Path, str]:
    """The file of a bundle in the outbox and its SHA-256; the file may be gone once confirmed."""
    row = session.get_one(tables.Outbox, (epoch_id, seq))
    paths: Paths = session.info["paths"]
    return paths.outbox / row.file, row.file_hash


def confirmed_lsn(session: Session) -> int:
    """Every change up to this lsn is at the office: `bevestigd`; 0 before the first receipt."""
    epoch = tables.Epoch
    base = sa.select(sa.func.max(epoch.base_lsn)).where(epoch.worker == "", epoch.state == "open")
    return session.scalar(base) or 0


def made_in_epoch(session: Session, epoch_id: str) -> list[Made]:
    """The bundles of one epoch, as the plan wants them."""
    rows = session.scalars(sa.select(tables.Outbox).where(tables.Outbox.epoch_id == epoch_id))
    return [Made(row.seq, row.state, row.manifest, row.policy, row.schema) for row in rows]


def sweep(session: Session) -> None:
    """What a killed program left: numbers begun and never made, files that no row names."""
    session.execute(
        sa.update(tables.Outbox).where(tables.Outbox.state == "making").values(state="given_up")
    )
    folder = session.info["paths"].outbox
    if not folder.is_dir():
        return
    sweep_unfinished(folder)
    named = set(session.scalars(sa.select(tables.Outbox.file)))
    for path in folder.iterdir():
        if path.name not in named:
            remove_file(path)


def keep_last(session: Session) -> None:
    """Keep the files of the last three bundles without a receipt; remove all others.

    They go after this transaction is kept: a list that names a file must never outlive it.
    """
    outbox = tables.Outbox
    waiting = session.scalars(
        sa.select(outbox.file)
        .where(outbox.state == "made")
        .order_by(outbox.made_at.desc(), outbox.seq.desc())
        .limit(KEPT_FILES)
    )
    kept, folder = set(waiting), session.info["paths"].outbox
    if folder.is_dir():
        gone = [path for path in folder.iterdir() if path.name not in kept]
        event.listen(session, "after_commit", lambda _session: _remove(gone), once=True)


def _remove(paths: list[Path]) -> None:
    """What a disk refuses to remove now is swept before the next bundle."""
    with suppress(OSError):
        for path in paths:
            remove_file(path)
