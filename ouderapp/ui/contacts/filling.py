"""What a new contact fills in by itself: family, likely values, or the draft that waits."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from ouderapp.base import clock
from ouderapp.contacts.defaults import usual_minutes
from ouderapp.contacts.queries.form import context_of, families_to_choose
from ouderapp.contacts.records import ContactDefaults
from ouderapp.store.drafts import draft_of, drafts
from ouderapp.ui.background import Background
from ouderapp.ui.contacts import contact_draft
from ouderapp.ui.contacts.form import ContactForm
from ouderapp.ui.contacts.keeping import Keeping
from ouderapp.ui.contacts.typed import TypedWords
from ouderapp.ui.contacts.words import distinct

BY_DEFAULT = ("initiative", "language", "has_interpreter", "place")
GIVEN = ("held_on", "starts", "minutes", "kind")


Choices = tuple[tuple[str, str], ...]


def families_in_words(session: Any) -> Choices:
    """Every family that can be chosen; the words of thousands are made away from the drawing."""
    return distinct(families_to_choose(session))


class Filling(QObject):
    """Asks the store and fills the form; what a person set by hand always stays."""

    settled = Signal()
    """Every answer is there."""
    resumed = Signal()
    """The form shows a draft that was not asked for by name."""

    def __init__(
        self,
        background: Background,
        form: ContactForm,
        words: TypedWords,
        keeping: Keeping,
        wanted: Mapping[str, Any],
    ) -> None:
        super().__init__(form)
        self._background = background
        self._form = form
        self._words = words
        self._keeping = keeping
        self._wanted = wanted
        self._by_hand: set[str] = set()
        self.asking = 0
        for name, field in form.fields().items():
            field.edited.connect(partial(self._by_hand.add, name))
        form.family.edited.connect(self.family_chosen)
        form.kind.edited.connect(self._suggest_minutes)

    def begin(self) -> None:
        """Now, the families, and the draft that was asked for or that waits."""
        self._suggest_now()
        self._ask(families_in_words, then=self._offer_families)
        if "draft" in self._wanted:
            name = str(self._wanted["draft"])
            self._ask(draft_of, name, then=partial(self._resume, name))
        else:
            self._ask(drafts, then=self._resume_newest)

    def family_chosen(self) -> None:
        """Fill in what is likely for this family."""
        if self._form.family.value():
            self._ask_context(self._fill_defaults)

    def start_anew(self) -> None:
        """An empty form; what was shown stays among the drafts."""
        self._keeping.begin_anew()
        self._words.kept, self._words.added = set(), []
        self._form.clear()
        self._words.read()
        self._words.show_promises()
        self._by_hand.clear()
        self._suggest_now()
        self._start()
        self._form.family.setFocus()

    def _ask(self, work: Any, *args: Any, then: Any) -> None:
        self.asking += 1
        self._background.run(work, *args, then=partial(self._answered, then), owner=self._form)

    def _answered(self, then: Any, answer: Any) -> None:
        self.asking -= 1
        then(answer)
        if not self.asking:
            self.settled.emit()

    def _suggest_now(self) -> None:
        now = clock.local_now()
        self._words.suggest("held_on", now.date())
        self._words.suggest("starts", now.time().replace(second=0))

    def _offer_families(self, found: Choices) -> None:
        """Offer them; a name that was typed in the meantime is looked up now."""
        family = self._form.family
        typed = family.line.text()
        family.set_choices(found)
        if typed:
            family.line.setText(typed)
            if not family.line.hasFocus():
                family.take_first()

    def _resume_newest(self, kept: list[tuple[str, dict[str, Any]]]) -> None:
        """Go on with the newest draft when it is about this family, or when none was asked."""
        asked = self._wanted.get("family")
        fits = (
            (name, body)
            for name, body in kept
            if contact_draft.is_contact_draft(name) and asked in (None, body.get("family"))
        )
        name, body = next(fits, ("", None))
        if body is None or self._by_hand or len(self._wanted) > 1:
            self._start()
            return
        self._resume(name, body)
        self.resumed.emit()

    def _resume(self, name: str, body: dict[str, Any] | None) -> None:
        if body is None:
            self._start()
            return
        values = contact_draft.values_of(body)
        persons, kind = values.pop("persons"), values.pop("kind", None)
        self._by_hand.update((*values, "kind"))
        self._keeping.go_on(name)
        self._words.kept = set(body.get("kept", ()))
        self._words.added = contact_draft.promises_of(body)
        self._form.fill(values)
        if kind:
            self._form.set_kind(kind)
        self._words.read()
        self._words.show_promises()
        self._form.summary.text.moveCursor(QTextCursor.MoveOperation.End)
        self._ask_context(partial(self._restore_people, persons))

    def _restore_people(self, persons: tuple[str, ...], found: ContactDefaults) -> None:
        self._form.offer_people(found.people)
        self._form.persons.set_value(persons)
        self._go_to_note()

    def _start(self) -> None:
        if self._wanted.get("family"):
            self._form.family.set_value(self._wanted["family"])
        for name in GIVEN:
            if self._wanted.get(name) is not None:
                self._words.suggest(name, self._wanted[name])
                self._by_hand.add(name)
        self._ask_context(self._fill_defaults)

    def _ask_context(self, then: Any) -> None:
        self._ask(context_of, self._form.family.value(), clock.local_now(), then=then)

    def _fill_defaults(self, found: ContactDefaults) -> None:
        self._form.offer_people(found.people)
        self._form.persons.set_value(found.persons)
        if "kind" not in self._by_hand:
            self._words.suggest("kind", found.kind)
        self._suggest_minutes()
        for name in BY_DEFAULT:
            if name not in self._by_hand:
                self._form.fields()[name].set_value(getattr(found, name))
        self._go_to_note()

    def _suggest_minutes(self) -> None:
        kind = self._form.kind.value()
        if kind and "minutes" not in self._by_hand:
            self._words.suggest("minutes", usual_minutes(kind))

    def _go_to_note(self) -> None:
        """With the family known, the cursor goes where the work is."""
        if self._form.family.value() and self._form.family.line.hasFocus():
            self._form.summary.setFocus()
