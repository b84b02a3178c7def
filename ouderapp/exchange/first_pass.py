"""The first reading of a bundle: who sent it and whether every byte is as promised (14.2)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from ouderapp.exchange.manifest import Bundle, manifest_hash
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.refusals.sender import MemberHash
from ouderapp.exchange.trust import Sender, Trust, check_manifest, verified_sender
from ouderapp.exchange.unpacking import Entry, Unpacker
from ouderapp.sealing.envelope import check_header, open_sealed


@dataclass(frozen=True)
class Verified:
    """A bundle that is what its signed manifest says; no row was read yet."""

    bundle: Bundle
    raw: bytes
    hash: str
    sender: Sender


class FirstPass:
    """Verifies signature, then manifest, then hashes every member; reads no row.

    `sender` and `bundle` are filled as soon as they are known, so that a refusal later on can
    still be answered.
    """

    def __init__(self, trust: Trust) -> None:
        self.trust = trust
        self.stanzas = 0
        self._hash = hashlib.sha256()
        self._number = 0
        self.raw = b""
        self.sender: Sender | None = None
        self.bundle: Bundle | None = None

    def manifest(self, signature: bytes, manifest: bytes) -> Sequence[Entry]:
        """Who signed it, then what it says."""
        self.sender = verified_sender(self.trust, signature, manifest)
        self.raw = manifest
        self.bundle = bundle = read_manifest(manifest, Bundle)
        check_manifest(self.trust, self.sender, bundle, self.stanzas)
        return [(member.name, member.size) for member in bundle.members]

    def begin(self, number: int) -> None:
        """A member begins."""
        self._number = number
        self._hash = hashlib.sha256()

    def data(self, chunk: bytes) -> None:
        """The next bytes of it."""
        self._hash.update(chunk)

    def end(self) -> None:
        """It must be the promised one."""
        if self.bundle is None or self._hash.hexdigest() != self._promised(self.bundle):
            raise MemberHash

    def _promised(self, bundle: Bundle) -> str:
        return bundle.members[self._number].sha256

    def verified(self) -> Verified:
        """What was found, after the last byte."""
        if self.bundle is None or self.sender is None:
            raise MemberHash
        return Verified(self.bundle, self.raw, manifest_hash(self.raw), self.sender)


def first_pass(file: BinaryIO, reader: FirstPass) -> Verified:
    """Read a quarantined file once; raises every reason of FORMAT.md 15.1 and 15.2.

    When it refuses, the reader still knows who signed, so that a verified sender gets an answer.
    """
    reader.stanzas = check_header(file).recipients
    sink = Unpacker(reader)
    open_sealed(file, sink, [reader.trust.opener])
    sink.finish()
    return reader.verified()
