"""Overzicht: the three cards, and the last contacts under them."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.contacts.records import ContactRow
from ouderapp.families.overview import Dossier
from ouderapp.ui.background import Background
from ouderapp.ui.families.cards import Cards
from ouderapp.ui.families.columns import near_date
from ouderapp.ui.look import set_type
from ouderapp.ui.part import Part
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.words import word

LAST = 12
NONE = mark("No contacts yet. This will be a first meeting.")


def _note(row: ContactRow) -> str:
    return " ".join((row.summary or "").split())


def _minutes(row: ContactRow) -> str:
    return _("{n} min").format(n=row.minutes) if row.minutes else ""


COLUMNS = (
    Column(mark("Date"), lambda r: near_date(r.held_on), lambda r: r.held_on or date.min, 11),
    Column(mark("Kind"), lambda r: word("contact_kind", r.kind), width=22),
    Column(mark("Duration"), _minutes, lambda r: r.minutes or 0, 9),
    Column(mark("Who was there"), lambda r: ", ".join(r.who), width=26),
    Column(mark("Note"), _note, width=0),
)


class OverviewTab(Part):
    """What somebody wants to know before ringing the bell."""

    tables: ClassVar = frozenset(("contact",))

    sheet_asked = Signal(str, object)

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.cards = Cards()
        self.view = RowsView(COLUMNS, mark("Last contacts"))
        self._title = QLabel(_("Last contacts"))
        set_type(self._title, "h3")
        self._none = QLabel(_(NONE))
        set_type(self._none, "muted")
        self.body.addWidget(self.cards)
        self.body.addWidget(self._title)
        self.body.addWidget(self._none)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        self.view.opened.connect(self._open)
        self.view.edit_asked.connect(self._open)

    def reload(self) -> None:
        self.background.run(contacts_of, self.family, LAST, then=self._show, owner=self)

    def show_family(self, told: Dossier) -> None:
        """What the head of the page knows already."""
        self.cards.show_family(told)

    def _show(self, rows: list[ContactRow]) -> None:
        self.view.show_rows(rows)
        self.view.setVisible(bool(rows))
        self._title.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _open(self, contact: Id) -> None:
        self.sheet_asked.emit("edit_contact", contact)
