"""What came of a referral: the outcome, the day, and what the service or the family told."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.referrals.commands import note_outcome, wait_longer
from ouderapp.referrals.queries import referral
from ouderapp.referrals.records import ReferralRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChipsField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import TextField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices, word

MORE_DAYS = 14


class OutcomeForm(Form):
    """One outcome out of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.outcome = self.add(
            mark("Outcome"), ChipsField(choices("referral_outcome"), is_required=True)
        )
        self.outcome_on = self.add(mark("Day"), DateField(is_required=True))
        self.feedback = self.add(
            mark("What was told"), TextField(limit=1000, lines=3, is_optional=True)
        )


class OutcomeSheet(Sheet):
    """Notes the outcome, or waits two weeks more."""

    def __init__(
        self, background: Background, referral_id: Id, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Outcome of the referral"), parent, width=680)
        self.keep_as(referral_id)
        self._id = referral_id
        self._about = QLabel(wordWrap=True)
        self.form = OutcomeForm()
        self.form.outcome_on.set_value(today())
        self.body.addWidget(self._about)
        self.body.addWidget(self.form)
        self.add_button(mark("Wait two weeks more"), self._wait)
        self.add_button(mark("Save"), self._save, kind="primary")
        background.run(referral, referral_id, then=self._show, owner=self)
        self.form.outcome.setFocus()

    def _show(self, row: ReferralRow) -> None:
        words = _("{family} to {service}, {theme}, since {day}").format(
            family=row.family_name or "",
            service=row.partner_name or "",
            theme=word("theme", row.theme),
            day=short_date(row.sent_on),
        )
        self._about.setText(words)
        if row.outcome:
            self.form.fill(row)

    def _save(self) -> None:
        if self.form.is_ready():
            values = self.form.values()
            self.background.run(note_outcome, self._id, **values, then=self._saved, owner=self)

    def _wait(self) -> None:
        until = today() + timedelta(days=MORE_DAYS)
        self.background.run(wait_longer, self._id, until, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()
