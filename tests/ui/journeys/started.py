"""The whole program in this process: from the locked window or the first start to the work."""

import faulthandler
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from ouderapp.base import log
from ouderapp.base.paths import Paths
from ouderapp.store.database import Database
from ouderapp.ui.look import Look, look
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.program import Program
from ouderapp.ui.start import vaults
from ouderapp.ui.start.reasons import read_reason
from tests.ui.screen import Screen
from tests.ui.windows import Windows

PHRASE = "fiets zolder kaas lamp wolk hemel"


class Started(Screen):
    """Whatever window the program shows now."""

    def __init__(self, program: Program) -> None:
        Windows.__init__(self, program.background)
        self.program = program
        self._follow()

    def wait(self) -> None:
        super().wait()
        self._follow()

    def close(self) -> None:
        """Close every window, let the program end, and forget it."""
        Windows.close(self)
        self.program._app.aboutToQuit.disconnect(self.program.end)
        self.program.end()
        faulthandler.enable(2)
        if self.program._faults:
            self.program._faults.close()
        for part in (self.window, self.program):
            part.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _follow(self) -> None:
        self.window = cast(MainWindow, self.program.window)
        if QApplication.activeWindow() is None:
            self.window.activateWindow()


@contextmanager
def started(app: QApplication, vault: Path) -> Iterator[Started]:
    """The program with the files in this folder; everything global is put back at the end."""
    before = look()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(vault.parent))
    hook = sys.excepthook
    program = Program(app, Paths(vault), [sys.executable])
    assert program.begin(read_reason(""))
    screen = Started(program)
    try:
        yield screen
    finally:
        screen.close()
        _put_back(app, before)
        sys.excepthook = hook


def a_vault(folder: Path) -> None:
    """Files that were made before; PHRASE opens them."""
    folder.mkdir(mode=0o700)
    paths = Paths(folder)
    Database.open(paths, vaults.make_vault(paths, PHRASE).keys).close()


def _put_back(app: QApplication, before: Look) -> None:
    """The look of all tests, and no log."""
    look().deleteLater()
    app.setProperty("look", before)
    before.set_scheme("light")
    log.stop()
