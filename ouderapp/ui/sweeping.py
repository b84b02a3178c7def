"""Forgotten objects are swept up on the drawing thread: a widget may not die on another one."""

import gc
import linecache
import threading

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
OLD_EVERY, OLDEST_EVERY = 10, 120
"""After how many rounds objects that survived once, and all others, are looked at too."""


class Sweeper(QObject):
    """Takes over from Python's own collector, which runs on whichever thread happens to be busy.

    The store thread makes most objects, so that it would be the one that sweeps; a window that
    lies in a circle of references was then destroyed there, and the program ended without a word
    (seen with PySide6 6.12.0, 2026-11).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """The young objects, now and then the older ones."""
        self._rounds += 1
        if self._rounds % OLDEST_EVERY == 0:
            gc.collect()
        else:
            gc.collect(1 if self._rounds % OLD_EVERY == 0 else 0)

    def settle(self) -> None:
        """What is there now stays: a look at everything takes long, and stops the drawing.

        PySide reads the source of every module that is imported; nobody needs those lines again.
        """
        linecache.clearcache()
        gc.freeze()

    def stop(self) -> None:
        """No other thread is there any more: Python may sweep by itself again."""
        assert threading.current_thread() is threading.main_thread()
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
