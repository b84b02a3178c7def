"""One tendency: which capital, where it goes, and what shows it."""

from PySide6.QtWidgets import QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.capital.commands import edit_observation, observe
from ouderapp.capital.records import By, ObservationDraft, ObservationRow
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.contacts.records import ContactRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChipsField, ChoiceField
from ouderapp.ui.contacts.words import first_line, when
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import TextField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices, word

NEWEST = 20


class TendencyForm(Form):
    """A tendency always; a step belongs to a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.capital = self.add(mark("Capital"), ChipsField(choices("capital"), is_required=True))
        self.tendency = self.add(
            mark("Tendency"), ChipsField(choices("tendency"), is_required=True)
        )
        self.note = self.add(mark("What shows it"), TextField(lines=3, is_optional=True))
        self.own_words = self.add(
            mark("The family's own words"), TextField(lines=2, is_optional=True)
        )
        self.evidence = self.add(mark("Seen in"), ChoiceField(is_optional=True))
        self.observed_on = self.add(mark("Day"), DateField(is_required=True))


class TendencySheet(Sheet):
    """New for a family, or an existing one to change."""

    def __init__(
        self,
        background: Background,
        family: Id,
        parent: QWidget | None = None,
        *,
        row: ObservationRow | None = None,
    ) -> None:
        title = mark("Change tendency") if row else mark("Note a tendency")
        super().__init__(background, title, parent, width=680)
        self.keep_as(row.id if row else family, family=family)
        self._family = family
        self._row = row
        self.form = TendencyForm()
        self.form.observed_on.set_value(today())
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        background.run(contacts_of, family, NEWEST, then=self._offer, owner=self)
        self.form.capital.setFocus()

    def _offer(self, rows: list[ContactRow]) -> None:
        self.form.evidence.set_choices([(row.id, _words(row)) for row in rows])
        if self._row is not None:
            self.form.fill(self._row)

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        by = self._row.by if self._row else By.WORKER.value
        step = self._row.step if self._row else None
        draft = self.form.draft_as(ObservationDraft, family=self._family, by=by, step=step)
        if self._row:
            self.background.run(edit_observation, self._row.id, draft, then=self._saved, owner=self)
        else:
            self.background.run(observe, draft, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()


def _words(row: ContactRow) -> str:
    said = first_line(row.summary)[:40]
    return f"{when(row)} {word('contact_kind', row.kind)} {said}".strip()
