"""A hand on the keyboard: keys go to the window in front, as the window system brings them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.screen import Screen
from tests.yardstick.meter import Meter

TOUCH_SCREEN = QTest.createTouchDevice()


class Hand:
    """Types and presses; every key is counted, and nothing else reaches the program."""

    def __init__(self, screen: Screen, meter: Meter) -> None:
        self.screen = screen
        self.meter = meter

    def press(self, keys: str) -> None:
        """One key or shortcut, such as `Ctrl+N` or `Return`; `Ctrl+G, V` is two."""
        sequence = QKeySequence(keys)
        for at in range(sequence.count()):
            chord = sequence[at]  # type: ignore[index]
            self._key(chord.key(), chord.keyboardModifiers())
        self.screen.wait()

    def type(self, text: str) -> None:
        """These letters into whatever has the focus."""
        for letter in text:
            QTest.keyClick(self._front(), letter)  # type: ignore[call-overload]
        self.screen.wait()

    def choose(self, letters: str) -> None:
        """Letters typed to choose something; they count as structural."""
        self.meter.choosing()
        self.type(letters)
        self.meter.choosing(is_on=False)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Point at the middle of this widget, or at a place in it, and press."""
        window = widget.window()
        at = widget.mapTo(window, place or widget.rect().center())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        self.screen.wait()

    def tap(self, widget: QWidget, place: QPoint) -> None:
        """Touch this place with a finger, as a touch screen tells it."""
        window = widget.window()
        at = widget.mapTo(window, place)
        finger = QTest.touchEvent(window.windowHandle(), TOUCH_SCREEN)
        finger.press(0, at).commit()
        finger.release(0, at).commit()
        self.screen.wait()

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self._front(), key, held)
        QApplication.processEvents()

    def _front(self) -> QWindow:
        """The window with the focus; the main one when a dialog just went, as on a desktop."""
        if QGuiApplication.focusWindow() is None:
            self.screen.window.activateWindow()
            self.screen.wait()
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the focus"
        return window
