"""Small dialogs around a group: open a phase, note a recommendation, evaluate."""

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark, number
from ouderapp.base.ids import Id
from ouderapp.groups.codes import PHASE_WORDS, RECOMMENDATION_WORDS
from ouderapp.groups.commands.around import evaluate, recommend
from ouderapp.groups.commands.participants import add_participant
from ouderapp.groups.commands.series import open_phase
from ouderapp.groups.pictures import EvaluationBasis
from ouderapp.groups.queries.figures import evaluation_basis
from ouderapp.groups.records import (
    EvaluationDraft,
    ParticipantDraft,
    PhaseDraft,
    RecommendationDraft,
    Who,
)
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField, TextField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.sheet import Sheet


class _PhaseForm(Form):
    def __init__(self) -> None:
        super().__init__()
        kinds = [(code, _(words)) for code, words in PHASE_WORDS.items()]
        self.kind = self.add(mark("Open to"), ChoiceField(kinds))
        self.from_on = self.add(mark("From"), DateField(is_required=True, is_past=False))
        self.reason = self.add(mark("Why"), TextField(lines=3, is_required=True))


class PhaseSheet(Sheet):
    """From a day on the group is open to others, and why (A14)."""

    def __init__(self, background: Background, series: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Open to others"), parent, width=460)
        self.keep_as(series)
        self._series = series
        self.form = _PhaseForm()
        self.form.from_on.set_value(clock.today())
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")

    def _save(self) -> None:
        if self.form.is_ready():
            draft = self.form.draft_as(PhaseDraft, series=self._series)
            self.background.run(open_phase, draft, then=lambda _id: self.close(), owner=self)


class _RecommendForm(Form):
    def __init__(self) -> None:
        super().__init__()
        reasons = [(code, _(words)) for code, words in RECOMMENDATION_WORDS.items()]
        self.given_name = self.add(mark("First name"), LineField(limit=80, is_required=True))
        self.class_name = self.add(mark("Class"), LineField(limit=40, is_optional=True))
        self.reason = self.add(mark("Why"), ChoiceField(reasons, is_optional=True))
        self.recommended_on = self.add(mark("Day"), DateField(is_required=True))


class RecommendSheet(Sheet):
    """Somebody whom the leerlingbegeleiding thought of; a first name and a class are enough."""

    def __init__(self, background: Background, series: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Recommendation"), parent, width=460)
        self.keep_as(series)
        self._series = series
        self.form = _RecommendForm()
        self.form.recommended_on.set_value(clock.today())
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")

    def _save(self) -> None:
        if self.form.is_ready():
            values = self.form.values()
            pupil = ParticipantDraft(values["given_name"], values["class_name"])
            self.background.run(add_participant, pupil, then=self._recommend, owner=self)

    def _recommend(self, participant: Id) -> None:
        values = self.form.values()
        draft = RecommendationDraft(
            self._series, Who(participant=participant), values["recommended_on"],
            reason=values["reason"],
        )  # fmt: skip
        self.background.run(recommend, draft, then=lambda _id: self.close(), owner=self)


class _EvaluationForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.held_on = self.add(mark("Day"), DateField(is_required=True))
        self.finding = self.add(
            mark("What we saw"), TextField(lines=4, is_required=True),
            hint=mark("Who came, who did not, and what helped."),
        )  # fmt: skip
        self.decision = self.add(mark("What we change"), TextField(lines=4))


class EvaluationSheet(Sheet):
    """After some sessions: what was found and decided (A17)."""

    def __init__(self, background: Background, series: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Evaluation"), parent)
        self.keep_as(series)
        self._series = series
        self._sessions: tuple[Id, ...] = ()
        self._words = QLabel(wordWrap=True)
        set_type(self._words, "muted")
        self.form = _EvaluationForm()
        self.form.held_on.set_value(clock.today())
        self.body.addWidget(self._words)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")
        background.run(evaluation_basis, series, then=self._show, owner=self)

    def _show(self, basis: EvaluationBasis) -> None:
        self._sessions = basis.sessions
        words = _(
            "Since the last evaluation: {held} sessions, {average} pupils on average, {pupils}"
            " different pupils. Of {recommended} recommended pupils {never} never came."
        )
        self._words.setText(
            words.format(
                held=number(basis.held),
                average=number(basis.average),
                pupils=number(basis.pupils),
                recommended=number(basis.recommended),
                never=number(basis.recommended_never_came),
            )
        )

    def _save(self) -> None:
        if self.form.is_ready():
            draft = self.form.draft_as(
                EvaluationDraft, series=self._series, sessions=self._sessions
            )
            self.background.run(evaluate, draft, then=lambda _id: self.close(), owner=self)
