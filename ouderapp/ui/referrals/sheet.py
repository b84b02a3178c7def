"""One referral, out or in: to whom, about what, how, with which consent, how far it is."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.consents.codes import PURPOSE_WORDS
from ouderapp.contacts.queries.form import who_may_be_there
from ouderapp.contacts.records import PersonHere
from ouderapp.directory.queries import places_listed
from ouderapp.directory.records import DirectoryFilter, DirectoryRow, Place
from ouderapp.referrals.codes import Direction, Mode, Status
from ouderapp.referrals.commands import edit_referral, record_referral
from ouderapp.referrals.queries import consents_that_hold
from ouderapp.referrals.records import ConsentGiven, ReferralDraft, ReferralRow
from ouderapp.referrals.rules import ConsentMissing, needs_consent
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChipsField, ChoiceField, SuggestField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import TextField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices

WIDTH = 760
WITHOUT_DATA = mark("Going along or giving the address needs no consent: no data leaves.")
WITH_DATA = mark("Something about the family goes to the service: choose the consent for it.")


class ReferralForm(Form):
    """What an incoming referral does not have is hidden."""

    def __init__(self, direction: str) -> None:
        super().__init__()
        is_out = direction == Direction.OUT
        place = mark("To which service") if is_out else mark("From which service")
        self.partner = self.add(
            place, SuggestField(is_required=is_out, placeholder=mark("Type a few letters"))
        )
        self.theme = self.add(mark("About"), ChoiceField(choices("theme"), is_required=True))
        self.reason = self.add(
            mark("The question, as the family puts it"),
            TextField(limit=1000, lines=3, is_optional=True),
        )
        self.person = self.add(mark("For whom"), ChoiceField(is_optional=True))
        self.mode = self.add(mark("How"), ChipsField(choices("referral_mode"), is_required=True))
        self.consent = self.add(mark("Consent"), ChoiceField(is_optional=True))
        self.about_consent = QLabel(wordWrap=True)
        set_type(self.about_consent, "small")
        self._grid.addWidget(self.about_consent, self._grid.rowCount(), 1)
        self.status = self.add(mark("How far"), ChoiceField(choices("referral_status")))
        self.sent_on = self.add(mark("Day"), DateField(is_required=True))
        self.answer_by = self.add(mark("News expected by"), DateField(is_past=False))
        if not is_out:
            self.hide_fields("consent", "answer_by")
            self.about_consent.hide()

    def hide_fields(self, *names: str) -> None:
        """Take these fields and their labels off the screen."""
        for name in names:
            field = self.fields()[name]
            field.hide()
            for label in self.findChildren(QLabel):
                if label.buddy() is field.editor:
                    label.hide()


class ReferralSheet(Sheet):
    """New for a family, perhaps to a service that is known already, or one to change."""

    def __init__(
        self,
        background: Background,
        family: Id,
        direction: str = Direction.OUT,
        parent: QWidget | None = None,
        *,
        row: ReferralRow | None = None,
        partner: Id | None = None,
    ) -> None:
        super().__init__(background, _title(direction, row), parent, width=WIDTH)
        self.keep_as(row.id if row else family, direction, partner, family=family)
        self._family = family
        self._direction = direction
        self._row = row
        self._partner = partner
        self.form = ReferralForm(direction)
        self.form.mode.set_value(Mode.WARM.value)
        self.form.status.set_value(Status.SENT.value)
        self.form.sent_on.set_value(today())
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        self.form.mode.edited.connect(self._tell_consent)
        self.form.status.edited.connect(self._tell_consent)
        self.form.partner.line.returnPressed.connect(self._to_reason)
        self.answers[ConsentMissing] = self._note_consent
        background.run(who_may_be_there, family, then=self._offer_people, owner=self)
        background.run(consents_that_hold, family, today(), then=self._offer_consents, owner=self)
        partners = DirectoryFilter(place=Place.PARTNER)
        background.run(places_listed, partners, today(), then=self._offer_partners, owner=self)
        self._tell_consent()
        self.form.partner.setFocus()

    def _offer_people(self, people: list[PersonHere]) -> None:
        self.form.person.set_choices([(one.id, one.name) for one in people])

    def _offer_consents(self, found: list[ConsentGiven]) -> None:
        self.form.consent.set_choices([(one.id, _consent_words(one)) for one in found])

    def _offer_partners(self, found: list[DirectoryRow]) -> None:
        """The last answer: now what was kept can be shown."""
        self.form.partner.set_choices([(row.id, row.name or "") for row in found])
        if self._row is not None:
            self.form.fill(self._row)
            self._tell_consent()
        elif self._partner:
            self.form.partner.set_value(self._partner)
            self.form.theme.setFocus()

    def _tell_consent(self) -> None:
        form = self.form
        needed = needs_consent(self._direction, form.mode.value() or "", form.status.value())
        form.about_consent.setText(_(WITH_DATA if needed else WITHOUT_DATA))

    def _to_reason(self) -> None:
        self.form.partner.take_first()
        self.form.theme.setFocus()

    def _save(self) -> None:
        self.form.partner.take_first()
        if not self.form.is_ready():
            return
        draft = self.form.draft_as(ReferralDraft, family=self._family, direction=self._direction)
        if self._direction == Direction.IN:
            draft = replace(draft, consent=None, answer_by=None)
        if self._row:
            self.background.run(edit_referral, self._row.id, draft, then=self._saved, owner=self)
        else:
            self.background.run(record_referral, draft, then=self._saved, owner=self)

    def _note_consent(self) -> None:
        self.open_asked.emit("family", (self._family, "consents"))

    def _saved(self, _answer: object) -> None:
        self.accept()


def _title(direction: str, row: ReferralRow | None) -> str:
    if row is not None:
        return mark("Change referral")
    return mark("Refer to a service") if direction == Direction.OUT else mark("Came in by referral")


def _consent_words(consent: ConsentGiven) -> str:
    purpose = _(PURPOSE_WORDS.get(consent.purpose, consent.purpose))
    return f"{purpose}, {short_date(consent.given_on)}"
