"""What there is to see: every place, every tab of a file, and the dialogs, as steps in a window."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.families.overview import FamilyFilter
from ouderapp.families.queries.listing import families_listed
from ouderapp.ui.families.tabs import tabs_there
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import BY_NAME, SHEETS, WORKER, places
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.start.start_window import StartWindow

Scene = tuple[str, Callable[[], MainWindow | Sheet | StartWindow | None]]
"""A name, and what brings it in view and gives the window to draw."""


def fullest_family(session: Session, today: date) -> Id | None:
    """The family with the most children; None in an empty store."""
    page = families_listed(
        session, FamilyFilter(), today, order="children", is_descending=True, limit=1
    )
    return page.rows[0].id if page.rows else None


def scenes(window: MainWindow, role: str, family: Id | None) -> Iterator[Scene]:
    """Everything that this role can look at, in the order of the sidebar."""
    for entry in places(role):
        yield entry.name, partial(_at, window, entry.name)
    if role != WORKER:
        return
    if family:
        for tab in tabs_there():
            yield f"family_{tab.name}", partial(_at, window, "family", (family, tab.name))
        for name in ("new_contact", "write_letter"):
            yield name, partial(window.open_sheet, name, family)
    for name in ("bin", "keys"):
        if name in BY_NAME:
            yield name, partial(_at, window, name)
    for name in ("new_family", "search", "recent"):
        if name in SHEETS:
            yield name, partial(window.open_sheet, name)


def _at(window: MainWindow, name: str, about: object = None) -> MainWindow:
    window.go(name, about)
    return window
