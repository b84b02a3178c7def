"""How a line of the search looks: its kind, its title, and the found words in bold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ouderapp.ui.icons import colours
from ouderapp.ui.look import measures
from ouderapp.ui.rows_model import ROW
from ouderapp.ui.search.lines import Line

KIND_WIDTH, GAP = 104, 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LinePaint(QStyledItemDelegate):
    """Draws one line; the current one is marked by colour and by a bar at its start."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(320, measures().control)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(ROW)
        room = QRect(option.rect)
        shades = colours()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_current:
            painter.fillRect(room, QColor(shades.sel))
            painter.fillRect(
                QRect(room.left(), room.top(), 4, room.height()), QColor(shades.accent)
            )
        text = QColor(shades.seltext if is_current else shades.text)
        quiet = QColor(shades.seltext if is_current else shades.muted)
        _draw(painter, room.adjusted(GAP, 0, -GAP, 0), line, text, quiet)
        painter.restore()


def _draw(painter: QPainter, room: QRect, line: Line, text: QColor, quiet: QColor) -> None:
    font = QFont(painter.font())
    painter.setPen(quiet)
    kind = QRect(room.left(), room.top(), measures().scaled(KIND_WIDTH), room.height())
    painter.drawText(kind, _MIDDLE, line.kind)
    wide = QFontMetrics(font).horizontalAdvance(line.aside)
    painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignRight, line.aside)
    inside = QRect(room)
    inside.setLeft(kind.right() + 1)
    inside.setRight(room.right() - (wide + GAP if wide else 0))
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setPen(text)
    used = _put(painter, inside, line.title, bold if line.row else font)
    inside.setLeft(inside.left() + used + GAP)
    painter.setPen(quiet)
    for part, is_marked in _parts(line):
        used = _put(painter, inside, part, bold if is_marked else font)
        inside.setLeft(inside.left() + used)


def _put(painter: QPainter, room: QRect, words: str, font: QFont) -> int:
    """Draw words at the start of the room, cut when they are too long; gives their width."""
    if room.width() <= 0 or not words:
        return 0
    painter.setFont(font)
    metrics = QFontMetrics(font)
    painter.drawText(
        room, _MIDDLE, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    )
    return metrics.horizontalAdvance(words)


def _parts(line: Line) -> list[tuple[str, bool]]:
    """The snippet in pieces, each with whether it was found."""
    parts, at = [], 0
    for first, last in line.marks:
        parts += [(line.snippet[at:first], False), (line.snippet[first:last], True)]
        at = last
    return [*parts, (line.snippet[at:], False)]
