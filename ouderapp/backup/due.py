"""When a backup is made by itself: the first unlock of a day, and when idle after a change."""

from datetime import date

from sqlalchemy.orm import Session

from ouderapp.backup.opening import open_with_keys
from ouderapp.backup.shelf import Kept, shelf
from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.store.settings import set_setting, setting

REACHED = "backup_reached"
"""The setting with the last number of the journal that a backup holds."""
CHECKED = "backups_checked"
"""The setting with the day on which each file was last proved as if it were put back."""
CHECK_AFTER_DAYS = 7


def is_due(session: Session, *, at_unlock: bool) -> bool:
    """Whether something changed since the last backup; at unlock only the first time of a day.

    A newest one that the key of now does not open counts for nothing: the key was renewed.
    """
    paths: Paths = session.info["paths"]
    found = shelf(paths.backups)
    if not found or not _opens(session, found[0]):
        return True
    if at_unlock and found[0].day == clock.today():
        return False
    return reached(session) != int(setting(session, REACHED, -1))


def reached(session: Session) -> int:
    """The last number of the journal."""
    asked = "SELECT coalesce(max(lsn), 0) FROM journal"
    return int(session.connection().exec_driver_sql(asked).scalar() or 0)


def note_made(session: Session, lsn: int) -> None:
    """A backup holds everything up to this number."""
    set_setting(session, REACHED, lsn)


def checked_on(session: Session) -> dict[str, str]:
    """For each file that was proved as if it were put back, on which day (YYYY-MM-DD)."""
    return dict(setting(session, CHECKED, {}))


def note_checked(session: Session, name: str) -> None:
    """This file was proved today; files that are gone are forgotten."""
    paths: Paths = session.info["paths"]
    here = {one.path.name for one in shelf(paths.backups)}
    known = {file: day for file, day in checked_on(session).items() if file in here}
    set_setting(session, CHECKED, known | {name: clock.today().isoformat()})


def is_check_due(session: Session) -> str:
    """The newest backup when nothing was proved for a week; else empty."""
    paths: Paths = session.info["paths"]
    found = shelf(paths.backups)
    last = max(checked_on(session).values(), default="")
    if not found or (last and _days_since(last) < CHECK_AFTER_DAYS):
        return ""
    return found[0].path.name


def _opens(session: Session, one: Kept) -> bool:
    try:
        open_with_keys(one.path, session.info["keys"])
    except Problem:
        return False
    return True


def _days_since(day: str) -> int:
    return (clock.today() - date.fromisoformat(day)).days
