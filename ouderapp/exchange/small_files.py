"""Enrolment files, answers and receipts: read from a stick, or put on one."""

from pathlib import Path

from ouderapp.exchange import confirming, enrolment_file
from ouderapp.exchange.quarantine import opened
from ouderapp.exchange.refusals.file import FileUnreadable
from ouderapp.exchange.stick import problem_of
from ouderapp.sealing.atomic import write_file


def read_receipt(path: Path) -> bytes:
    """The bytes of a receipt; raises file_unreadable, file_not_regular."""
    return _read(path, confirming.LARGEST)


def read_enrolment_file(path: Path) -> bytes:
    """The bytes of an enrolment file or its answer; raises file_unreadable, file_not_regular."""
    return _read(path, enrolment_file.LARGEST)


def keep_file(path: Path, data: bytes) -> Path:
    """Put a file on a stick, whole or not at all; raises StickFull, StickGone and their kin."""
    try:
        write_file(path, data)
    except OSError as error:
        raise problem_of(error.errno) from error
    return path


def _read(path: Path, most: int) -> bytes:
    with opened(path) as file:
        try:
            # One byte more, so that a file that is too large is noticed and refused.
            return file.read(most + 1)
        except OSError as error:
            raise FileUnreadable from error
