"""The office's side of an enrolment: a worker's file in, an answer out, six words (FORMAT.md 4)."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import new_id
from ouderapp.exchange.enrolment import CONFIRMED, FORMER, WAITING
from ouderapp.exchange.enrolment_file import (
    Read,
    common_fields,
    enrolment_file,
    is_vouched,
    read_enrolment,
)
from ouderapp.exchange.identity import OFFICE, own_keys
from ouderapp.exchange.manifest import EnrolOffice, EnrolWorker, manifest_bytes
from ouderapp.exchange.own_office import own_office
from ouderapp.sealing.keys import key_id_of
from ouderapp.sealing.spoken import enrolment_words
from ouderapp.store import tables
from ouderapp.store.journal import moment

REVOKED = "revoked"


@dataclass(frozen=True)
class WorkerOffer:
    """A worker's file and the answer to it, to show beside the six words.

    `is_known` says that the key was confirmed before, `is_renewed` that the older key of this
    worker vouches for the new one.
    """

    key_id: str
    worker: str
    name: str
    answer: bytes
    words: tuple[str, ...]
    is_known: bool
    is_renewed: bool


def answer_worker(session: Session, raw: bytes, worker: str = "") -> WorkerOffer:
    """Answer a worker's enrolment file without trusting it yet.

    The worker keeps its id when its older key vouches for the new one, or when `worker` says
    whose laptop this replaces; otherwise it gets a new id. Raises what `read_enrolment` raises.
    """
    manifest, read = read_enrolment(raw, EnrolWorker)
    key_id = key_id_of(bytes.fromhex(manifest.sign_key)).hex()
    known = session.get(tables.Writer, key_id)
    old = session.get(tables.Writer, manifest.prev_key) if manifest.prev_key else None
    is_renewed = old is not None and is_vouched(manifest, bytes.fromhex(old.sign_key))
    if known is not None:
        worker = known.worker
    elif is_renewed and old is not None:
        worker = old.worker
    answer = _answer(session, manifest, read, worker or new_id())
    _keep(session, key_id, manifest, read, answer, is_renewed=is_renewed)
    return WorkerOffer(
        key_id,
        answer.worker,
        manifest.name,
        enrolment_file(answer, own_keys(session, OFFICE).signer),
        enrolment_words(read.raw, manifest_bytes(answer)),
        known is not None and known.state == CONFIRMED,
        is_renewed,
    )


def confirm_worker(session: Session, key_id: str) -> str:
    """A person said that the words are the same: pin this laptop; gives the worker's id.

    An older laptop of the same worker is former from now on.
    """
    writer = _writer(session, key_id)
    session.execute(
        sa.update(tables.Writer)
        .where(tables.Writer.worker == writer.worker, tables.Writer.state == CONFIRMED)
        .values(state=FORMER)
    )
    writer.state = CONFIRMED
    if session.get(tables.Head, writer.worker) is None:
        session.add(tables.Head(worker=writer.worker, facts={}))
    session.flush()
    return writer.worker


def drop_worker(session: Session, key_id: str) -> None:
    """The words differ: forget the file, nothing is linked."""
    writer = _writer(session, key_id)
    if writer.state == WAITING:
        session.delete(writer)
        session.flush()


def revoke_worker(session: Session, key_id: str) -> None:
    """The laptop is lost: no bundle signed by this key is taken in any more."""
    writer = _writer(session, key_id)
    head = session.get(tables.Head, writer.worker)
    writer.state = REVOKED
    writer.revoked_epoch = head.epoch_id if head else ""
    writer.revoked_seq = head.seq if head else 0
    session.flush()


def _writer(session: Session, key_id: str) -> tables.Writer:
    writer = session.get(tables.Writer, key_id)
    if writer is None:
        raise NotFound
    return writer


def _answer(session: Session, manifest: EnrolWorker, read: Read, worker: str) -> EnrolOffice:
    office = own_office(session)
    fields: dict[str, Any] = common_fields("enrol_office")
    return EnrolOffice(
        **fields,
        office_epoch_id=office.office_epoch_id,
        org=office.org,
        org_name=office.name,
        phone=office.phone,
        policy=office.policy,
        prev_key="",
        prev_sig="",
        recipients=office.recipients,
        sign_key=own_keys(session, OFFICE).signer.public.hex(),
        worker=worker,
        worker_file=read.hash,
        worker_name=manifest.name,
    )


def _keep(
    session: Session,
    key_id: str,
    manifest: EnrolWorker,
    read: Read,
    answer: EnrolOffice,
    *,
    is_renewed: bool,
) -> None:
    writer = session.get(tables.Writer, key_id)
    if writer is None:
        writer = tables.Writer(key_id=key_id, state=WAITING)
        session.add(writer)
    writer.worker = answer.worker
    writer.name = manifest.name
    writer.device = manifest.device
    writer.sign_key = manifest.sign_key
    writer.recipient = manifest.recipient
    writer.worker_file = read.raw
    writer.office_file = manifest_bytes(answer)
    writer.is_renewed = is_renewed
    writer.at = moment()
    session.flush()
