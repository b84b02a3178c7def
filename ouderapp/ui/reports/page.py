"""Rapporten: one table at a time, the same tables that go on paper and into the workbook."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark
from ouderapp.reports.queries import live_counts, live_years
from ouderapp.reports.records import CountRow
from ouderapp.reports.table import Report, report_of
from ouderapp.ui.ask import save_file
from ouderapp.ui.background import Background
from ouderapp.ui.nesting import nest
from ouderapp.ui.page import Page
from ouderapp.ui.place import allow
from ouderapp.ui.reports.saving import save_pdf, save_workbook
from ouderapp.ui.reports.table_view import EMPTY, ReportView, empty_words


class ReportsPage(Page):
    """The figures of one work year."""

    name: ClassVar = "reports"
    title: ClassVar = mark("Reports")
    tables: ClassVar = frozenset(
        ("count", "contact", "family", "member", "group_session", "participation", "referral",
         "help_request", "letter", "peer_link", "recommendation", "parent_attendance")
    )  # fmt: skip

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._rows: list[CountRow] = []
        self._report: Report | None = None
        self.year = QComboBox()
        self.report = QComboBox()
        self._note = QLabel(wordWrap=True)
        self._empty = QLabel(empty_words(), wordWrap=True)
        self._view: ReportView | None = None
        self._lay_out_choices()
        self._pdf = self.add_button(_("Save as PDF"), self._ask_pdf)
        self._workbook = self.add_button(_("Save as workbook"), self._ask_workbook)
        self.year.activated.connect(self._ask_year)
        self.report.activated.connect(self._show_table)

    def reload(self) -> None:
        """Ask which years there are, then count the one on screen."""
        self.background.run(live_years, then=self._show_years, owner=self)

    def acts(self) -> Mapping[str, Any]:
        """Ctrl+Shift+E gives the workbook."""
        return {"export_table": self._ask_workbook}

    def _lay_out_choices(self) -> None:
        line = QHBoxLayout()
        for words, box in ((_("Period"), self.year), (_("Report"), self.report)):
            label = QLabel(words)
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line.addWidget(label)
            line.addWidget(box)
        line.addStretch(1)
        nest(self.body, line)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._note)

    def _show_years(self, found: list[int]) -> None:
        kept = self.year.currentData()
        years = found or [_this_year()]
        self.year.clear()
        for start in reversed(years):
            self.year.addItem(_("school year {a}-{b}").format(a=start, b=start + 1), start)
        self.year.setCurrentIndex(max(0, self.year.findData(kept)))
        self._ask_year()

    def _ask_year(self) -> None:
        start = int(self.year.currentData())
        then = partial(self._show_year, start)
        self.background.run(live_counts, start, then=then, owner=self)

    def _show_year(self, start: int, rows: list[CountRow]) -> None:
        if start != self.year.currentData():
            return
        self._rows = rows
        kept = max(0, self.report.currentIndex())
        self._report = report_of(rows, start)
        self.report.clear()
        self.report.addItems([table.title for table in self._report.tables])
        self.report.setCurrentIndex(min(kept, self.report.count() - 1))
        self._show_table()

    def _show_table(self) -> None:
        assert self._report is not None
        table = self._report.tables[max(0, self.report.currentIndex())]
        if self._view is not None:
            self._view.deleteLater()
        self._view = ReportView(table)
        self.body.addWidget(self._view, 1)
        has_rows = bool(self._rows)
        self._view.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self._note.setText(table.note)
        self._note.setVisible(bool(table.note) and has_rows)
        for made in (self._pdf, self._workbook):
            allow(made, has_rows, EMPTY)

    def _ask_pdf(self) -> None:
        name = f"cijfers-{self.year.currentData()}.pdf"
        save_file(self, name, _("PDF (*.pdf)"), self._save_pdf)

    def _ask_workbook(self) -> None:
        name = f"cijfers-{self.year.currentData()}.xlsx"
        save_file(self, name, _("Workbook (*.xlsx)"), self._save_workbook)

    def _save_pdf(self, path: Path) -> None:
        self.background.compute(
            save_pdf, self._report, self.year.currentText(), path, then=self._saved, owner=self
        )

    def _save_workbook(self, path: Path) -> None:
        self.background.compute(save_workbook, self._report, path, then=self._saved, owner=self)

    def _saved(self, _path: Path) -> None:
        self.message_asked.emit(_("Saved. This file is no longer protected by ouderapp."))


def _this_year() -> int:
    today = clock.today()
    return today.year - (today.month < 9)
