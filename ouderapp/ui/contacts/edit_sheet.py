"""Contact wijzigen: the same fields as a new one, and the bin."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import delete_contact, edit_contact
from ouderapp.contacts.queries.form import families_to_choose, who_may_be_there
from ouderapp.contacts.queries.lists import contact
from ouderapp.contacts.records import ContactRow, FamilyChoice, PersonHere
from ouderapp.ui.background import Background
from ouderapp.ui.contacts.form import ContactForm, field_values
from ouderapp.ui.contacts.words import distinct
from ouderapp.ui.sheet import Sheet


class EditContact(Sheet):
    """Shows a contact as it is; saved at Ctrl+Enter."""

    def __init__(
        self, background: Background, contact_id: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Change contact"), parent, width=860)
        self.keep_as(contact_id)
        self._id = Id(str(contact_id))
        self._kept: ContactRow | None = None
        self.form = ContactForm()
        self.form.hide_promise()
        self.form.more.show()
        self.body.addWidget(self.form)
        self.add_button(mark("Move to bin"), self._bin, kind="danger")
        self.add_button(mark("Save"), self._save, kind="primary")
        self.form.family.edited.connect(self._ask_people)
        background.run(families_to_choose, then=self._offer, owner=self)
        background.run(contact, self._id, then=self._fill, owner=self)

    def _offer(self, found: list[FamilyChoice]) -> None:
        self.form.family.set_choices(distinct(found))

    def _fill(self, row: ContactRow) -> None:
        self._kept = row
        values = field_values(row)
        self.form.set_kind(row.kind)
        self.form.fill(values)
        self._ask_people()
        self.form.summary.setFocus()

    def _ask_people(self) -> None:
        family = self.form.family.value()
        if family:
            self.background.run(who_may_be_there, family, then=self._offer_people, owner=self)

    def _offer_people(self, people: list[PersonHere]) -> None:
        held = self._kept.persons if self._kept else ()
        self.form.offer_people(tuple(people))
        self.form.persons.set_value(held)
        self.grow()

    def _save(self) -> None:
        if not self.form.is_ready() or self._kept is None:
            return
        draft = self.form.draft(self.form.summary.value())
        kept = self._kept
        partners = kept.partners if draft.partners == kept.partners[:1] else draft.partners
        draft = replace(draft, session=kept.session, circle=kept.circle, partners=partners)
        self.background.run(edit_contact, self._id, draft, then=self._saved, owner=self)

    def _bin(self) -> None:
        self.background.run(delete_contact, self._id, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()
