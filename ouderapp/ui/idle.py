"""Watches whether anybody is there: locks after some minutes without use, and after sleep."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from ouderapp.base.clock import now
from ouderapp.ui.start.reasons import ASLEEP, IDLE, USUAL, Reason, reason_now

LEAST, MOST = 1, 60
WARNING_SECONDS = 30
SLEPT_SECONDS = 20
"""The wall clock ran on so much further than the machine: it was asleep."""

_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.ShortcutOverride,
}


class IdleWatch(QObject):
    """Counts down from the last sign of life; install it as the event filter of the application."""

    expired = Signal(object)
    """The reason to lock now."""
    left = Signal(int)
    """Seconds until the lock, told in the last half minute and when somebody is back."""

    def __init__(self, minutes: int = USUAL, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._paused_until = 0.0
        self._seen = self._tick = time.monotonic()
        self._wall = now()
        self._was_warned = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def set_minutes(self, minutes: int) -> None:
        """After how many minutes without use it locks, 1 to 60."""
        self.minutes = max(LEAST, min(MOST, minutes))

    def pause_for(self, minutes: float) -> None:
        """Lesson mode: nobody has to touch the laptop for so long; 0 ends it."""
        self._paused_until = time.monotonic() + minutes * 60

    def quiet_seconds(self) -> float:
        """How long nobody touched anything."""
        return time.monotonic() - self._seen

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._seen = time.monotonic()
            if self._was_warned:
                self._was_warned = False
                self.left.emit(self.minutes * 60)
        return False

    def look(self) -> None:
        """See how long it has been; called every second."""
        machine, wall = time.monotonic(), now()
        slept = (wall - self._wall).total_seconds() - (machine - self._tick)
        self._tick, self._wall = machine, wall
        left = self.minutes * 60 - (machine - max(self._seen, self._paused_until))
        if slept > SLEPT_SECONDS:
            self._expire(reason_now(ASLEEP))
        elif left <= 0:
            self._expire(reason_now(IDLE, self.minutes))
        elif left <= WARNING_SECONDS:
            self._was_warned = True
            self.left.emit(round(left))

    def _expire(self, reason: Reason) -> None:
        self.stop()
        self.expired.emit(reason)
