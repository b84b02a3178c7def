"""The contacts of one family, two lines each; Enter opens one in place, with its whole note."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.contacts.records import ContactRow
from ouderapp.ui.contacts.words import heading, spoken, when
from ouderapp.ui.icons import colours
from ouderapp.ui.rows_model import ROW, Column, RowsModel
from ouderapp.ui.words import words_of

Index = QModelIndex | QPersistentModelIndex
PAD = 8
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
COLUMNS = (Column(mark("Contact"), lambda row: f"{when(row)} {heading(row)}", spoken=spoken),)


class EntryList(QListView):
    """A list that never opens a dialog by itself; its wishes carry the id of the contact."""

    edit_asked = Signal(object)
    bin_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(COLUMNS, self)
        self.opened: set[Id] = set()
        self.setModel(self.rows)
        self.setItemDelegate(EntryDelegate(self))
        self.setAccessibleName(_(name))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.doubleClicked.connect(self._toggle)

    def show_rows(self, rows: Sequence[ContactRow]) -> None:
        """Show these; the current one stays the current one."""
        here = self.current()
        height = self.verticalScrollBar().value()
        self.rows.show(rows)
        for at, row in enumerate(rows):
            if row.id == here:
                self.setCurrentIndex(self.rows.index(at, 0))
        self.verticalScrollBar().setValue(height)

    def current(self) -> Id | None:
        """The id of the current contact."""
        row = self.currentIndex().data(ROW)
        return row.id if row is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.current()
        if here is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit(here)
        elif event.key() == Qt.Key.Key_Delete:
            self.bin_asked.emit(here)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.opened:
            self.scheduleDelayedItemsLayout()

    def _toggle(self, index: Index) -> None:
        """Open this entry in place, or close it."""
        id_ = index.data(ROW).id
        self.opened ^= {id_}
        self.scheduleDelayedItemsLayout()


class EntryDelegate(QStyledItemDelegate):
    """When and what in the first line, the note under it, the capitals at the end."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(self._view.font()).height()
        row = index.data(ROW)
        if row.id not in self._view.opened:
            return QSize(200, 2 * line + 2 * PAD + 2)
        note = self._note_place(row, QRect(0, 0, self._view.viewport().width(), 10_000))
        return QSize(200, line + 2 * PAD + 2 + max(line, note.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row: ContactRow = index.data(ROW)
        place: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = colours()
        if is_chosen:
            painter.fillRect(place, QColor(palette.sel))
        self._paint_heading(painter, row, place, palette.seltext if is_chosen else palette.text)
        painter.setPen(QColor(palette.seltext if is_chosen else palette.muted))
        self._paint_note(painter, row, place)
        painter.setPen(QPen(QColor(palette.divider), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: ContactRow, place: QRect, ink: str) -> None:
        line = place.adjusted(PAD, PAD, -PAD, 0)
        line.setHeight(QFontMetrics(self._view.font()).height())
        capitals = words_of("capital", row.capitals)
        painter.setPen(QColor(colours().muted if ink == colours().text else ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignTrailing, capitals)
        taken = painter.fontMetrics().horizontalAdvance(capitals) + 2 * PAD if capitals else 0
        bold = QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(ink))
        words = f"{when(row)}  {heading(row)}"
        room = line.width() - taken
        fits = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeading, fits)
        painter.setFont(self._view.font())

    def _paint_note(self, painter: QPainter, row: ContactRow, place: QRect) -> None:
        metrics = QFontMetrics(self._view.font())
        under = place.adjusted(PAD, PAD + metrics.height() + 2, -PAD, -PAD)
        if row.id in self._view.opened:
            painter.drawText(under, int(WRAP), _all_words(row))
            return
        words = " ".join((row.summary or "").split())
        fits = metrics.elidedText(words, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, Qt.AlignmentFlag.AlignLeading, fits)

    def _note_place(self, row: ContactRow, room: QRect) -> QRect:
        metrics = QFontMetrics(self._view.font())
        inner = room.adjusted(PAD, 0, -PAD, 0)
        return metrics.boundingRect(inner, int(WRAP), _all_words(row))


def _all_words(row: ContactRow) -> str:
    """The whole note, and the rest of what was written down."""
    facts = (
        words_of("theme", row.themes),
        row.place or "",
        _("with an interpreter") if row.has_interpreter else "",
    )
    rest = " · ".join(fact for fact in facts if fact)
    return "\n".join(part for part in (row.summary or "", rest) if part)
