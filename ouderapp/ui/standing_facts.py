"""What always stands in the status bar: how old the backup is, and how far the bundle is."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, clock_time, mark, month_name, ngettext
from ouderapp.ui.background import Background
from ouderapp.ui.facts import Fact, FactsBar

MINUTES = 15
OLD_BACKUP_DAYS = 7
BEHIND_BACKUP = "settings"
TABLES = frozenset({"pin", "outbox", "setting"})

BACKUP_TODAY = mark("Backup: today {time}")
NO_BACKUP = mark("Backup: none yet")
NO_SECOND = mark("No backup on a second medium yet")
BUNDLE = {
    "open": mark("Bundle {month}: not made yet"),
    "late": mark("Bundle {month}: late"),
    "made": mark("Bundle {month}: made"),
    "confirmed": mark("Bundle {month}: confirmed"),
    "refused": mark("Bundle {month}: refused by the office"),
}
WARN = {"late", "refused"}


class StandingFacts(QObject):
    """Asks the facts now and then, and whenever something behind them was written."""

    def __init__(self, background: Background, bar: FactsBar, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._bar = bar
        self._timer = QTimer(self, interval=MINUTES * 60_000)
        self._timer.timeout.connect(self.ask)
        background.changed.connect(self._follow)
        self._timer.start()
        self.ask()

    def ask(self) -> None:
        """Ask the facts and show them."""
        self._background.run(facts_of, today(), then=self._show, owner=self)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.ask()

    def _show(self, facts: Mapping[str, Fact | None]) -> None:
        for name, fact in facts.items():
            self._bar.show_fact(name, fact)


def facts_of(session: Any, now: date) -> Mapping[str, Fact | None]:
    """The facts by name; None takes one away."""
    from ouderapp.month_end.queries import months

    found = months(session, now)
    row = found.row(found.to_close)
    bundle = bundle_fact(row.id, str(row.state), row.days_left) if row else None
    return {
        "backup": backup_fact(_newest_backup(session), now),
        "medium": _medium_fact_of(session, now),
        "bundle": bundle,
    }


def backup_fact(at: datetime | None, now: date) -> Fact:
    """The age of the newest backup; a look is needed after a week."""
    if at is None:
        return Fact(_(NO_BACKUP), BEHIND_BACKUP)
    days = (now - at.date()).days
    if days <= 0:
        return Fact(_(BACKUP_TODAY).format(time=clock_time(at.time())), BEHIND_BACKUP)
    words = ngettext("Backup: {n} day ago", "Backup: {n} days ago", days)
    return Fact(words.format(n=days), BEHIND_BACKUP, "warn" if days > OLD_BACKUP_DAYS else "")


def medium_fact(copied_on: date | None, now: date) -> Fact:
    """The reminder that work lies on this laptop only, with the age of the last copy elsewhere."""
    if copied_on is None:
        return Fact(_(NO_SECOND), BEHIND_BACKUP, "warn")
    days = (now - copied_on).days
    words = ngettext("Second medium: {n} day ago", "Second medium: {n} days ago", days)
    return Fact(words.format(n=days), BEHIND_BACKUP, "warn")


def bundle_fact(month: str, state: str, days_left: int) -> Fact:
    """How far the bundle of a month (YYYY-MM) is; from the 25th the days that are left."""
    name = month_name(date.fromisoformat(f"{month}-01")).split()[0]
    if state == "due":
        words = ngettext("Bundle {month}: {n} day left", "Bundle {month}: {n} days left", days_left)
        return Fact(words.format(month=name, n=days_left), "month_end")
    words = _(BUNDLE[state]).format(month=name)
    return Fact(words, "month_end", "warn" if state in WARN else "")


def _medium_fact_of(session: Any, now: date) -> Fact | None:
    from ouderapp.backup.medium import copied_on
    from ouderapp.backup.queries import is_reminder_due

    if not is_reminder_due(session):
        return None
    day = copied_on(session)
    return medium_fact(date.fromisoformat(day) if day else None, now)


def _newest_backup(session: Any) -> datetime | None:
    """When the newest file in the folder of backups was written, on the wall clock."""
    folder = session.info["paths"].backups
    moments = [file.stat().st_mtime for file in folder.glob("*.oudbackup")]
    if not moments:
        return None
    return datetime.fromtimestamp(max(moments)).astimezone()
