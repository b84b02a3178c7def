"""Archives that hold nothing but a signed manifest: enrolment files and receipts."""

import io
from collections.abc import Sequence
from typing import BinaryIO

from ouderapp.exchange.archive import MANIFEST, SIGNATURE, payload, piece
from ouderapp.exchange.unpacking import Entry, Unpacker
from ouderapp.sealing.envelope import open_sealed, seal, sign_manifest
from ouderapp.sealing.keys import Opener, Signer


class Envelope:
    """Signature and manifest of an archive without members, as they were found."""

    def __init__(self) -> None:
        self.signature = b""
        self.content = b""

    def manifest(self, signature: bytes, manifest: bytes) -> Sequence[Entry]:
        """Keep both; there are no members."""
        self.signature, self.content = signature, manifest
        return ()

    def begin(self, number: int) -> None:
        """There are no members."""

    def data(self, chunk: bytes) -> None:
        """There are no members."""

    def end(self) -> None:
        """There are no members."""


def signed_archive(manifest: bytes, signer: Signer) -> bytes:
    """The bytes of an archive with this manifest and its signature, padded."""
    return archive_of(sign_manifest(manifest, signer), manifest)


def archive_of(signature: bytes, manifest: bytes) -> bytes:
    """The same from a signature that was made before."""
    return b"".join(payload([piece(SIGNATURE, signature), piece(MANIFEST, manifest)]))


def read_archive(raw: bytes) -> Envelope:
    """Signature and manifest of plain bytes; raises the archive_… reasons."""
    found = Envelope()
    sink = Unpacker(found)
    sink.write(raw)
    sink.finish()
    return found


def sealed_archive(signature: bytes, manifest: bytes, recipient: str) -> bytes:
    """The bytes of a file for one receiver, such as a receipt."""
    target = io.BytesIO()
    seal(io.BytesIO(archive_of(signature, manifest)), target, [recipient])
    return target.getvalue()


def open_archive(source: BinaryIO, openers: Sequence[Opener]) -> Envelope:
    """Signature and manifest of a sealed file; raises the envelope_… and archive_… reasons."""
    found = Envelope()
    sink = Unpacker(found)
    open_sealed(source, sink, openers)
    sink.finish()
    return found
