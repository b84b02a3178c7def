"""The fields of a contact, in the order of the screen; the keys walk them in another order."""

from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.base.roles import CHILD_ROLES, ROLE_WORDS
from ouderapp.contacts.kinds import FIRST_KINDS, KINDS, Initiative
from ouderapp.contacts.records import ContactDraft, ContactRow, PersonHere
from ouderapp.ui.choice_fields import ChipsField, ChoiceField, ManyField, SuggestField
from ouderapp.ui.contacts.word_chips import WordChips
from ouderapp.ui.day_fields import DateField, TimeField
from ouderapp.ui.field import Field
from ouderapp.ui.fields import LineField, NumberField, TextField, YesNoField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.words import choices, word

MINUTES_STEP, NOTE_LINES = 5, 4
NOTE_LIMIT = 2000
"""More than a note may have: words that become chips do not count in the end."""
MORE_KINDS = "more"
PLANNED, SPONTANEOUS = "planned", "spontaneous"


class ContactForm(Form):
    """Family, kind, who, when, note, promise, capitals; the rest stands under More."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family = self.add(mark("Family"), FamilyField())
        self.kind = self.add(mark("Kind of contact"), ChipsField(_kinds(FIRST_KINDS)))
        self.persons = self.add(mark("Who was there"), ManyField())
        self._nobody = _quiet(_("First choose a family."))
        self.persons.layout().addWidget(self._nobody)  # type: ignore[union-attr]
        self.held_on, self.starts = DateField(is_required=True), TimeField()
        self.minutes = NumberField(most=1440, step=MINUTES_STEP, suffix=" min", is_optional=True)
        self._add_when()
        self.summary = self.add(
            mark("Note"), TextField(limit=NOTE_LIMIT, lines=NOTE_LINES, is_optional=True)
        )
        self.word_chips = self._add_chips()
        self.promise = self.add(
            mark("Promise"), LineField(limit=500, placeholder=mark("ask for the form, friday"))
        )
        self.promise_chips = self._add_chips()
        self.capitals = self.add(mark("Touches capital"), ManyField(choices("capital")))
        self.more = MoreFields()
        self.add_widget(self.more)
        self.more.hide()
        self.more.edited.connect(self._touch)
        self.kind.edited.connect(self._offer_all_kinds)

    def fields(self) -> dict[str, Field]:
        return super().fields() | self.more.fields()

    def draft(self, summary: str | None) -> ContactDraft:
        """The contact as typed, with this note."""
        return ContactDraft(**contact_values(self.values() | {"summary": summary}))

    def set_kind(self, kind: str) -> None:
        """Choose a kind, and offer it when it is not among the first ones."""
        if kind not in self.kind.chips:
            self.kind.set_choices(_kinds((*FIRST_KINDS, kind)))
        self.kind.set_value(kind)
        self.set_tabs()

    def hide_promise(self) -> None:
        """A contact that is changed has its promises elsewhere."""
        self.promise.hide()
        for label in self.findChildren(QLabel):
            if label.buddy() is self.promise.editor:
                label.hide()

    def offer_people(self, people: tuple[PersonHere, ...]) -> None:
        """Offer these persons; nobody is chosen yet."""
        self.persons.set_choices(tuple((one.id, _person(one)) for one in people))
        self.persons.set_value(())
        self._nobody.setVisible(not people)
        self.set_tabs()

    def set_tabs(self) -> None:
        """Tab walks: family, note, promise, capitals, kind, who, when, duration, the rest."""
        walk: list[QWidget] = [self.family.editor, self.summary.editor]
        walk += [*self.word_chips.buttons, self.promise.editor, *self.promise_chips.buttons]
        for chips in (self.capitals, self.kind, self.persons):
            walk += chips.chips.values()
        walk += [self.held_on.editor, self.starts.editor, self.minutes.editor, self.more]
        for before, after in zip(walk, walk[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _offer_all_kinds(self) -> None:
        if self.kind.value() == MORE_KINDS:
            self.kind.set_choices(tuple((kind, word("contact_kind", kind)) for kind in KINDS))
            self.set_tabs()
            self.kind.editor.setFocus()

    def _add_when(self) -> None:
        row = self._grid.rowCount()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.held_on)
        line.addWidget(self.starts)
        line.addSpacing(16)
        line.addWidget(self._label(mark("Duration"), self.minutes))
        line.addWidget(self.minutes)
        line.addStretch(1)
        self._grid.addWidget(self._label(mark("When"), self.held_on), row, 0)
        nest(self._grid, line, row, 1)
        self.held_on.editor.setAccessibleName(_("When: day"))
        self.starts.editor.setAccessibleName(_("When: hour"))
        self.minutes.editor.setAccessibleName(_("Duration in minutes"))
        for field in (self.held_on, self.starts, self.minutes):
            field.edited.connect(self._touch)

    def _add_chips(self) -> WordChips:
        made = WordChips()
        self._grid.addWidget(made, self._grid.rowCount(), 1)
        made.hide()
        return made


class FamilyField(SuggestField):
    """The family; a name that nobody knows yet is no mistake here (UX J4)."""

    def __init__(self) -> None:
        super().__init__(placeholder=mark("Type a few letters"))

    def trouble(self) -> Problem | None:
        return None


class MoreFields(Form):
    """What is rarely asked: who began, themes, language, interpreter, place, a service."""

    def __init__(self) -> None:
        super().__init__()
        self.initiative = self.add(mark("Who began"), ChipsField(choices("initiative")))
        self.manner = self.add(
            mark("Planned or not"),
            ChipsField(((PLANNED, _("Agreed beforehand")), (SPONTANEOUS, _("Spontaneous")))),
        )
        self.themes = self.add(mark("Themes"), ManyField(choices("theme")))
        languages = tuple((tag, _(words)) for tag, words in LANGUAGE_WORDS.items())
        self.language = self.add(mark("Language"), ChoiceField(languages, is_optional=True))
        self.has_interpreter = self.add("", YesNoField(mark("With an interpreter")))
        self.place = self.add(mark("Place"), LineField(limit=120, is_optional=True))
        self.partner = self.add(mark("Also there"), SuggestField(placeholder=mark("Type a name")))


def field_values(contact: ContactRow) -> dict[str, Any]:
    """What the fields show of a contact."""
    planned = contact.is_planned
    manner = None if planned is None else PLANNED if planned else SPONTANEOUS
    partner = contact.partners[0] if contact.partners else None
    return {**asdict(contact), "manner": manner, "partner": partner, "promise": ""}


def contact_values(fields: dict[str, Any]) -> dict[str, Any]:
    """What a contact holds of what the fields say."""
    values = dict(fields)
    values.pop("promise")
    manner, partner = values.pop("manner"), values.pop("partner")
    values["is_planned"] = None if manner is None else manner == PLANNED
    values["partners"] = (partner,) if partner else ()
    values["initiative"] = values["initiative"] or Initiative.WORKER
    return values


def _kinds(kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """These kinds, and the way to all others."""
    shown = tuple((str(kind), word("contact_kind", kind)) for kind in kinds)
    return (*shown, (MORE_KINDS, _("More kinds…")))


def _person(person: PersonHere) -> str:
    """Sara; Rania (moeder) for an adult."""
    role = _(ROLE_WORDS.get(person.role, person.role))
    if not person.name or person.role in CHILD_ROLES:
        return person.name or role
    return f"{person.name} ({role})"


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    set_type(label, "small")
    return label
