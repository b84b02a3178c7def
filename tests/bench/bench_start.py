"""How soon the unlock window is drawn, beside the smallest window that PySide6 can show."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import create
from ouderapp.store.database import Database
from tests.bench.children import told_by
from tests.bench.stopwatch import Measured, measure

# Leaves the process when the first window has been painted and nothing else waits.
LEAVE = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Leaver(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, leave)
        return False

def leave():
    os._exit(1 if "sqlalchemy" in sys.modules else 0)

leaver = Leaver()
"""
BARE = """
from PySide6.QtWidgets import QLineEdit
app = QApplication(["ouderapp"])
field = QLineEdit()
field.installEventFilter(leaver)
field.show()
app.exec()
"""
DOOR = """
from ouderapp.cli import door
"""
OURS = """
from ouderapp.ui.program import Program

class Watched(Program):
    def _show(self, window):
        window.installEventFilter(leaver)
        super()._show(window)

import ouderapp.app
ouderapp.app.Program = Watched
door.run(["--store", sys.argv[1]])
"""
# Q01 asks 2.0 s cold on a slow laptop; a warm start on any machine must stay far below it.
WARM, MOST = 0.5, 1.5


def measurements() -> Iterator[Measured]:
    """Process start to the first painted window, with a vault that is there."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        _make_vault(paths)
        yield measure(
            "start to unlock window",
            partial(told_by, "-c", DOOR + LEAVE + OURS, folder),
            bare=partial(told_by, "-c", LEAVE + BARE),
            goal="Q01",
            limit=WARM,
            most=MOST,
        )


def _make_vault(paths: Paths) -> None:
    keys: Keys = create(paths, "zeven groene fietsen onderweg naar zee", cheap=Cost(64, 1)).keys
    Database.open(paths, keys).close()
