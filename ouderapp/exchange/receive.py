"""Taking in a file at the office: in whole, in one transaction, or not at all (FORMAT.md 14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.exchange.decide import Answer
from ouderapp.exchange.enrolment import CONFIRMED
from ouderapp.exchange.first_pass import FirstPass, Verified, first_pass
from ouderapp.exchange.inbox import (
    ACCEPTED,
    DUPLICATE,
    LATE,
    PARKED,
    REFUSED,
    WAITING,
    Filed,
    file_away,
    forget_copies,
    parked_files,
)
from ouderapp.exchange.leftovers import stored_state
from ouderapp.exchange.manifest import manifest_hash
from ouderapp.exchange.quarantine import Quarantined, take_copy
from ouderapp.exchange.receipt import (
    Outcome,
    ReceiptFile,
    receipt_file,
    refused,
    signed_receipt,
)
from ouderapp.exchange.refusals import order
from ouderapp.exchange.refusals.file import FileUnreadable
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.refusals.rows import StoreBusy, StoreError
from ouderapp.exchange.taking_in import Returning, Taken, take_in
from ouderapp.exchange.trust import Trust, check_policy, trust_of
from ouderapp.sealing.refusals import EnvelopeRefused
from ouderapp.sealing.spoken import epoch_words
from ouderapp.store.database import Database
from ouderapp.store.problems import DiskFull, StoreInUse, StoreProblem

BUSY = "busy"
_STATES = {Answer.ACCEPT: ACCEPTED, Answer.NEW_EPOCH: ACCEPTED, Answer.LATE: LATE}
_STATES[Answer.DUPLICATE] = DUPLICATE


@dataclass(frozen=True)
class Reception:
    """What became of one file.

    `state` is accepted, duplicate, late, refused, parked, waiting or busy; `problem` says why for
    all but the first. `receipt` is there when the sender was verified, `skipped` are numbers that
    never came but whose content is in, `followed` are parked bundles that went in after it; `held`
    are at most as many odd rows as a receipt names, `counts` says how many there were.
    """

    state: str
    file_hash: str = ""
    problem: Problem | None = None
    worker: str = ""
    name: str = ""
    epoch_id: str = ""
    seq: int = 0
    period: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    held: tuple[tuple[str, str, str], ...] = ()
    skipped: tuple[int, ...] = ()
    receipt: ReceiptFile | None = None
    followed: tuple["Reception", ...] = ()


def receive(database: Database, source: Path, approved: str = "") -> Reception:
    """Take in a file from a stick or a mail; nothing is raised but NoOffice and defects.

    `approved` is the epoch that a person agreed to after comparing words with the worker.
    """
    try:
        copy = take_copy(source, database.paths.quarantine)
    except StoreBusy as problem:
        return Reception(BUSY, problem=problem)
    except Refusal as problem:
        return Reception(REFUSED, problem=problem)
    return receive_copy(database, copy, approved)


def receive_again(database: Database, file_hash: str, approved: str = "") -> Reception:
    """Try a file of the quarantine again: refused before, parked, or waiting for a person."""
    path = database.paths.quarantine / f"{file_hash}.age"
    if not path.is_file():
        return Reception(REFUSED, file_hash, FileUnreadable())
    return receive_copy(database, Quarantined(path, file_hash, path.stat().st_size), approved)


def receive_copy(database: Database, copy: Quarantined, approved: str = "") -> Reception:
    """Take in a quarantined copy, then the parked bundles that it makes possible."""
    trust = database.run(trust_of)
    reader, returning = FirstPass(trust), Returning()
    try:
        with copy.path.open("rb") as file:
            verified = first_pass(file, reader)
        check_policy(trust, verified.bundle)
        with database.roomy():
            taken = database.run(take_in, copy, trust, verified, approved, returning)
    except (Refusal, EnvelopeRefused) as problem:
        return _turned_down(database, copy, reader, problem, returning)
    except (DiskFull, StoreInUse):
        return _described(reader, Reception(BUSY, copy.hash, StoreBusy()))
    except StoreProblem:
        return _described(reader, Reception(BUSY, copy.hash, StoreError()))
    return _taken(database, copy, verified, taken)


def _taken(database: Database, copy: Quarantined, verified: Verified, taken: Taken) -> Reception:
    bundle, state = verified.bundle, _STATES[taken.answer]
    filed = Filed(copy.hash, copy.size, state, bundle.worker, bundle.epoch_id, bundle.seq)
    database.run(file_away, filed)
    if taken.counts.get("erase"):
        database.run(forget_copies, bundle.worker)
    followed = _retried(database, bundle.worker) if state == ACCEPTED else ()
    return Reception(
        state,
        copy.hash,
        _answer_problem(taken),
        bundle.worker,
        verified.sender.name,
        bundle.epoch_id,
        bundle.seq,
        bundle.period,
        taken.counts,
        taken.held,
        taken.skipped,
        receipt_file(verified.sender, bundle, taken.receipt, taken.words),
        followed,
    )


def _answer_problem(taken: Taken) -> Problem | None:
    if taken.answer is Answer.LATE:
        return order.Late(seq=taken.head_seq)
    return order.Duplicate() if taken.answer is Answer.DUPLICATE else None


def _retried(database: Database, worker: str) -> tuple[Reception, ...]:
    """The parked bundles of this worker, each tried once more in its order."""
    followed: list[Reception] = []
    for file_hash in database.run(parked_files, worker):
        # An earlier one may have taken it along.
        if file_hash in database.run(parked_files, worker):
            one = receive_again(database, file_hash)
            followed += [one, *one.followed]
    return tuple(followed)


def _turned_down(
    database: Database,
    copy: Quarantined,
    reader: FirstPass,
    problem: Refusal | EnvelopeRefused,
    returning: Returning,
) -> Reception:
    """Roll-back is done: remember the reason, and answer a sender who is known."""
    state = _state_of(problem)
    problem = _with_words(problem, reader)
    bundle = reader.bundle
    database.run(
        file_away,
        Filed(
            copy.hash,
            copy.size,
            state,
            bundle.worker if bundle else "",
            bundle.epoch_id if bundle else "",
            bundle.seq if bundle else 0,
            problem.reason,
            problem.is_alarm,
            problem.places,
        ),
    )
    receipt = _refusal_receipt(database, reader, problem, returning)
    return _described(reader, Reception(state, copy.hash, problem, receipt=receipt))


def _state_of(problem: Problem) -> str:
    if isinstance(problem, order.Gap):
        return PARKED
    return WAITING if isinstance(problem, order.EpochWaits) else REFUSED


def _with_words(problem: Refusal | EnvelopeRefused, reader: FirstPass) -> Refusal | EnvelopeRefused:
    if not isinstance(problem, order.EpochWaits) or reader.bundle is None:
        return problem
    told = bytes.fromhex(manifest_hash(reader.raw))
    words = epoch_words(reader.bundle.worker, reader.bundle.epoch_id, told)
    return order.EpochWaits(words=" ".join(words))


def _refusal_receipt(
    database: Database,
    reader: FirstPass,
    problem: Refusal | EnvelopeRefused,
    returning: Returning,
) -> ReceiptFile | None:
    """A signed refusal for a confirmed sender; nothing for anybody else, or while it waits."""
    bundle, sender = reader.bundle, reader.sender
    if bundle is None or sender is None or isinstance(problem, order.EpochWaits):
        return None
    if sender.state != CONFIRMED or (bundle.org, bundle.worker) != (
        reader.trust.org,
        sender.worker,
    ):
        return None
    verified = Verified(bundle, reader.raw, manifest_hash(reader.raw), sender)
    rows = returning.rows if problem.reason == "deleted_returns" else ()
    outcome = refused(problem, rows)
    signed = database.run(_signed, reader.trust, verified, outcome)
    return receipt_file(sender, bundle, signed)


def _signed(session: Session, trust: Trust, verified: Verified, outcome: Outcome) -> bytes:
    connection = session.connection()
    state = stored_state(connection, verified.bundle.worker)
    return signed_receipt(connection, trust, verified, outcome, state)


def _described(reader: FirstPass, reception: Reception) -> Reception:
    """The same with what is known of sender and bundle."""
    bundle, sender = reader.bundle, reader.sender
    if bundle is None or sender is None:
        return reception
    return replace(
        reception,
        worker=sender.worker,
        name=sender.name,
        epoch_id=bundle.epoch_id,
        seq=bundle.seq,
        period=bundle.period,
    )
