"""Sealing and opening pass every byte and every failure on, in little memory (G7)."""

import errno
import io
import random
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from ouderapp.base.errors import Problem
from ouderapp.sealing.envelope import (
    open_sealed,
    seal,
)
from ouderapp.sealing.keys import Opener

OFFICE, ESCROW, STRANGER = (Opener(bytes([number]) * 32) for number in (1, 2, 3))
CHUNK = 64 << 10


def sealed(data: bytes, *openers: Opener) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(data), target, [opener.recipient for opener in openers or (OFFICE,)])
    return target.getvalue()


def opened(data: bytes, *openers: Opener) -> bytes:
    sink = io.BytesIO()
    open_sealed(io.BytesIO(data), sink, openers or (OFFICE,))
    return sink.getvalue()


class Failing(io.BytesIO):
    """A file whose disk gives out, or a reader that refuses, at its second use."""

    def __init__(self, data: bytes, failure: Exception) -> None:
        super().__init__(data)
        self._failure, self._uses = failure, 0

    def _use(self) -> None:
        self._uses += 1
        if self._uses > 1:
            raise self._failure

    def read(self, size: int | None = -1, /) -> bytes:
        self._use()
        return super().read(size)

    def write(self, data: object, /) -> int:
        self._use()
        return super().write(data)  # type: ignore[arg-type]


class Refused(Problem):
    """What a reader of the content may raise."""


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), Refused(), ValueError()])
def test_a_failure_of_source_or_target_stays_what_it_is(failure: Exception) -> None:
    data = bytes(3 * CHUNK)

    with pytest.raises(type(failure)) as while_sealing:
        seal(io.BytesIO(data), Failing(b"", failure), [OFFICE.recipient])
    with pytest.raises(type(failure)) as while_reading:
        seal(Failing(data, failure), io.BytesIO(), [OFFICE.recipient])
    with pytest.raises(type(failure)) as while_opening:
        open_sealed(io.BytesIO(sealed(data)), Failing(b"", failure), [OFFICE])
    with pytest.raises(type(failure)) as while_decrypting:
        open_sealed(Failing(sealed(data), failure), io.BytesIO(), [OFFICE])

    raised = (while_sealing, while_reading, while_opening, while_decrypting)
    assert [one.value for one in raised] == [failure] * 4


class Full(io.BytesIO):
    """A place without any room."""

    def write(self, data: object, /) -> int:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("size", [1, 1_000, CHUNK, CHUNK + 1])
def test_a_failure_at_the_very_last_piece_is_not_lost(size: int) -> None:
    """A disk that is full at the end of a small file must not look like a good copy."""
    with pytest.raises(OSError, match="full"):
        seal(io.BytesIO(bytes(size)), Full(), [OFFICE.recipient])
    with pytest.raises(OSError, match="full"):
        open_sealed(io.BytesIO(sealed(bytes(size))), Full(), [OFFICE])


class Parser:
    """A sink that gives no number back, and one that takes a little at a time."""

    def __init__(self, most: int | None) -> None:
        self.taken, self._most = b"", most

    def write(self, data: bytes, /) -> int | None:
        self.taken += data[: self._most]
        return None if self._most is None else len(data[: self._most])


@pytest.mark.parametrize("most", [None, 1000])
def test_a_sink_gets_every_byte_once(most: int | None) -> None:
    data = random.Random(9).randbytes(100_000)
    sink = Parser(most)

    open_sealed(io.BytesIO(sealed(data)), sink, [OFFICE])

    assert sink.taken == data


class Zeros:
    """A source of so many zero bytes."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int, /) -> bytes:
        taken = min(size, self.left)
        self.left -= taken
        return bytes(taken)


class Counted:
    """A sink that keeps nothing."""

    size = 0

    def write(self, data: bytes, /) -> None:
        self.size += len(data)


def test_memory_stays_small_however_large_the_file_is(
    tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    size = rounds(48, 2048) << 20
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sink = Counted()

    with (tmp_path / "large.age").open("w+b") as file:
        seal(Zeros(size), file, [OFFICE.recipient])
        open_sealed(file, sink, [OFFICE])

    assert sink.size == size
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 << 10
