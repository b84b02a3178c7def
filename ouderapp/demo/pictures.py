"""Pictures of the main screens, drawn without a screen."""

import os
import sys
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ouderapp.base import clock
from ouderapp.demo.two_sides import Side
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.look import Look
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import ENTRIES, OFFICE, WORKER

SIZE = (1366, 768)
PATIENCE = 20.0


def draw_pictures(worker: Side, office: Side, day: date, folder: Path) -> list[str]:
    """A PNG of each destination of both roles, light and dark; gives their names."""
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
    background = Background(lambda: Database.open(side.paths, side.keys))
    window = MainWindow(background, role=role)
    window.resize(*SIZE)
    window.show()
    names = []
    for entry in ENTRIES:
        if entry.icon and entry.role == role:
            window.go(entry.name)
            _settle(app, background)
            name = f"{role}-{entry.name}-{scheme}.png"
            window.grab().save(str(folder / name))
            names.append(name)
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
