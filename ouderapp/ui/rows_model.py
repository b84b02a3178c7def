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
ROW = Qt.ItemDataRole.UserRole + 1


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
        self._given: list[Any] = []
        self._order = (-1, False)
        self._collator = QCollator(QLocale(LANGUAGE))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show(self, rows: Sequence[Any]) -> None:
        """Show these records in place of the ones before, in the order that was asked last."""
        self.beginResetModel()
        self._given = list(rows)
        self.rows = self._ordered()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Words in the order of a Dutch list, nothing before something; -1 is the order given."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        stood = [(id(self.rows[index.row()]), index.column()) for index in held]
        self.rows = self._ordered()
        places = {id(row): at for at, row in enumerate(self.rows)}
        moved = [self.index(places[row], at) for row, at in stood]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _ordered(self) -> list[Any]:
        at, is_downward = self._order
        if not 0 <= at < len(self.columns):
            return list(self._given)
        column = self.columns[at]
        values = list(map(column.sort_by or column.text, self._given))
        keys = values if _sort_as_they_are(values) else list(map(self._key, values))
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=is_downward)
        return [self._given[place] for place in order]

    def _key(self, value: Any) -> tuple[Any, ...]:
        if value is None:
            return (False,)
        return True, self._collator.sortKey(value) if isinstance(value, str) else value

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


def _sort_as_they_are(values: list[Any]) -> bool:
    """Whether no word and no gap is among them: thousands of days are then sorted at once."""
    return {type(value) for value in values}.isdisjoint((str, type(None)))


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
    ROW: lambda row, _column: row,
}


class RowsFilter(QSortFilterProxyModel):
    """The rows that hold all typed words, accents folded, in the order of their model."""

    def __init__(self, model: RowsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._folded: dict[int, str] = {}
        self._model = model
        model.modelAboutToBeReset.connect(self._folded.clear)
        model.layoutAboutToBeChanged.connect(self._folded.clear)
        self.setSourceModel(model)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The model sorts: comparing two rows at a time takes seconds for ten thousand."""
        self._model.sort(column, order)

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
