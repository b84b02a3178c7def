"""How soon the unlock window is drawn, beside the smallest window that PySide6 can show."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import create
from ouderapp.store.database import Database
from tests.bench.stopwatch import Measured, measure

# Leaves the process when the first window has been painted.
LEAVE = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Leaver(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False

app = QApplication(["ouderapp"])
leaver = Leaver()
app.installEventFilter(leaver)
"""
BARE = """
from PySide6.QtWidgets import QLineEdit
field = QLineEdit()
field.show()
app.exec()
"""
OURS = """
from ouderapp.cli.door import run
run(["--store", sys.argv[1]])
"""
# Q01 asks 2.0 s cold on a slow laptop; a warm start on any machine must stay far below it.
WARM = 0.5


def measurements() -> Iterator[Measured]:
    """Process start to the first painted window, with a vault that is there."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        _make_vault(paths)
        yield measure(
            "start to unlock window",
            partial(_run, LEAVE + OURS, folder),
            bare=partial(_run, LEAVE + BARE),
            goal="Q01",
            limit=WARM,
        )


def _make_vault(paths: Paths) -> None:
    keys: Keys = create(paths, "zeven groene fietsen onderweg naar zee", cheap=Cost(64, 1)).keys
    Database.open(paths, keys).close()


def _run(program: str, *words: str) -> None:
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, *words]
    subprocess.run(command, check=True, capture_output=True, env=offscreen)
