"""Pictures of every screen, drawn without a screen."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QWidget

from ouderapp.base import clock
from ouderapp.demo.scenes import Scene, fullest_family, scenes
from ouderapp.demo.start_scenes import start_scenes
from ouderapp.demo.two_sides import Side
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.look import Look
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import OFFICE, WORKER
from ouderapp.ui.standing_facts import StandingFacts

SIZE = (1366, 768)
PATIENCE = 20.0
PAPER_WAIT = 2.0
"""Seconds in which Qt draws a page of paper on a thread of its own, and tells nobody."""
SCHEMES = ("light", "dark")

Touch = Callable[[str, QWidget], object]
"""What somebody does in a window before it is drawn: its scene, and the window."""


class Camera:
    """Draws one window after the other into a folder."""

    def __init__(self, folder: Path, touch: Touch | None = None) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        folder.mkdir(parents=True, exist_ok=True)
        self.names: list[str] = []
        self._app, self._folder, self._touch = app, folder, touch
        self._look = Look(app)

    def draw(self, group: str, found: Iterable[Scene], background: Background) -> None:
        """Every one of these scenes; a window that came up for it goes away again."""
        for name, bring in found:
            shown = bring()
            if shown is None:
                continue
            self.settle(background)
            if self._touch:
                self._touch(name, shown)
                self.settle(background)
            self._wait_for_paper(shown)
            file = f"{group}-{name}-{self._look.scheme}.png"
            if shown.grab().save(str(self._folder / file)):
                self.names.append(file)
            if not isinstance(shown, MainWindow):
                shown.hide()  # closing would keep what was typed, for the next time
                shown.deleteLater()

    def use(self, scheme: str) -> None:
        """Everything that is made from now on is `light` or `dark`."""
        self._look.set_scheme(scheme)

    def _wait_for_paper(self, window: QWidget) -> None:
        until = monotonic() + PAPER_WAIT
        if any(view.isVisible() for view in window.findChildren(QPdfView)):
            while monotonic() < until:
                self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def settle(self, background: Background) -> None:
        """Until nothing is asked any more and everything is drawn."""
        until = monotonic() + PATIENCE
        self._app.processEvents()
        while background.waiting and monotonic() < until:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        self._app.processEvents()


def draw_pictures(
    worker: Side, office: Side, day: date, folder: Path, touch: Touch | None = None
) -> list[str]:
    """A PNG of all that both roles can look at, light and dark; gives their names."""
    camera = Camera(folder, touch)
    with clock.standing_at(day, 16):
        for side, role in ((worker, WORKER), (office, OFFICE)):
            for scheme in SCHEMES:
                camera.use(scheme)
                _draw_side(camera, side, role)
    return camera.names


def _draw_side(camera: Camera, side: Side, role: str) -> None:
    with closing(Database.open(side.paths, side.keys)) as database:
        family = database.run(fullest_family, clock.today())
    background = Background(lambda: Database.open(side.paths, side.keys))
    if role == WORKER:
        camera.draw("start", start_scenes(background, side.paths), background)
    window = MainWindow(background, role=role)
    if role == WORKER:
        StandingFacts(background, window.facts, window)
    window.resize(*SIZE)
    window.show()
    camera.draw(role, scenes(window, role, family), background)
    window.close()
    window.deleteLater()
    camera.settle(background)
    background.finish()
