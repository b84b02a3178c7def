"""A table or list on the screen, read as a person reads it."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTableView

View = QTableView | QListView


class Table:
    """What a person reads in a table, in the order of the screen."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._model = view.model()

    def __len__(self) -> int:
        return self._model.rowCount()

    def titles(self) -> list[str]:
        """The words above the columns."""
        across = range(self._model.columnCount())
        return [str(self._model.headerData(at, Qt.Orientation.Horizontal)) for at in across]

    def column(self, title: str) -> list[str]:
        """The words in this column from top to bottom."""
        at = self.titles().index(title)
        return [str(self._model.index(row, at).data() or "") for row in range(len(self))]

    def rows(self) -> list[list[str]]:
        """All words, row by row."""
        across = range(self._model.columnCount())
        return [
            [str(self._model.index(row, at).data() or "") for at in across]
            for row in range(len(self))
        ]

    def select(self, words: str) -> None:
        """Make the first row with these words the current one, with the focus in the table."""
        at = next((row for row, told in enumerate(self.rows()) if words in told), None)
        assert at is not None, f"no row with {words!r} in {self.rows()}"
        self.view.setFocus()
        # Not as Qt's own way, which heeds a Ctrl that an earlier key left behind.
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(
            self._model.index(at, 0), flags.ClearAndSelect | flags.Rows
        )

    def click(self, words: str) -> None:
        """Click the first row with these words."""
        self.select(words)
        place: QPoint = self.view.visualRect(self.view.currentIndex()).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
