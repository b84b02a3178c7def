"""One help request: the family's own words and the themes; and how it ended."""

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.contacts.queries.form import who_may_be_there
from ouderapp.contacts.records import PersonHere
from ouderapp.help_requests.commands import (
    close_help_request,
    edit_help_request,
    raise_help_request,
)
from ouderapp.help_requests.queries import help_request
from ouderapp.help_requests.records import HelpRequestDraft, HelpRequestRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChipsField, ChoiceField, ManyField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import TextField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices, words_of

WIDTH = 680


class HelpRequestForm(Form):
    """The question first; at least one theme."""

    def __init__(self) -> None:
        super().__init__()
        self.words = self.add(
            mark("The question, as the family puts it"), TextField(lines=3, is_optional=True)
        )
        self.themes = self.add(mark("Themes"), ManyField(choices("theme"), is_required=True))
        self.raised_on = self.add(mark("Asked on"), DateField(is_required=True))
        self.person = self.add(mark("Asked by"), ChoiceField(is_optional=True))


class HelpRequestSheet(Sheet):
    """New for a family, or an existing one to change."""

    def __init__(
        self,
        background: Background,
        family: Id,
        parent: QWidget | None = None,
        *,
        request_id: Id | None = None,
    ) -> None:
        title = mark("Change help request") if request_id else mark("New help request")
        super().__init__(background, title, parent, width=WIDTH)
        self.keep_as(request_id or family, family=family)
        self._id = request_id
        self._family = family
        self.form = HelpRequestForm()
        self.form.raised_on.set_value(today())
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        background.run(who_may_be_there, family, then=self._offer, owner=self)
        if request_id:
            background.run(help_request, request_id, then=self.form.fill, owner=self)
        self.form.words.setFocus()

    def _offer(self, people: list[PersonHere]) -> None:
        self.form.person.set_choices([(one.id, one.name) for one in people])

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        draft = self.form.draft_as(HelpRequestDraft, family=self._family)
        if self._id:
            self.background.run(edit_help_request, self._id, draft, then=self._saved, owner=self)
        else:
            self.background.run(raise_help_request, draft, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()


class ClosingForm(Form):
    """How it ended, and who did it."""

    def __init__(self) -> None:
        super().__init__()
        self.outcome = self.add(
            mark("How it ended"), ChipsField(choices("request_outcome"), is_required=True)
        )
        self.closed_on = self.add(mark("Closed on"), DateField(is_required=True))


class ClosingSheet(Sheet):
    """Closes a help request at Ctrl+Enter."""

    def __init__(
        self, background: Background, request_id: Id, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Close help request"), parent, width=WIDTH)
        self.keep_as(request_id)
        self._id = request_id
        self._about = QLabel(wordWrap=True)
        self.form = ClosingForm()
        self.form.closed_on.set_value(today())
        self.body.addWidget(self._about)
        self.body.addWidget(self.form)
        self.add_button(mark("Close it"), self._save, kind="primary")
        background.run(help_request, request_id, then=self._show, owner=self)
        self.form.outcome.setFocus()

    def _show(self, row: HelpRequestRow) -> None:
        self._about.setText(row.words or words_of("theme", row.themes))

    def _save(self) -> None:
        if self.form.is_ready():
            values = self.form.values()
            self.background.run(
                close_help_request, self._id, **values, then=self._saved, owner=self
            )

    def _saved(self, _answer: object) -> None:
        self.accept()
