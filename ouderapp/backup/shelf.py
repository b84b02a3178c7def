"""The backups in a folder: their names, and which of them stay (SECURITY 7.1)."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ouderapp.backup.archive import ENDING

DAILY, WEEKLY, MONTHLY = 7, 5, 12
BLOBS = "oud-blobs"
"""The folder beside the backups with the letters that they share."""

_NAME = re.compile(r"oud-(\d{8}-\d{6})-[0-9a-f]{4}\.oudbackup")
_FORM = "%Y%m%d-%H%M%S"


@dataclass(frozen=True)
class Kept:
    """A backup on the shelf; `moment` in UTC is what its name says."""

    path: Path
    moment: datetime
    size: int
    written: int = 0
    """When the disk says it was written: it tells two of one second apart."""

    @property
    def day(self) -> date:
        """The day by the laptop's own calendar."""
        return self.moment.astimezone().date()


def new_name(moment: datetime) -> str:
    """`oud-<day>-<time>-<random>.oudbackup`: nothing about anybody."""
    return f"oud-{moment.astimezone(UTC):{_FORM}}-{secrets.token_hex(2)}{ENDING}"


def shelf(folder: Path) -> list[Kept]:
    """The backups of a folder by their names, newest first; empty when there is no folder."""
    found = []
    for path in folder.glob(f"*{ENDING}"):
        matched = _NAME.fullmatch(path.name)
        if matched and path.is_file():
            moment = datetime.strptime(matched[1], _FORM).replace(tzinfo=UTC)
            stat = path.stat()
            found.append(Kept(path, moment, stat.st_size, stat.st_mtime_ns))
    return sorted(found, key=_age, reverse=True)


def surplus(backups: Iterable[Kept]) -> list[Kept]:
    """What may go: all but the newest of each of 7 days, 5 weeks and 12 months that have one.

    The days, weeks and months are those of the backups, so that a long absence takes nothing.
    """
    found = sorted(backups, key=_age, reverse=True)
    stays: set[Path] = set()
    for most, period in (
        (DAILY, lambda day: day.isoformat()),
        (WEEKLY, lambda day: day.isocalendar()[:2]),
        (MONTHLY, lambda day: (day.year, day.month)),
    ):
        newest: dict[object, Path] = {}
        for one in found:
            newest.setdefault(period(one.day), one.path)
        stays.update(list(newest.values())[:most])
    return [one for one in found if one.path not in stays]


def _age(one: Kept) -> tuple[datetime, int]:
    return (one.moment, one.written)


def blob_beside(folder: Path, name: str) -> Path:
    """Where a shared letter lies beside the backups of this folder."""
    return folder / BLOBS / name[:2] / name
