"""A part of the screen that scrolls when the text is large or the window is small."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from ouderapp.ui.early import keep_from_focus

_TOUCH_AFTER_MS = 300
"""The first window is painted by then: Qt's names of gestures take their time."""


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
        keep_from_focus(self)
        self._view.setAutoFillBackground(False)
        QTimer.singleShot(_TOUCH_AFTER_MS, self, self._heed_fingers)

    def _heed_fingers(self) -> None:
        QScroller.grabGesture(self._view, QScroller.ScrollerGestureType.TouchGesture)

    def sizeHint(self) -> QSize:
        inside = self._inside.sizeHint()
        width = max(inside.width(), self.width() if self.isVisible() else 0)
        if self._inside.hasHeightForWidth():
            return QSize(inside.width(), self._inside.heightForWidth(width))
        return inside

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._inside.minimumSizeHint().width(), 320), 80)
