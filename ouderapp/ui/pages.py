"""The pages in order of navigation: one line a screen, imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ouderapp.base.i18n import mark

WORKER, OFFICE = "worker", "office"


@dataclass(frozen=True)
class Entry:
    """Where a page lives: `module:Class` under `ouderapp.ui`.

    With an icon it is a destination in the sidebar of its role, in the order of this list. A page
    that is about one thing (a family, a letter) has a `parent`: the destination that stays lit.
    """

    name: str
    where: str
    icon: str = ""
    title: str = ""
    parent: str = ""
    role: str = WORKER
    is_shared: bool = False
    """Whether the other role has this destination too."""


ENTRIES: tuple[Entry, ...] = (
    Entry("today", "today.page:TodayPage", "house", mark("Today")),
    Entry("families", "families.list_page:FamiliesPage", "users-three", mark("Families")),
    Entry(
        "timeline",
        "timeline.page:TimelinePage",
        "clock-counter-clockwise",
        mark("Timeline"),
    ),
    Entry("homework", "groups.page:HomeworkPage", "chalkboard-teacher", mark("Homework class")),
    Entry("letters", "letters.page:LettersPage", "envelope-simple", mark("Letters")),
    Entry("directory", "directory.page:DirectoryPage", "address-book", mark("Directory")),
    Entry(
        "office_workers",
        "office.workers_page:WorkersPage",
        "users-three",
        mark("Workers"),
        role=OFFICE,
    ),
    Entry(
        "office_inbox",
        "office.inbox_page:InboxPage",
        "download-simple",
        mark("Came in"),
        role=OFFICE,
    ),
    Entry("reports", "reports.page:ReportsPage", "chart-bar", mark("Reports"), is_shared=True),
    Entry("month_end", "month_end.page:MonthEndPage", "package", mark("Month-end")),
    Entry("settings", "settings.page:SettingsPage", "gear", mark("Settings"), is_shared=True),
    Entry("family", "families.page:FamilyPage", parent="families"),
    Entry("bin", "bin.page:BinPage", parent="today"),
    Entry("keys", "keys_page:KeysPage", parent="settings"),
)
BY_NAME = {entry.name: entry for entry in ENTRIES}

SHEETS: dict[str, str] = {
    "search": "search.sheet:SearchSheet",
    "new_contact": "contacts.quick:QuickContact",
    "edit_contact": "contacts.edit_sheet:EditContact",
    "new_family": "families.new_sheet:NewFamilySheet",
    "class_list": "class_lists.sheet:ClassListSheet",
    "write_letter": "letters.new_sheet:NewLetterSheet",
    "recent": "families.recent_sheet:RecentSheet",
}
"""Dialogs that an action of the registry opens: `Sheet(background, about, parent)`, where `about`
is what the page in front is about."""


WORKER_ONLY = frozenset(
    ("new_contact", "new_family", "class_list", "write_letter", "recent", "search",
     "class_today", "go_today",
     "go_families", "go_timeline", "go_homework", "go_letters", "go_directory", "go_month_end",
     "everyone", "bin", "undo", "redo",
     "look_along")
)  # fmt: skip
"""Actions that an office does not have: it writes nothing about a family."""


def found(where: str) -> Callable[..., Any]:
    """The class at `module:Class` under `ouderapp.ui`; raises ImportError or AttributeError."""
    module, _, name = where.partition(":")
    return getattr(import_module(f"ouderapp.ui.{module}"), name)  # type: ignore[no-any-return]


def missing_acts(role: str) -> frozenset[str]:
    """The actions of the registry that this role does not have."""
    return WORKER_ONLY if role == OFFICE else frozenset()


def places(role: str = WORKER) -> tuple[Entry, ...]:
    """The destinations in the sidebar of this role."""
    return tuple(
        entry for entry in ENTRIES if entry.icon and (entry.role == role or entry.is_shared)
    )
