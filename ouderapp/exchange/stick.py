"""Copying a bundle to a stick and reading it back before anybody believes it (FORMAT.md 13)."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.sealing.atomic import new_file, remove_file
from ouderapp.sealing.envelope import check_header

_CHUNK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE}


class StickProblem(Problem):
    """Something about the stick is in the way; nothing half written stays on it."""


class StickFull(StickProblem):
    message = mark("The stick is full. Choose another one.")
    button = mark("Choose")


class StickLocked(StickProblem):
    message = mark("The stick is locked: nothing can be written on it.")
    hint = mark("Open the small lock on its side, or choose another stick.")
    button = mark("Choose")


class StickGone(StickProblem):
    message = mark("The stick was taken out. Nothing was written.")
    button = mark("Try again")


class StickFailed(StickProblem):
    message = mark("The stick gave an error. Nothing was written.")
    hint = mark("Try again, or choose another stick.")
    button = mark("Try again")


class StickDiffers(StickProblem):
    message = mark("The bundle could not be read back. It was removed from the stick.")
    button = mark("Make again")


class AlreadyThere(StickProblem):
    message = mark("This bundle is on the stick already.")
    hint = mark("Nothing more is needed. Bring the stick to the office.")


def copy_to(source: Path, folder: Path, file_hash: str) -> Path:
    """Copy a made file into a folder, read it back, and give its path there.

    `file_hash` is the SHA-256 of the file. Raises StickFull, StickLocked, StickGone,
    StickFailed, AlreadyThere, and StickDiffers after removing what cannot be read back.
    """
    target = folder / source.name
    with _told():
        if target.exists() and _hash_of(target) == file_hash:
            raise AlreadyThere
        with source.open("rb") as original, new_file(target) as copy:
            while chunk := original.read(_CHUNK):
                copy.write(chunk)
        is_whole = _hash_of(target) == file_hash and _opens(target)
        if not is_whole:
            remove_file(target)
    if not is_whole:
        raise StickDiffers
    return target


@contextmanager
def _told() -> Iterator[None]:
    """Failures of the stick as a Problem that says what to do."""
    try:
        yield
    except OSError as error:
        raise problem_of(error.errno) from error


def problem_of(code: int | None) -> type[StickProblem]:
    """The Problem for an error number of the system."""
    if code in _FULL:
        return StickFull
    if code in _LOCKED:
        return StickLocked
    return StickGone if code in _GONE else StickFailed


def _hash_of(path: Path) -> str:
    """SHA-256 of what the device holds, not of what the system still remembers."""
    with path.open("rb", buffering=0) as file:
        _forget_cached(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_cached(descriptor: int) -> None:
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _opens(path: Path) -> bool:
    """Whether the envelope begins as it must."""
    with path.open("rb") as file:
        return _has_sound_header(file)


def _has_sound_header(file: BinaryIO) -> bool:
    try:
        check_header(file)
    except Problem:
        return False
    return True
