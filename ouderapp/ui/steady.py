"""A guard around a defect of PySide6 6.12: on Python 3.11 it gives None and True back too often."""

import atexit
import sys

PLENTY = 1 << 40
_LOAN = [None, True, False] * 50_000
"""Keeps the three alive until `keep_none`, which imports what the unlock window can do without."""


def keep_none() -> None:
    """Let None, True and False outlive the program.

    Every call that answers None (`setText()`, `focusWidget()`, `buddy()`) takes one reference too
    many from it, and every `emit()` of a signal one from True (measured with 6.12.0 on 3.11,
    2026-11); after some thousands of calls Python stops with `deallocating None`, after some
    hundreds of signals with `deallocating True or False`. From Python 3.12 on they cannot be
    deallocated.
    """
    import ctypes

    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY:
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += PLENTY


# Python gives the loan back at its end, and would then stop over what was taken meanwhile.
atexit.register(keep_none)
