"""What the restore window asks of `backup`, imported when it is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ouderapp.base.paths import Paths
from ouderapp.ui.start import vaults

if TYPE_CHECKING:
    from ouderapp.backup.listing import BackupRow
    from ouderapp.backup.restoring import Preview
    from ouderapp.sealing.derive import Keys


def found_backups(paths: Paths) -> "tuple[BackupRow, ...]":
    """The backups on this laptop as their names tell it."""
    from ouderapp.backup.listing import files_in

    return files_in(paths.backups)


def look_with_passphrase(paths: Paths, file: Path, typed: str) -> "Preview":
    """What a backup holds and what is newer here; raises a Problem."""
    from ouderapp.backup.opening import open_with_passphrase
    from ouderapp.backup.restoring import check_owner, preview

    opened = open_with_passphrase(file, typed, cheap=vaults.cheap)
    check_owner(paths, opened)
    return preview(paths, opened)


def look_with_words(paths: Paths, file: Path, words: tuple[str, ...]) -> "Preview":
    """The same with the twelve words of that time."""
    from ouderapp.backup.opening import open_with_words
    from ouderapp.backup.restoring import check_owner, preview

    opened = open_with_words(file, words, cheap=vaults.cheap)
    check_owner(paths, opened)
    return preview(paths, opened)


def put_back(paths: Paths, shown: "Preview", report: Callable[[int], object]) -> "Keys":
    """Put it back in a closed vault, and give the keys of that day; `report` is told now and then.

    Raises a Problem, and then nothing has changed.
    """
    from ouderapp.backup import swap
    from ouderapp.backup.restoring import restoring

    for at, _step in enumerate(restoring(paths, shown.opened)):
        if not at % 20:
            report(at)
    swap.finish(paths)
    return shown.opened.keys
