"""Puts the parts together: the locked window, the store, and the window of the work."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ouderapp.base.paths import Paths, own_vault
from ouderapp.ui.look import PROGRAM, STYLE
from ouderapp.ui.program import Program
from ouderapp.ui.start.reasons import read_reason


def run(store: Path | None = None, *, practice: bool = False, locked: str = "") -> int:
    """Open the window; the exit code of the program."""
    harden()
    paths = Paths(store or own_vault(is_practice=practice))
    app = QApplication.instance() or QApplication([PROGRAM, "-style", STYLE])
    assert isinstance(app, QApplication)
    again = [*_itself(), *(["--store", str(store)] if store else [])]
    program = Program(app, paths, again, is_practice=practice)
    if not program.begin(read_reason(locked)):
        return 0
    return int(app.exec())


def harden() -> None:
    """What we write is for its owner only, and no dump of the memory is ever left behind."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _itself() -> list[str]:
    """The command that starts this program once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "ouderapp"]
