"""Sixteen mebibytes kept aside, given up on a full disk so that a save and a lock still fit."""

import os
import shutil
from pathlib import Path

from ouderapp.sealing.atomic import new_file, patiently

SIZE = 16 << 20
ROOM_NEEDED = 4 * SIZE
"""So much must be free before the reserve is made again."""

_PIECE = 1 << 20


def keep_reserve(path: Path) -> bool:
    """Make the reserve when it is missing and there is room; whether it is there now.

    Its content is random, so that no file system can store it in less space.
    """
    if path.exists() and path.stat().st_size == SIZE:
        return True
    if shutil.disk_usage(path.parent).free < ROOM_NEEDED:
        return False
    try:
        with new_file(path) as file:
            for _ in range(SIZE // _PIECE):
                file.write(os.urandom(_PIECE))
    except OSError:
        return False
    return True


def give_up_reserve(path: Path) -> bool:
    """Let the reserve go, at once; whether there was one to give up."""
    if not path.exists():
        return False
    patiently(path.unlink)
    return True
