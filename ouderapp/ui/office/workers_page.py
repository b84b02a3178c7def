"""Medewerkers: who delivered what, what is missing, where numbers differ (B20)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark, number, short_date
from ouderapp.exchange.answering import revoke_worker
from ouderapp.office.queries import differences, laptops, office, workers
from ouderapp.office.records import Difference, LaptopRow, OfficeRow, WorkerRow
from ouderapp.office.rules import months_between
from ouderapp.ui import ask
from ouderapp.ui.background import Background
from ouderapp.ui.look import set_type
from ouderapp.ui.news import News
from ouderapp.ui.office.enrol_sheet import EnrolSheet
from ouderapp.ui.office.set_up import PolicySheet, SetUp
from ouderapp.ui.office.words import (
    DELIVERIES,
    DELIVERY_TONES,
    LAPTOPS,
    POLICIES,
    month_short,
)
from ouderapp.ui.page import Page
from ouderapp.ui.place import allow
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView

SHOWN_MONTHS = 4
NO_WORKERS = mark("No workers yet. Enrol the first one with the file that she made.")
NO_DIFFERENCES = mark("All numbers are equal.")
REVOKE = mark("Nothing that is signed by this laptop is taken in any more. What is in stays.")


class WorkersPage(Page):
    """The workers with their months; an office that was not set up is set up first."""

    name: ClassVar = "office_workers"
    title: ClassVar = mark("Workers")
    tables: ClassVar = frozenset(
        ("writer", "head", "received", "inbox", "office", "office_policy", "count")
    )

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._is_first = True
        self._office: OfficeRow | None = None
        self._laptops: list[LaptopRow] = []
        self.set_up = SetUp(background)
        self.workers = RowsView(_columns(), mark("Workers"))
        self.differences = RowsView(DIFFERENCES, mark("Differences"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Workers"))
        self.tabs.addTab(RowsPane(self.workers, empty=NO_WORKERS), _("Who delivered what"))
        self.tabs.addTab(RowsPane(self.differences, empty=NO_DIFFERENCES), _("Differences"))
        self.policy = self.add_button(_("Agreement…"), self._change_policy)
        self.revoke = self.add_button(_("Withdraw the key…"), self._ask_revoke, kind="danger")
        self.enrol = self.add_button(_("Enrol a worker…"), self._enrol, kind="primary")
        self._agreed = QLabel(wordWrap=True)
        set_type(self._agreed, "muted")
        for part in (self.set_up, self._agreed):
            self.body.addWidget(part)
        self.body.addWidget(self.tabs, 1)
        self.set_up.made.connect(self.reload)
        self.workers.moved.connect(lambda _id: self._tell_revoke())
        self._show_parts(None)

    def reload(self) -> None:
        """Ask the office, then its workers."""
        self.background.run(office, then=self._show_office, owner=self)

    def focus_first(self) -> None:
        """The table, or the first field of an office that is still to be set up."""
        first: QWidget = self.set_up.form.name if self._office is None else self.workers
        first.setFocus()

    def take_file(self, path: Path) -> None:
        """The file of a worker that somebody dropped here."""
        self._enrol().read_file(path)

    def _show_office(self, found: OfficeRow | None) -> None:
        is_other = self._is_first or (self._office is None) != (found is None)
        self._office, self._is_first = found, False
        self._show_parts(found is not None)
        if found is None:
            self.set_up.load()
        else:
            self._ask_rows(found)
        if is_other:
            self.focus_first()

    def _ask_rows(self, found: OfficeRow) -> None:
        words = _("Agreement with the workers: {policy}")
        self._agreed.setText(words.format(policy=_(POLICIES[found.level])))
        self.set_title(_(self.title), found.name)
        self.background.run(workers, clock.today(), then=self._show_workers, owner=self)
        self.background.run(laptops, then=self._show_laptops, owner=self)
        self.background.run(differences, then=self._show_differences, owner=self)

    def _show_parts(self, has_office: bool | None) -> None:
        self.set_up.setVisible(has_office is False)
        for part in (self.tabs, self._agreed, self.policy, self.revoke, self.enrol):
            part.setVisible(bool(has_office))

    def _show_workers(self, rows: list[WorkerRow]) -> None:
        self.workers.show_rows(rows)
        self._tell_revoke()

    def _show_laptops(self, rows: list[LaptopRow]) -> None:
        self._laptops = rows
        self._tell_revoke()

    def _show_differences(self, rows: list[Difference]) -> None:
        self.differences.show_rows(rows)
        title = _("Differences ({n})").format(n=number(len(rows))) if rows else _("Differences")
        self.tabs.setTabText(1, title)

    def _laptop(self) -> LaptopRow | None:
        here = self.workers.current()
        found = (one for one in self._laptops if one.worker == here and one.state == "confirmed")
        return next(found, None)

    def _tell_revoke(self) -> None:
        allow(self.revoke, self._laptop() is not None, mark("First choose a worker with a laptop."))

    def _enrol(self) -> EnrolSheet:
        sheet = EnrolSheet(self.background, self)
        sheet.enrolled.connect(self._enrolled)
        sheet.open_beside()
        return sheet

    def _enrolled(self, name: str) -> None:
        self.show_news(News(_("{name} is linked.").format(name=name), tone="ok"))

    def _ask_revoke(self) -> None:
        laptop = self._laptop()
        if laptop is not None:
            ask.question(
                self, _("Withdraw the key of {name}?").format(name=laptop.name),
                yes=_("Withdraw"), no=_("Cancel"), more=_(REVOKE), is_danger=True,
                then=lambda: self.background.run(revoke_worker, laptop.id, owner=self),
            )  # fmt: skip

    def _change_policy(self) -> None:
        if self._office is not None:
            sheet = PolicySheet(self.background, self._office, self)
            sheet.changed.connect(self.reload)
            sheet.open_beside()


def _last(row: WorkerRow) -> str:
    return short_date(row.last_at.date()) if row.last_at else ""


def _missing(row: WorkerRow) -> str:
    return ", ".join(month_short(month) for month in row.missing)


def _columns() -> tuple[Column, ...]:
    """One column a month, up to this one."""
    today = clock.today()
    now = f"{today.year:04d}-{today.month:02d}"
    months = months_between(f"{today.year - 1:04d}-01", now)[-SHOWN_MONTHS:]
    return (
        Column(mark("Name"), lambda row: row.name, width=22, is_bold=True),
        Column(mark("Laptop"), lambda row: _(LAPTOPS[row.state]), width=16),
        *(_month_column(month) for month in months),
        Column(mark("Last bundle"), _last, lambda row: row.last_at, width=15),
        Column(
            mark("Missing"), _missing, width=0, tone=lambda row: "danger" if row.missing else ""
        ),
    )


def _month_column(month: str) -> Column:
    return Column(
        month_short(month), _told(month), width=9,
        tone=lambda row: DELIVERY_TONES.get(row.deliveries.get(month), ""),
    )  # fmt: skip


def _told(month: str) -> Callable[[Any], str]:
    return lambda row: _(DELIVERIES[row.deliveries[month]]) if month in row.deliveries else ""


DIFFERENCES = (
    Column(mark("Name"), lambda row: row.worker_name, width=22),
    Column(mark("Month"), lambda row: row.month, width=10),
    Column(mark("Figure"), lambda row: f"{row.indicator} {row.dimension} {row.key}", width=0),
    Column(mark("Sent"), lambda row: number(row.sent), lambda row: row.sent, 10, True),
    Column(mark("Counted here"), lambda row: number(row.found), lambda row: row.found, 12, True),
)
