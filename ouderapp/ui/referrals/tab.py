"""Doorverwijzingen of one family, out and in."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, ngettext, short_date
from ouderapp.base.ids import Id
from ouderapp.referrals.codes import Direction
from ouderapp.referrals.commands import delete_referral
from ouderapp.referrals.queries import referrals_of
from ouderapp.referrals.records import ReferralRow
from ouderapp.referrals.rules import silence_of
from ouderapp.ui.background import Background
from ouderapp.ui.list_part import ListPart
from ouderapp.ui.referrals.outcome_sheet import OutcomeSheet
from ouderapp.ui.referrals.sheet import ReferralSheet
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word


def _where(row: ReferralRow) -> str:
    name = row.partner_name or ""
    return name if row.direction == Direction.OUT else _("from {service}").format(service=name)


def _outcome(row: ReferralRow) -> str:
    """What came of it; for one that came in, how soon there was a contact."""
    if row.direction == Direction.IN and row.first_contact_on:
        days = (row.first_contact_on - row.sent_on).days
        if not days:
            return _("first contact the same day")
        words = ngettext("first contact after {n} day", "first contact after {n} days", days)
        return words.format(n=days)
    if silence_of(row, today()):
        return _("no news yet")
    return word("referral_outcome", row.outcome)


def _tone(row: ReferralRow) -> str:
    silence = silence_of(row, today())
    return {1: "warn", 2: "danger"}.get(int(silence), "") if silence else ""


COLUMNS = (
    Column(
        mark("Service"),
        _where,
        width=0,
        is_bold=True,
        icon=lambda row: "arrow-right" if row.direction == Direction.OUT else "arrow-left",
    ),
    Column(mark("About"), lambda row: word("theme", row.theme), width=18),
    Column(mark("How"), lambda row: word("referral_mode", row.mode).partition(":")[0], width=18),
    Column(mark("Day"), lambda row: short_date(row.sent_on), lambda row: row.sent_on, 13),
    Column(mark("How far"), lambda row: word("referral_status", row.status), width=18),
    Column(mark("Outcome"), _outcome, width=22, tone=_tone),
)


class ReferralsTab(ListPart):
    """Space notes the outcome."""

    tables: ClassVar = frozenset(("referral", "partner", "consent", "contact", "person"))
    name: ClassVar = mark("Referrals")
    empty: ClassVar = mark("No referrals yet. Go along with the family, or write a letter.")
    columns: ClassVar = COLUMNS

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.add_act(mark("Refer to a service"), self._refer, kind="primary")
        self.add_act(mark("Came in by referral"), self._came_in)
        self.add_row_act(mark("Note the outcome"), self.mark_row)

    def reload(self) -> None:
        self.background.run(referrals_of, self.family, then=self.show_rows, owner=self)

    def edit_row(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None and row.id == id_:
            self._open(row.direction, row)

    def mark_row(self, id_: Id) -> None:
        OutcomeSheet(self.background, id_, self.window()).open_beside()

    def bin_rows(self, ids: Sequence[Id]) -> None:
        for id_ in ids:
            self.background.run(delete_referral, id_, owner=self)

    def _refer(self) -> None:
        self._open(Direction.OUT)

    def _came_in(self) -> None:
        self._open(Direction.IN)

    def _open(self, direction: str, row: ReferralRow | None = None) -> None:
        sheet = ReferralSheet(self.background, self.family, direction, self.window(), row=row)
        sheet.open_asked.connect(self.open_asked)
        sheet.open_beside()
