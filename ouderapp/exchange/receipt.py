"""The office's answer to a bundle: a signed receipt, and six words for the telephone (16)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from ouderapp.exchange.digest import StateDigest
from ouderapp.exchange.enrolment_file import app_version, moment
from ouderapp.exchange.field_lists import PLACE
from ouderapp.exchange.first_pass import Verified
from ouderapp.exchange.manifest import (
    FORMAT,
    NO_HASH,
    Answered,
    Bundle,
    Head,
    HeldRow,
    Reapply,
    Receipt,
    manifest_bytes,
)
from ouderapp.exchange.manifest_shapes import MOST_HELD, MOST_REAPPLIED
from ouderapp.exchange.naming import receipt_name
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.signed_file import sealed_archive
from ouderapp.exchange.trust import Sender, Trust
from ouderapp.sealing.envelope import SIGNATURE_SIZE, sign_manifest
from ouderapp.sealing.keys import recipient_hash
from ouderapp.sealing.refusals import EnvelopeRefused
from ouderapp.sealing.spoken import receipt_words
from ouderapp.store import tables

_NO_COUNTS = dict.fromkeys(("del", "erase", "give", "held", "put"), 0)
_NEED = {"F": "full", "U": "update"}


@dataclass(frozen=True)
class Outcome:
    """What a receipt says of one bundle."""

    result: str
    reason: str = ""
    need: str = ""
    counts: Mapping[str, int] = field(default_factory=lambda: _NO_COUNTS)
    held: Iterable[tuple[str, str, str]] = ()
    reapply: Iterable[tuple[str, str, int, str]] = ()


@dataclass(frozen=True)
class ReceiptFile:
    """A receipt to give to the worker: a file, and six words that say the same.

    The words are empty for a refusal: they would say nothing.
    """

    name: str
    content: bytes
    words: tuple[str, ...]


def refused(
    problem: Refusal | EnvelopeRefused, returning: Iterable[tuple[str, str, int, str]] = ()
) -> Outcome:
    """What a receipt says of a refusal."""
    return Outcome("refused", problem.reason, _NEED.get(problem.next, ""), reapply=returning)


def signed_receipt(
    connection: sa.Connection,
    trust: Trust,
    verified: Verified,
    outcome: Outcome,
    state: StateDigest,
) -> bytes:
    """Signature and manifest of a receipt; `state` is what the office holds now."""
    bundle = verified.bundle
    receipt = Receipt(
        app=app_version(),
        bundle=Answered(bundle.epoch_id, verified.hash, bundle.seq),
        counts=dict(outcome.counts),
        created=moment(),
        format=FORMAT,
        head=head_of(connection, bundle.worker) or Head(),
        held=tuple(HeldRow(id_, why, table) for table, id_, why in outcome.held)[:MOST_HELD],
        kind="receipt",
        members=(),
        need=outcome.need,
        office_epoch_id=trust.office_epoch_id,
        org=trust.org,
        reapply=_first_to_go(outcome.reapply),
        reason=outcome.reason,
        recipients=(recipient_hash(verified.sender.recipient).hex(),),
        result=outcome.result,
        state_count=state.count,
        state_digest=state.hex(),
        worker=bundle.worker,
    )
    raw = manifest_bytes(receipt)
    return sign_manifest(raw, trust.signer) + raw


def _first_to_go(rows: Iterable[tuple[str, str, int, str]]) -> tuple[Reapply, ...]:
    """As many as a receipt may name, children before parents; the next receipt names the rest."""
    inward = sorted(rows, key=lambda row: -PLACE[row[0]])
    return tuple(Reapply(id_, op, table, ver) for table, id_, ver, op in inward[:MOST_REAPPLIED])


def receipt_file(
    sender: Sender, bundle: Bundle, signed: bytes, words: tuple[str, ...] = ()
) -> ReceiptFile:
    """The file of a stored receipt, encrypted to the worker."""
    signature, raw = signed[:SIGNATURE_SIZE], signed[SIGNATURE_SIZE:]
    content = sealed_archive(signature, raw, sender.recipient)
    return ReceiptFile(receipt_name(bundle.seq), content, words)


def words_of(receipt_key: str, manifest: str, state_digest: str) -> tuple[str, ...]:
    """The six words of a bundle whose state the office holds (FORMAT.md 16.3)."""
    return receipt_words(
        bytes.fromhex(receipt_key), bytes.fromhex(manifest), bytes.fromhex(state_digest)
    )


def head_of(connection: sa.Connection, worker: str) -> Head | None:
    """The last bundle of a worker that counts; None before the first."""
    head = tables.Head
    row = connection.execute(
        sa.select(head.epoch_id, head.manifest, head.seq, head.to_lsn)
        .where(head.worker == worker)
        .with_for_update()
    ).first()
    if row is None or row.seq == 0:
        return None
    return Head(row.epoch_id, row.manifest or NO_HASH, row.seq, row.to_lsn)
