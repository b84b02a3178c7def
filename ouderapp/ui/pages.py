"""The pages in order of navigation: one line a screen, imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ouderapp.ui.actions import BY_ID, PLACES
from ouderapp.ui.background import Background
from ouderapp.ui.page import Page


@dataclass(frozen=True)
class Entry:
    """Where a page lives: `module:Class` under `ouderapp.ui`, and its icon in the sidebar.

    A page that is about one thing (a family, a letter) has a `parent`: the place that stays lit.
    """

    name: str
    where: str
    icon: str = ""
    parent: str = ""


ENTRIES: tuple[Entry, ...] = (
    Entry("today", "today.page:TodayPage", "house"),
    Entry("families", "families.list_page:FamiliesPage", "users-three"),
    Entry("timeline", "contacts.timeline_page:TimelinePage", "clock-counter-clockwise"),
    Entry("homework", "groups.page:HomeworkPage", "chalkboard-teacher"),
    Entry("letters", "letters.page:LettersPage", "envelope-simple"),
    Entry("directory", "directory.page:DirectoryPage", "address-book"),
    Entry("reports", "reports.page:ReportsPage", "chart-bar"),
    Entry("month_end", "month_end.page:MonthEndPage", "package"),
    Entry("settings", "settings.page:SettingsPage", "gear"),
    Entry("family", "families.page:FamilyPage", parent="families"),
    Entry("bin", "bin.page:BinPage", parent="today"),
    Entry("import", "imports.page:ImportPage", parent="families"),
    Entry("prep_sheet", "families.prep_page:PrepPage", parent="families"),
    Entry("parents_evening", "contacts.evening_page:ParentsEveningPage", parent="today"),
    Entry("hand_over", "month_end.hand_over_page:HandOverPage", parent="families"),
    Entry("request", "privacy.request_page:RequestPage", parent="families"),
    Entry("backup", "settings.backup_page:BackupPage", parent="settings"),
    Entry("keys", "keys_page:KeysPage", parent="settings"),
)
BY_NAME = {entry.name: entry for entry in ENTRIES}

SHEETS: dict[str, str] = {
    "search": "search.sheet:SearchSheet",
    "new_contact": "contacts.quick:QuickContact",
    "new_family": "families.new_sheet:NewFamilySheet",
    "write_letter": "letters.new_sheet:NewLetterSheet",
    "recent": "families.recent_sheet:RecentSheet",
}
"""Dialogs that an action of the registry opens: `Sheet(background, about, parent)`, where `about`
is what the page in front is about."""


def make_page(name: str, background: Background) -> Page:
    """The page of this name, made now."""
    page = found(BY_NAME[name].where)(background)
    assert isinstance(page, Page)
    return page


def found(where: str) -> Callable[..., Any]:
    """The class at `module:Class` under `ouderapp.ui`."""
    module, _, name = where.partition(":")
    return getattr(import_module(f"ouderapp.ui.{module}"), name)  # type: ignore[no-any-return]


def title_of(name: str) -> str:
    """The marked title of a place in the sidebar."""
    return BY_ID[f"go_{name}"].words


def places() -> tuple[Entry, ...]:
    """The destinations of the sidebar."""
    return tuple(BY_NAME[name] for name in PLACES)
