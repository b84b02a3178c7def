"""The `.oudbackup` file: members under the byte rules of a bundle, in one order (FORMAT.md 5)."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ouderapp.backup.manifest import MAC_BYTES, Part
from ouderapp.backup.problems import BackupDamaged, BackupForeign
from ouderapp.exchange.archive import END_SIZE, SIZE_PLACE, header
from ouderapp.exchange.padding import BLOCK, fill_length

ENDING = ".oudbackup"
MAC, MANIFEST, KEY_FILE, STORE = "backup.mac", "backup.json", "vault.json", "store.db"
LEDGER = "erasures.ledger"
ORDERS = ((KEY_FILE, STORE), (KEY_FILE, LEDGER, STORE))
"""What follows the manifest: there is a ledger when somebody was erased."""
CHUNK = 1 << 20

_LIMITS = {MAC: MAC_BYTES, MANIFEST: 16 << 20, KEY_FILE: 4096, LEDGER: 16 << 20}


@dataclass(frozen=True)
class Head:
    """The small members in front: nothing of this is to be believed yet."""

    mac: bytes
    manifest: bytes
    key_file: bytes
    members_at: int
    """Where the first member after the manifest begins."""


def pieces(mac: bytes, manifest: bytes, members: Sequence[tuple[str, Path]]) -> Iterator[bytes]:
    """The whole file as chunks; `members` are names and files, in one of `ORDERS`."""
    for name, content in ((MAC, mac), (MANIFEST, manifest)):
        yield header(name, len(content)) + content + bytes(fill_length(len(content)))
    for name, path in members:
        size = path.stat().st_size
        yield header(name, size)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
        yield bytes(fill_length(size))
    yield bytes(END_SIZE)


def read_head(file: BinaryIO) -> Head:
    """The members before the store. Raises BackupForeign, BackupDamaged."""
    first = file.read(BLOCK)
    if first != header(MAC, MAC_BYTES):
        raise BackupDamaged if first[: len(MAC)] == MAC.encode() else BackupForeign
    file.seek(0)
    mac, manifest = _small(file, MAC), _small(file, MANIFEST)
    place = file.tell()
    return Head(mac, manifest, _small(file, KEY_FILE), place)


def check_end(file: BinaryIO, members: Sequence[Part]) -> None:
    """After the last member: its zeros and nothing more. Raises BackupDamaged."""
    if file.read(END_SIZE + 1) != bytes(END_SIZE):
        raise BackupDamaged
    if tuple(one.name for one in members) not in ORDERS:
        raise BackupDamaged


def read_member(file: BinaryIO, part: Part, target: BinaryIO | None) -> Iterator[None]:
    """Read the next member, which must be this one, into a file; one step for each piece.

    Raises BackupDamaged, also when a single bit of it differs from what was promised.
    """
    if file.read(BLOCK) != header(part.name, part.size):
        raise BackupDamaged
    digest, left = hashlib.sha256(), part.size
    while left:
        chunk = file.read(min(CHUNK, left))
        if not chunk:
            raise BackupDamaged
        left -= len(chunk)
        digest.update(chunk)
        if target is not None:
            target.write(chunk)
        yield
    if file.read(fill_length(part.size)) != bytes(fill_length(part.size)):
        raise BackupDamaged
    if not hmac.compare_digest(digest.hexdigest(), part.sha256):
        raise BackupDamaged


def part_of(name: str, content: bytes) -> Part:
    """The name, digest and size of some bytes."""
    return Part(name, hashlib.sha256(content).hexdigest(), len(content))


def part_of_file(name: str, path: Path) -> Part:
    """The same of a file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Part(name, digest, path.stat().st_size)


def _small(file: BinaryIO, name: str) -> bytes:
    block = file.read(BLOCK)
    digits = block[SIZE_PLACE]
    if len(block) != BLOCK or not digits.isdigit():
        raise BackupDamaged
    try:
        size = int(digits, 8)
    except ValueError:
        raise BackupDamaged from None
    if size > _LIMITS[name] or block != header(name, size):
        raise BackupDamaged
    content, fill = file.read(size), fill_length(size)
    if len(content) != size or file.read(fill) != bytes(fill):
        raise BackupDamaged
    return content
