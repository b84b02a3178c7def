"""The one place for work that is not drawing: one thread that owns the store."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.ui import problems
from ouderapp.ui.sweeping import Sweeper


class Store(Protocol):
    """What is asked of `ouderapp.store.database.Database`."""

    written: frozenset[str]
    gathered: frozenset[str]

    def run(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any: ...

    def close(self) -> None: ...


@dataclass(eq=False, repr=False)
class _Job:
    """One piece of work that goes to the store thread and comes back; it holds no widget.

    A widget whose last reference dies on the store thread takes the program along, so that who
    waits for the answer stays behind, under the number of the job.
    """

    work: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    is_alone: bool = False
    is_whole: bool = False
    number: int = 0
    forgets: str = ""
    """The draft that an act forgets in its own transaction."""
    written: frozenset[str] = frozenset()
    answer: Any = None
    error: Exception | None = None


@dataclass(frozen=True, eq=False, repr=False)
class _Waiter:
    """Who waits for an answer, on the drawing thread."""

    then: Callable[[Any], object] | None = None
    failed: Callable[[Problem], object] | None = None
    owner: QObject | None = None
    progress: Callable[..., object] | None = None


class Background(QObject):
    """Does work in the order it was asked, one transaction each, away from the drawing thread.

    Answers come back to the drawing thread, and are dropped when their owner is gone.
    """

    changed = Signal(object)
    """The names of the tables that were just written, as a frozenset."""
    acted = Signal(str)
    """The marked name of the act that was just done, and that Ctrl+Z takes back."""
    broke = Signal(object)
    """A defect of the program came out of some work: the exception, already logged and shown."""
    idle = Signal()
    """Nothing waits any more."""
    _finished = Signal(object)
    _told = Signal(int, object)

    def __init__(self, open_store: Callable[[], Store], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waiting = 0
        self._sweeper = Sweeper(self)
        self._waiters: dict[int, _Waiter] = {}
        self._last = 0
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._finished.connect(self._deliver)
        self._told.connect(self._tell)
        self._thread = threading.Thread(target=self._work, args=(open_store,), name="store")
        self._thread.daemon = True
        self._thread.start()

    def run(
        self,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Problem], object] | None = None,
        progress: Callable[..., object] | None = None,
        **kwargs: Any,
    ) -> None:
        """Call `work(session, *args, **kwargs)` in one transaction; its answer goes to `then`.

        A Problem goes to `failed`, or is shown at the owner. An act that a dialog asks forgets the
        dialog's draft in the same transaction. With `progress`, the work gets a
        `report` function whose arguments arrive at that slot on the drawing thread.
        """
        keeper = getattr(owner, "keeper", None)
        forgets = keeper.about_to_act() if keeper is not None and _is_act(work) else ""
        job = _Job(work, args, kwargs, forgets=forgets)
        self._add(job, _Waiter(then, failed, owner, progress))

    def run_whole(
        self,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Problem], object] | None = None,
        progress: Callable[..., object] | None = None,
        **kwargs: Any,
    ) -> None:
        """As `run`, for work of several transactions: `work(database, *args, **kwargs)`.

        What its first transactions wrote is told as changed, also when a later one fails.
        """
        self._add(_Job(work, args, kwargs, is_whole=True), _Waiter(then, failed, owner, progress))

    def compute(
        self,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Problem], object] | None = None,
        progress: Callable[..., object] | None = None,
        **kwargs: Any,
    ) -> None:
        """As `run`, for work that needs no store: `work(*args, **kwargs)`."""
        self._add(_Job(work, args, kwargs, is_alone=True), _Waiter(then, failed, owner, progress))

    def settle(self) -> None:
        """The modules are imported: they need no looking through for forgotten objects."""
        self._sweeper.settle()

    def finish(self, seconds: float | None = None) -> bool:
        """Do what was still asked, close the store and end; False when that took too long."""
        self._jobs.put(None)
        self._thread.join(seconds)
        has_ended = not self._thread.is_alive()
        if has_ended:
            self._sweeper.stop()
        return has_ended

    def _add(self, job: _Job, waiter: _Waiter) -> None:
        self.waiting += 1
        self._last += 1
        number = job.number = self._last
        self._waiters[number] = waiter
        if waiter.progress:
            job.kwargs["report"] = lambda *told: self._told.emit(number, told)
        self._jobs.put(job)

    def _work(self, open_store: Callable[[], Store]) -> None:
        store: Store | None = None
        while (job := self._jobs.get()) is not None:
            try:
                if job.is_alone:
                    job.answer = job.work(*job.args, **job.kwargs)
                else:
                    store = store or open_store()
                    _do(job, store)
            except Exception as error:  # noqa: BLE001 - the one place where work may fail
                job.error = error
            self._finished.emit(job)
        if store is not None:
            store.close()

    def _tell(self, number: int, told: tuple[Any, ...]) -> None:
        waiter = self._waiters.get(number)
        if waiter and waiter.progress and _is_there(waiter.owner):
            waiter.progress(*told)

    def _deliver(self, job: _Job) -> None:
        self.waiting -= 1
        waiter = self._waiters.pop(job.number)
        if job.error is not None:
            self._fail(waiter, job.error)
        elif waiter.then is not None and _is_there(waiter.owner):
            waiter.then(job.answer)
        if job.written:
            self.changed.emit(job.written)
        if job.written and _is_act(job.work):
            self.acted.emit(str(getattr(job.work, "action_name", "")))
        if not self.waiting:
            self.idle.emit()

    def _fail(self, waiter: _Waiter, error: Exception) -> None:
        owner = waiter.owner if _is_there(waiter.owner) else None
        if not isinstance(error, Problem):
            log.bug(error)
            problems.show_bug(owner, error)
            self.broke.emit(error)
        elif waiter.failed is not None and _is_there(waiter.owner):
            waiter.failed(error)
        else:
            problems.show(owner, error)


def _do(job: _Job, store: Store) -> None:
    """In one transaction of the store, or with the store itself."""
    if not job.is_whole:
        work = _forgetting(job.work, job.forgets) if job.forgets else job.work
        job.answer = store.run(work, *job.args, **job.kwargs)
        job.written = store.written
        return
    store.gathered = frozenset()
    try:
        job.answer = job.work(store, *job.args, **job.kwargs)
    finally:
        job.written = store.gathered


def _is_act(work: Callable[..., Any]) -> bool:
    return getattr(work, "action_kind", "") == "do"


def _forgetting(work: Callable[..., Any], draft: str) -> Callable[..., Any]:
    from ouderapp.store.drafts import forgetting

    return forgetting(work, draft)


def _is_there(owner: QObject | None) -> bool:
    """Whether the widget that asked still exists; work that nobody owns always is answered."""
    return owner is None or isValid(owner)
