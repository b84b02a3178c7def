"""Doorverwijzing from the card of a service: first for which family, then the referral itself."""

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.contacts.queries.form import families_to_choose
from ouderapp.contacts.records import FamilyChoice
from ouderapp.referrals.codes import Direction
from ouderapp.ui.background import Background
from ouderapp.ui.contacts.match_sheet import FamilyForm
from ouderapp.ui.contacts.words import distinct
from ouderapp.ui.referrals.sheet import ReferralSheet
from ouderapp.ui.sheet import Sheet


class ReferSheet(Sheet):
    """Asks the family, and goes on to a referral to this service."""

    def __init__(
        self, background: Background, partner: Id, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Refer to a service"), parent)
        self._partner = partner
        self.form = FamilyForm()
        self.body.addWidget(QLabel(_("To {service}").format(service=name), wordWrap=True))
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.close)
        self.add_button(mark("Go on"), self._go_on, kind="primary")
        self.form.family.line.returnPressed.connect(self._go_on)
        background.run(families_to_choose, then=self._offer, owner=self)
        self.form.family.setFocus()

    def _offer(self, found: list[FamilyChoice]) -> None:
        self.form.family.set_choices(distinct(found))

    def _go_on(self) -> None:
        self.form.family.take_first()
        if not self.form.is_ready():
            return
        sheet = ReferralSheet(
            self.background,
            self.form.family.value(),
            Direction.OUT,
            self.parentWidget(),
            partner=self._partner,
        )
        sheet.open_asked.connect(self.open_asked)
        sheet.open_beside()
        self.accept()
