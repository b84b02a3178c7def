"""Receipts that were given before, once more: the same bytes, and the words while they hold."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.exchange.leftovers import stored_state
from ouderapp.exchange.manifest import Receipt
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.naming import receipt_name
from ouderapp.exchange.receipt import ReceiptFile, words_of
from ouderapp.exchange.signed_file import sealed_archive
from ouderapp.sealing.envelope import SIGNATURE_SIZE
from ouderapp.store import tables


def receipt_again(session: Session, manifest: str) -> ReceiptFile:
    """The receipt that was given for the bundle with this manifest hash; raises NotFound.

    The six words are empty when the bundle came late, or when the office holds another state by
    now (FORMAT.md 16.3).
    """
    row = session.scalars(
        sa.select(tables.Received).where(tables.Received.manifest == manifest)
    ).first()
    if row is None:
        raise NotFound
    signature, raw = row.receipt[:SIGNATURE_SIZE], row.receipt[SIGNATURE_SIZE:]
    content = sealed_archive(signature, raw, _recipient(session, row.worker))
    return ReceiptFile(receipt_name(row.seq), content, _words(session, row, raw))


def _recipient(session: Session, worker: str) -> str:
    """The newest laptop of this worker that was confirmed."""
    writer = tables.Writer
    found = session.scalar(
        sa.select(writer.recipient)
        .where(writer.worker == worker, writer.state != "waiting")
        .order_by(writer.state != "confirmed", writer.at.desc())
        .limit(1)
    )
    if found is None:
        raise NotFound
    return found


def _words(session: Session, row: tables.Received, raw: bytes) -> tuple[str, ...]:
    receipt = read_manifest(raw, Receipt)
    state = stored_state(session.connection(), row.worker)
    is_same = (state.count, state.hex()) == (receipt.state_count, receipt.state_digest)
    if row.result != "accepted" or not is_same:
        return ()
    return words_of(row.receipt_key, row.manifest, receipt.state_digest)
