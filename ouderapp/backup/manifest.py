"""What a backup says of itself, in canonical JSON under the key of its vault (SECURITY 7.1)."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from ouderapp.backup.problems import BackupDamaged, BackupNewer
from ouderapp.base import canonical
from ouderapp.sealing.derive import Keys

FORMAT = 1
MAC_BYTES = 32

_BOUND = b"ouderapp backup manifest v1\0"
_HEX = re.compile(r"[0-9a-f]+")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Part:
    """A file and the SHA-256 of its bytes: a member of the archive, or one beside it."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class TableDigest:
    """How many rows a table has, and a digest of all of them."""

    name: str
    count: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    """The facts of a backup; `lsn` is the last number of the journal, `made_at` is in UTC."""

    blobs: tuple[Part, ...]
    epoch: str
    format: int
    lsn: int
    made_at: str
    members: tuple[Part, ...]
    schema: str
    tables: tuple[TableDigest, ...]
    vault: str

    @property
    def moment(self) -> datetime:
        """When it was made, in UTC."""
        return datetime.strptime(self.made_at, _MOMENT).replace(tzinfo=UTC)

    def count(self, table: str) -> int:
        """How many rows of this table it holds; 0 for a table that it does not know."""
        return next((one.count for one in self.tables if one.name == table), 0)


def written_moment(moment: datetime) -> str:
    """A moment in UTC as the manifest writes it."""
    return moment.strftime(_MOMENT)


def encode(manifest: Manifest) -> bytes:
    """The canonical bytes."""
    return canonical.encode(asdict(manifest))


def mac_of(data: bytes, keys: Keys) -> bytes:
    """What only somebody with the key of the vault can write beside these bytes."""
    return hmac.digest(keys.backup, _BOUND + data, hashlib.sha256)


def decode(data: bytes) -> Manifest:
    """What these bytes say; raises BackupDamaged, BackupNewer.

    To be believed only after the seal was compared: see `opening.py`.
    """
    try:
        told = canonical.decode_object(data)
    except canonical.NotCanonical:
        raise BackupDamaged from None
    number = told.get("format")
    if number != FORMAT:
        is_newer = isinstance(number, int) and number > FORMAT
        raise BackupNewer if is_newer else BackupDamaged
    try:
        return _manifest(told)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BackupDamaged from None


def _manifest(told: Mapping[str, Any]) -> Manifest:
    manifest = Manifest(
        blobs=tuple(Part(**one) for one in told["blobs"]),
        epoch=str(told["epoch"]),
        format=FORMAT,
        lsn=int(told["lsn"]),
        made_at=str(told["made_at"]),
        members=tuple(Part(**one) for one in told["members"]),
        schema=str(told["schema"]),
        tables=tuple(TableDigest(**one) for one in told["tables"]),
        vault=str(told["vault"]),
    )
    parts = (*manifest.blobs, *manifest.members)
    if any(len(one.sha256) != 64 or not _HEX.fullmatch(one.sha256) for one in parts):
        raise ValueError
    if any(one.size < 0 for one in parts) or len(manifest.vault) != 32:
        raise ValueError
    datetime.strptime(manifest.made_at, _MOMENT).replace(tzinfo=UTC)
    return manifest
