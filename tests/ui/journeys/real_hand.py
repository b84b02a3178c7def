"""The same hand on a Belgian keyboard and a mouse: xdotool moves and presses, X brings it."""

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.belgian import codes, codes_of_text, point_and_click, press
from tests.ui.journeys.hand import Hand

PATIENCE_MS = 5000
TRAVEL_MS = 60
"""What a key may still be on its way after its number was reached."""


class RealHand(Hand):
    """Waits until the program has heard each key, as a person sees it happen."""

    def press(self, keys: str) -> None:
        self._send(codes(keys))

    def type(self, text: str) -> None:
        self._send(codes_of_text(text))

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        _until(_is_in_front, "the window in front has no focus")
        wanted = self.meter.clicks + 1
        at = widget.mapToGlobal(place or widget.rect().center())
        point_and_click(os.environ["DISPLAY"], at.x(), at.y())
        _until(lambda: self.meter.clicks >= wanted, f"the press at {at} was not heard")
        self.screen.wait()

    def _send(self, chords: Sequence[str]) -> None:
        _until(_is_in_front, "the window in front has no focus")
        meter = self.meter
        wanted = meter.struct + meter.content + len(chords)
        press(os.environ["DISPLAY"], chords)
        _until(lambda: meter.struct + meter.content >= wanted, f"{chords} was not heard")
        QTest.qWait(TRAVEL_MS)
        self.screen.wait()
        _until(_is_in_front, "no window came to the front")


def _is_in_front() -> bool:
    """Whether the focus is where a person looks: in a dialog when one is open."""
    front = QApplication.activeWindow()
    is_dialog_open = any(
        isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()
    )
    return front is not None and isinstance(front, QDialog) == is_dialog_open


def _until(is_so: Callable[[], bool], words: str) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not is_so():
        assert clock.elapsed() < PATIENCE_MS, words
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
