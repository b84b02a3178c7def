"""What the marks of a strip mean: one shape and its word for each who may begin."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ouderapp.contacts.kinds import Initiative
from ouderapp.ui.flow import Flow
from ouderapp.ui.look import measures
from ouderapp.ui.timeline.strip import SIDE, paint_shape
from ouderapp.ui.words import word


class Legend(QWidget):
    """The shapes beside their words, in lines that flow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self)
        for initiative in Initiative:
            flow.addWidget(_Entry(initiative))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class _Entry(QLabel):
    """One shape and its word."""

    def __init__(self, initiative: Initiative) -> None:
        super().__init__(word("initiative", initiative))
        self._initiative = initiative
        self.setProperty("type", "small")
        self.setContentsMargins(self._room(), 0, 8, 0)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, measures().scaled(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = float(measures().scaled(SIDE))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_shape(painter, self._initiative, QRectF(2, (self.height() - side) / 2, side, side))
        painter.end()

    def _room(self) -> int:
        return measures().scaled(SIDE) + 8
