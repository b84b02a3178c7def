"""Hulpvragen of one family: what was asked, and how it ended."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark, short_date
from ouderapp.base.ids import Id
from ouderapp.help_requests.commands import delete_help_request, reopen_help_request
from ouderapp.help_requests.queries import help_requests_of
from ouderapp.help_requests.records import HelpRequestRow, Status
from ouderapp.ui.background import Background
from ouderapp.ui.help_requests.sheets import ClosingSheet, HelpRequestSheet
from ouderapp.ui.list_part import ListPart
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word, words_of


def _words(row: HelpRequestRow) -> str:
    return row.words or words_of("theme", row.themes)


def _quiet(row: HelpRequestRow) -> str:
    return "muted" if row.status == Status.CLOSED else ""


def _closed(row: HelpRequestRow) -> str:
    return short_date(row.closed_on) if row.closed_on else ""


COLUMNS = (
    Column(mark("Question"), _words, width=0, is_bold=True, tone=_quiet),
    Column(mark("Themes"), lambda row: words_of("theme", row.themes), width=28),
    Column(mark("Asked on"), lambda row: short_date(row.raised_on), lambda row: row.raised_on, 13),
    Column(mark("State"), lambda row: word("request_status", row.status), width=12),
    Column(mark("How it ended"), lambda row: word("request_outcome", row.outcome), width=26),
    Column(mark("Closed on"), _closed, lambda row: row.closed_on, 13),
)


class HelpRequestsTab(ListPart):
    """Space closes a question, or opens it again."""

    tables: ClassVar = frozenset(("help_request", "person"))
    name: ClassVar = mark("Help requests")
    empty: ClassVar = mark("No help requests yet. Write the first one in the family's own words.")
    columns: ClassVar = COLUMNS

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.add_act(mark("New help request"), self._new, kind="primary")
        self.add_row_act(mark("Close, or open again"), self.mark_row)

    def reload(self) -> None:
        self.background.run(help_requests_of, self.family, then=self.show_rows, owner=self)

    def edit_row(self, id_: Id) -> None:
        HelpRequestSheet(self.background, self.family, self.window(), request_id=id_).open_beside()

    def mark_row(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None and row.status == Status.CLOSED:
            self.background.run(reopen_help_request, id_, owner=self)
        elif row is not None:
            ClosingSheet(self.background, id_, self.window()).open_beside()

    def bin_rows(self, ids: Sequence[Id]) -> None:
        for id_ in ids:
            self.background.run(delete_help_request, id_, owner=self)

    def _new(self) -> None:
        HelpRequestSheet(self.background, self.family, self.window()).open_beside()
