"""Beeld maken: worker and family choose one sentence for each capital, in the family's words."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.capitals import CAPITAL_WORDS, Capital
from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.capital.commands import make_picture
from ouderapp.capital.queries import pictures_of
from ouderapp.capital.records import By, ObservationDraft, Picture, Tendency
from ouderapp.capital.rules import tendency_between
from ouderapp.capital.steps import STEPS
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import word

WIDTH = 760
NOTHING = mark("Choose a sentence for at least one capital.")
TOGETHER = mark(
    "You make this together with the family. Skip a capital that the family would rather leave."
)


class PictureForm(Form):
    """A sentence and the family's own words for each capital."""

    def __init__(self) -> None:
        super().__init__()
        self.made_on = self.add(mark("Day"), DateField(is_required=True))
        self.steps: dict[str, ChoiceField] = {}
        self.own: dict[str, LineField] = {}
        for capital in Capital:
            sentences = [(str(at), _(words)) for at, words in enumerate(STEPS[capital])]
            step = ChoiceField(sentences, is_optional=True)
            words = LineField(
                limit=500, is_optional=True, placeholder=mark("in the family's own words")
            )
            self.steps[capital] = self.add(CAPITAL_WORDS[capital], step)
            self.own[capital] = self.add("", words)
            name = _("{capital}: own words").format(capital=word("capital", capital))
            words.editor.setAccessibleName(name)


class PictureSheet(Sheet):
    """Saved as one act: Ctrl+Z takes the whole picture back."""

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Make a picture"), parent, width=WIDTH)
        self.keep_as(family, family=family)
        self._family = family
        self._before: Mapping[str, int] = {}
        self.form = PictureForm()
        self.form.made_on.set_value(today())
        about = QLabel(_(TOGETHER), wordWrap=True)
        set_type(about, "muted")
        self.body.addWidget(about)
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        background.run(pictures_of, family, then=self._keep, owner=self)
        self.form.steps[Capital.FINANCIAL].setFocus()

    def drafts(self) -> list[ObservationDraft]:
        """One observation for each capital that has a sentence."""
        return [
            self._draft(capital, int(field.value()))
            for capital, field in self.form.steps.items()
            if field.value() is not None
        ]

    def _draft(self, capital: str, step: int) -> ObservationDraft:
        before = self._before.get(capital)
        tendency = Tendency.SAME if before is None else tendency_between(before, step)
        return ObservationDraft(
            family=self._family,
            observed_on=self.form.made_on.value(),
            capital=capital,
            tendency=tendency,
            by=By.TOGETHER,
            step=step,
            own_words=self.form.own[capital].value(),
        )

    def _keep(self, pictures: list[Picture]) -> None:
        for picture in pictures:
            steps = {name: row.step for name, row in picture.steps.items() if row.step is not None}
            self._before = {**self._before, **steps}

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        drafts = self.drafts()
        if not drafts:
            self.form.steps[Capital.FINANCIAL].show_wrong(_(NOTHING))
            return
        self.background.run(make_picture, drafts, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()
