"""From the form to the act: the contact as typed, and the command that fits its day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Any

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.contacts.commands import plan_contact, record_contact
from ouderapp.contacts.records import ContactDraft, PromiseAlong, Recorded
from ouderapp.contacts.rules import becomes_appointment
from ouderapp.store.drafts import drop_draft
from ouderapp.ui.contacts.form import ContactForm
from ouderapp.ui.contacts.typed import TypedWords

UNKNOWN_FAMILY = mark("{name}: {note}")


def typed_contact(form: ContactForm, words: TypedWords) -> ContactDraft:
    """The contact as typed; the name of a family that nobody knows stands before the note (J4)."""
    draft = form.draft(words.typed.text or None)
    name = "" if draft.family else form.family.line.text().strip()
    if name:
        note = _(UNKNOWN_FAMILY).format(name=name, note=draft.summary or "").rstrip(": ")
        draft = replace(draft, summary=note)
    return draft


def recorded_or_planned(held_on: date) -> Callable[..., Recorded]:
    """The command for a contact on this day, which also forgets its draft in the same act."""
    command = plan_contact if becomes_appointment(held_on, today()) else record_contact

    @wraps(command)
    def save(
        session: Any, draft: ContactDraft, promises: tuple[PromiseAlong, ...], name: str
    ) -> Recorded:
        found = command(session, draft, promises)
        drop_draft(session, name)
        return found

    return save
