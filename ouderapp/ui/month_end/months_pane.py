"""The months and what became of their bundles."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ouderapp.base.i18n import mark, short_date
from ouderapp.month_end.records import MonthRow
from ouderapp.ui.month_end.words import TONES, month_words, state_words
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, row_of
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView


def _day(moment: datetime | None) -> str:
    return short_date(moment.date()) if moment else ""


MONTHS = (
    Column(mark("Month"), lambda row: month_words(row.id), lambda row: row.id, 14),
    Column(mark("State"), state_words, width=18, tone=lambda row: TONES.get(row.state, "")),
    Column(
        mark("No."), lambda row: str(row.seq or ""), lambda row: row.seq, width=3, is_number=True
    ),
    Column(mark("On"), lambda row: _day(row.answered_at or row.made_at), width=10),
)


class MonthsPane(QWidget):
    """A table of months, and the way to take in a confirmation."""

    chosen = Signal(object)
    receipt_asked = Signal()
    coupling_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RowsView(MONTHS, mark("Months"))
        self.view.opened.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        line = row_of(
            button(mark("Read in confirmation"), self.receipt_asked.emit, icon="check-square"),
            button(mark("Link again…"), self.coupling_asked.emit, kind="quiet", icon="link"),
        )
        line.addStretch(1)
        nest(layout, line)

    def show_rows(self, rows: Sequence[MonthRow]) -> None:
        """Show these months."""
        self.view.show_rows(rows)
