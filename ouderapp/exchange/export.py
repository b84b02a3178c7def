"""Making a bundle: number, rows, signature, envelope, outbox (FORMAT.md 13)."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.paths import Paths
from ouderapp.exchange.archive import MANIFEST, SIGNATURE, as_file, payload, piece
from ouderapp.exchange.enrolment import Office, check_real, office_of
from ouderapp.exchange.enrolment_file import app_version, moment
from ouderapp.exchange.identity import WORKER, own_keys
from ouderapp.exchange.leaving import Leaving
from ouderapp.exchange.lines import Lines
from ouderapp.exchange.manifest import (
    FORMAT,
    SCHEMA,
    Bundle,
    Facts,
    Member,
    Wiped,
    manifest_bytes,
    manifest_hash,
)
from ouderapp.exchange.naming import bundle_name
from ouderapp.exchange.outbox import keep_last, made_in_epoch, sweep
from ouderapp.exchange.plan import Plan, plan_of
from ouderapp.exchange.series import own_epoch, own_series
from ouderapp.exchange.telling import tell, told_state
from ouderapp.sealing.atomic import make_folder, new_file
from ouderapp.sealing.envelope import Sink, seal, sign_manifest
from ouderapp.sealing.keys import recipient_hash
from ouderapp.sealing.spoken import file_words
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from ouderapp.store.journal import moment as stored_moment

FillCounts = Callable[[Session, str], None]


@dataclass(frozen=True)
class BundleRequest:
    """The month to close, `YYYY-MM`, and what only the caller knows.

    `fill_counts` writes the rows of table `count` of that month, and of older months that late
    records changed; `tick` is called for every piece written and may raise to cancel.
    """

    period: str
    fill_counts: FillCounts
    disk_encryption: str = "unknown"
    last_backup: str = ""
    tick: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class MadeBundle:
    """A bundle in the outbox, and what its slip says; the days are empty without contacts."""

    epoch_id: str
    seq: int
    kind: str
    period: str
    file: str
    file_hash: str
    size: int
    counts: dict[str, int]
    first_on: str
    last_on: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Begun:
    plan: Plan
    epoch_id: str
    office: Office
    leaving: Leaving


def make_bundle(database: Database, request: BundleRequest) -> MadeBundle:
    """Make the next bundle: everything since the last receipt; on failure nothing but a number.

    Raises PracticeStaysHere, NotEnrolled, RowUnfit, RecipientUnsound, DiskFull and its kin, and
    what `tick` raises.
    """
    database.run(sweep)
    begun = database.run(_begin, request)
    try:
        return database.run(_write, begun, request)
    except BaseException:
        database.run(_give_up, begun)
        raise


@action(mark("Bundle made"), kind="system")
def _begin(session: Session, request: BundleRequest) -> _Begun:
    """Totals, account of what is told, number: one transaction."""
    check_real(session)
    office = office_of(session)
    leaving = Leaving(session, office.policy, clock.today())
    plan = next_plan(session, office, request, leaving)
    epoch, policy = own_epoch(session), office.policy
    epoch.last_seq = plan.seq
    session.add(
        tables.Outbox(
            epoch_id=epoch.epoch_id,
            seq=plan.seq,
            state="making",
            kind=plan.kind,
            period=request.period,
            level=policy.level,
            policy=policy.hash,
            schema=SCHEMA,
            base_lsn=plan.base_lsn,
            to_lsn=plan.to_lsn,
            made_at=stored_moment(),
        )
    )
    session.flush()
    return _Begun(plan, epoch.epoch_id, office, leaving)


def next_plan(session: Session, office: Office, request: BundleRequest, leaving: Leaving) -> Plan:
    """Write the totals, bring the account of what is told up to date, give the next numbers."""
    request.fill_counts(session, request.period)
    session.flush()
    reached = tell(session, leaving)
    series = own_series(session)
    outbox = made_in_epoch(session, series.epoch_id)
    return plan_of(series, outbox, policy=office.policy.hash, schema=SCHEMA, to_lsn=reached)


@action(mark("Bundle made"), kind="system")
def _write(session: Session, begun: _Begun, request: BundleRequest) -> MadeBundle:
    """Rows, signature, envelope: the file stands in the outbox before the row says so."""
    paths: Paths = session.info["paths"]
    lines = Lines(session, begun.leaving, begun.plan, begun.office.policy.level)
    members = lines.members()
    manifest = _manifest(session, begun, request, members)
    raw = manifest_bytes(manifest)
    signature = sign_manifest(raw, own_keys(session, WORKER).signer)
    pieces = [piece(SIGNATURE, signature), piece(MANIFEST, raw), *lines.pieces(members)]
    make_folder(paths.outbox)
    name = bundle_name(begun.plan.seq)
    with new_file(paths.outbox / name) as file:
        counted = _Counted(file, request.tick)
        recipients = [one.recipient for one in begun.office.recipients]
        seal(as_file(payload(pieces)), counted, recipients)
    row = session.get_one(tables.Outbox, (begun.epoch_id, begun.plan.seq))
    row.state, row.file, row.file_hash, row.size = "made", name, counted.hex(), counted.size
    row.manifest, row.receipt_key = manifest_hash(raw), manifest.receipt_key
    row.state_count, row.state_digest = manifest.state_count, manifest.state_digest
    row.counts = lines.counts
    session.flush()
    keep_last(session)
    return _made(row, lines)


def _made(row: tables.Outbox, lines: Lines) -> MadeBundle:
    return MadeBundle(
        row.epoch_id,
        row.seq,
        row.kind,
        row.period,
        row.file,
        row.file_hash,
        row.size,
        dict(row.counts),
        min(lines.days, default=""),
        max(lines.days, default=""),
        file_words(bytes.fromhex(row.file_hash)),
    )


def _give_up(session: Session, begun: _Begun) -> None:
    row = session.get_one(tables.Outbox, (begun.epoch_id, begun.plan.seq))
    row.state = "given_up"


def _manifest(
    session: Session, begun: _Begun, request: BundleRequest, members: tuple[Member, ...]
) -> Bundle:
    plan, office, state = begun.plan, begun.office, told_state(session)
    epoch = own_epoch(session)
    return Bundle(
        app=app_version(),
        base_lsn=plan.base_lsn,
        created=moment(),
        device=own_keys(session, WORKER).device,
        epoch=epoch.number,
        epoch_from=epoch.epoch_from,
        epoch_from_lsn=epoch.epoch_from_lsn,
        epoch_id=begun.epoch_id,
        facts=_facts(session, request),
        format=FORMAT,
        grants=(),
        kind=plan.kind,
        level=office.policy.level,
        members=members,
        office_seq=0,
        org=office.org,
        period=request.period,
        policy=office.policy.hash,
        prev=plan.prev,
        prev_seq=plan.prev_seq,
        receipt_key=_receipt_key(session, begun),
        recipients=tuple(sorted(recipient_hash(one.recipient).hex() for one in office.recipients)),
        schema=SCHEMA,
        seq=plan.seq,
        state_count=state.count,
        state_digest=state.hex(),
        to_lsn=plan.to_lsn,
        wiped=Wiped(),
        worker=office.worker,
    )


def _receipt_key(session: Session, begun: _Begun) -> str:
    message = bytes.fromhex(begun.epoch_id) + begun.plan.seq.to_bytes(8)
    root: bytes = session.info["keys"].receipt
    return hmac.digest(root, message, "sha256").hex()


def _facts(session: Session, request: BundleRequest) -> Facts:
    def number_of(table: type[tables.Family] | type[tables.Person]) -> int:
        count = sa.select(sa.func.count()).select_from(table).where(table.worker == "")
        return session.scalar(count) or 0

    return Facts(
        disk_encryption=request.disk_encryption,
        families=number_of(tables.Family),
        last_backup=request.last_backup,
        persons=number_of(tables.Person),
    )


class _Counted:
    """A sink that knows the hash and the size of what went through."""

    def __init__(self, target: Sink, tick: Callable[[], None]) -> None:
        self._target = target
        self._tick = tick
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes, /) -> int:
        self._tick()
        self._hash.update(data)
        self.size += len(data)
        self._target.write(data)
        return len(data)

    def hex(self) -> str:
        return self._hash.hexdigest()
