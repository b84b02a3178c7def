"""A part of the screen that scrolls when the text is large or the window is small."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget


class Scrolled(QScrollArea):
    """As high as what is in it wants, and with a bar when there is less room than that."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._view = QWidget()  # Qt's own would cost Python a look at every class there is
        self.setViewport(self._view)
        inside.setObjectName("scrolled")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAutoFillBackground(False)
        QScroller.grabGesture(self._view, QScroller.ScrollerGestureType.TouchGesture)

    def sizeHint(self) -> QSize:
        inside = self._inside.sizeHint()
        width = max(inside.width(), self.width() if self.isVisible() else 0)
        if self._inside.hasHeightForWidth():
            return QSize(inside.width(), self._inside.heightForWidth(width))
        return inside

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._inside.minimumSizeHint().width(), 320), 80)
