"""Attachments beside the store: encrypted files named by what they hold (SECURITY 4.2)."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection, Iterator
from pathlib import Path

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import Paths
from ouderapp.sealing.atomic import make_folder, remove_file, sweep_unfinished, write_file
from ouderapp.sealing.derive import Keys

LARGEST = 20 << 20
NONCE_BYTES = 24
OVERHEAD = NONCE_BYTES + 16

_BOUND = b"ouderapp blob v1\0"
_FORM = re.compile(r"[0-9a-f]{64}")


class BlobMissing(Problem):
    message = mark("A stored file is missing.")
    hint = mark("Put back the newest backup to get it back.")
    reason = "blob_missing"


class BlobDamaged(Problem):
    message = mark("A stored file is damaged.")
    hint = mark("Put back the newest backup to get it back.")


class BlobTooLarge(Problem):
    """`mb` says how much is allowed."""

    message = mark("This file is too large to keep: at most {mb} MB.")
    hint = mark("Make it smaller, for example by scanning in grey, and try again.")
    reason = "blob_size"


class Blobs:
    """The files of one vault; equal content is kept once."""

    def __init__(self, paths: Paths, keys: Keys) -> None:
        self._folder, self._key = paths.blobs, keys.blob

    def put(self, content: bytes) -> str:
        """Keep these bytes and give their name: 64 digits that say nothing without the key.

        The file is on the disk when this returns; write the row that names it after. Raises
        BlobTooLarge above 20 MiB.
        """
        if len(content) > LARGEST:
            raise BlobTooLarge(mb=LARGEST >> 20)
        name = self._name_of(content)
        if not self._is_whole(name):
            make_folder(self.path(name).parent)
            write_file(self.path(name), self._sealed(name, content))
        return name

    def get(self, name: str) -> bytes:
        """The bytes behind a name; raises BlobMissing, BlobDamaged."""
        try:
            data = self.path(name).read_bytes()
        except FileNotFoundError:
            raise BlobMissing from None
        nonce, box = data[:NONCE_BYTES], data[NONCE_BYTES:]
        try:
            content = crypto_aead_xchacha20poly1305_ietf_decrypt(
                box, _BOUND + name.encode("ascii"), nonce, self._key
            )
        except (CryptoError, ValueError):
            raise BlobDamaged from None
        if not hmac.compare_digest(self._name_of(content), name):
            raise BlobDamaged
        return content

    def path(self, name: str) -> Path:
        """Where the encrypted file of a name is; raises BlobMissing for what is no name."""
        if not _FORM.fullmatch(name):
            raise BlobMissing
        return self._folder / name[:2] / name

    def names(self) -> Iterator[str]:
        """The names of all files that are here, in order."""
        found = self._folder.glob("[0-9a-f][0-9a-f]/*")
        return iter(sorted(path.name for path in found if _FORM.fullmatch(path.name)))

    def remove(self, name: str) -> None:
        """Remove a file, also when it is not there; do this after its last row is gone."""
        if self.path(name).parent.is_dir():
            remove_file(self.path(name))

    def sweep(self, named: Collection[str]) -> int:
        """Remove every file that no row names, and what was never finished; how many there were."""
        kept = frozenset(named)
        orphans = [name for name in self.names() if name not in kept]
        for name in orphans:
            self.remove(name)
        folders = self._folder.glob("[0-9a-f][0-9a-f]")
        return len(orphans) + sum(map(sweep_unfinished, folders))

    def _is_whole(self, name: str) -> bool:
        try:
            self.get(name)
        except (BlobMissing, BlobDamaged):
            return False
        return True

    def _name_of(self, content: bytes) -> str:
        return hmac.digest(self._key, content, hashlib.sha256).hex()

    def _sealed(self, name: str, content: bytes) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(
            content, _BOUND + name.encode("ascii"), nonce, self._key
        )
