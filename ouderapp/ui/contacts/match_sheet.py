"""Koppelen: say whose contact it was, with a few letters and Enter (UX J4)."""

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import match_contact
from ouderapp.contacts.queries.form import families_to_choose
from ouderapp.contacts.queries.lists import contact
from ouderapp.contacts.records import ContactRow, FamilyChoice
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import SuggestField
from ouderapp.ui.contacts.words import distinct, first_line, heading, when
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet

TITLE = mark("Link to a family")


class FamilyForm(Form):
    """One question: which family."""

    def __init__(self) -> None:
        super().__init__()
        field = SuggestField(is_required=True, placeholder=mark("Type a few letters"))
        self.family = self.add(mark("Family"), field)


class MatchSheet(Sheet):
    """Shows the note, asks the family, and links at Enter."""

    def __init__(
        self, background: Background, contact_id: Id, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, TITLE, parent)
        self.keep_as(contact_id)
        self._contact = contact_id
        self._about = QLabel(wordWrap=True)
        self.form = FamilyForm()
        self.family = self.form.family
        self.body.addWidget(self._about)
        self.body.addWidget(self.form)
        self.add_button(mark("Link"), self._link, kind="primary")
        self.family.line.returnPressed.connect(self._link)
        background.run(contact, contact_id, then=self._show, owner=self)
        background.run(families_to_choose, then=self._offer, owner=self)
        self.family.setFocus()

    def _show(self, row: ContactRow) -> None:
        parts = (when(row), heading(row), f"“{first_line(row.summary)}”")
        self._about.setText(" · ".join(parts))

    def _offer(self, found: list[FamilyChoice]) -> None:
        self.family.set_choices(distinct(found))

    def _link(self) -> None:
        self.family.take_first()
        if self.form.is_ready():
            self.background.run(
                match_contact,
                self._contact,
                self.family.value(),
                then=self._linked,
                owner=self,
            )

    def _linked(self, _answer: object) -> None:
        self.accept()
