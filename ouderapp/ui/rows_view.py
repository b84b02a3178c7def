"""The one table view: sort, type-ahead, keys that act on a row, copying, and a filter line."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScroller, QTableView, QToolTip, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.copying import copy_cells
from ouderapp.ui.look import measures
from ouderapp.ui.rows_model import ROW, Column, RowsFilter, RowsModel

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class RowsView(QTableView):
    """A table of records with an accessible name; rows keep their selection over a reload.

    With `order` it begins sorted by that column, else in the order of the records; a click on a
    title sorts anew. Signals carry the row's `id`. `letters` names what single letters do
    (`{"N": "note"}`); a table with letters has no type-ahead.
    """

    opened = Signal(object)
    """Enter or double click."""
    edit_asked = Signal(object)
    """F2."""
    marked = Signal(object)
    """Space."""
    bin_asked = Signal(object)
    """Del: a tuple of the ids of all selected rows."""
    letter_typed = Signal(str, object)
    """The word for the letter, and the id."""
    moved = Signal(object)
    """The current row is another one now: its id, or None."""

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        parent: QWidget | None = None,
        *,
        letters: Mapping[str, str] | None = None,
        order: int = -1,
        is_downward: bool = False,
    ) -> None:
        super().__init__(parent)
        self.rows = RowsModel(columns, self)
        self.filter = RowsFilter(self.rows, self)
        self.letters = dict(letters or {})
        self.setModel(self.filter)
        self.setAccessibleName(_(name))
        self._dress()
        self._size_columns()
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(order, _direction(is_downward))
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell_moved)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records; what was selected stays selected, and the list does not jump."""
        chosen, here = set(self.chosen()), self.current()
        height = self.verticalScrollBar().value()
        self.rows.show(rows)
        self._choose(chosen, here)
        self.verticalScrollBar().setValue(height)

    def current(self) -> Any:
        """The id of the current row, None when there is none."""
        return _id(self.currentIndex())

    def current_row(self) -> Any:
        """The current record itself, None when there is none."""
        return self.currentIndex().data(ROW)

    def chosen(self) -> tuple[Any, ...]:
        """The ids of the selected rows, in the order of the screen."""
        found = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(_id(index) for index in found)

    def choose(self, id_: object) -> None:
        """Select this row and bring it into view."""
        self._choose({id_}, id_)

    def copy(self, *, with_titles: bool = False) -> int:
        """Copy the selected rows as a table for a spreadsheet; how many they were."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        shown = [at for at in range(len(self.rows.columns)) if not self.isColumnHidden(at)]
        cells = [[str(index.siblingAtColumn(at).data() or "") for at in shown] for index in indexes]
        titles = [_(self.rows.columns[at].title) for at in shown] if with_titles else []
        copy_cells(cells, titles)
        return len(cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.current()
        if here is None or event.modifiers() not in _PLAIN or not self._act(event, here):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        if not self.letters:
            super().keyboardSearch(search)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.filter.rowCount():
            here = self.currentIndex()
            self.setCurrentIndex(QModelIndex())
            self.setCurrentIndex(here if here.isValid() else self.filter.index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(measures().control)
            self._size_columns()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._cut_words(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_rest()

    def sizeHint(self) -> QSize:
        return QSize(320, measures().control * 6)

    def _cut_words(self, place: QPoint) -> str:
        """The whole words of the cell here, when they do not fit; else nothing."""
        index = self.indexAt(place)
        if self.sizeHintForIndex(index).width() <= self.visualRect(index).width():
            return ""
        return str(index.data() or "")

    def _act(self, event: QKeyEvent, here: object) -> bool:
        key = event.key()
        if key in _OPEN:
            self.opened.emit(here)
        elif key == Qt.Key.Key_F2:
            self.edit_asked.emit(here)
        elif key == Qt.Key.Key_Space:
            self.marked.emit(here)
        elif key == Qt.Key.Key_Delete:
            self.bin_asked.emit(self.chosen())
        elif event.text().upper() in self.letters:
            self.letter_typed.emit(self.letters[event.text().upper()], here)
        else:
            return False
        return True

    def _choose(self, ids: set[Any], here: object) -> None:
        model = self.selectionModel()
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        wanted = {*ids, here} - {None}
        rows = enumerate(self.rows.rows) if wanted else ()
        for at, row in rows:
            if row.id not in wanted:
                continue
            index = self.filter.mapFromSource(self.rows.index(at, 0))
            if row.id == here:
                model.setCurrentIndex(index, whole)
                self.scrollTo(index)
            else:
                model.select(index, whole)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(_id(index))

    def _tell_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit(_id(now))

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(measures().control)
        self.horizontalHeader().setHighlightSections(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _size_columns(self) -> None:
        sign = self.fontMetrics().averageCharWidth()
        for at, column in enumerate(self.rows.columns):
            if column.width:
                self.setColumnWidth(at, column.width * sign + 20)
        self._share_rest()

    def _share_rest(self) -> None:
        """Columns of width 0 share what is left, and never less than twenty signs."""
        wide = [at for at, column in enumerate(self.rows.columns) if not column.width]
        fixed = sum(
            self.columnWidth(at)
            for at in range(len(self.rows.columns))
            if at not in wide and not self.isColumnHidden(at)
        )
        least = 20 * self.fontMetrics().averageCharWidth()
        for at in wide:
            self.setColumnWidth(at, max(least, (self.viewport().width() - fixed) // len(wide)))


def _id(index: Any) -> Any:
    row = index.data(ROW)
    return getattr(row, "id", None) if row is not None else None


def _direction(is_downward: bool) -> Qt.SortOrder:
    return Qt.SortOrder.DescendingOrder if is_downward else Qt.SortOrder.AscendingOrder
