"""Small dialogs about one session: plan one, say that it did not take place, count heads only."""

from PySide6.QtWidgets import QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.groups.codes import CANCEL_WORDS
from ouderapp.groups.commands.sessions import call_off, count_heads, plan_session
from ouderapp.groups.problems import ClassOnDayOff
from ouderapp.groups.records import SessionDraft
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import NumberField, TextField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet


class _PlanForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.held_on = self.add(mark("Day"), DateField(is_required=True, is_past=False))


class PlanSheet(Sheet):
    """One more session; a holiday is refused, a day off of the school asks once."""

    def __init__(self, background: Background, series: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Plan a session"), parent, width=440)
        self.keep_as(series)
        self._series = series
        self.form = _PlanForm()
        self.form.held_on.set_value(clock.today())
        self.body.addWidget(self.form)
        self.answers[ClassOnDayOff] = self._plan_all_the_same
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Plan"), self._plan, kind="primary")

    def _plan(self) -> None:
        self._ask(all_the_same=False)

    def _plan_all_the_same(self) -> None:
        self._ask(all_the_same=True)

    def _ask(self, *, all_the_same: bool) -> None:
        if self.form.is_ready():
            draft = SessionDraft(self._series, self.form.held_on.value())
            self.background.run(
                plan_session, draft, all_the_same=all_the_same,
                then=lambda _id: self.close(), owner=self,
            )  # fmt: skip


class _ReasonForm(Form):
    def __init__(self) -> None:
        super().__init__()
        reasons = [(code, _(words)) for code, words in CANCEL_WORDS.items()]
        self.reason = self.add(
            mark("Reason"), ChoiceField(reasons, is_optional=True, is_required=True)
        )
        self.note = self.add(mark("Note"), TextField(lines=2, is_optional=True))


class CallOffSheet(Sheet):
    """It did not take place: the reason is obligatory, and it counts in no average (A13)."""

    def __init__(self, background: Background, session: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Did not take place"), parent, width=440)
        self.keep_as(session)
        self._session = session
        self.form = _ReasonForm()
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")

    def _save(self) -> None:
        if self.form.is_ready():
            values = self.form.values()
            self.background.run(
                call_off, self._session, values["reason"], values["note"],
                then=lambda _nothing: self.close(), owner=self,
            )  # fmt: skip


class _HeadsForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.heads = self.add(mark("How many there were"), NumberField(most=999))
        self.note = self.add(mark("Note"), TextField(lines=2, is_optional=True))


class HeadsSheet(Sheet):
    """A count without names is a complete session too (A11)."""

    def __init__(self, background: Background, session: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Count heads only"), parent, width=440)
        self.keep_as(session)
        self._session = session
        self.form = _HeadsForm()
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")

    def _save(self) -> None:
        values = self.form.values()
        self.background.run(
            count_heads, self._session, values["heads"], values["note"],
            then=lambda _nothing: self.close(), owner=self,
        )  # fmt: skip
