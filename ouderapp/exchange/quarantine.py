"""The folder where a file waits before anybody believes it: copied, hashed, never extracted."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ouderapp.base.ids import new_id
from ouderapp.exchange.refusals.file import FileNotRegular, FileSize, FileUnreadable
from ouderapp.exchange.refusals.rows import StoreBusy
from ouderapp.sealing.atomic import make_folder, new_file, patiently, remove_file, sync_folder

SMALLEST, LARGEST = 512, 4 << 30
_CHUNK = 1 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FLAGS |= getattr(os, "O_BINARY", 0)
# What opening a link without following it answers, by system.
_LINKS = {errno.ELOOP, errno.EMLINK}
_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True)
class Quarantined:
    """A copy of a file that came in, under its own SHA-256."""

    path: Path
    hash: str
    size: int


def take_copy(source: Path, folder: Path) -> Quarantined:
    """Copy a file into the folder under its SHA-256; only the copy is read from then on.

    Raises file_unreadable, file_not_regular, file_size, store_busy when there is no room.
    """
    with opened(source) as file:
        size = os.fstat(file.fileno()).st_size
        if not SMALLEST <= size <= LARGEST:
            raise FileSize
        return _copied(file, folder)


@contextmanager
def opened(source: Path) -> Iterator[BinaryIO]:
    """A regular file, opened without following a link; raises as `take_copy` does."""
    try:
        descriptor = os.open(source, _FLAGS)
    except OSError as error:
        raise _reason(error.errno, source) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise FileNotRegular
    with os.fdopen(descriptor, "rb") as file:
        yield file


def _reason(code: int | None, source: Path) -> type[FileNotRegular | FileUnreadable]:
    is_odd = code in _LINKS or source.is_symlink() or source.is_dir()
    return FileNotRegular if is_odd else FileUnreadable


def _copied(file: BinaryIO, folder: Path) -> Quarantined:
    digest, size = hashlib.sha256(), 0
    arriving = folder / f"{new_id()}.arriving"
    try:
        make_folder(folder)
        with new_file(arriving) as copy:
            while chunk := _read(file):
                digest.update(chunk)
                size += len(chunk)
                copy.write(chunk)
        path = folder / f"{digest.hexdigest()}.age"
        patiently(lambda: arriving.replace(path))
        sync_folder(folder)
    except OSError as error:
        raise StoreBusy from error
    return Quarantined(path, digest.hexdigest(), size)


def _read(file: BinaryIO) -> bytes:
    try:
        return file.read(_CHUNK)
    except OSError as error:
        raise FileUnreadable from error


def discard(folder: Path, file_hash: str) -> None:
    """Remove the copy of a file for good."""
    remove_file(folder / f"{file_hash}.age")
