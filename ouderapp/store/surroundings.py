"""Turning what the disk or another program did to the store into words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.store.problems import problem_of


@contextmanager
def surroundings() -> Iterator[None]:
    """A block in which a known failure of SQLite is raised as its StoreProblem.

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
