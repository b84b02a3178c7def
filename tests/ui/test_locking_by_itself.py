"""Nobody there for some minutes, or a laptop that slept: it locks, and says why (X04)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ouderapp.base import clock
from ouderapp.ui import cover
from ouderapp.ui.copying import copy_text
from ouderapp.ui.idle import IdleWatch
from ouderapp.ui.start.reasons import Reason
from tests.ui.screen import Screen


class Hands:
    """A machine whose clocks run as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 1000.0
        self.asleep = 0.0
        self._began = clock.now()
        monkeypatch.setattr("ouderapp.ui.idle.time.monotonic", lambda: self.seconds)
        monkeypatch.setattr("ouderapp.ui.idle.now", self.wall)

    def wall(self) -> object:
        return self._began + timedelta(seconds=self.seconds - 1000 + self.asleep)


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    return Hands(monkeypatch)


@pytest.fixture
def watch(app: QApplication, hands: Hands) -> IdleWatch:
    assert hands.seconds
    made = IdleWatch(5, app)
    made._timer.stop()
    return made


def reasons_of(watch: IdleWatch) -> list[Reason]:
    told: list[Reason] = []
    watch.expired.connect(told.append)
    return told


def pass_by(watch: IdleWatch, hands: Hands, seconds: int) -> None:
    for _second in range(seconds):
        hands.seconds += 1
        watch.look()


def test_five_minutes_without_a_sign_of_life_lock(watch: IdleWatch, hands: Hands) -> None:
    told = reasons_of(watch)

    pass_by(watch, hands, 299)
    before = list(told)
    pass_by(watch, hands, 1)

    assert before == []
    assert [(one.kind, one.minutes) for one in told] == [("idle", 5)]


def test_a_key_or_a_touch_starts_the_count_again(watch: IdleWatch, hands: Hands) -> None:
    told = reasons_of(watch)

    pass_by(watch, hands, 299)
    watch.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    pass_by(watch, hands, 299)

    assert told == []


def test_the_last_half_minute_counts_down(watch: IdleWatch, hands: Hands) -> None:
    left: list[int] = []
    watch.left.connect(left.append)

    pass_by(watch, hands, 272)

    assert left == [30, 29, 28]


def test_lesson_mode_waits_until_the_class_is_over(watch: IdleWatch, hands: Hands) -> None:
    told = reasons_of(watch)
    watch.pause_for(60)

    pass_by(watch, hands, 3600 + 299)
    before = list(told)
    pass_by(watch, hands, 1)

    assert before == []
    assert len(told) == 1


def test_a_laptop_that_slept_is_locked_when_it_wakes(watch: IdleWatch, hands: Hands) -> None:
    told = reasons_of(watch)

    hands.asleep = 3600
    watch.look()

    assert [one.kind for one in told] == ["asleep"]


@pytest.mark.parametrize(("wish", "minutes"), [(0, 1), (5, 5), (600, 60)])
def test_the_minutes_stay_between_one_and_sixty(watch: IdleWatch, wish: int, minutes: int) -> None:
    watch.set_minutes(wish)

    assert watch.minutes == minutes


def test_the_cover_hides_every_window_and_its_title(screen: Screen) -> None:
    """Y25."""
    dialog = QWidget()
    dialog.setWindowTitle("Haddad")
    screen.show(dialog)
    copy_text("Rania Haddad")

    cover.cover_all()

    covered = [one.findChild(cover.Cover) for one in (screen.window, dialog)]
    assert all(one is not None and one.isVisible() for one in covered)
    assert dialog.windowTitle() == "ouderapp"
    assert QApplication.clipboard().text() == ""
