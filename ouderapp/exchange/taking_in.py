"""The one transaction in which a verified bundle goes in (FORMAT.md 14.3 to 14.9)."""

from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.exchange.decide import Answer, Decision, Seen, Standing, decide
from ouderapp.exchange.first_pass import Verified
from ouderapp.exchange.importing import Import
from ouderapp.exchange.leftovers import finish_rows, stored_state
from ouderapp.exchange.quarantine import Quarantined
from ouderapp.exchange.receipt import Outcome, head_of, signed_receipt, words_of
from ouderapp.exchange.second_pass import second_pass
from ouderapp.exchange.series import CLOSED, OPEN
from ouderapp.exchange.trust import Trust
from ouderapp.store import tables
from ouderapp.store.journal import moment, pen_of


@dataclass
class Taken:
    """What happened in the transaction; `work` survives a refusal for the sake of its receipt."""

    answer: Answer
    head_seq: int
    receipt: bytes
    words: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    held: tuple[tuple[str, str, str], ...] = ()
    skipped: tuple[int, ...] = ()


@dataclass
class Returning:
    """Rows that may not come back, found by a transaction that was then rolled back."""

    rows: list[tuple[str, str, int, str]] = field(default_factory=list)


def take_in(
    session: Session,
    copy: Quarantined,
    trust: Trust,
    verified: Verified,
    approved: str,
    returning: Returning,
) -> Taken:
    """Decide under the lock of the worker, then take in rows, write receipt and head.

    Raises the reasons of FORMAT.md 15.3 and 15.4; the caller's transaction is then rolled back.
    """
    connection = session.connection()
    decision = decide(_standing(session, verified, approved), verified.bundle, verified.hash)
    if decision.answer is Answer.DUPLICATE:
        return _again(session, verified)
    if decision.answer is Answer.LATE:
        outcome = Outcome("late")
        state = stored_state(connection, verified.bundle.worker)
        receipt = signed_receipt(connection, trust, verified, outcome, state)
        _record(session, copy, verified, outcome, receipt)
        return Taken(decision.answer, _head_seq(session, verified), receipt)
    work = _import(session, verified, decision)
    try:
        second_pass(copy.path, work, verified, trust.opener)
        state = finish_rows(work, verified.bundle)
    finally:
        returning.rows = work.returning
    _move_head(session, verified, decision)
    outcome = Outcome("accepted", counts=work.counts, held=work.held)
    receipt = signed_receipt(connection, trust, verified, outcome, state)
    _record(session, copy, verified, outcome, receipt)
    pen_of(session).written.update(member.table for member in verified.bundle.members)
    pen_of(session).written.update(work.gone)
    return Taken(
        decision.answer,
        verified.bundle.seq,
        receipt,
        words_of(verified.bundle.receipt_key, verified.hash, state.hex()),
        work.counts,
        tuple(work.held),
        decision.skipped,
    )


def _import(session: Session, verified: Verified, decision: Decision) -> Import:
    bundle = verified.bundle
    head = session.get(tables.Head, bundle.worker)
    has_changed = head is not None and (head.policy, head.schema) != (bundle.policy, bundle.schema)
    return Import(
        session.connection(),
        bundle.worker,
        bundle.epoch_id,
        is_replacing=bundle.kind == "full" and has_changed,
        is_restored=decision.answer is Answer.NEW_EPOCH,
    )


def _standing(session: Session, verified: Verified, approved: str) -> Standing:
    bundle, epoch, received = verified.bundle, tables.Epoch, tables.Received
    closed = session.scalars(
        sa.select(epoch.epoch_id).where(epoch.worker == bundle.worker, epoch.state == CLOSED)
    )
    seen = session.execute(
        sa.select(received.seq, received.manifest, received.prev_seq, received.prev).where(
            received.worker == bundle.worker, received.epoch_id == bundle.epoch_id
        )
    )
    return Standing(
        head_of(session.connection(), bundle.worker),
        frozenset(closed),
        {row.seq: Seen(row.manifest, row.prev_seq, row.prev) for row in seen},
        approved,
    )


def _again(session: Session, verified: Verified) -> Taken:
    """The stored receipt of a bundle that is in already; its words while they still hold."""
    bundle = verified.bundle
    row = session.get_one(tables.Received, (bundle.worker, bundle.epoch_id, bundle.seq))
    words = _words(session, verified) if row.result == "accepted" else ()
    return Taken(Answer.DUPLICATE, _head_seq(session, verified), row.receipt, words)


def _head_seq(session: Session, verified: Verified) -> int:
    return session.get_one(tables.Head, verified.bundle.worker).seq


def _words(session: Session, verified: Verified) -> tuple[str, ...]:
    """The words for this bundle; none when the state held now is no longer the one it brought."""
    bundle = verified.bundle
    state = stored_state(session.connection(), bundle.worker)
    if (state.count, state.hex()) != (bundle.state_count, bundle.state_digest):
        return ()
    return words_of(bundle.receipt_key, verified.hash, state.hex())


def _move_head(session: Session, verified: Verified, decision: Decision) -> None:
    bundle = verified.bundle
    head = session.get_one(tables.Head, bundle.worker)
    if decision.answer is Answer.NEW_EPOCH:
        session.get_one(tables.Epoch, (bundle.worker, head.epoch_id)).state = CLOSED
    if session.get(tables.Epoch, (bundle.worker, bundle.epoch_id)) is None:
        session.add(
            tables.Epoch(
                worker=bundle.worker, epoch_id=bundle.epoch_id, number=bundle.epoch, state=OPEN
            )
        )
    head.epoch_id, head.seq, head.to_lsn = bundle.epoch_id, bundle.seq, bundle.to_lsn
    head.manifest, head.policy, head.schema = verified.hash, bundle.policy, bundle.schema
    head.period, head.at = bundle.period, moment()
    head.facts = dict(vars(bundle.facts))
    session.flush()


def _record(
    session: Session, copy: Quarantined, verified: Verified, outcome: Outcome, receipt: bytes
) -> None:
    bundle = verified.bundle
    session.add(
        tables.Received(
            worker=bundle.worker,
            epoch_id=bundle.epoch_id,
            seq=bundle.seq,
            manifest=verified.hash,
            prev_seq=bundle.prev_seq,
            prev=bundle.prev,
            result=outcome.result,
            kind=bundle.kind,
            period=bundle.period,
            base_lsn=bundle.base_lsn,
            to_lsn=bundle.to_lsn,
            counts=dict(outcome.counts),
            receipt_key=bundle.receipt_key,
            receipt=receipt,
            file_hash=copy.hash,
            at=moment(),
        )
    )
    session.flush()
