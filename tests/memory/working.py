"""The program at work in a process of its own, that locks when it is told to: words from stdin."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

import ouderapp.app
from ouderapp.base.i18n import _
from ouderapp.base.ids import Id
from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.program import Program
from ouderapp.ui.start import vaults
from ouderapp.ui.start.reasons import read_reason
from tests.memory.planted import HALF_TYPED, OURS
from tests.other_names import family_of
from tests.ui.windows import Windows

LONGEST_MS = 60_000
AGAIN = [sys.executable, "-m", "tests.memory.locked"]


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Hider(QObject):
    """The lock that must not pass: it hides what there is, and stays."""

    def lock(self, window: MainWindow) -> None:
        """Hide every window and empty every field."""
        for one in QApplication.topLevelWidgets():
            one.hide()
        window.forget_places()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def work(program: Program, phrase: str, scene: str) -> None:
    """Unlock, open the file of a family, and begin what the scene says."""
    windows = Windows(program.background)
    windows.type_in("Wachtzin", phrase)
    windows.click("Ontgrendelen")
    windows.wait()
    window = program.window
    assert isinstance(window, MainWindow)
    window.go("families")
    windows.wait()
    window.go("family", windows.run(_family))
    windows.wait()
    if scene == "dialog":
        sheet = window.open_sheet("new_contact")
        windows.wait()
        assert sheet is not None
        windows.type_in(_("Note"), HALF_TYPED)
    elif scene == "preview":
        window.go("letters")
        windows.wait()
        window.open_sheet("write_letter")
        windows.wait()
    say("at work")
    if scene == "export":
        program.background.run(_endless)
    _obey(program, window)


def _obey(program: Program, window: MainWindow) -> None:
    """Lock for the reason on the next line."""
    kind = sys.stdin.readline().strip()
    if kind == "hide":
        Hider().lock(window)
        say("hidden")
        QTimer.singleShot(60_000, QApplication.quit)
    else:
        window.lock_asked.emit(kind)


def _family(session: Session) -> Id:
    return family_of(session, OURS)


def _endless(session: Session) -> None:
    """Work that does not end by itself, as an export to a slow stick."""
    held = [_family(session)]
    while held:
        time.sleep(0.01)


def main() -> int:
    """Begin, and work as soon as the locked window is there."""
    folder, phrase, scene = sys.argv[1:4]
    ouderapp.app.harden()
    vaults.cheap = Cost(8, 1)
    app = QApplication([])
    program = Program(app, Paths(Path(folder)), [*AGAIN, "--store", folder])
    assert program.begin(read_reason(""))
    QTimer.singleShot(LONGEST_MS, lambda: os._exit(3))  # a bug in here must not hang the test
    QTimer.singleShot(0, lambda: work(program, Path(phrase).read_text(), scene))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
