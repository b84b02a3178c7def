"""Counts what a person would do: keys, letters, clicks, and the seconds of a hand (UX 4.1)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QShortcutEvent,
    QWindow,
)
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

K, P, B, H, M = 0.28, 1.10, 0.20, 0.40, 1.35
"""Seconds: a key, pointing, a press of the mouse, homing, thinking (Card, Moran, Newell)."""

TEXT_WIDGETS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_Mod = Qt.KeyboardModifier
_HELD = (_Mod.ControlModifier, _Mod.AltModifier, _Mod.ShiftModifier)
_MODIFIER_KEYS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
}


class Meter(QObject):
    """Install it as an event filter of the application.

    `struct` counts keys that are no content, `content` the letters typed into text; letters in a
    field where one chooses are structural while `choosing` is on. A filter on KeyPress would miss
    every shortcut: Qt sends only ShortcutOverride and then Shortcut.
    """

    def __init__(self) -> None:
        super().__init__()
        self.struct = self.content = self.clicks = 0
        self.klm = 0.0
        self._is_choosing = False

    def clear(self) -> None:
        """Begin to count anew: what came before was on the way to the journey."""
        self.struct = self.content = self.clicks = 0
        self.klm = 0.0

    def choosing(self, is_on: bool = True) -> None:
        """From now on letters choose, as in the family field of quick contact."""
        self._is_choosing = is_on

    def think(self) -> None:
        """A choice has to be made: the script says so before each one."""
        self.klm += M

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and not event.isAutoRepeat():
                self._key(event)
        elif isinstance(event, QShortcutEvent):
            further = event.key().count() - 1
            self.struct += further
            self.klm += K * further
        elif isinstance(watched, QWindow) and _is_press(event):
            self.clicks += 1
            self.klm += P + B
        return False

    def _key(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIER_KEYS:
            return
        is_content = self._is_typed(event) and not self._is_choosing
        self.content += is_content
        self.struct += not is_content
        self.klm += K * (1 + sum(bool(event.modifiers() & held) for held in _HELD))

    @staticmethod
    def _is_typed(event: QKeyEvent) -> bool:
        held = QGuiApplication.focusObject()
        is_field = isinstance(held, TEXT_WIDGETS) or (
            isinstance(held, QComboBox) and held.isEditable()
        )
        is_command = event.modifiers() & (_Mod.ControlModifier | _Mod.AltModifier)
        return is_field and bool(event.text()) and event.text().isprintable() and not is_command


def _is_press(event: QEvent) -> bool:
    """A press of the mouse or of a finger; the mouse that Qt makes out of a finger is no second."""
    if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
        return event.device().type() != QInputDevice.DeviceType.TouchScreen
    return event.type() == QEvent.Type.TouchBegin
