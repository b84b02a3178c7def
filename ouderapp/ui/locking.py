"""Locking: cover everything, keep where the person was, close the store, start afresh."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ouderapp.base import log
from ouderapp.base.i18n import _, mark, ngettext
from ouderapp.ui.background import Background
from ouderapp.ui.cover import cover_all
from ouderapp.ui.facts import Fact
from ouderapp.ui.idle import IdleWatch
from ouderapp.ui.start.inside import keep_where
from ouderapp.ui.start.reasons import Reason, reason_now

if TYPE_CHECKING:
    from ouderapp.ui.main_window import MainWindow

STORE_SECONDS = 2.0
"""The lock never waits longer than this for the store."""
LOCKS_IN = mark("Locks in {n} min")


class Locker(QObject):
    """Knows when to lock, and how."""

    begins = Signal()
    """What still runs behind the screen is to be stopped now."""
    ready = Signal(object)
    """Everything is covered and closed: the reason to start afresh with."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._window: MainWindow | None = None
        self._is_locking = False
        self.idle: IdleWatch | None = None

    def watch(self, window: "MainWindow", minutes: int) -> None:
        """From now on lock this window when nobody is there."""
        self._window = window
        self.idle = IdleWatch(minutes, self)
        self.idle.expired.connect(self.lock)
        self.idle.left.connect(self._tell_left)
        _application().installEventFilter(self.idle)
        self._tell_left(minutes * 60)

    def stop(self) -> None:
        """Watch no more."""
        if self.idle is not None:
            self.idle.stop()
            _application().removeEventFilter(self.idle)

    def lock_for(self, kind: str) -> None:
        """Lock now, because somebody asked or the machine sleeps."""
        self.lock(reason_now(kind))

    def lock(self, reason: Reason) -> None:
        """Cover, keep where the person was, close; then `ready`."""
        if self._is_locking or self._window is None:
            return
        self._is_locking = True
        where = self._window.where()
        cover_all()
        self.begins.emit()
        self._window.keep_typing()
        self.stop()
        log.event("locked", why=reason.kind)
        self._background.run(keep_where, where)
        self._background.finish(STORE_SECONDS)
        self.ready.emit(reason)

    def _tell_left(self, seconds: int) -> None:
        if self._window is None or self.idle is None:
            return
        if seconds < 60:
            words = ngettext("Locks in {n} second", "Locks in {n} seconds", seconds)
            fact = Fact(words.format(n=seconds), "settings", "warn")
        else:
            fact = Fact(_(LOCKS_IN).format(n=seconds // 60), "settings")
        self._window.facts.show_fact("lock", fact)


def replace_process(command: Sequence[str]) -> None:
    """Start this command in place of this process; it returns only on Windows."""
    if sys.platform == "win32":
        subprocess.Popen(list(command), close_fds=True)  # noqa: S603 - our own program
        return
    os.execv(command[0], list(command))  # noqa: S606 - our own program, without a shell


def _application() -> Any:
    return QCoreApplication.instance()
