"""Makes backups in small steps between the work of the person, by itself or when asked (X09)."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.ui.background import Background

if TYPE_CHECKING:
    from ouderapp.backup.daily import Done
    from ouderapp.ui.locking import Locker

AFTER_UNLOCK_MS = 5_000
IDLE_SECONDS = 60
LOOK_MS = 15_000
PIECE_SECONDS = 0.03
"""So long a step may hold the store before other work comes first."""


class BackingUp(QObject):
    """One backup at a time; `done` and `failed` tell how it ended."""

    done = Signal(object)
    """`backup.daily.Done`."""
    failed = Signal(object)
    """The Problem."""

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._background = background
        self._steps: Any = None
        self._is_asked = False
        self._is_wanted_after = False
        self._is_stopped = False
        self._idle: Callable[[], float] = lambda: 0.0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_for_idle)

    @classmethod
    def of(cls, background: Background) -> "BackingUp":
        """The one that belongs to this store."""
        found = background.findChild(cls)
        return found if isinstance(found, cls) else cls(background)

    def follow(self, locker: "Locker") -> None:
        """From now on by itself: soon after the first unlock of a day, and when nobody is there.

        The lock stops it.
        """
        locker.begins.connect(self.stop)
        if locker.idle is not None:
            self._idle = locker.idle.quiet_seconds
        QTimer.singleShot(AFTER_UNLOCK_MS, self, lambda: self._ask_due(at_unlock=True))
        self._look.start()

    def make_now(self) -> None:
        """Make one because a person asked."""
        self._start()

    def make_after(self) -> None:
        """Make one of how it stands now; one that is being made is of before, so wait for it."""
        self._is_wanted_after = self._is_asked
        self._start()

    def stop(self) -> None:
        """Stop cleanly, as for the lock: what was begun leaves nothing behind."""
        self._is_stopped = True
        self._look.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            self._background.compute(steps.close)

    def _look_for_idle(self) -> None:
        if self._idle() >= IDLE_SECONDS and not self._is_asked:
            self._ask_due(at_unlock=False)

    def _ask_due(self, *, at_unlock: bool) -> None:
        if not self._is_asked and not self._is_stopped:
            self._background.run(
                _is_due, at_unlock=at_unlock, then=self._start_if, failed=_leave, owner=self
            )

    def _start_if(self, is_due: bool) -> None:
        if is_due:
            self._start()

    def _start(self) -> None:
        if not self._is_asked and not self._is_stopped:
            self._is_asked = True
            self._background.run_whole(
                _begun, then=self._go_on, failed=self._tell_failed, owner=self
            )

    def _go_on(self, steps: Any) -> None:
        self._steps = steps
        if self._is_stopped:
            self.stop()
            return
        self._background.run_whole(
            _piece, steps, then=self._after, failed=self._tell_failed, owner=self
        )

    def _after(self, answer: "Done | None") -> None:
        if answer is None and self._steps is not None:
            self._go_on(self._steps)
        elif answer is not None:
            self._rest()
            self.done.emit(answer)
            self._start_wanted()

    def _tell_failed(self, problem: Problem) -> None:
        self._rest()
        log.event("backup_failed", why=type(problem).__name__.lower())
        self.failed.emit(problem)
        self._start_wanted()

    def _start_wanted(self) -> None:
        is_wanted, self._is_wanted_after = self._is_wanted_after, False
        if is_wanted:
            self._start()

    def _rest(self) -> None:
        self._is_asked = False
        self._steps = None


def _leave(_problem: Problem) -> None:
    """The store says it itself, in front of the person, when she works with it."""


def _is_due(session: Any, *, at_unlock: bool) -> bool:
    from ouderapp.backup.due import is_due

    return is_due(session, at_unlock=at_unlock)


def _begun(database: Any) -> Any:
    from ouderapp.backup.daily import keeping

    return keeping(database)


def _piece(_database: Any, steps: Any) -> Any:
    """Go on for a moment; what was done when it is over, else None."""
    until = time.perf_counter() + PIECE_SECONDS
    while time.perf_counter() < until:
        answer = next(steps, None)
        if answer is not None:
            return answer
    return None
