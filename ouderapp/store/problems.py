"""What the surroundings can do to the store, in words; read from SQLite's own result codes."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark


class StoreProblem(Problem):
    """Something around the store is in the way."""


class DiskFull(StoreProblem):
    message = mark("The disk is full. Nothing was saved, and nothing is half saved.")
    hint = mark("Make room on the disk and try again. What you typed is still here.")
    reason = "disk_full"


class StoreReadOnly(StoreProblem):
    message = mark("Your files cannot be written: the folder is read-only.")
    hint = mark("Check that the disk is not write-protected, then try again.")


class StoreDamaged(StoreProblem):
    message = mark("Your files could not be read: the store is damaged.")
    hint = mark("Do not delete anything. Put back the newest backup, or call your office.")


class StoreForeign(StoreProblem):
    message = mark("This is not a store of ouderapp, or it belongs to another key.")
    hint = mark("Nothing was changed. Choose the folder of your own store.")


class StoreNewer(StoreProblem):
    message = mark("These files were made by a newer version of ouderapp.")
    hint = mark("Install the newest version here, then open your files again.")


class StoreInUse(StoreProblem):
    message = mark("ouderapp is already open.")
    hint = mark("Go to the window that is open, or close it first.")
    button = mark("Show it")


class StoreFailed(StoreProblem):
    message = mark("The disk or the stick gave an error. Nothing was saved.")
    hint = mark("Try again. If it stays, make a backup on another disk and call your office.")


# The primary result codes of SQLite (low byte), sqlite.org/rescode.html.
BY_CODE: dict[int, type[StoreProblem]] = {
    5: StoreInUse,
    6: StoreInUse,
    8: StoreReadOnly,
    10: StoreFailed,
    11: StoreDamaged,
    13: DiskFull,
    14: StoreFailed,
    26: StoreForeign,
}


def problem_of(code: int | None) -> type[StoreProblem] | None:
    """The Problem for a result code of SQLite; None means a defect of the program."""
    return BY_CODE.get((code or 0) & 0xFF)


def problem_of_system(error: OSError) -> StoreProblem:
    """The Problem for what the system says of a file beside the store."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno == errno.EROFS or isinstance(error, PermissionError):
        return StoreReadOnly()
    return StoreFailed()


@contextmanager
def words_of_the_disk() -> Iterator[None]:
    """A block in which what the system says of a file is raised as its Problem."""
    try:
        yield
    except OSError as error:
        raise problem_of_system(error) from None
