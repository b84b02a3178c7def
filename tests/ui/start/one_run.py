"""The whole program in a process of its own, driven by words; the last line says how it went."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.program import Program
from ouderapp.ui.start import vaults
from ouderapp.ui.start.first_start import FirstStart
from ouderapp.ui.start.reasons import read_reason
from tests.ui.windows import Windows

FRESH = [sys.executable, "-c", "import sys; print('fresh', sys.argv[1:])"]


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def walk(windows: Windows, first: FirstStart) -> None:
    """The first start from the welcome to the work."""
    windows.click("Verder")
    Path(sys.argv[2]).write_text(first.passphrase.value)
    windows.click("Verder")
    windows.type_in("Overslaan? Typ: ik neem het risico", "ik neem het risico")
    windows.click("Verder")
    windows.click("Verder")
    windows.type_in("Naam", "Lies Verhaege")
    windows.click("Verder")


def act(program: Program) -> None:
    """What the person does in this run."""
    windows = Windows(program.background)
    if isinstance(program.window, FirstStart):
        walk(windows, program.window)
    else:
        windows.type_in("Wachtzin", Path(sys.argv[2]).read_text())
        windows.click("Ontgrendelen")
    windows.wait()
    window = program.window
    assert isinstance(window, MainWindow)
    say(f"in {window.windowTitle()} {window.history.here}")
    for page in window.places if "tour" in sys.argv else ():
        window.go(page)
        windows.wait()
    window.go("settings")
    windows.wait()
    if "lock" in sys.argv:
        window.do("lock")
    elif "quit" in sys.argv:
        window.do("quit")


def main() -> int:
    """Begin, act when the first window is there, and end."""
    vaults.cheap = Cost(8, 1)
    app = QApplication([])
    program = Program(app, Paths(Path(sys.argv[1])), FRESH)
    if not program.begin(read_reason("")):
        say("another window is open")
        return 0
    if "stay" in sys.argv:
        program._single.called.connect(lambda: say("called"))
        say("here")
        QTimer.singleShot(10_000, app.quit)
    else:
        QTimer.singleShot(0, lambda: act(program))
    code = app.exec()
    say(f"ended {code}")
    return code


if __name__ == "__main__":
    sys.exit(main())
