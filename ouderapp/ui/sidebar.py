"""The bar with the nine destinations."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.icons import set_icon
from ouderapp.ui.look import look
from ouderapp.ui.pages import Entry

NAME = mark("Destinations")


class Sidebar(QWidget):
    """Buttons of which one is lit; up and down walk through them."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_(NAME))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        self.buttons: dict[str, QPushButton] = {}
        for entry in entries:
            layout.addWidget(self._button(entry))
        layout.addStretch(1)
        look().changed.connect(self._size)
        self._size()

    def light(self, name: str) -> None:
        """Show where the person is."""
        for place, button in self.buttons.items():
            button.setChecked(place == name)

    def focus_lit(self) -> None:
        """Put the focus on the lit button."""
        lit = next((one for one in self.buttons.values() if one.isChecked()), None)
        (lit or next(iter(self.buttons.values()))).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self.buttons.values())
        held = next((at for at, one in enumerate(buttons) if one.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        buttons[(held + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, entry: Entry) -> QPushButton:
        button = QPushButton(_(entry.title))
        button.setCheckable(True)
        button.setProperty("kind", "place")
        set_icon(button, entry.icon)
        button.clicked.connect(lambda: self._choose(entry.name))
        self.buttons[entry.name] = button
        return button

    def _choose(self, name: str) -> None:
        self.light(name)
        self.chosen.emit(name)

    def _size(self) -> None:
        self.setFixedWidth(look().measures.sidebar)
