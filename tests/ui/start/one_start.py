"""One start in a process of its own: waits at the barrier, begins, and says how that went."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from ouderapp.base.paths import Paths
from ouderapp.ui.program import Program
from ouderapp.ui.single import SingleInstance
from ouderapp.ui.start.reasons import read_reason


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(folder: Path, *wishes: str) -> int:
    """A line that comes in opens the barrier; the next one ends the program as a person does."""
    if "no lock" in wishes:
        setattr(SingleInstance, "is_first", lambda _self: True)  # noqa: B010
    app = QApplication([])
    program = Program(app, Paths(folder), [sys.executable])
    say("ready")
    os.read(sys.stdin.fileno(), 1)
    if not program.begin(read_reason("")):
        say("another is open")
        return 0
    is_shown = program.window is not None and program.window.isVisible()
    program._single.called.connect(lambda: say("called"))
    say("open" if is_shown else "no window")
    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
