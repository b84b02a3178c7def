"""Pictures of every screen, drawn without a screen."""

import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ouderapp.base import clock
from ouderapp.demo.scenes import fullest_family, scenes
from ouderapp.demo.two_sides import Side
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.look import Look
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import OFFICE, WORKER
from ouderapp.ui.sheet import Sheet

SIZE = (1366, 768)
PATIENCE = 20.0


def draw_pictures(worker: Side, office: Side, day: date, folder: Path) -> list[str]:
    """A PNG of all that both roles can look at, light and dark; gives their names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    look = Look(app)
    names: list[str] = []
    with clock.standing_at(day, 16):
        for side, role in ((worker, WORKER), (office, OFFICE)):
            for scheme in ("light", "dark"):
                look.set_scheme(scheme)
                names += _draw_side(app, side, role, scheme, folder)
    return names


def _draw_side(app: QApplication, side: Side, role: str, scheme: str, folder: Path) -> list[str]:
    with closing(Database.open(side.paths, side.keys)) as database:
        family = database.run(fullest_family, clock.today())
    background = Background(lambda: Database.open(side.paths, side.keys))
    window = MainWindow(background, role=role)
    window.resize(*SIZE)
    window.show()
    names = []
    for scene, bring in scenes(window, role, family):
        shown = bring()
        _settle(app, background)
        name = f"{role}-{scene}-{scheme}.png"
        if shown and shown.grab().save(str(folder / name)):
            names.append(name)
        if isinstance(shown, Sheet):
            shown.close()
    window.close()
    window.deleteLater()
    _settle(app, background)
    background.finish()
    return names


def _settle(app: QApplication, background: Background) -> None:
    """Until nothing is asked any more and everything is drawn."""
    until = monotonic() + PATIENCE
    app.processEvents()
    while background.waiting and monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    app.processEvents()
