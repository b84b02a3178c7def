"""The inner archive as it is read: pushed in piece by piece, compared, never extracted."""

import re
from collections.abc import Generator, Iterable, Sequence
from typing import Protocol, TypeAlias

from ouderapp.exchange.archive import (
    END_SIZE,
    MANIFEST,
    MANIFEST_LIMIT,
    SIGNATURE,
    SIGNATURE_SIZE,
    SIZE_PLACE,
    content_length,
    header,
)
from ouderapp.exchange.padding import BLOCK, fill_length, padded_length
from ouderapp.exchange.refusals.file import ArchiveEnd, ArchiveFill, ArchiveHeader, ArchiveOrder
from ouderapp.exchange.refusals.sender import ManifestSize

Entry: TypeAlias = tuple[str, int]
# Asked for: (number of bytes, whether they go to the reader); answered with the bytes held.
Walk: TypeAlias = Generator[tuple[int, bool], bytes, None]
Held: TypeAlias = Generator[tuple[int, bool], bytes, bytes]

_CHUNK = 64 << 10
_OCTAL = re.compile(rb"[0-7]{11}")


class Reader(Protocol):
    """Who listens while an archive goes by; every method may refuse the file."""

    def manifest(self, signature: bytes, manifest: bytes) -> Sequence[Entry]:
        """Judge signature and manifest; give the (name, size) of every member in order."""

    def begin(self, number: int) -> None:
        """Member `number` (from 0) begins."""

    def data(self, chunk: bytes) -> None:
        """The next bytes of the member that began last; never empty."""

    def end(self) -> None:
        """The member that began last is complete."""


class Unpacker:
    """A sink with `write`: push the payload in, then call `finish`.

    Raises archive_header, archive_order, archive_fill, archive_end, manifest_size, and whatever
    the reader raises. Memory stays at the size of one chunk and the manifest.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._steps = self._walk()
        self._left, self._goes_on = next(self._steps)
        self._held = bytearray()
        self._is_over = False

    def write(self, chunk: bytes) -> int:
        """Take the next bytes of the payload; gives their number, as a file would."""
        view = memoryview(chunk)
        while view:
            if self._is_over:
                raise ArchiveEnd
            part = view[: self._left]
            view = view[len(part) :]
            self._take(part)
        return len(chunk)

    def finish(self) -> None:
        """The payload is over; raises archive_end when it should have gone on."""
        if not self._is_over:
            raise ArchiveEnd

    def _take(self, part: memoryview) -> None:
        self._left -= len(part)
        if self._goes_on:
            self._reader.data(bytes(part))
        else:
            self._held += part
        while not self._left and not self._is_over:
            self._advance()

    def _advance(self) -> None:
        held, self._held = bytes(self._held), bytearray()
        try:
            self._left, self._goes_on = self._steps.send(held)
        except StopIteration:
            self._is_over = True

    def _walk(self) -> Walk:
        """Everything the payload must hold, in the order of the format."""
        signature = yield from _first_member((SIGNATURE, SIGNATURE_SIZE))
        manifest = yield from _manifest()
        before = ((SIGNATURE, SIGNATURE_SIZE), (MANIFEST, len(manifest)))
        entries = self._reader.manifest(signature, manifest)
        every = (*before, *entries)
        for number, entry in enumerate(entries):
            _compare((yield BLOCK, False), entry, every)
            self._reader.begin(number)
            yield entry[1], True
            self._reader.end()
            yield from _zeros(fill_length(entry[1]))
        length = content_length(size for _, size in every)
        yield from _zeros(END_SIZE + padded_length(length) - length)


def _first_member(entry: Entry) -> Held:
    block = yield BLOCK, False
    _compare(block, entry, [(MANIFEST, _size_in(block))])
    content = yield entry[1], False
    yield from _zeros(fill_length(entry[1]))
    return content


def _manifest() -> Held:
    block = yield BLOCK, False
    size = _size_in(block)
    _compare(block, (MANIFEST, size), [(SIGNATURE, SIGNATURE_SIZE)])
    if size > MANIFEST_LIMIT:
        raise ManifestSize
    content = yield size, False
    yield from _zeros(fill_length(size))
    return content


def _compare(block: bytes, entry: Entry, others: Iterable[Entry]) -> None:
    """The header must be the one of this entry; raises archive_order for one of the others."""
    if block == header(*entry):
        return
    if any(block == header(*other) for other in others):
        raise ArchiveOrder
    raise ArchiveHeader


def _size_in(block: bytes) -> int:
    digits = block[SIZE_PLACE]
    return int(digits, 8) if _OCTAL.fullmatch(digits) else 0


def _zeros(length: int) -> Walk:
    while length:
        block = yield min(length, _CHUNK), False
        if block.count(0) != len(block):
            raise ArchiveFill
        length -= len(block)
