"""The worker's side of a receipt: what the office holds is now `bevestigd` (FORMAT.md 16.2)."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.words import wrong_places
from ouderapp.exchange.enrolment import office_of
from ouderapp.exchange.identity import WORKER, own_keys
from ouderapp.exchange.manifest import HeldRow, Receipt
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.outbox import keep_last
from ouderapp.exchange.reapplying import reapply
from ouderapp.exchange.receipt import words_of
from ouderapp.exchange.refusals.catalogue import problem_for
from ouderapp.exchange.refusals.file import FileSize
from ouderapp.exchange.refusals.sender import OrgWrong, RecipientWrong, SignatureWrong
from ouderapp.exchange.refusals.worker_side import (
    NotForThisWorker,
    OfficeKeyChanged,
    ReceiptDiffers,
    ReceiptOtherBundle,
    ReceiptUnknown,
    ReceiptWords,
)
from ouderapp.exchange.series import own_epoch
from ouderapp.exchange.signed_file import Envelope, open_archive
from ouderapp.sealing.envelope import is_manifest_signed, signer_of
from ouderapp.sealing.keys import key_id_of, recipient_hash
from ouderapp.sealing.refusals import EnvelopeNotForUs
from ouderapp.store import tables
from ouderapp.store.journal import action, moment

LARGEST = 4 << 20
MADE, CONFIRMED, REFUSED = "made", "confirmed", "refused"


@dataclass(frozen=True)
class Applied:
    """What a receipt did; `problem` is what the office or the comparison found wrong.

    `confirmed_lsn` is the last change that the office holds for certain.
    """

    result: str
    seq: int
    period: str
    confirmed_lsn: int
    problem: Problem | None = None
    held: tuple[HeldRow, ...] = ()


@action(mark("Receipt taken in"), kind="system")
def apply_receipt(session: Session, raw: bytes) -> Applied:
    """Take in a receipt file; a second time, or an older one later, changes nothing.

    Raises file_size, envelope_…, archive_…, manifest_…, office_key_changed, signature_wrong,
    org_wrong, not_for_this_worker, recipient_wrong, receipt_unknown, receipt_other_bundle.
    """
    receipt = _read(session, raw)
    epoch_id, seq = receipt.bundle.epoch_id, receipt.bundle.seq
    entry = session.get(tables.Outbox, (epoch_id, seq))
    if entry is None or not entry.manifest:
        raise ReceiptUnknown
    if entry.manifest != receipt.bundle.manifest:
        raise ReceiptOtherBundle
    if receipt.result == "refused":
        return _refused(session, entry, receipt)
    if receipt.result == "late":
        late = session.get(tables.Outbox, (receipt.head.epoch_id, receipt.head.seq))
        if late is None or late.manifest != receipt.head.manifest:
            raise ReceiptOtherBundle
        entry = late
    if entry.state != CONFIRMED and entry.state_digest != receipt.state_digest:
        own_epoch(session).must_be_full = True
        session.flush()
        return _applied(session, entry, receipt.result, ReceiptDiffers())
    reapply(session, receipt.reapply)
    _confirm(session, entry)
    return _applied(session, entry, receipt.result, held=receipt.held)


@action(mark("Receipt taken in"), kind="system")
def apply_words(session: Session, epoch_id: str, seq: int, typed: Sequence[str]) -> Applied:
    """Take in the six words of the office over the telephone; the effect is that of a file.

    Raises receipt_unknown, and receipt_words with the places of the wrong words.
    """
    entry = session.get(tables.Outbox, (epoch_id, seq))
    if entry is None or not entry.manifest:
        raise ReceiptUnknown
    expected = words_of(entry.receipt_key, entry.manifest, entry.state_digest)
    wrong = wrong_places(typed, expected)
    if wrong:
        raise ReceiptWords(list=", ".join(map(str, wrong)))
    _confirm(session, entry)
    return _applied(session, entry, "accepted")


def _read(session: Session, raw: bytes) -> Receipt:
    if len(raw) > LARGEST:
        raise FileSize
    office, keys = office_of(session), own_keys(session, WORKER)
    try:
        found = open_archive(io.BytesIO(raw), [keys.opener])
    except EnvelopeNotForUs as error:
        raise NotForThisWorker from error
    _check_signature(found, office.sign_key, office.phone)
    receipt = read_manifest(found.content, Receipt)
    if receipt.org != office.org:
        raise OrgWrong
    if receipt.worker != office.worker:
        raise NotForThisWorker
    if receipt.recipients != (recipient_hash(keys.opener.recipient).hex(),):
        raise RecipientWrong
    return receipt


def _check_signature(found: Envelope, sign_key: bytes, phone: str) -> None:
    if signer_of(found.signature) != key_id_of(sign_key):
        raise OfficeKeyChanged(phone=phone)
    if not is_manifest_signed(found.content, found.signature, sign_key):
        raise SignatureWrong


def _refused(session: Session, entry: tables.Outbox, receipt: Receipt) -> Applied:
    problem = problem_for(receipt.reason)
    if entry.state == CONFIRMED:
        return _applied(session, entry, "accepted")
    entry.state, entry.reason, entry.answered_at = REFUSED, receipt.reason, moment()
    reapply(session, receipt.reapply)
    if receipt.need == "full":
        own_epoch(session).must_be_full = True
    session.flush()
    return _applied(session, entry, "refused", problem)


def _confirm(session: Session, entry: tables.Outbox) -> None:
    """The starting point moves to the end of this bundle; it never goes back."""
    outbox, epoch = tables.Outbox, session.get_one(tables.Epoch, ("", entry.epoch_id))
    if entry.state == CONFIRMED:
        return
    epoch.base_lsn = max(epoch.base_lsn, entry.to_lsn)
    if entry.kind == "full":
        epoch.must_be_full = False
    session.execute(
        sa.update(outbox)
        .where(
            outbox.epoch_id == entry.epoch_id,
            outbox.to_lsn <= entry.to_lsn,
            outbox.seq <= entry.seq,
            outbox.manifest != "",
            outbox.state != CONFIRMED,
        )
        .values(state=CONFIRMED, answered_at=moment())
    )
    session.flush()
    keep_last(session)


def _applied(
    session: Session,
    entry: tables.Outbox,
    result: str,
    problem: Problem | None = None,
    held: tuple[HeldRow, ...] = (),
) -> Applied:
    base = session.get_one(tables.Epoch, ("", entry.epoch_id)).base_lsn
    return Applied(result, entry.seq, entry.period, base, problem, held)
