"""The tabs of a file: where each lives, made when it is first looked at."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark
from ouderapp.ui.part import Part


@dataclass(frozen=True)
class TabEntry:
    """A tab: its name in links, its title, and the module under `ouderapp.ui` that makes it."""

    name: str
    title: str
    module: str


TABS = (
    TabEntry("overview", mark("Overview"), "families.overview_tab"),
    TabEntry("timeline", mark("Timeline"), "timeline.family_timeline"),
    TabEntry("people", mark("People"), "families.people_tab"),
    TabEntry("help_requests", mark("Help requests"), "help_requests.tab"),
    TabEntry("capital", mark("Capital"), "capital.tab"),
    TabEntry("promises", mark("Promises"), "follow_up.tab"),
    TabEntry("referrals", mark("Referrals"), "referrals.tab"),
    TabEntry("letters", mark("Letters"), "letters.tab"),
    TabEntry("consents", mark("Consents and rights"), "consents.tab"),
    TabEntry("notes", mark("Private"), "private_notes.tab"),
)


def tabs_there() -> tuple[TabEntry, ...]:
    """The tabs whose module is part of this program."""
    return tuple(tab for tab in TABS if _is_there(tab.module))


def maker_of(tab: TabEntry) -> Callable[..., QWidget]:
    """What makes this tab: the class of its module that is a Part, or whose name ends in Tab."""
    module = import_module(f"ouderapp.ui.{tab.module}")
    kinds = inspect.getmembers(module, inspect.isclass)
    own = [(name, kind) for name, kind in kinds if kind.__module__ == module.__name__]
    made: Any = next(kind for name, kind in own if issubclass(kind, Part) or name.endswith("Tab"))
    return made  # type: ignore[no-any-return]


def _is_there(module: str) -> bool:
    package = module.partition(".")[0]
    has_package = find_spec(f"ouderapp.ui.{package}") is not None
    return has_package and find_spec(f"ouderapp.ui.{module}") is not None
