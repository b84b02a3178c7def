"""Files that are there whole or not at all, whatever happens while they are written."""

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_ENDING = ".part"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4)
_NO_SUCH_ACT = {errno.EINVAL, errno.ENOTSUP}


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes its name only when the block ends well.

    Written under a temporary name in the same folder, synced, renamed over what was there, folder
    synced. When the block or one of these steps raises, the temporary name is removed and what
    stood at `path` is untouched.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_ENDING}")
    try:
        with os.fdopen(os.open(temporary, _NEW, PRIVATE_FILE), "wb") as file:
            yield file
            sync_file(file)
        patiently(lambda: temporary.replace(path))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_file(path: Path, data: bytes) -> None:
    """Put these bytes at `path`: afterwards the file holds all of them or what it held before."""
    with new_file(path) as file:
        file.write(data)


def remove_file(path: Path) -> None:
    """Remove a file for good, also when it is not there."""
    patiently(lambda: path.unlink(missing_ok=True))
    sync_folder(path.parent)


def sweep_unfinished(folder: Path) -> int:
    """Remove what a killed program left under temporary names; how many there were."""
    left = [path for path in folder.iterdir() if _is_unfinished(path)]
    for path in left:
        remove_file(path)
    return len(left)


def make_folder(path: Path) -> None:
    """A folder that only its owner can enter, with those above it that are missing."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        sync_folder(path.parent)


def sync_file(file: BinaryIO) -> None:
    """Return only when the disk holds what was written."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return only when the disk holds the names in this folder, where a system can do that."""
    if sys.platform == "win32":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        where_possible(lambda: os.fsync(descriptor))
    finally:
        os.close(descriptor)


def where_possible(act: Callable[[], None]) -> None:
    """Do it; a file system that has no such act is left in peace, other failures are raised."""
    try:
        act()
    except OSError as error:
        if error.errno not in _NO_SUCH_ACT:
            raise


def patiently(act: Callable[[], object]) -> None:
    """Do it, and again a few times when another program holds the file for a moment."""
    for wait in _WAITS:
        try:
            act()
        except PermissionError:
            time.sleep(wait)
        else:
            return
    act()


def _is_unfinished(path: Path) -> bool:
    return path.name.startswith(".") and path.name.endswith(_ENDING) and path.is_file()
