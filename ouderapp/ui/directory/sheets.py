"""The forms of the social map: a service, a school, somebody there, a day without class."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.directory import commands, queries
from ouderapp.directory.records import (
    PartnerDraft,
    PersonThere,
    PersonThereDraft,
    SchoolDraft,
)
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField, ManyField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField, TextField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices

SAVE = mark("Save and close")


class _PlaceForm(Form):
    """What a service and a school have both."""

    def add_address(self) -> None:
        """Where it is, and how to call."""
        self.street = self.add(mark("Street"), LineField(is_optional=True))
        self.number = self.add(mark("Number"), LineField(limit=20, is_optional=True))
        self.postcode = self.add(mark("Postcode"), LineField(limit=4, is_optional=True))
        self.municipality = self.add(mark("Town"), LineField(limit=80, is_optional=True))
        self.phone = self.add(mark("Phone"), LineField(limit=40, is_optional=True))


class PartnerForm(_PlaceForm):
    """A service."""

    def __init__(self) -> None:
        super().__init__()
        languages = [(tag, _(words)) for tag, words in LANGUAGE_WORDS.items()]
        self.name = self.add(mark("Name"), LineField(is_required=True))
        self.kind = self.add(mark("Kind"), ChoiceField(choices("partner_kind"), is_required=True))
        self.offer = self.add(
            mark("For what"),
            TextField(lines=3, is_optional=True),
            hint=mark("What they do, and for whom."),
        )
        self.opening_hours = self.add(
            mark("Opening hours"), TextField(limit=200, lines=2, is_optional=True)
        )
        self.cost = self.add(mark("Cost"), LineField(limit=200, is_optional=True))
        self.registration = self.add(
            mark("How to register"), TextField(limit=200, lines=2, is_optional=True)
        )
        self.add_address()
        self.email = self.add(mark("E-mail"), LineField(is_optional=True))
        self.tips = self.add(mark("Own tips"), TextField(lines=2, is_optional=True))
        self.checked_on = self.add(mark("Last checked"), DateField())
        self.languages = self.add(mark("Languages"), ManyField(languages))


class SchoolForm(_PlaceForm):
    """A school, or one campus of it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = self.add(mark("Name"), LineField(is_required=True))
        self.school_level = self.add(
            mark("Kind"), ChoiceField(choices("school_level"), is_required=True)
        )
        self.community = self.add(
            mark("Community"),
            ChoiceField(choices("community")),
            hint=mark("The holidays of the school follow from this."),
        )
        self.platform = self.add(mark("Address of Smartschool"), LineField(is_optional=True))
        self.second_semester_on = self.add(mark("Second semester from"), DateField(is_past=False))
        self.add_address()
        self.checked_on = self.add(mark("Last checked"), DateField())


class _EditSheet(Sheet):
    """A form with its two buttons; `place` is None for a new one."""

    form: Form

    def __init__(
        self, background: Background, title: str, place: Id | None, parent: QWidget | None
    ) -> None:
        super().__init__(background, title, parent, width=640)
        self.keep_as(place)
        self.place = place
        self._kept: Any = None
        self.form = self.make_form()
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(SAVE, self._save, kind="primary")
        self.ask()

    def make_form(self) -> Form:
        """The form of this sheet."""
        raise AssertionError(type(self).__name__)

    def ask(self) -> None:
        """Ask what the form shows; a new one shows nothing."""

    def fill(self, record: Any) -> None:
        """Show what is kept."""
        self._kept = record
        self.form.fill(record)

    def keep(self) -> None:
        """Run the command."""

    def kept_values(self, *names: str) -> dict[str, Any]:
        """What the form does not ask, as it stands in the store."""
        return {name: getattr(self._kept, name) for name in names} if self._kept else {}

    def run(self, command: Any, *args: Any) -> None:
        """Run a command, and close when it is done."""
        self.background.run(command, *args, then=lambda _answer: self.close(), owner=self)

    def _save(self) -> None:
        if self.form.is_ready():
            self.keep()


class PartnerSheet(_EditSheet):
    """Dienst: new, or one to change."""

    def __init__(
        self, background: Background, place: Id | None, parent: QWidget | None = None
    ) -> None:
        title = mark("Change service") if place else mark("New service")
        super().__init__(background, title, place, parent)

    def make_form(self) -> Form:
        return PartnerForm()

    def ask(self) -> None:
        if self.place:
            self.background.run(queries.partner_as_typed, self.place, then=self.fill, owner=self)

    def keep(self) -> None:
        draft = self.form.draft_as(PartnerDraft, **self.kept_values("is_active"))
        if self.place:
            self.run(commands.edit_partner, self.place, draft)
        else:
            self.run(commands.add_partner, draft)


class SchoolSheet(_EditSheet):
    """School: new, or one to change."""

    def __init__(
        self, background: Background, place: Id | None, parent: QWidget | None = None
    ) -> None:
        title = mark("Change school") if place else mark("New school")
        super().__init__(background, title, place, parent)

    def make_form(self) -> Form:
        return SchoolForm()

    def ask(self) -> None:
        if self.place:
            self.background.run(queries.school_as_typed, self.place, then=self.fill, owner=self)
        else:
            self.form.fill({"school_level": "secundair"})

    def keep(self) -> None:
        draft = self.form.draft_as(SchoolDraft, **self.kept_values("is_active", "grades"))
        if self.place:
            self.run(commands.edit_school, self.place, draft)
        else:
            self.run(commands.add_school, draft)


class PersonForm(Form):
    """Somebody who works there."""

    def __init__(self) -> None:
        super().__init__()
        self.name = self.add(mark("Name"), LineField(is_required=True))
        self.function = self.add(mark("Function"), LineField(is_optional=True))
        self.phone = self.add(mark("Phone"), LineField(limit=40, is_optional=True))
        self.email = self.add(mark("E-mail"), LineField(is_optional=True))


class PersonSheet(_EditSheet):
    """Somebody at a service or a school: a new one of `(place, id)`, or one to change."""

    def __init__(
        self,
        background: Background,
        where: tuple[str, Id],
        person: PersonThere | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._where = where
        title = mark("Change person") if person else mark("Somebody there")
        super().__init__(background, title, person.id if person else None, parent)
        if person:
            self.fill(person)

    def make_form(self) -> Form:
        return PersonForm()

    def keep(self) -> None:
        draft = self.form.draft_as(PersonThereDraft)
        if self.place:
            self.run(commands.edit_person_there, self.place, draft)
        else:
            self.run(commands.add_person_there, *self._where, draft)


class DayOffForm(Form):
    """A day, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.day = self.add(mark("Day"), DateField(is_required=True, is_past=False))
        self.reason = self.add(
            mark("Why"), ChoiceField(choices("day_off_reason"), is_required=True)
        )


class DayOffSheet(_EditSheet):
    """A day without class that a school chose itself."""

    def __init__(self, background: Background, school: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Day without class"), school, parent)

    def make_form(self) -> Form:
        return DayOffForm()

    def keep(self) -> None:
        values = self.form.values()
        self.run(commands.add_day_off, self.place, values["day"], values["reason"])
