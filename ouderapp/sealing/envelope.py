"""Sealing a stream so that only its receivers can open it, and opening it; signing a manifest."""

from collections.abc import Sequence
from io import BufferedIOBase
from typing import TYPE_CHECKING, BinaryIO, Protocol

import pyrage
from pyrage.x25519 import Recipient

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.sealing import gate
from ouderapp.sealing.keys import KEY_ID_BYTES, Opener, Signer, is_signed, is_sound_recipient
from ouderapp.sealing.refusals import EnvelopeDamaged, EnvelopeNotForUs

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SIGNATURE_SIZE = 80

_MANIFEST = b"ouderapp bundle manifest v1\0"
_NOBODY = "No matching keys found"


class RecipientUnsound(Problem):
    """One of the keys to encrypt for cannot keep a secret, or there is none."""

    message = mark("A key of a receiver is not safe. Nothing was written.")
    hint = mark("Ask your office for a new office file.")


class Source(Protocol):
    """Where bytes come from: an open file, or anything with `read`."""

    def read(self, size: int, /) -> bytes: ...


class Sink(Protocol):
    """Where bytes go: an open file, or anything with `write`; it may refuse with a Problem."""

    def write(self, data: bytes, /) -> int | None: ...


def check_header(source: BinaryIO) -> gate.Gate:
    """Judge the head of a file from its beginning and go back there (FORMAT.md 5.2).

    Raises EnvelopeUnknown, EnvelopeHeader, EnvelopeType.
    """
    source.seek(0)
    found = gate.read_header(source.read(gate.LIMIT))
    source.seek(0)
    return found


def seal(source: Source, target: Sink, recipients: Sequence[str]) -> None:
    """Encrypt everything in `source` for these `age1…` keys, piece by piece.

    Raises RecipientUnsound, and whatever `source` or `target` raise.
    """
    if not recipients or not all(map(is_sound_recipient, recipients)):
        raise RecipientUnsound
    keys = [Recipient.from_str(text) for text in recipients]
    reader, writer = _Reader(source), _Writer(target)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise reader.failure or writer.failure or error from None
    _raise_kept(reader, writer)


def open_sealed(source: BinaryIO, sink: Sink, openers: Sequence[Opener]) -> gate.Gate:
    """Push what a sealed file holds into `sink`, piece by piece, and say what its head said.

    What was pushed may be believed only when this returns: a file that was cut short is noticed
    at its end. Raises EnvelopeUnknown, EnvelopeHeader, EnvelopeType, EnvelopeNotForUs,
    EnvelopeDamaged, and whatever `source` or `sink` raise.
    """
    found = check_header(source)
    reader, writer = _Reader(source), _Writer(sink)
    try:
        pyrage.decrypt_io(reader, writer, [opener.identity for opener in openers])
    except (pyrage.DecryptError, OSError) as error:
        raise reader.failure or writer.failure or _refusal(error) from None
    _raise_kept(reader, writer)
    return found


def _raise_kept(reader: "_Reader", writer: "_Writer") -> None:
    """Raise what failed at the very last piece: the library drops that failure in silence."""
    failure = reader.failure or writer.failure
    if failure is not None:
        raise failure


def _refusal(error: Exception) -> Problem:
    return EnvelopeNotForUs() if str(error) == _NOBODY else EnvelopeDamaged()


class _Reader(BufferedIOBase):
    """What the library reads from; it remembers a failure that is not the library's own."""

    failure: BaseException | None = None

    def __init__(self, source: Source) -> None:
        self._source = source

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return self._source.read(-1 if size is None else size)
        except BaseException as error:
            self.failure = error
            raise


class _Writer(BufferedIOBase):
    """What the library writes to, with the same memory."""

    failure: BaseException | None = None

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def write(self, data: "ReadableBuffer", /) -> int:
        piece = bytes(data)
        try:
            written = self._sink.write(piece)
        except BaseException as error:
            self.failure = error
            raise
        return len(piece) if written is None else written


def sign_manifest(manifest: bytes, signer: Signer) -> bytes:
    """`manifest.sig`: key id and signature, 80 bytes (FORMAT.md 7.1)."""
    return signer.key_id + signer.sign(_MANIFEST + manifest)


def signer_of(signature: bytes) -> bytes:
    """The key id that a `manifest.sig` names; nothing is proved by it."""
    return signature[:KEY_ID_BYTES]


def is_manifest_signed(manifest: bytes, signature: bytes, public: bytes) -> bool:
    """Whether the owner of this pinned key signed exactly these bytes."""
    return is_signed(_MANIFEST + manifest, signature[KEY_ID_BYTES:], public)
