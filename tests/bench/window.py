"""The window of the program on a store with a reference set, and the moment it is painted."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QAbstractItemView, QApplication

from ouderapp.base import clock, i18n
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.look import Look
from tests.bench.stores import KEYS, filled
from tests.ui.screen import Screen

if TYPE_CHECKING:
    from ouderapp.sample.fill import SetName

MONDAY = date(2025, 5, 19)
AWAY = "settings"
"""The page that is shown between two rounds."""


@contextmanager
def screen_on(name: "SetName") -> Iterator[Screen]:
    """The main window with this set behind it, on a Monday of its last school year."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    i18n.install()
    Look(app).set_scheme("light")
    paths = filled(name)
    background = Background(lambda: Database.open(paths, KEYS))
    screen = Screen(background)
    with clock.standing_at(MONDAY):
        yield screen
        screen.close()
        background.finish(20)


def painted(screen: Screen) -> None:
    """Wait for every answer, then paint the whole window."""
    screen.wait()
    screen.window.repaint()


def first_rows(screen: Screen) -> None:
    """Wait until a list of the page in front has rows, then paint the whole window.

    A page whose lists stay empty counts when every answer is there.
    """
    page = screen.window.page
    lists = page.findChildren(QAbstractItemView) if page else []
    while screen.background.waiting and not any(map(_has_rows, lists)):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    screen.window.repaint()


def forget_pages(screen: Screen) -> None:
    """Every page is made anew when it is shown again."""
    screen.wait()
    while screen.window._pages:
        screen.window._pages.popitem()[1].deleteLater()
    screen.window.go(AWAY)
    painted(screen)


def _has_rows(view: QAbstractItemView) -> bool:
    return view.isVisible() and view.model() is not None and view.model().rowCount() > 0
