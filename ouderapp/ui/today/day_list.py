"""A short list without titles, as high as its rows, with one button at the end of each row."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.look import measures
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView

BUTTON_SIGNS = 18


class DayList(RowsView):
    """Arrows walk on into the list above or below; the button does what the row is for.

    `across` is the order in which the eye meets the columns; the first one is read aloud.
    """

    left = Signal(int)
    """The focus wants to go to the list above (-1) or below (1)."""
    pressed = Signal(object)
    """The button of this row: its id."""

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        button: Callable[[Any], str],
        letters: Mapping[str, str] | None = None,
        across: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._button_words = button
        ending = Column(" ", lambda _row: "", width=BUTTON_SIGNS)
        super().__init__((*columns, ending), name, parent, letters=letters)
        self.horizontalHeader().hide()
        for place, column in enumerate(across):
            header = self.horizontalHeader()
            header.moveSection(header.visualIndex(column), place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def show_rows(self, rows: Sequence[Any]) -> None:
        super().show_rows(rows)
        last = len(self.rows.columns) - 1
        for at in range(self.filter.rowCount()):
            row = self.rows.rows[at]
            self.setIndexWidget(self.filter.index(at, last), self._button(row))
        self._fit()

    def focus_row(self, at: int) -> None:
        """Put the focus on the first row (0) or the last one (-1)."""
        row = at if at >= 0 else self.filter.rowCount() - 1
        self.setCurrentIndex(self.filter.index(row, 0))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, last = self.currentIndex().row(), self.filter.rowCount() - 1
        if event.key() == Qt.Key.Key_Up and at <= 0:
            self.left.emit(-1)
        elif event.key() == Qt.Key.Key_Down and at >= last:
            self.left.emit(1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _button(self, row: Any) -> QPushButton:
        words = _(self._button_words(row))
        made = QPushButton(words)
        made.setProperty("kind", "row")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        first = self.rows.columns[0]
        made.setAccessibleName(f"{words}, {first.spoken(row) or first.text(row)}")
        made.clicked.connect(partial(self._press, row.id))
        return made

    def _press(self, id_: object, _checked: bool = False) -> None:
        self.pressed.emit(id_)

    def _fit(self) -> None:
        self.setFixedHeight(self.filter.rowCount() * measures().control + 2)
