"""What both sides of the exchange remember: identities, pins, bundles made and received."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32

Hash64 = sa.String(64)
STRICT = {"sqlite_strict": True}


class Identity(Base):
    """The keys of this vault and its newest enrolment file; one row, on either side."""

    __tablename__ = "identity"
    __table_args__ = (STRICT,)

    role: Mapped[str] = mapped_column(Code, primary_key=True)
    device: Mapped[str] = mapped_column(Id32)
    sign_seed: Mapped[str] = mapped_column(Hash64)
    age_secret: Mapped[str] = mapped_column(sa.String(120))
    enrolment: Mapped[bytes | None]


class Epoch(Base):
    """A series of bundles of one worker; `worker` is empty in the worker's own store.

    `last_seq` is the highest number ever taken, `base_lsn` the last lsn that a receipt confirmed,
    `must_be_full` that the next bundle repeats everything.
    """

    __tablename__ = "epoch"
    __table_args__ = (STRICT,)

    worker: Mapped[str] = mapped_column(Id32, primary_key=True, default="")
    epoch_id: Mapped[str] = mapped_column(Id32, primary_key=True)
    number: Mapped[int]
    state: Mapped[str] = mapped_column(Code)
    epoch_from: Mapped[str] = mapped_column(Id32, default="")
    epoch_from_lsn: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    last_seq: Mapped[int] = mapped_column(default=0)
    base_lsn: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    must_be_full: Mapped[bool] = mapped_column(default=False)


class Pin(Base):
    """The office as the worker knows it: waiting for the words, confirmed, or former."""

    __tablename__ = "pin"
    __table_args__ = (STRICT,)

    manifest: Mapped[str] = mapped_column(Hash64, primary_key=True)
    state: Mapped[str] = mapped_column(Code)
    org: Mapped[str] = mapped_column(Id32)
    org_name: Mapped[str] = mapped_column(sa.String(120))
    phone: Mapped[str] = mapped_column(sa.String(40))
    office_epoch_id: Mapped[str] = mapped_column(Id32)
    sign_key: Mapped[str] = mapped_column(Hash64)
    recipients: Mapped[list[dict[str, Any]]] = mapped_column(sa.JSON)
    policy: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    worker: Mapped[str] = mapped_column(Id32)
    worker_name: Mapped[str] = mapped_column(sa.String(80))
    is_renewed: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]


class Shared(Base):
    """What of one record the office was last told, or will be with the next bundle.

    `op` is `put` while it leaves, then `del` or `erase`; `ver` rises with every change of what
    leaves, so it may differ from the version of the record itself.
    """

    __tablename__ = "shared"
    __table_args__ = (sa.Index(None, "lsn"), STRICT)

    tbl: Mapped[str] = mapped_column(Code, primary_key=True)
    id: Mapped[str] = mapped_column(Id32, primary_key=True)
    op: Mapped[str] = mapped_column(Code)
    ver: Mapped[int]
    lsn: Mapped[int] = mapped_column(sa.BigInteger)
    level: Mapped[str] = mapped_column(Code)
    row_hash: Mapped[str] = mapped_column(Hash64)


class Outbox(Base):
    """A bundle this worker made: making, made, confirmed, refused or given up."""

    __tablename__ = "outbox"
    __table_args__ = (STRICT,)

    epoch_id: Mapped[str] = mapped_column(Id32, primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(Code)
    kind: Mapped[str] = mapped_column(Code)
    period: Mapped[str] = mapped_column(sa.String(7))
    level: Mapped[str] = mapped_column(Code)
    policy: Mapped[str] = mapped_column(Hash64)
    schema: Mapped[int]
    base_lsn: Mapped[int] = mapped_column(sa.BigInteger)
    to_lsn: Mapped[int] = mapped_column(sa.BigInteger)
    manifest: Mapped[str] = mapped_column(Hash64, default="")
    state_count: Mapped[int] = mapped_column(default=0)
    state_digest: Mapped[str] = mapped_column(Hash64, default="")
    receipt_key: Mapped[str] = mapped_column(Hash64, default="")
    file: Mapped[str] = mapped_column(sa.String(80), default="")
    file_hash: Mapped[str] = mapped_column(Hash64, default="")
    size: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    counts: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
    reason: Mapped[str] = mapped_column(Code, default="")
    made_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]


class Writer(Base):
    """A worker's laptop as the office knows it: waiting, confirmed, former or revoked."""

    __tablename__ = "writer"
    __table_args__ = (sa.Index(None, "worker"), STRICT)

    key_id: Mapped[str] = mapped_column(Id32, primary_key=True)
    worker: Mapped[str] = mapped_column(Id32)
    name: Mapped[str] = mapped_column(sa.String(80))
    device: Mapped[str] = mapped_column(Id32)
    sign_key: Mapped[str] = mapped_column(Hash64)
    recipient: Mapped[str] = mapped_column(sa.String(80))
    state: Mapped[str] = mapped_column(Code)
    worker_file: Mapped[bytes]
    office_file: Mapped[bytes]
    is_renewed: Mapped[bool] = mapped_column(default=False)
    revoked_epoch: Mapped[str] = mapped_column(Id32, default="")
    revoked_seq: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime]


