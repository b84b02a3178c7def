"""What is known of one place, with the people there, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.directory.records import DirectoryCard, Place
from ouderapp.ui.directory.columns import DAYS, PEOPLE
from ouderapp.ui.directory.told import facts_of, told_check
from ouderapp.ui.flow import Flow
from ouderapp.ui.look import set_type
from ouderapp.ui.place import button
from ouderapp.ui.rows_view import RowsView

GONE, BACK = mark("Mark as no longer there"), mark("It is there again")
SERVICE, SCHOOL = mark("Service: {name}"), mark("School: {name}")


class PlaceCard(QFrame):
    """Everything about the place that is chosen; signals say what a person wants of it."""

    asked = Signal(str)
    """`checked`, `edit`, `letter`, `referral`, `retire`, `person` or `day`."""
    person_edit_asked = Signal(object)
    person_bin_asked = Signal(object)
    day_bin_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: DirectoryCard | None = None
        self.setProperty("kind", "card")
        self._name = QLabel(wordWrap=True)
        set_type(self._name, "h2")
        self._facts = QLabel(wordWrap=True)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._check = QLabel(wordWrap=True)
        set_type(self._check, "small")
        self.people = RowsView(PEOPLE, mark("People there"))
        self.days = RowsView(DAYS, mark("Days without class"), order=0)
        self._retire = self._button(GONE, "retire", "quiet")
        self._refer = self._button(mark("Referral"), "referral")
        self._new_day = self._button(mark("Day without class…"), "day", "quiet")
        self._lay_out()
        self.people.edit_asked.connect(self.person_edit_asked)
        self.people.opened.connect(self.person_edit_asked)
        self.people.bin_asked.connect(self.person_bin_asked)
        self.days.bin_asked.connect(self.day_bin_asked)

    def show_card(self, card: DirectoryCard) -> None:
        """Show this place."""
        self.shown = card
        is_school = card.place == Place.SCHOOL
        self.setAccessibleName(_(SCHOOL if is_school else SERVICE).format(name=card.name or ""))
        self._name.setText(card.name or "")
        self._facts.setText("\n".join(facts_of(card)))
        self._check.setText(told_check(card))
        set_type(self._check, "mark" if card.is_stale else "small")
        self.people.show_rows(card.people)
        self.people.setVisible(bool(card.people))
        self.days.show_rows(card.days_off)
        self.days.setVisible(bool(card.days_off))
        self._new_day.setVisible(is_school)
        self._refer.setVisible(not is_school and card.is_active)
        self._retire.setText(_(GONE if card.is_active else BACK))

    def _button(self, words: str, wish: str, kind: str = "") -> QPushButton:
        return button(words, partial(self.asked.emit, wish), kind=kind)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self._facts)
        layout.addWidget(self._check)
        layout.addWidget(
            _flowing(
                self._button(mark("Checked today"), "checked"),
                self._button(mark("Edit"), "edit"),
                self._button(mark("Letter"), "letter"),
                self._refer,
            )
        )
        layout.addWidget(self.people)
        layout.addWidget(self.days)
        person = self._button(mark("Somebody there…"), "person", "quiet")
        layout.addWidget(_flowing(person, self._new_day, self._retire))
        layout.addStretch(1)


def _flowing(*buttons: QPushButton) -> QWidget:
    """Buttons beside each other as long as there is room."""
    line = QWidget()
    flow = Flow(line)
    for one in buttons:
        flow.addWidget(one)
    return line
