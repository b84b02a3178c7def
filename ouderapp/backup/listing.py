"""What a person sees of the backups on this laptop."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.backup import due, medium
from ouderapp.backup.opening import open_with_keys
from ouderapp.backup.shelf import Kept, shelf
from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths


@dataclass(frozen=True)
class BackupRow:
    """A backup: its moment in UTC, bytes, and what it holds; None under the key of another time.

    `tried_on` is the day on which it was last proved as if it were put back, or empty.
    """

    id: str
    moment: datetime
    size: int
    families: int | None
    contacts: int | None
    tried_on: str


@dataclass(frozen=True)
class Backups:
    """The backups, newest first, and the second medium with the day of its last copy."""

    rows: tuple[BackupRow, ...]
    medium: str
    copied_on: str


def backups_of(session: Session) -> Backups:
    """The backups of the open store."""
    paths: Paths = session.info["paths"]
    tried = due.checked_on(session)
    rows = tuple(_row(session, one, tried.get(one.path.name, "")) for one in shelf(paths.backups))
    folder = medium.medium_of(session)
    return Backups(rows, str(folder or ""), medium.copied_on(session))


def files_in(folder: Path) -> tuple[BackupRow, ...]:
    """The backups of a folder as their names tell it, without any key."""
    return tuple(
        BackupRow(str(one.path), one.moment, one.size, None, None, "") for one in shelf(folder)
    )


def _row(session: Session, one: Kept, tried_on: str) -> BackupRow:
    families = contacts = None
    try:
        manifest = open_with_keys(one.path, session.info["keys"]).manifest
    except Problem:
        manifest = None
    if manifest is not None:
        families, contacts = manifest.count("family"), manifest.count("contact")
    return BackupRow(str(one.path), one.moment, one.size, families, contacts, tried_on)
