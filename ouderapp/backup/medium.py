"""The second medium: a folder on a stick or another disk that holds the newest backups too."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.backup import archive
from ouderapp.backup.opening import open_with_keys
from ouderapp.backup.problems import BackupDamaged, MediumGone
from ouderapp.backup.shelf import blob_beside, shelf, surplus
from ouderapp.base import clock
from ouderapp.exchange.stick import problem_of
from ouderapp.sealing import atomic
from ouderapp.sealing.derive import Keys
from ouderapp.store.settings import set_setting, setting

FOLDER, COPIED_ON = "backup_medium", "backup_medium_on"
COPIED_LSN = "backup_medium_lsn"
"""The setting with the last number of the journal that lies on the second medium."""


def medium_of(session: Session) -> Path | None:
    """The folder that was chosen; None when there is none."""
    found = str(setting(session, FOLDER, ""))
    return Path(found) if found else None


def choose_medium(session: Session, folder: Path | None) -> None:
    """Copy backups to this folder from now on, or to none."""
    set_setting(session, FOLDER, str(folder) if folder else "")
    set_setting(session, COPIED_ON, "")
    set_setting(session, COPIED_LSN, 0)


def note_copied(session: Session, lsn: int) -> None:
    """The second medium holds everything up to this number since today."""
    set_setting(session, COPIED_ON, clock.today().isoformat())
    set_setting(session, COPIED_LSN, lsn)


def copied_lsn(session: Session) -> int:
    """The last number of the journal on the second medium; 0 when nothing lies there."""
    return int(setting(session, COPIED_LSN, 0))


def copied_on(session: Session) -> str:
    """The day on which a backup was last copied there (YYYY-MM-DD); empty when never."""
    return str(setting(session, COPIED_ON, ""))


def copying(backup: Path, folder: Path, keys: Keys) -> Iterator[None]:
    """Copy a backup with its letters and read it back there; each step is short.

    The oldest ones there give way as on the laptop. Raises MediumGone, StickFull, StickLocked,
    StickFailed and BackupDamaged; then nothing half written stays there.
    """
    if not folder.is_dir():
        raise MediumGone
    opened = open_with_keys(backup, keys)
    try:
        for part in opened.manifest.blobs:
            _copy_blob(backup.parent, folder, part.name)
            yield
        target = folder / backup.name
        if not target.exists():
            yield from _copied(backup, target)
        part = archive.part_of_file(backup.name, backup)
        yield
        if archive.part_of_file(backup.name, target) != part:
            atomic.remove_file(target)
            raise BackupDamaged
        for one in surplus(shelf(folder)):
            atomic.remove_file(one.path)
    except OSError as error:
        raise (problem_of(error.errno) if folder.is_dir() else MediumGone) from error
    yield


def _copied(backup: Path, target: Path) -> Iterator[None]:
    with backup.open("rb") as source, atomic.new_file(target) as file:
        while chunk := source.read(archive.CHUNK):
            file.write(chunk)
            # A slow stick would otherwise take all its time at the end, at once.
            atomic.sync_file(file)
            yield


def _copy_blob(here: Path, there: Path, name: str) -> None:
    source, target = blob_beside(here, name), blob_beside(there, name)
    content = source.read_bytes()
    if not target.exists() or target.read_bytes() != content:
        atomic.make_folder(target.parent)
        atomic.write_file(target, content)
