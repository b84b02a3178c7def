"""Whatever the store thread does, forgotten widgets end where they were made."""

import gc
import threading
from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.ui.background import Background
from ouderapp.ui.sweeping import OLDEST_EVERY, Sweeper


class Traced(QWidget):
    """A widget that says on which thread it ended."""

    ended: list[str] = []

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


def make_a_circle() -> None:
    """A forgotten widget that holds itself."""
    made = Traced()
    made.itself = made  # type: ignore[attr-defined]


def make_many_objects(_session: Any) -> None:
    """What would wake Python's own collector."""
    for _round in range(200):
        held: list[Any] = []
        held.extend([held] for _object in range(200))


def test_a_forgotten_widget_never_ends_on_the_store_thread(
    background: Background, qtbot: Any
) -> None:
    Traced.ended.clear()
    make_a_circle()

    background.run(make_many_objects)
    qtbot.waitUntil(lambda: not background.waiting)
    assert Traced.ended == []
    gc.collect()

    assert Traced.ended == [threading.main_thread().name]


def test_the_sweeper_reaches_what_lived_long(background: Background) -> None:
    sweeper = background.findChild(Sweeper)
    assert isinstance(sweeper, Sweeper)
    Traced.ended.clear()
    make_a_circle()

    for _round in range(OLDEST_EVERY):
        sweeper.sweep()

    assert Traced.ended == [threading.main_thread().name]


def test_python_sweeps_by_itself_again_when_the_store_is_closed(background: Background) -> None:
    before = gc.isenabled()

    background.finish(20)

    assert (before, gc.isenabled()) == (False, True)


def test_the_store_thread_holds_no_widget_after_its_answer(
    background: Background, qtbot: Any
) -> None:
    Traced.ended.clear()
    waiting = Waiting()
    background.run(make_many_objects, then=waiting.take, owner=waiting)
    qtbot.waitUntil(lambda: not background.waiting)

    del waiting

    assert Traced.ended == [threading.main_thread().name]


class Waiting(Traced):
    """A widget that asked something."""

    def take(self, _answer: object) -> None:
        self.setWindowTitle("")


def test_what_has_settled_is_not_looked_through_any_more(background: Background) -> None:
    background.settle()
    settled = gc.get_freeze_count()

    background.finish(20)

    assert settled > 0
    assert gc.get_freeze_count() == 0
