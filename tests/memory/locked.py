"""The fresh process as it is started by a lock; it says when its window was painted."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

import ouderapp.app
from ouderapp.cli import door
from ouderapp.ui.program import WARM_AFTER_MS, Program


class Teller(QObject):
    """Tells of the first paint of a window, and of the moment after it was warmed up."""

    def __init__(self) -> None:
        super().__init__()
        self._has_told = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._has_told:
            self._has_told = True
            QTimer.singleShot(0, lambda: say("locked"))
            QTimer.singleShot(3 * WARM_AFTER_MS, lambda: say("settled"))
        return False


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Told(Program):
    """The program itself; only its window is watched."""

    def _show(self, window: QWidget) -> None:
        self.teller = Teller()
        window.installEventFilter(self.teller)
        super()._show(window)


if __name__ == "__main__":
    setattr(ouderapp.app, "Program", Told)  # noqa: B010 - a child of it, for this process only
    sys.exit(door.run(sys.argv[1:]))
