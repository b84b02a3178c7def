"""Nieuw gezin: a whole family in one dialog, by keyboard alone (D01)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.clock import local_now, today
from ouderapp.base.i18n import _, clock_time, mark
from ouderapp.base.ids import Id
from ouderapp.directory.queries import schools_to_choose
from ouderapp.families.codes import Inflow
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import FamilyDraft, HomeDraft, NewFamily
from ouderapp.store.drafts import draft_of, drop_draft, forgetting, keep_draft
from ouderapp.ui import problems
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.draft_words import NEW_FAMILY
from ouderapp.ui.families.people_grid import PeopleGrid
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.keeping import AT_MOST_MS, KEEP_MS, KEPT
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import row_of
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices

DRAFT = NEW_FAMILY


class FamilyFields(Form):
    """What is known of the family as a whole; a name is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add(mark("Name of the family"), LineField(is_required=True))
        languages = choices("language")
        self.contact_language = self.add(
            mark("We talk in"), ChoiceField(languages, is_optional=True)
        )
        self.inflow = self.add(mark("How they came to us"), ChoiceField(choices("inflow")))
        self.opened_on = self.add(mark("File opened on"), DateField(is_required=True))
        self.inflow.set_value(Inflow.SELF)
        self.opened_on.set_value(today())


class AddressFields(Form):
    """Where they live, as far as it is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.street = self.add(mark("Street"), LineField(is_optional=True))
        self.number = self.add(mark("Number"), LineField(is_optional=True, limit=20))
        self.postcode = self.add(mark("Postcode"), LineField(is_optional=True, limit=4))
        self.municipality = self.add(mark("Town"), LineField(is_optional=True, limit=80))


class NewFamilySheet(Sheet):
    """Family, address and people; what is typed is kept as a draft until it is saved.

    Opened with `{"name": …}` it begins with that name instead of the draft.
    """

    def __init__(
        self, background: Background, about: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("New family"), parent, width=900)
        self.family, self.address, self.people = FamilyFields(), AddressFields(), PeopleGrid()
        self._kept = QLabel()
        set_type(self._kept, "small")
        self._later = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._latest = QTimer(self, interval=AT_MOST_MS, singleShot=True)
        self._is_saved = False
        self._build()
        self._listen()
        background.run(schools_to_choose, then=self.people.offer_schools, owner=self)
        if isinstance(about, Mapping) and about.get("name"):
            self.family.name.set_value(about["name"])
        else:
            background.run(draft_of, DRAFT, then=self._show_draft, owner=self)

    def save(self) -> None:
        """Write the family and open its file."""
        if not (self.family.is_ready() and self.address.is_ready()):
            return
        if not self.people.is_ready():
            problems.show(self, self.people.trouble())
            return
        save = forgetting(open_family, DRAFT)
        self.background.run(save, self.new_family(), then=self._saved, owner=self)

    def new_family(self) -> NewFamily:
        """What was typed."""
        values = self.address.values()
        opened_on = self.family.opened_on.value()
        home = HomeDraft(from_on=opened_on, **values) if any(values.values()) else None
        draft = self.family.draft_as(FamilyDraft, postcode=values["postcode"])
        return NewFamily(draft, self.people.members(draft.name), home)

    def _saved(self, family: Id) -> None:
        self._is_saved = True
        self._stop_timers()
        self.open_asked.emit("family", family)
        self.close()

    def keep_now(self) -> None:
        """The draft, at once."""
        if self._later.isActive() or self._latest.isActive():
            self._keep()

    def _keep(self) -> None:
        self._stop_timers()
        if self._is_saved:
            return
        body: dict[str, Any] = {"family": _texts(self.family), "address": _texts(self.address)}
        body["people"] = self.people.body()
        self.background.run(keep_draft, DRAFT, body, then=self._tell_draft, owner=self)

    def _tell_draft(self, _answer: object) -> None:
        self._kept.setText(_(KEPT).format(time=clock_time(local_now().time())))

    def _show_draft(self, body: Mapping[str, Any] | None) -> None:
        if body:
            self.family.fill(body["family"])
            self.address.fill(body["address"])
            self.people.fill(body["people"])
            self.family.opened_on.set_value(today())
            self._again.show()

    def _begin_again(self) -> None:
        """Forget the draft: every field is empty again."""
        self._stop_timers()
        self.background.run(drop_draft, DRAFT)
        for field in (self.family.name, *self.address.fields().values()):
            field.set_value("")
        self.people.clear()
        self._kept.clear()
        self._again.hide()
        self.family.name.setFocus()

    def _start_timers(self) -> None:
        self._later.start()
        if not self._latest.isActive():
            self._latest.start()

    def _stop_timers(self) -> None:
        self._later.stop()
        self._latest.stop()

    def _listen(self) -> None:
        for timer in (self._later, self._latest):
            timer.timeout.connect(self._keep)
        self.people.grown.connect(self.grow, Qt.ConnectionType.QueuedConnection)
        for part in (self.family, self.address, self.people):
            part.edited.connect(self._start_timers)

    def _build(self) -> None:
        sides = row_of(self.family, self.address, spacing=32)
        nest(self.body, sides)
        words = QLabel(_("Who belongs to the family?"))
        set_type(words, "h3")
        self.body.addWidget(words)
        self.body.addWidget(self.people)
        self.body.addStretch(1)
        self.add_note(self._kept)
        self._again = self.add_button(mark("Begin again"), self._begin_again, kind="quiet")
        self._again.hide()
        self.add_button(mark("Cancel"), self.close)
        self.add_button(mark("Save and open"), self.save, kind="primary")


def _texts(form: Form) -> dict[str, str]:
    """The fields that JSON can hold, by name."""
    return {name: value for name, value in form.values().items() if isinstance(value, str)}
