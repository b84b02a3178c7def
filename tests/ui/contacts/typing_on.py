"""A process that types into the contact dialog without a pause, until somebody kills it."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.contacts.quick import QuickContact
from ouderapp.ui.look import Look

KEYS = Keys(master=bytes(range(32)), vault=bytes(16))
EVERY_MS = 25


def main(vault: str, progress: str) -> None:
    """Type a letter every 25 ms and write down when each was typed."""
    app = QApplication(["typing"])
    Look(app).set_scheme("light")
    paths = Paths(Path(vault))
    background = Background(lambda: Database.open(paths, KEYS))
    dialog = QuickContact(background)
    dialog.open_beside()
    typed = os.open(progress, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    timer = QTimer(app, interval=EVERY_MS)

    def press() -> None:
        if not background.waiting or timer.property("begun"):
            timer.setProperty("begun", True)
            QTest.keyClicks(dialog.form.summary.text, "a")
            os.write(typed, f"{time.time_ns()}\n".encode())

    timer.timeout.connect(press)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
