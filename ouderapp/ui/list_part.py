"""A tab of a dossier that is one table: buttons above it, keys on its rows, words when empty."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ouderapp.base.i18n import _
from ouderapp.base.ids import Id
from ouderapp.ui.background import Background
from ouderapp.ui.flow import Flow
from ouderapp.ui.look import set_type
from ouderapp.ui.part import Part
from ouderapp.ui.place import button
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView


class ListPart(Part):
    """A subclass names its columns and says what the keys do; Enter is the same as F2."""

    name: ClassVar[str] = ""
    empty: ClassVar[str] = ""
    columns: ClassVar[tuple[Column, ...]] = ()

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.view = RowsView(self.columns, self.name)
        self._acts = QWidget()
        self._flow = Flow(self._acts)
        self._on_rows: list[QPushButton] = []
        self._empty = QLabel(_(self.empty), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_type(self._empty, "muted")
        self.body.addWidget(self._acts)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        self.view.opened.connect(self.edit_row)
        self.view.edit_asked.connect(self.edit_row)
        self.view.marked.connect(self.mark_row)
        self.view.bin_asked.connect(self.bin_rows)
        self.show_rows(())

    def edit_row(self, id_: Id) -> None:
        """Enter, a double click or F2."""

    def mark_row(self, id_: Id) -> None:
        """Space."""

    def bin_rows(self, ids: Sequence[Id]) -> None:
        """Del."""

    def add_act(self, words: str, does: Callable[[], object], *, kind: str = "") -> QPushButton:
        """A button above the table."""
        made = button(words, does, kind=kind)
        self._flow.addWidget(made)
        return made

    def add_row_act(self, words: str, does: Callable[[Any], object]) -> QPushButton:
        """A button that does something with the current row; off when there is none."""
        made = self.add_act(words, lambda: does(self.view.current()))
        self._on_rows.append(made)
        made.setEnabled(False)
        return made

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records; the first one is the current one until another is chosen."""
        self.view.show_rows(rows)
        if rows and self.view.current() is None:
            self.view.setCurrentIndex(self.view.filter.index(0, 0))
        for act in self._on_rows:
            act.setEnabled(bool(rows))
        self.view.setVisible(bool(rows))
        self._empty.setVisible(not rows)
