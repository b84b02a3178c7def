"""What is typed for a letter: only the fields that its kind has."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.letters.kinds import KINDS, Template
from ouderapp.letters.records import LetterDraft, ReaderRow
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.field import Field
from ouderapp.ui.fields import LineField, TextField
from ouderapp.ui.form import Form

SECOND = (
    ("fr", mark("French")), ("en", mark("English")), ("tr", mark("Turkish")),
    ("ar", mark("Arabic")),
)  # fmt: skip
LISTS = ("done", "rights", "to_bring")

ALSO_WANTED = {
    "partner_address": mark("Address of the service"),
    "sender_name": mark("Your name, at Settings"),
    "sender_phone": mark("Your phone, at Settings"),
}


def missing_words(template: str, missing: Iterable[str]) -> str:
    """What is not filled in yet, by the names of the screen."""
    fields = {field.name: field.word for field in KINDS[Template(template)].fields}
    return ", ".join(_((fields | ALSO_WANTED)[name]) for name in missing)


class DraftForm(Form):
    """The fields of one kind of letter; lists are typed one a line."""

    def __init__(
        self, template: str, readers: list[ReaderRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        adults = [(one.id, one.name) for one in readers if not one.has_no_contact]
        seconds = [(code, _(words)) for code, words in SECOND]
        self.parent_ = self.add(mark("Read together with"), ChoiceField(adults))
        self.second = self.add(mark("Second language"), ChoiceField(seconds, is_optional=True))
        self.attention = self.add(mark("For the attention of"), LineField(limit=80))
        self.dated_on = self.add(mark("Date of the letter"), DateField(is_required=True))
        for field in KINDS[Template(template)].fields:
            self._add_typed(field.name)
        self.answer_before = self.add(mark("Answer wanted before"), DateField(is_past=False))

    def first_words(self) -> Field:
        """Where the person begins to write: the first text of several lines, else of one."""
        typed = [field for field in self.fields().values() if field.value() in (None, "")]
        long = [field for field in typed if isinstance(field, TextField)]
        return next(iter(long + typed), self.attention)

    def fill_draft(self, draft: LetterDraft) -> None:
        """Show a draft as it was proposed."""
        values: dict[str, Any] = {**vars(draft), "parent_": draft.parent}
        self.fill({name: _typed(value) for name, value in values.items()})

    def draft_over(self, draft: LetterDraft) -> LetterDraft:
        """The draft with what is typed now."""
        values = {**vars(draft), **self.values()}
        values["parent"] = values.pop("parent_") or draft.parent
        for name in LISTS:
            if isinstance(values[name], str):
                values[name] = tuple(filter(None, map(str.strip, values[name].splitlines())))
        kept = {name: values[name] for name in vars(draft)}
        kept["dated_on"] = kept["dated_on"] or draft.dated_on
        return LetterDraft(**kept)

    def _add_typed(self, name: str) -> None:
        makers: dict[str, Any] = {
            "question": lambda: self.add(mark("The question"), TextField(lines=3)),
            "done": lambda: self.add(
                mark("What was already done"), TextField(lines=3), hint=mark("One on each line.")
            ),
            "asked": lambda: self.add(mark("What is asked"), TextField(lines=2)),
            "best_time": lambda: self.add(mark("Best time to call"), LineField(limit=60)),
            "rights": lambda: self.add(
                mark("Rights to check"), TextField(lines=3), hint=mark("One on each line.")
            ),
            "why_now": lambda: self.add(
                mark("Why now"), TextField(lines=2), hint=mark("Without amounts.")
            ),
            "to_bring": lambda: self.add(
                mark("To bring along"), TextField(lines=2), hint=mark("One on each line.")
            ),
            "checked_on": lambda: self.add(mark("Day of the rights check"), DateField()),
            "school_knows": lambda: self.add(mark("What the school knows"), LineField(limit=120)),
            "observed": lambda: self.add(
                mark("Seen in the homework class"), TextField(lines=2),
                hint=mark("Facts, no judgement and no diagnosis."),
            ),
            "activity": lambda: self.add(mark("Activity"), LineField(limit=80)),
            "try_on": lambda: self.add(mark("First time"), DateField(is_past=False)),
            "uitpas": lambda: self.add(mark("UiTPAS"), LineField(limit=60)),
            "transport": lambda: self.add(mark("Transport"), LineField(limit=80)),
        }  # fmt: skip
        if name in makers:
            setattr(self, name, makers[name]())


def _typed(value: Any) -> Any:
    return "\n".join(value) if isinstance(value, tuple) else value
