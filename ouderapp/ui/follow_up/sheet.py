"""One promise: the words, who promised, and by when."""

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.follow_up.commands import edit_promise, make_promise
from ouderapp.follow_up.queries import promise
from ouderapp.follow_up.records import By, PromiseDraft, PromiseRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChipsField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices


class PromiseForm(Form):
    """A line of words; without a day it is to be kept some time."""

    def __init__(self) -> None:
        super().__init__()
        self.words = self.add(
            mark("Promise"), LineField(limit=500, is_required=True, placeholder=mark("What"))
        )
        self.by = self.add(mark("Who promised"), ChipsField(choices("promised_by")))
        self.due_on = self.add(mark("By when"), DateField(is_past=False))


class PromiseSheet(Sheet):
    """New for a family, or an existing one to change."""

    def __init__(
        self,
        background: Background,
        parent: QWidget | None = None,
        *,
        family: Id | None = None,
        promise_id: Id | None = None,
    ) -> None:
        title = mark("Change promise") if promise_id else mark("New promise")
        super().__init__(background, title, parent)
        self.keep_as(promise_id or family, family=family)
        self._id = promise_id
        self._family = family
        self.form = PromiseForm()
        self.form.by.set_value(By.WORKER.value)
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        self.form.words.line.returnPressed.connect(self._save)
        if promise_id:
            background.run(promise, promise_id, then=self._fill, owner=self)
        self.form.words.setFocus()

    def _fill(self, row: PromiseRow) -> None:
        self._family = row.family
        self.form.fill(row)

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        draft = self.form.draft_as(PromiseDraft, family=self._family)
        if self._id:
            self.background.run(edit_promise, self._id, draft, then=self._saved, owner=self)
        else:
            self.background.run(make_promise, draft, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()