class Office(Base):
    """The organisation this office vault belongs to; one row, in the office role only."""

    __tablename__ = "office"
    __table_args__ = (STRICT,)

    org: Mapped[str] = mapped_column(Id32, primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    phone: Mapped[str] = mapped_column(sa.String(40))
    office_epoch_id: Mapped[str] = mapped_column(Id32)


class OfficePolicy(Base):
    """Every policy the office ever signed; the one with the highest serial is in force."""

    __tablename__ = "office_policy"
    __table_args__ = (STRICT,)

    serial: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[str] = mapped_column(Hash64)
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    at: Mapped[datetime]


class OfficeRecipient(Base):
    """Everybody to whom bundles are or were encrypted: offices and escrow."""

    __tablename__ = "office_recipient"
    __table_args__ = (STRICT,)

    hash: Mapped[str] = mapped_column(Hash64, primary_key=True)
    recipient: Mapped[str] = mapped_column(sa.String(80))
    role: Mapped[str] = mapped_column(Code)
    is_former: Mapped[bool] = mapped_column(default=False)


class Head(Base):
    """The last bundle of a worker that counts; `seq` is 0 until the first one came."""

    __tablename__ = "head"
    __table_args__ = (STRICT,)

    worker: Mapped[str] = mapped_column(Id32, primary_key=True)
    epoch_id: Mapped[str] = mapped_column(Id32, default="")
    seq: Mapped[int] = mapped_column(default=0)
    to_lsn: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    manifest: Mapped[str] = mapped_column(Hash64, default="")
    policy: Mapped[str] = mapped_column(Hash64, default="")
    schema: Mapped[int] = mapped_column(default=0)
    period: Mapped[str] = mapped_column(sa.String(7), default="")
    facts: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
    at: Mapped[datetime | None]


class Received(Base):
    """A bundle that was accepted or came late, and the receipt that was given for it."""

    __tablename__ = "received"
    __table_args__ = (STRICT,)

    worker: Mapped[str] = mapped_column(Id32, primary_key=True)
    epoch_id: Mapped[str] = mapped_column(Id32, primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    manifest: Mapped[str] = mapped_column(Hash64)
    prev_seq: Mapped[int]
    prev: Mapped[str] = mapped_column(Hash64)
    result: Mapped[str] = mapped_column(Code)
    kind: Mapped[str] = mapped_column(Code)
    period: Mapped[str] = mapped_column(sa.String(7))
    base_lsn: Mapped[int] = mapped_column(sa.BigInteger)
    to_lsn: Mapped[int] = mapped_column(sa.BigInteger)
    counts: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    receipt_key: Mapped[str] = mapped_column(Hash64)
    receipt: Mapped[bytes]
    file_hash: Mapped[str] = mapped_column(Hash64)
    at: Mapped[datetime]


class Inbox(Base):
    """A file that came in, by its SHA-256: accepted, duplicate, late, refused, parked, waiting."""

    __tablename__ = "inbox"
    __table_args__ = (STRICT,)

    file_hash: Mapped[str] = mapped_column(Hash64, primary_key=True)
    state: Mapped[str] = mapped_column(Code)
    reason: Mapped[str] = mapped_column(Code, default="")
    places: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
    is_alarm: Mapped[bool] = mapped_column(default=False)
    worker: Mapped[str] = mapped_column(Id32, default="")
    epoch_id: Mapped[str] = mapped_column(Id32, default="")
    seq: Mapped[int] = mapped_column(default=0)
    size: Mapped[int] = mapped_column(sa.BigInteger)
    at: Mapped[datetime]


class Tombstone(Base):
    """A record that must not come back: `del` up to this version, `erase` for ever.

    At the office `worker` says whose record it was. In a worker's own store `worker` is empty and
    only `erase` occurs: it makes the next bundle say erased instead of deleted.
    """

    __tablename__ = "tombstone"
    __table_args__ = (STRICT,)

    worker: Mapped[str] = mapped_column(Id32, primary_key=True, default="")
    tbl: Mapped[str] = mapped_column(Code, primary_key=True)
    id: Mapped[str] = mapped_column(Id32, primary_key=True)
    ver: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(Code)


class SetAside(Base):
    """A row of a worker that a restore overtook: never counted, offered back, never lost."""

    __tablename__ = "set_aside"
    __table_args__ = (STRICT,)

    nr: Mapped[int] = mapped_column(primary_key=True)
    worker: Mapped[str] = mapped_column(Id32)
    tbl: Mapped[str] = mapped_column(Code)
    id: Mapped[str] = mapped_column(Id32)
    ver: Mapped[int]
    level: Mapped[str] = mapped_column(Code)
    why: Mapped[str] = mapped_column(Code)
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    at: Mapped[datetime]
