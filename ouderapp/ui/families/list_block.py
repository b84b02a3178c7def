"""A short list inside a tab: a title with its buttons, the rows, or words when there are none."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.flow import Flow
from ouderapp.ui.look import measures, set_type
from ouderapp.ui.rows_view import RowsView


class ListBlock(QWidget):
    """`title` and `empty` are marked texts; the view has the accessible name."""

    def __init__(
        self, title: str, view: RowsView, buttons: Sequence[QPushButton], *, empty: str
    ) -> None:
        super().__init__()
        self.view = view
        words = QLabel(_(title))
        set_type(words, "h3")
        self._empty = QLabel(_(empty), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_type(self._empty, "muted")
        line = QWidget()
        flow = Flow(line)
        for one in (words, *buttons):
            flow.addWidget(one)
        words.setMinimumHeight(measures().control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(line)
        layout.addWidget(self._empty, 1)
        layout.addWidget(view, 1)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records."""
        self.view.show_rows(rows)
        self.view.setVisible(bool(rows))
        self._empty.setVisible(not rows)
