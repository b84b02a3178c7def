"""The inner archive as it is written: a strict subset of ustar, streamed (FORMAT.md 5)."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ouderapp.exchange.padding import BLOCK, fill_length, padded_length

SIGNATURE = "manifest.sig"
MANIFEST = "manifest.json"
SIGNATURE_SIZE = 80
MANIFEST_LIMIT = 4 << 20
END_SIZE = 1024
SIZE_PLACE = slice(124, 135)

_CHECKSUM_PLACE = slice(148, 156)
_ZEROS = bytes(64 << 10)


@dataclass(frozen=True)
class Piece:
    """One member on its way into an archive; `chunks` must yield exactly `size` bytes."""

    name: str
    size: int
    chunks: Iterable[bytes]


def piece(name: str, content: bytes) -> Piece:
    """A member whose content fits in memory: signature and manifest."""
    return Piece(name, len(content), (content,))


@lru_cache(maxsize=1024)
def header(name: str, size: int) -> bytes:
    """The only 512 bytes that may stand before a member of this name and size in bytes."""
    fields = bytearray(BLOCK)
    fields[: len(name)] = name.encode("ascii")
    fields[100:124] = b"0000600\0" + b"0000000\0" * 2
    fields[124:148] = b"%011o\0" % size + b"0" * 11 + b"\0"
    fields[_CHECKSUM_PLACE] = b" " * 8
    fields[156:157] = b"0"
    fields[257:265] = b"ustar\x0000"
    fields[_CHECKSUM_PLACE] = b"%06o\0 " % sum(fields)
    return bytes(fields)


def content_length(sizes: Iterable[int]) -> int:
    """Length in bytes of members of these sizes with headers, fill and end, before padding."""
    return sum(BLOCK + size + fill_length(size) for size in sizes) + END_SIZE


def payload(pieces: Sequence[Piece]) -> Iterator[bytes]:
    """The whole archive as chunks, padding included; nothing is held in memory.

    Raises ValueError when a member yields another number of bytes than it promised.
    """
    sizes = [one.size for one in pieces]
    for one in pieces:
        yield header(one.name, one.size)
        yield from _exactly(one)
        yield bytes(fill_length(one.size))
    length = content_length(sizes)
    yield from _zeros(END_SIZE + padded_length(length) - length)


def _exactly(one: Piece) -> Iterator[bytes]:
    left = one.size
    for chunk in one.chunks:
        left -= len(chunk)
        if left < 0:
            break
        yield chunk
    if left:
        raise ValueError("a member is not as long as promised")


def _zeros(length: int) -> Iterator[bytes]:
    for start in range(0, length, len(_ZEROS)):
        yield _ZEROS[: length - start]


class _ChunkFile(io.RawIOBase):
    """A file object that reads from an iterator of chunks."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def as_file(chunks: Iterator[bytes]) -> io.BufferedReader:
    """Chunks as a file object that can be read once, forwards."""
    return io.BufferedReader(_ChunkFile(chunks), buffer_size=len(_ZEROS))
