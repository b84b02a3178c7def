"""The worker's own series of bundles: its epoch, and a new one after a restore (FORMAT.md 11)."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.exchange.plan import Series
from ouderapp.store import tables
from ouderapp.store.journal import last_lsn

OPEN, CLOSED = "open", "closed"


def own_epoch(session: Session) -> tables.Epoch:
    """The open epoch of this store, drawn when there is none yet."""
    found = session.scalars(
        sa.select(tables.Epoch).where(tables.Epoch.worker == "", tables.Epoch.state == OPEN)
    ).first()
    return found or _drawn(session, number=1)


def begin_new_epoch(session: Session) -> str:
    """Begin a new series after a restore or a copied store; gives its id.

    The next bundle is number 1 and repeats everything; the office asks a person before it goes on.
    """
    before = own_epoch(session)
    before.state = CLOSED
    after = _drawn(session, number=before.number + 1)
    after.epoch_from, after.epoch_from_lsn = before.epoch_id, last_lsn(session)
    session.flush()
    return after.epoch_id


def own_series(session: Session) -> Series:
    """The numbers of the open epoch."""
    epoch = own_epoch(session)
    return Series(epoch.epoch_id, epoch.last_seq, epoch.base_lsn, epoch.must_be_full)


def _drawn(session: Session, number: int) -> tables.Epoch:
    epoch = tables.Epoch(
        worker="",
        epoch_id=new_id(),
        number=number,
        state=OPEN,
        epoch_from="",
        epoch_from_lsn=0,
        last_seq=0,
        base_lsn=0,
        must_be_full=False,
    )
    session.add(epoch)
    session.flush()
    return epoch
