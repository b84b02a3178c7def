"""The timeline of one family: the strip of the year, the first times, every contact."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.base.ids import Id
from ouderapp.base.school_year import school_year_name, school_year_of
from ouderapp.contacts.commands import delete_contact
from ouderapp.contacts.queries.form import who_may_be_there
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.contacts.queries.trust import trust_line_of
from ouderapp.contacts.records import ContactDot, ContactRow, PersonHere
from ouderapp.contacts.trust_line import Milestone
from ouderapp.ui.background import Background
from ouderapp.ui.contacts.edit_sheet import EditContact
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.part import Part
from ouderapp.ui.place import row_of
from ouderapp.ui.timeline.entry_list import EntryList
from ouderapp.ui.timeline.strip_pane import StripPane

EMPTY = mark("No contacts yet. This will be a first meeting.")


class TimelineTab(Part):
    """Enter opens an entry in place, F2 changes it, Del moves it to the bin."""

    tables: ClassVar = frozenset(("contact", "person", "member", "consent", "participation"))

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self._rows: list[ContactRow] = []
        self._firsts: list[Milestone] = []
        self.strip = StripPane(mark("Contacts of the school year"))
        self.year = _box(_("School year"))
        self.person = _box(_("With whom"))
        self.count = QLabel()
        set_type(self.count, "muted")
        self.list = EntryList(mark("Contacts, newest first"))
        self._empty = QLabel(_(EMPTY), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_type(self._empty, "muted")
        line = row_of(self.year, self.person, self.count)
        line.addStretch(1)
        nest(self.body, line)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list, 1)
        self._empty.hide()
        self.year.activated.connect(self._show_strip)
        self.person.activated.connect(self._show_rows)
        self.list.edit_asked.connect(self._edit)
        self.list.bin_asked.connect(self._bin)

    def reload(self) -> None:
        """The contacts first; then the first times and the names for the filter."""
        self.background.run(contacts_of, self.family, then=self._show, owner=self)
        self.background.run(trust_line_of, self.family, then=self._show_firsts, owner=self)
        self.background.run(who_may_be_there, self.family, then=self._offer, owner=self)

    def choose(self, contact: Id) -> None:
        """Go to this contact and open it in place."""
        for at, row in enumerate(self.list.rows.rows):
            if row.id == contact:
                self.list.opened.add(contact)
                self.list.setCurrentIndex(self.list.rows.index(at, 0))
                self.list.scheduleDelayedItemsLayout()

    def _show(self, rows: list[ContactRow]) -> None:
        self._rows = rows
        years = sorted({school_year_of(row.held_on) for row in rows}, reverse=True)
        kept = self.year.currentData()
        self.year.clear()
        for year in years or [school_year_of(today())]:
            self.year.addItem(school_year_name(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(kept)))
        self._show_rows()
        self._show_strip()

    def _show_rows(self) -> None:
        person = self.person.currentData()
        rows = [row for row in self._rows if person is None or person in row.persons]
        self.list.show_rows(rows)
        words = ngettext("{n} contact", "{n} contacts", len(rows))
        self.count.setText(words.format(n=number(len(rows))))
        has_any = bool(self._rows)
        for part in (self.list, self.strip, self.year, self.person, self.count):
            part.setVisible(has_any)
        self._empty.setVisible(not has_any)

    def _show_firsts(self, firsts: list[Milestone]) -> None:
        self._firsts = firsts
        self._show_strip()

    def _show_strip(self) -> None:
        dots = [ContactDot(r.id, r.held_on, r.initiative, r.kind) for r in reversed(self._rows)]
        year = int(self.year.currentData() or school_year_of(today()))
        of_year = [dot for dot in dots if school_year_of(dot.held_on) == year]
        self.strip.show_year(year, of_year, self._firsts)

    def _offer(self, people: list[PersonHere]) -> None:
        kept = self.person.currentData()
        self.person.clear()
        self.person.addItem(_("Everybody"), None)
        for one in sorted(people, key=lambda person: person.name):
            self.person.addItem(one.name, one.id)
        self.person.setCurrentIndex(max(0, self.person.findData(kept)))

    def _edit(self, contact: Id) -> None:
        EditContact(self.background, contact, self.window()).open_beside()

    def _bin(self, contact: Id) -> None:
        self.background.run(delete_contact, contact, owner=self)


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made
