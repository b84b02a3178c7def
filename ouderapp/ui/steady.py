"""A guard around a defect of PySide6 6.12: with Python 3.11 it gives None back once too often."""

import ctypes
import sys

PLENTY = 1 << 40


def keep_none() -> None:
    """Let None outlive the program.

    Every call that answers None (`focusWidget()`, `property("x")`, `buddy()`) takes one reference
    too many from it (measured with 6.12.0 on 3.11, 2026-11); after some thousands of calls Python
    stops with `deallocating None`. From Python 3.12 on None cannot be deallocated.
    """
    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY:
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
