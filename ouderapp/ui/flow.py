"""A layout that puts widgets beside each other and goes on at the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 8


class Flow(QLayout):
    """Widgets in lines; the order of the lines follows the direction of the window.

    With `is_one_line` it asks for room to stand in one line, and takes more lines without it.
    """

    def __init__(self, parent: QWidget | None = None, *, is_one_line: bool = False) -> None:
        super().__init__(parent)
        self._is_one_line = is_one_line
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, is_moving=True)

    def sizeHint(self) -> QSize:
        if not self._is_one_line:
            return self.minimumSize()
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + GAP * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, is_moving: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + GAP, 0
            if is_moving:
                item.setGeometry(self._mirrored(rect, QRect(QPoint(x, y), size)))
            x, height = x + size.width() + GAP, max(height, size.height())
        return y + height - rect.y()

    def _mirrored(self, rect: QRect, place: QRect) -> QRect:
        widget = self.parentWidget()
        if widget and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(rect.right() + rect.left() - place.right())
        return place
