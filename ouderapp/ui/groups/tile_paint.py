"""How a tile looks: state by icon, weight and border, never by colour alone (UX 2.10)."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ouderapp.groups.codes import Mark
from ouderapp.groups.pictures import PupilRow
from ouderapp.ui.groups.tile_model import PUPIL, second_line
from ouderapp.ui.icons import colours, icon
from ouderapp.ui.look import measures
from ouderapp.ui.style import BODY, SMALL

GAP = 8
WIDTH = 264
ICONS = {Mark.CAME: "check-circle", Mark.LET_KNOW: "chat-text"}
BLANK = "circle"


def tile_size() -> QSize:
    """A tile with its gap."""
    return QSize(measures().scaled(WIDTH) + GAP, measures().tile + GAP)


class TilePaint(QStyledItemDelegate):
    """Draws a tile: icon, name, second line, border, and the focus ring."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return tile_size()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pupil: PupilRow = index.data(PUPIL)
        room = QRect(option.rect).adjusted(0, 0, -GAP, -GAP)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _frame(painter, room, pupil, has_focus=has_focus)
        _picture(painter, room, pupil)
        _words(painter, room, pupil)
        painter.restore()


def _frame(painter: QPainter, room: QRect, pupil: PupilRow, *, has_focus: bool) -> None:
    shades = colours()
    is_marked = bool(pupil.mark)
    if has_focus:
        pen = QPen(QColor(shades.focus), 3)
    else:
        pen = QPen(QColor(shades.accent if is_marked else shades.border), 2 if is_marked else 1)
    if pupil.mark == Mark.LET_KNOW:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(shades.sel if pupil.mark == Mark.CAME else shades.surface))
    half = pen.widthF() / 2
    painter.drawRoundedRect(QRectF(room).adjusted(half, half, -half, -half), 8, 8)


def _picture(painter: QPainter, room: QRect, pupil: PupilRow) -> None:
    size = measures().scaled(24)
    place = QRect(room.left() + 12, room.center().y() - size // 2, size, size)
    name = ICONS.get(Mark(pupil.mark), BLANK) if pupil.mark else BLANK
    icon(name, "accent" if pupil.mark else "muted").paint(painter, place)


def _words(painter: QPainter, room: QRect, pupil: PupilRow) -> None:
    shades = colours()
    left = room.left() + 12 + measures().scaled(24) + 10
    inside = QRect(left, room.top() + 6, room.right() - left - 8, room.height() - 12)
    font = QFont(painter.font())
    font.setPointSizeF(measures().points(BODY))
    font.setWeight(QFont.Weight.DemiBold if pupil.mark else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(shades.seltext if pupil.mark == Mark.CAME else shades.text))
    side = Qt.AlignmentFlag.AlignLeading
    elide = Qt.TextElideMode.ElideRight
    name = painter.fontMetrics().elidedText(pupil.name, elide, inside.width())
    painter.drawText(inside, side | Qt.AlignmentFlag.AlignTop, name)
    font.setPointSizeF(measures().points(SMALL))
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(shades.muted))
    more = painter.fontMetrics().elidedText(second_line(pupil), elide, inside.width())
    painter.drawText(inside, side | Qt.AlignmentFlag.AlignBottom, more)
