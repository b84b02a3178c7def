"""Vandaag: what the day holds and what waits, one list under the other."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, long_date, mark
from ouderapp.ui.background import Background
from ouderapp.ui.flow import Flow
from ouderapp.ui.icons import set_icon
from ouderapp.ui.page import Page
from ouderapp.ui.place import button
from ouderapp.ui.scrolled import Scrolled
from ouderapp.ui.today.appointments import Appointments, LeftOpen
from ouderapp.ui.today.section import Section
from ouderapp.ui.today.waiting import Drafts, Loose, Promises, Silent

SEARCH = mark("Search or do something…   Ctrl+K")
STARTS = (
    (mark("Contact"), "new_contact", "note-pencil"),
    (mark("Family"), "new_family", "users-three"),
    (mark("Homework class"), "class_today", "chalkboard-teacher"),
    (mark("Letter"), "write_letter", "envelope-simple"),
)


class TodayPage(Page):
    """The first page of every day."""

    name: ClassVar = "today"
    title: ClassVar = mark("Today")
    tables: ClassVar = frozenset(
        ("appointment", "follow_up", "contact", "referral", "family", "draft", "group_session",
         "participation", "partner")
    )  # fmt: skip

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.appointments = Appointments(background)
        self.sections: tuple[Section, ...] = (
            self.appointments,
            LeftOpen(background),
            Promises(background),
            Loose(background),
            Drafts(background),
            Silent(background),
        )
        self.search = _search_button()
        self.search.clicked.connect(partial(self.action_asked.emit, "search"))
        self.body.addWidget(self._starts())
        self.body.addWidget(Scrolled(self._lists()), 1)
        for at, section in enumerate(self.sections):
            section.open_asked.connect(self.open_asked)
            section.sheet_asked.connect(self.sheet_asked)
            section.message_asked.connect(self.message_asked)
            section.list.left.connect(partial(self._walk, at))

    def reload(self) -> None:
        """Every list asks its own rows."""
        self.set_title(_(self.title), long_date(today()))
        for section in self.sections:
            section.reload()

    def about(self) -> object:
        """The family of the row that has the focus."""
        for section in self.sections:
            if section.list.hasFocus():
                return section.family_of(section.list.current())
        return None

    def focus_first(self) -> None:
        """The search: from a cold start the cursor is there."""
        self.search.setFocus()

    def _walk(self, at: int, step: int) -> None:
        """The list above or below that has rows; from the top back to the search."""
        order = range(at + 1, len(self.sections)) if step > 0 else range(at - 1, -1, -1)
        for place in order:
            if self.sections[place].list.isVisible():
                self.sections[place].list.focus_row(0 if step > 0 else -1)
                return
        if step < 0:
            self.search.setFocus()

    def _starts(self) -> QWidget:
        line = QWidget()
        flow = Flow(line)
        flow.addWidget(self.search)
        for words, act, icon in STARTS:
            flow.addWidget(button(words, partial(self.action_asked.emit, act), icon=icon))
        return line

    def _lists(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        for section in self.sections:
            layout.addWidget(section)
        layout.addStretch(1)
        return inside


def _search_button() -> QPushButton:
    """It looks like a field and opens the search."""
    made = QPushButton(_(SEARCH))
    made.setMinimumWidth(320)
    made.setProperty("kind", "search")
    set_icon(made, "magnifying-glass", "muted")
    made.setCursor(Qt.CursorShape.IBeamCursor)
    return made
