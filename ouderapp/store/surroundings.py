"""Turning what the disk or another program did to the store into words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.store.problems import problem_of, problem_of_system

OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS}
"""What a disk says when a paper or a bundle is written beside the store."""


@contextmanager
def surroundings() -> Iterator[None]:
    """A block in which a known failure of SQLite or of the disk is raised as its StoreProblem.

    Every other failure stays what it is: a defect of the program.
    """
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        problem = problem_of(getattr(cause, "sqlite_errorcode", None))
        if problem is None:
            raise
        raise problem from None
    except OSError as error:
        if error.errno not in OF_THE_DISK:
            raise
        raise problem_of_system(error) from None
