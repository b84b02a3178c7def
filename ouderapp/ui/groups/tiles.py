"""The grid of tiles: arrows walk, Space marks and goes on, letters act, fingers scroll."""

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScroller, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.groups.pictures import PupilRow
from ouderapp.ui.groups.tile_model import PUPIL, TileModel
from ouderapp.ui.groups.tile_paint import TilePaint, tile_size

LONG_PRESS_MS = 500
LETTERS = {"O": "parent", "W": "let_know", "V": "question", "M": "brought"}
PUPILS = mark("Pupils")


class TilesView(QListView):
    """The tiles of a register."""

    toggled = Signal(object)
    """Space, a tap or a click: the pupil."""
    asked = Signal(str, object)
    """`parent`, `let_know`, `question`, `brought`, `card` or `take_back`, and the pupil."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = TileModel(self)
        self.setModel(self.tiles)
        self.setItemDelegate(TilePaint(self))
        self.setAccessibleName(_(PUPILS))
        self.setProperty("kind", "tiles")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(tile_size())
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._press = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self._press.timeout.connect(self._long_press)
        self._pressed = QModelIndex()

    def show_pupils(self, pupils: tuple[PupilRow, ...]) -> None:
        """Show these tiles; the current one stays the current one."""
        here = self.current()
        self.setGridSize(tile_size())
        self.tiles.show(pupils)
        row = self.tiles.row_of(here.who) if here else 0
        if pupils and not self.currentIndex().isValid():
            self.setCurrentIndex(self.tiles.index(max(0, row)))

    def current(self) -> PupilRow | None:
        """The pupil of the current tile."""
        found = self.currentIndex().data(PUPIL)
        return found if isinstance(found, PupilRow) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(tile_size().width() + 24, tile_size().height() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pupil, key = self.current(), Qt.Key(event.key())
        has_modifiers = bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if pupil is None or has_modifiers:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(pupil)
            self._go_on()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("card", pupil)
        elif key == Qt.Key.Key_Delete:
            self.asked.emit("take_back", pupil)
        elif event.text().upper() in LETTERS:
            self.asked.emit(LETTERS[event.text().upper()], pupil)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self.indexAt(event.position().toPoint())
        self._press.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = self.indexAt(event.position().toPoint())
        was_short = self._press.isActive()
        self._press.stop()
        if was_short and here.isValid() and here == self._pressed:
            is_left = event.button() == Qt.MouseButton.LeftButton
            if is_left:
                self.toggled.emit(here.data(PUPIL))
            else:
                self.asked.emit("card", here.data(PUPIL))

    def _long_press(self) -> None:
        if self._pressed.isValid():
            self.asked.emit("card", self._pressed.data(PUPIL))

    def _go_on(self) -> None:
        following = self.tiles.index(self.currentIndex().row() + 1)
        if following.isValid():
            self.setCurrentIndex(following)
