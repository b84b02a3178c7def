"""Five axes and at most two moments: solid now, dashed before; the words stand beside it."""

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ouderapp.base.capitals import Capital
from ouderapp.base.i18n import _, month_name
from ouderapp.capital.records import Picture
from ouderapp.ui.icons import colours
from ouderapp.ui.look import measures
from ouderapp.ui.words import word

STEPS = 4
SIDE = 200


class Radar(QWidget):
    """Colour says when, never which capital; `T` asks for the table."""

    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Sequence[Picture] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Picture of the five capitals"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these, at most two, the oldest first."""
        self._pictures = pictures[-2:]
        self.setAccessibleDescription(self.spoken())
        self.update()

    def spoken(self) -> str:
        """Sociaal: in oktober 1, in maart 3."""
        lines = []
        for capital in Capital:
            steps = [
                _("in {month} {step}").format(
                    month=month_name(picture.made_on), step=picture.steps[capital].step
                )
                for picture in self._pictures
                if capital in picture.steps
            ]
            if steps:
                lines.append(f"{word('capital', capital)}: {', '.join(steps)}")
        return ". ".join(lines)

    def sizeHint(self) -> QSize:
        side = measures().scaled(SIDE)
        return QSize(side + 2 * self._margin(), side + 2 * self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.table_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_web(painter)
        for at, picture in enumerate(self._pictures):
            is_now = at == len(self._pictures) - 1
            self._paint_picture(painter, picture, is_now=is_now)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_web(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colours().divider), 1))
        for step in range(1, STEPS + 1):
            painter.drawPolygon(QPolygonF([self._point(at, step) for at in range(len(Capital))]))
        for at, capital in enumerate(Capital):
            painter.setPen(QPen(QColor(colours().divider), 1))
            painter.drawLine(self._point(at, 0), self._point(at, STEPS))
            painter.setPen(QColor(colours().text))
            painter.drawText(self._label_place(at), _side_of(at), word("capital", capital))

    def _paint_picture(self, painter: QPainter, picture: Picture, *, is_now: bool) -> None:
        role = colours().accent if is_now else colours().muted
        style = Qt.PenStyle.SolidLine if is_now else Qt.PenStyle.DashLine
        points = [
            self._point(at, picture.steps[capital].step or 0)
            for at, capital in enumerate(Capital)
            if capital in picture.steps
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(role), 2, style))
        painter.drawPolygon(QPolygonF(points))
        painter.setPen(QPen(QColor(role), 2))
        painter.setBrush(QColor(role) if is_now else QColor(colours().surface))
        for point in points:
            painter.drawEllipse(point, 4, 4)

    def _point(self, at: int, step: int) -> QPointF:
        """Where this step of this axis lies; the first axis points up."""
        angle = -pi / 2 + 2 * pi * at / len(Capital)
        reach = measures().scaled(SIDE) / 2 * (0.12 + 0.88 * step / STEPS)
        centre = QRectF(self.rect()).center()
        return QPointF(centre.x() + cos(angle) * reach, centre.y() + sin(angle) * reach)

    def _label_place(self, at: int) -> QRectF:
        point, high, wide = self._point(at, STEPS), self.fontMetrics().height(), self._margin()
        if at == 0:
            return QRectF(point.x() - wide, point.y() - high - 4, 2 * wide, high)
        if at in (1, 2):
            return QRectF(point.x() + 8, point.y() - high / 2, wide, high)
        return QRectF(point.x() - 8 - wide, point.y() - high / 2, wide, high)

    def _margin(self) -> int:
        widest = max(self.fontMetrics().horizontalAdvance(word("capital", c)) for c in Capital)
        return widest + 16


def _side_of(at: int) -> Qt.AlignmentFlag:
    if at == 0:
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignLeft if at in (1, 2) else Qt.AlignmentFlag.AlignRight
