"""An appointment: with whom, what, when and where; made new, or changed."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ouderapp.agenda.commands import edit_appointment, make_appointment
from ouderapp.agenda.queries import appointment
from ouderapp.agenda.records import AppointmentDraft, AppointmentRow
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.contacts.defaults import usual_minutes
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.form import families_to_choose
from ouderapp.contacts.records import FamilyChoice
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField, SuggestField
from ouderapp.ui.contacts.words import distinct
from ouderapp.ui.day_fields import DateField, TimeField
from ouderapp.ui.fields import LineField, NumberField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices


class AppointmentForm(Form):
    """Family or a few words; the day lies ahead."""

    def __init__(self) -> None:
        super().__init__()
        self.family = self.add(mark("Family"), SuggestField(placeholder=mark("Type a few letters")))
        self.words = self.add(mark("What"), LineField(limit=500, is_optional=True))
        self.kind = self.add(mark("Kind of contact"), ChoiceField(choices("contact_kind")))
        self.planned_on = self.add(mark("Day"), DateField(is_required=True, is_past=False))
        self.starts = self.add(mark("Hour"), TimeField())
        self.minutes = self.add(
            mark("Duration"), NumberField(most=1440, step=5, suffix=" min", is_optional=True)
        )
        self.place = self.add(mark("Place"), LineField(limit=120, is_optional=True))
        self.kind.edited.connect(self._suggest_minutes)
        self.family.line.returnPressed.connect(self._to_words)

    def _suggest_minutes(self) -> None:
        self.minutes.set_value(usual_minutes(self.kind.value()))

    def _to_words(self) -> None:
        self.family.take_first()
        self.words.setFocus()


class AppointmentSheet(Sheet):
    """Saved at Ctrl+Enter."""

    def __init__(
        self,
        background: Background,
        day: date,
        parent: QWidget | None = None,
        *,
        appointment_id: Id | None = None,
        family: Id | None = None,
    ) -> None:
        title = mark("Change appointment") if appointment_id else mark("New appointment")
        super().__init__(background, title, parent)
        self.keep_as(appointment_id or family, family=family)
        self._id = appointment_id
        self._kept: AppointmentRow | None = None
        self._family = family
        self.form = AppointmentForm()
        self.form.planned_on.set_value(day)
        self.form.kind.set_value(Kind.HOME_VISIT.value)
        self.form.minutes.set_value(usual_minutes(Kind.HOME_VISIT))
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        background.run(families_to_choose, then=self._offer, owner=self)
        if appointment_id:
            background.run(appointment, appointment_id, then=self._fill, owner=self)
        self.form.family.setFocus()

    def _offer(self, found: list[FamilyChoice]) -> None:
        self.form.family.set_choices(distinct(found))
        if self._family:
            self.form.family.set_value(self._family)

    def _fill(self, row: AppointmentRow) -> None:
        self._kept = row
        self.form.fill(row)

    def _save(self) -> None:
        self.form.family.take_first()
        if not self.form.is_ready():
            return
        persons = self._kept.persons if self._kept else ()
        draft = self.form.draft_as(AppointmentDraft, persons=persons)
        if self._id:
            work, args = edit_appointment, (self._id, draft)
        else:
            work, args = make_appointment, (draft,)  # type: ignore[assignment]
        self.background.run(work, *args, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()
