"""A full day for the tests of Vandaag."""

from datetime import date, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.agenda.commands import make_appointment
from ouderapp.agenda.records import AppointmentDraft
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.follow_up.commands import make_promise
from ouderapp.follow_up.records import PromiseDraft
from ouderapp.referrals.commands import record_referral
from ouderapp.referrals.records import ReferralDraft
from ouderapp.store.journal import action
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_partner

TODAY = date(2025, 3, 25)


@action("test")
def a_full_day(session: Session) -> Id:
    """Two appointments, one of yesterday, two promises, a loose note, a silent referral."""
    family = a_family(session, "Haddad", interpreter="sociaal_tolk", contact_language="ar")
    plan(session, family, starts=time(14), minutes=60, place="thuis")
    plan(session, None, starts=time(9, 30), kind="telefoon", words="nieuwe mama")
    plan(session, family, planned_on=TODAY - timedelta(days=1), words="gisteren")
    late = PromiseDraft("attest opvragen", family, due_on=date(2025, 3, 21))
    make_promise(session, late)
    make_promise(session, PromiseDraft("rapport tonen", family, by="gezin"))
    record_contact(session, a_contact_draft(summary="jongen 2B, fietssleutel"))
    sent_on = TODAY - timedelta(days=20)
    record_referral(
        session, ReferralDraft(family, "uit", sent_on, "taal", partner=a_partner(session))
    )
    return family


def plan(session: Session, family: Id | None, **more: Any) -> None:
    facts: dict[str, Any] = {"planned_on": TODAY, "kind": "huisbezoek"}
    make_appointment(session, AppointmentDraft(family=family, **(facts | more)))


def first_row(screen: Screen, table: str) -> None:
    """The focus on the first row of this list."""
    view = screen.table(table).view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
