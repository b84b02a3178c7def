"""Maandafsluiting: three steps on one page, the months, confirmations, and linking (J11)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark
from ouderapp.exchange.confirming import Applied
from ouderapp.exchange.stick import StickFull, StickLocked, StickProblem
from ouderapp.month_end.queries import months
from ouderapp.month_end.records import Months
from ouderapp.ui.background import Background
from ouderapp.ui.month_end.coupling_sheet import CouplingSheet
from ouderapp.ui.month_end.months_pane import MonthsPane
from ouderapp.ui.month_end.receipt_sheet import ReceiptSheet, applied_news
from ouderapp.ui.month_end.words import month_words, state_words
from ouderapp.ui.month_end.work import Work
from ouderapp.ui.nesting import nest
from ouderapp.ui.page import Page
from ouderapp.ui.place import button, row_of

NOT_LINKED = mark(
    "This laptop is not linked to an office yet. Linking takes a file to the office, a file back,"
    " and six words that you compare. You can work without it."
)


class MonthEndPage(Page):
    """One month at a time; a laptop without an office is offered to link it."""

    name: ClassVar = "month_end"
    title: ClassVar = mark("Month-end")
    tables: ClassVar = frozenset(("outbox", "pin", "epoch", "setting", "draft"))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._months = Months()
        self.month = QComboBox()
        self.month.setAccessibleName(_("Month"))
        self.month.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.header.addWidget(self.month)
        self.work, self.months = Work(background), MonthsPane()
        self.link = button(mark("Link with the office"), self._couple, kind="primary", icon="link")
        self._unlinked, self._linked = self._unlinked_part(), QWidget()
        layout = QHBoxLayout(self._linked)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.work, 5)
        layout.addWidget(self.months, 4)
        self.body.addWidget(self._unlinked)
        self.body.addWidget(self._linked, 1)
        for part in (self._unlinked, self._linked, self.month):
            part.hide()
        self._listen()

    def look_at(self, about: Any) -> None:
        """A month, YYYY-MM."""
        if isinstance(about, str):
            self._choose(about)

    def reload(self) -> None:
        """Ask the months, then what is open and what would leave."""
        if not self.work.is_making:
            self.background.run(months, clock.today(), then=self._show_months, owner=self)

    def take_file(self, path: Path) -> None:
        """What the office gave and somebody dropped here: a confirmation, or an answer."""
        if path.suffix.lower() == ".oudid":
            self._couple().read_file(path)
        else:
            self._ask_receipt().take_file(path)

    def acts(self) -> Mapping[str, Any]:
        """Ctrl+P prints the slip when there is one."""
        return {"print": self.work.draw_slip} if self.work.made else {}

    def focus_first(self) -> None:
        """Enter is enough to begin."""
        (self.work.next if self._months.is_linked else self.link).setFocus()

    def _listen(self) -> None:
        self.month.activated.connect(self._show_month)
        self.work.news_asked.connect(self.show_news)
        self.work.made_it.connect(self.reload)
        self.work.check.checks.open_asked.connect(self.open_asked)
        self.months.chosen.connect(self._choose)
        self.months.receipt_asked.connect(self._ask_receipt)
        self.months.coupling_asked.connect(self._couple)
        self.answers[StickProblem] = self.work.give
        self.answers[StickFull] = self.answers[StickLocked] = self.work.hand_over.choose_folder

    def _unlinked_part(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        line = row_of(self.link)
        line.addStretch(1)
        layout.addWidget(QLabel(_(NOT_LINKED), wordWrap=True))
        nest(layout, line)
        layout.addStretch(1)
        return part

    def _show_months(self, found: Months) -> None:
        is_first = self._unlinked.isHidden() and self._linked.isHidden()
        was_linked, self._months = self._months.is_linked, found
        held = self.month.currentData()
        self._unlinked.setVisible(not found.is_linked)
        self._linked.setVisible(found.is_linked)
        self.month.setVisible(found.is_linked)
        self.month.clear()
        for row in found.rows:
            self.month.addItem(month_words(row.id), row.id)
        self.months.show_rows(found.rows)
        self.month.setCurrentIndex(max(0, self.month.findData(held or found.to_close)))
        self._show_month()
        if is_first or was_linked != found.is_linked:
            self.focus_first()

    def _choose(self, month: str) -> None:
        self.month.setCurrentIndex(self.month.findData(month))
        self._show_month()

    def _show_month(self) -> None:
        row = self._months.row(str(self.month.currentData() or ""))
        if row is not None:
            self.set_title(_(self.title), state_words(row))
            self.months.view.choose(row.id)
            self.work.show_month(self._months, row)

    def _ask_receipt(self) -> ReceiptSheet:
        sheet = ReceiptSheet(self.background, self._months.rows, self)
        sheet.applied.connect(self._applied)
        sheet.open_beside()
        return sheet

    def _applied(self, applied: Applied) -> None:
        self.show_news(applied_news(applied))

    def _couple(self) -> CouplingSheet:
        sheet = CouplingSheet(self.background, self)
        sheet.open_beside()
        return sheet
