"""The tables of contents of every kind of file, as frozen records (FORMAT.md 7, 4, 16)."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TypeAlias

from ouderapp.base import canonical

FORMAT = 1
SCHEMA = 1
OLDEST_SCHEMA = 1
NO_HASH = "0" * 64
EMPTY_HASH = hashlib.sha256().hexdigest()


@dataclass(frozen=True)
class Member:
    """One table in the archive; `count` is its number of lines."""

    count: int
    name: str
    sha256: str
    size: int

    @property
    def table(self) -> str:
        """The table whose rows it holds."""
        return self.name.removeprefix("records/").removesuffix(".jsonl")


@dataclass(frozen=True)
class Policy:
    """What may leave the laptop, as the office signed it."""

    blob_max: int
    dossier: tuple[str, ...]
    id: str
    level: str
    match: bool
    serial: int

    @property
    def hash(self) -> str:
        return hashlib.sha256(canonical.encode(asdict(self))).hexdigest()


@dataclass(frozen=True)
class Facts:
    """For the sheet of a lost laptop; `last_backup` is a day or empty."""

    disk_encryption: str
    families: int
    last_backup: str
    persons: int


@dataclass(frozen=True)
class Wiped:
    """Reserved: nothing is ever wiped in this version."""

    count: int = 0
    digest: str = EMPTY_HASH


@dataclass(frozen=True)
class Bundle:
    """The manifest of a bundle from a worker to the office."""

    app: str
    base_lsn: int
    created: str
    device: str
    epoch: int
    epoch_from: str
    epoch_from_lsn: int
    epoch_id: str
    facts: Facts
    format: int
    grants: tuple[str, ...]
    kind: str
    level: str
    members: tuple[Member, ...]
    office_seq: int
    org: str
    period: str
    policy: str
    prev: str
    prev_seq: int
    receipt_key: str
    recipients: tuple[str, ...]
    schema: int
    seq: int
    state_count: int
    state_digest: str
    to_lsn: int
    wiped: Wiped
    worker: str


@dataclass(frozen=True)
class Answered:
    """Which bundle a receipt answers; `manifest` is its manifest hash."""

    epoch_id: str
    manifest: str
    seq: int


@dataclass(frozen=True)
class Head:
    """The last bundle of a worker that counts at the office; all empty when there is none."""

    epoch_id: str = ""
    manifest: str = NO_HASH
    seq: int = 0
    to_lsn: int = 0


@dataclass(frozen=True)
class HeldRow:
    """A row that is well formed but odd: kept, reported, left out of the counting."""

    id: str
    reason: str
    table: str


@dataclass(frozen=True)
class Reapply:
    """Something that must not come back, at this version or below."""

    id: str
    op: str
    table: str
    ver: int


@dataclass(frozen=True)
class Receipt:
    """The manifest of the office's answer to one bundle."""

    app: str
    bundle: Answered
    counts: Mapping[str, int]
    created: str
    format: int
    head: Head
    held: tuple[HeldRow, ...]
    kind: str
    members: tuple[Member, ...]
    need: str
    office_epoch_id: str
    org: str
    reapply: tuple[Reapply, ...]
    reason: str
    recipients: tuple[str, ...]
    result: str
    state_count: int
    state_digest: str
    worker: str


@dataclass(frozen=True)
class EnrolWorker:
    """What a worker's laptop says about itself before the office knows it."""

    app: str
    created: str
    device: str
    format: int
    kind: str
    members: tuple[Member, ...]
    name: str
    nonce: str
    prev_key: str
    prev_sig: str
    recipient: str
    sign_key: str


@dataclass(frozen=True)
class Address:
    """One receiver of the organisation's bundles: an office or the escrow."""

    recipient: str
    role: str


@dataclass(frozen=True)
class EnrolOffice:
    """The office's answer to one worker's enrolment file."""

    app: str
    created: str
    format: int
    kind: str
    members: tuple[Member, ...]
    nonce: str
    office_epoch_id: str
    org: str
    org_name: str
    phone: str
    policy: Policy
    prev_key: str
    prev_sig: str
    recipients: tuple[Address, ...]
    sign_key: str
    worker: str
    worker_file: str
    worker_name: str


Manifest: TypeAlias = Bundle | Receipt | EnrolWorker | EnrolOffice


def manifest_bytes(manifest: Manifest) -> bytes:
    """The exact bytes of `manifest.json`, the ones that are signed."""
    return canonical.encode(asdict(manifest))


def manifest_hash(raw: bytes) -> str:
    """SHA-256 of the bytes of a manifest, in hex."""
    return hashlib.sha256(raw).hexdigest()
