"""A bundle on a stick is whole and read back, or it is not there and the person knows why (B06)."""

import errno
import hashlib
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ouderapp.exchange.stick import (
    AlreadyThere,
    StickDiffers,
    StickFailed,
    StickFull,
    StickGone,
    StickLocked,
    StickProblem,
    copy_to,
    problem_of,
)
from tests.exchange.sides import Link


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_the_copy_is_the_file(link: Link, stick: Path) -> None:
    made = link.make()

    copy = copy_to(link.path(made), stick, made.file_hash)

    assert copy == stick / made.file
    assert copy.read_bytes() == link.path(made).read_bytes()
    assert [path.name for path in stick.iterdir()] == [made.file]


def test_a_second_copy_says_that_it_is_there_already(link: Link, stick: Path) -> None:
    made = link.make()
    copy_to(link.path(made), stick, made.file_hash)

    with pytest.raises(AlreadyThere):
        copy_to(link.path(made), stick, made.file_hash)


def test_a_damaged_copy_is_written_anew(link: Link, stick: Path) -> None:
    made = link.make()
    (stick / made.file).write_bytes(b"half")

    copy = copy_to(link.path(made), stick, made.file_hash)

    assert copy.read_bytes() == link.path(made).read_bytes()


def test_a_copy_that_reads_back_otherwise_is_removed(link: Link, stick: Path) -> None:
    made = link.make()

    with pytest.raises(StickDiffers):
        copy_to(link.path(made), stick, "0" * 64)

    assert list(stick.iterdir()) == []


def test_a_copy_that_is_no_envelope_is_removed(stick: Path, tmp_path: Path) -> None:
    other = tmp_path / "oud-aaaaaaaa-000001.age"
    other.write_bytes(b"x" * 600)

    with pytest.raises(StickDiffers):
        copy_to(other, stick, hashlib.sha256(b"x" * 600).hexdigest())

    assert list(stick.iterdir()) == []


def test_a_stick_that_is_gone_is_told(link: Link, stick: Path) -> None:
    made = link.make()
    stick.rmdir()

    with pytest.raises(StickGone):
        copy_to(link.path(made), stick, made.file_hash)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can grow beyond this size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_stick_holds_nothing_half(link: Link, stick: Path) -> None:
    made = link.make()

    with room_for(1000), pytest.raises(StickFull):
        copy_to(link.path(made), stick, made.file_hash)

    assert list(stick.iterdir()) == []
    assert copy_to(link.path(made), stick, made.file_hash).exists()


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, StickFull),
        (errno.EDQUOT, StickFull),
        (errno.EROFS, StickLocked),
        (errno.EACCES, StickLocked),
        (errno.ENOENT, StickGone),
        (errno.ENODEV, StickGone),
        (errno.EIO, StickFailed),
        (None, StickFailed),
    ],
)
def test_every_failure_says_what_to_do(code: int | None, problem: type[StickProblem]) -> None:
    assert problem_of(code) is problem
    assert problem.hint or problem.button
