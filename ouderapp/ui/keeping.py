"""Keeping True alive: PySide6 6.12 gives one reference to it away at every signal that is sent."""

import ctypes
import sys

# More than any run can give away.
SPARE = 1 << 40


def keep_true() -> None:
    """Give True so many references that it can never be freed.

    `Signal.emit` returns True without counting the reference that it hands out. Until Python 3.11,
    where True is counted like any other object, a window would abort after some hundreds of
    signals ("bool_dealloc: deallocating True or False"). From 3.12 on True cannot be freed.
    """
    if sys.version_info < (3, 12) and sys.getrefcount(True) < SPARE:
        ctypes.c_ssize_t.from_address(id(True)).value += SPARE
