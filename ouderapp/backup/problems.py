"""What can be in the way of a backup, in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.sealing.key_problems import KeyFileUnreadable
from ouderapp.store.problems import DiskFull, StoreFailed, StoreReadOnly

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}


class BackupProblem(Problem):
    """A backup was not made or not put back; the store is as it was."""


class BackupForeign(BackupProblem):
    message = mark("This file is not a backup of ouderapp.")
    hint = mark("Nothing was changed. Choose a file that ends in .oudbackup.")


class BackupDamaged(BackupProblem):
    message = mark("This backup is damaged or not whole. It was not used.")
    hint = mark("Nothing was changed. Choose an older one, or the one on your second medium.")


class BackupIncomplete(BackupProblem):
    """`number` says how many stored files are not beside it, or are damaged."""

    message = mark(
        "This backup is not complete: of the letters beside it, {number} cannot be read."
    )
    hint = mark("Nothing was changed. Take the whole folder along, with oud-blobs in it.")


class BackupNewer(BackupProblem):
    message = mark("This backup was made by a newer version of ouderapp.")
    hint = mark("Install the newest version here, then try again.")


class BackupOfAnother(BackupProblem):
    message = mark("This backup belongs to the files of somebody else.")
    hint = mark("Nothing was changed. Choose a backup of your own files.")


class BackupPassphrase(BackupProblem):
    """The passphrase does not open this backup."""

    message = mark("That passphrase does not open this backup.")
    hint = mark("A backup opens with the passphrase of its day, or with the words of that time.")
    field = "passphrase"


class BackupWords(BackupProblem):
    """The twelve words do not open this backup."""

    message = mark("These words do not open this backup.")
    hint = mark("A backup opens with the passphrase of its day, or with the words of that time.")
    field = "words"


class BackupInTheWay(BackupProblem):
    """Somebody wrote while the copy was made; it comes later by itself."""

    message = mark("Something was saved while the backup was made. It was begun again later.")
    hint = mark("Wait a moment and try again.")


class MediumGone(BackupProblem):
    message = mark("Your second medium is not there. The backup on this laptop is whole.")
    hint = mark("Plug in the stick or the disk, then try again.")


def problem_of_disk(code: int | None) -> type[Problem]:
    """The Problem for an error number of the system, about our own folder."""
    if code in _FULL:
        return DiskFull
    return StoreReadOnly if code in _LOCKED else StoreFailed


@contextmanager
def told() -> Iterator[None]:
    """A block in which a failure of the disk is raised as its Problem."""
    try:
        yield
    except OSError as error:
        raise problem_of_disk(error.errno) from error


@contextmanager
def told_of_file() -> Iterator[None]:
    """A block in which a backup that cannot be read is raised as its Problem."""
    try:
        yield
    except FileNotFoundError:
        raise BackupForeign from None
    except KeyFileUnreadable:
        raise BackupDamaged from None
    except OSError as error:
        if error.errno in _FULL | _LOCKED:
            raise problem_of_disk(error.errno) from error
        raise BackupDamaged from error
