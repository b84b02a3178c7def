"""The one table model: rows that are records, shown by a tuple of columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from ouderapp.base.folding import fold
from ouderapp.base.i18n import LANGUAGE, _
from ouderapp.ui.icons import colours, icon

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2


def _nothing(_row: Any) -> str:
    return ""


@dataclass(frozen=True)
class Column:
    """One column: its marked title, the words of a row in it, and what it is sorted by.

    `icon` gives the name of an icon and the role of its colour, `tone` the role of the letters
    (`muted`, `danger`, `warn`, `ok`), `width` is in signs; a column of 0 signs takes what is left.
    `spoken` is what a screen reader says in place of title and words.
    """

    title: str
    text: Callable[[Any], str]
    sort_by: Callable[[Any], Any] | None = None
    width: int = 14
    is_number: bool = False
    is_bold: bool = False
    icon: Callable[[Any], str] = _nothing
    icon_role: str = "text"
    tone: Callable[[Any], str] = _nothing
    spoken: Callable[[Any], str] = _nothing


class RowsModel(QAbstractTableModel):
    """Rows to look at; `show` is the only way in, and the model never asks the store."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Show these records in place of the ones before."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.title)
        return _side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        reader = _READERS.get(role)
        return reader(row, column) if reader else None


def _accessible(row: Any, column: Column) -> str:
    if words := column.spoken(row):
        return words
    return f"{_(column.title)}: {column.text(row)}" if column.text(row) else _(column.title)


def _sort_value(row: Any, column: Column) -> Any:
    return column.sort_by(row) if column.sort_by else column.text(row)


def _picture(row: Any, column: Column) -> Any:
    name = column.icon(row)
    return icon(name, column.tone(row) or column.icon_role) if name else None


def _letters(row: Any, column: Column) -> Any:
    tone = column.tone(row)
    return QColor(str(getattr(colours(), tone))) if tone else None


def _weight(_row: Any, column: Column) -> Any:
    if not column.is_bold:
        return None
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _side(column: Column) -> Any:
    side = Qt.AlignmentFlag.AlignTrailing if column.is_number else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


_READERS: dict[int, Callable[[Any, Column], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda row, column: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
    Qt.ItemDataRole.DecorationRole: _picture,
    Qt.ItemDataRole.ForegroundRole: _letters,
    Qt.ItemDataRole.FontRole: _weight,
    Qt.ItemDataRole.TextAlignmentRole: lambda _row, column: _side(column),
    SORT: _sort_value,
    ROW: lambda row, _column: row,
}


class RowsFilter(QSortFilterProxyModel):
    """The rows that hold all typed words, accents folded; words sort as in Dutch."""

    def __init__(self, model: RowsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._folded: dict[int, str] = {}
        self._model = model
        self._order = QCollator(QLocale(LANGUAGE))
        self._order.setNumericMode(True)
        self._order.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        model.modelAboutToBeReset.connect(self._folded.clear)
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def look_for(self, text: str) -> None:
        """Keep the rows in which each of these words stands somewhere."""
        self.beginFilterChange()
        self._words = tuple(fold(text).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        if not self._words:
            return True
        if source_row not in self._folded:
            row = self._model.rows[source_row]
            self._folded[source_row] = fold(" ".join(c.text(row) for c in self._model.columns))
        return all(word in self._folded[source_row] for word in self._words)

    def lessThan(self, one: Index, other: Index) -> bool:
        left, right = one.data(SORT), other.data(SORT)
        if left is None or right is None:
            return right is not None
        if isinstance(left, str) and isinstance(right, str):
            return self._order.compare(left, right) < 0
        return bool(left < right)
