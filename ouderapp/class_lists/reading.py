"""From a file to a class list, or to a refusal that says what to do; nothing is written here."""

import stat
from pathlib import Path

from ouderapp.class_lists.headings import class_list_of
from ouderapp.class_lists.limits import MEGABYTES, MOST_BYTES
from ouderapp.class_lists.problems import (
    ListEmpty,
    ListLocked,
    ListRefused,
    ListTooLarge,
    ListUnreadable,
    OldExcel,
)
from ouderapp.class_lists.records import ClassList, Wishes
from ouderapp.class_lists.text_files import read_text
from ouderapp.class_lists.workbooks import read_workbook

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# PDF, PNG, JPEG, GIF, RTF, gzip, 7z, age: files that are text at first sight, or nothing of ours.
_OTHERS = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf"),
    *(b"age-encryption.org", b"-----BEGIN"),
)
AS_FOUND = Wishes()


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that may be a class list; raises ListUnreadable, ListTooLarge."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ListUnreadable
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ListUnreadable from error
    return raw


def read_class_list(raw: bytes, wishes: Wishes = AS_FOUND) -> ClassList:
    """The class list that these bytes hold; raises the kin of ListRefused, and nothing else."""
    if len(raw) > MOST_BYTES:
        raise ListTooLarge(most=MEGABYTES)
    if not raw.strip():
        raise ListEmpty
    if raw.startswith(_COMPOUND):
        raise ListLocked if _LOCKED in raw else OldExcel
    if raw.startswith(_OTHERS):
        raise ListRefused
    if raw.startswith(_ZIP):
        grid = read_workbook(raw, wishes.sheet)
    else:
        grid = read_text(raw, wishes.letters, wishes.separator)
    return class_list_of(grid, wishes.headings)
