"""What is still open before a month is closed, and how far each month is."""

from collections.abc import Callable
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.exchange.enrolment import CONFIRMED, FORMER, office_of
from ouderapp.exchange.outbox import SentBundle, sent_bundles
from ouderapp.month_end.records import End, MonthRow, Months, MonthState, OpenEnd
from ouderapp.month_end.rules import (
    days_left,
    month_of,
    month_to_close,
    months_to_show,
    state_without_bundle,
)
from ouderapp.referrals.queries import silent_referrals
from ouderapp.store import tables as t
from ouderapp.store.drafts import drafts
from ouderapp.store.settings import setting

SKIPPED = "month_end_skipped"
LAPSES_WITHIN = timedelta(days=31)
IN_OUTBOX = {"made": MonthState.MADE, "confirmed": MonthState.CONFIRMED}
IN_OUTBOX |= {"refused": MonthState.REFUSED}


def open_ends(session: Session, month: str, today: date) -> list[OpenEnd]:
    """Every kind of open end with its number, up to the last day of this month (YYYY-MM).

    Contacts without a family or without minutes, held groups without one mark, referrals that
    stay silent, consents that lapse within a month, half-typed texts.
    """
    reasons = setting(session, SKIPPED, {}).get(month, {})
    until = min(_last_of(month), today)
    return [
        OpenEnd(end, _COUNTED[end](session, until, today), reasons.get(end.value, ""))
        for end in End
    ]  # fmt: skip


def months(session: Session, today: date) -> Months:
    """Every month since this laptop was linked, and what became of its bundle."""
    pin = t.Pin
    since = session.scalar(sa.select(sa.func.min(pin.at)).where(pin.state.in_((CONFIRMED, FORMER))))
    if since is None:
        return Months()
    office = office_of(session)
    newest = _newest_by_month(session)
    shown = months_to_show(min([month_of(since.date()), *newest]), today)
    rows = tuple(_row(month, newest.get(month), today) for month in shown)
    closed = {row.id for row in rows if row.seq and row.state != MonthState.REFUSED}
    return Months(
        is_linked=True,
        org_name=office.org_name,
        phone=office.phone,
        level=office.policy.level,
        rows=rows,
        to_close=month_to_close(shown, closed),
    )


def _newest_by_month(session: Session) -> dict[str, SentBundle]:
    """The newest bundle of each month that was really made."""
    found: dict[str, SentBundle] = {}
    for sent in sent_bundles(session):
        if sent.state in IN_OUTBOX:
            found.setdefault(sent.period, sent)
    return found


def _row(month: str, sent: SentBundle | None, today: date) -> MonthRow:
    left = days_left(month, today)
    if sent is None:
        return MonthRow(month, state_without_bundle(month, today), left)
    return MonthRow(
        id=month,
        state=IN_OUTBOX[sent.state],
        days_left=left,
        epoch_id=sent.epoch_id,
        seq=sent.seq,
        file=sent.file,
        size=sent.size,
        reason=sent.reason,
        made_at=sent.made_at,
        answered_at=sent.answered_at,
    )


def _last_of(month: str) -> date:
    first = date(int(month[:4]), int(month[5:]), 1)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _number(session: Session, table: type[t.Contact | t.Consent], *asked: object) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(table.worker == "")
    return session.scalar(query.where(*asked)) or 0  # type: ignore[arg-type]


def _no_family(session: Session, until: date, _today: date) -> int:
    contact = t.Contact
    return _number(session, contact, contact.family.is_(None), contact.held_on <= until)


def _no_minutes(session: Session, until: date, _today: date) -> int:
    contact = t.Contact
    return _number(session, contact, contact.minutes.is_(None), contact.held_on <= until)


def _no_register(session: Session, until: date, _today: date) -> int:
    """Sessions of homework classes that are over, that nobody cancelled and nobody marked."""
    held, series, mark = t.GroupSession, t.GroupSeries, t.Participation
    marked = sa.select(mark.session).where(mark.worker == "")
    query = (
        sa.select(sa.func.count())
        .select_from(held)
        .join(series, sa.and_(series.worker == held.worker, series.id == held.series))
        .where(
            held.worker == "",
            series.kind == "huiswerkklas",
            held.held_on <= until,
            held.state != "geannuleerd",
            held.heads.is_(None),
            held.id.not_in(marked),
        )
    )
    return session.scalar(query) or 0


def _silent(session: Session, _until: date, today: date) -> int:
    return len(silent_referrals(session, today))


def _lapsing(session: Session, _until: date, today: date) -> int:
    consent = t.Consent
    is_soon = consent.lapses_on.between(today, today + LAPSES_WITHIN)
    return _number(session, consent, is_soon, consent.withdrawn_on.is_(None))


def _drafts(session: Session, _until: date, _today: date) -> int:
    return len(drafts(session))


_COUNTED: dict[End, Callable[[Session, date, date], int]] = {
    End.NO_FAMILY: _no_family,
    End.NO_MINUTES: _no_minutes,
    End.NO_REGISTER: _no_register,
    End.SILENT_REFERRAL: _silent,
    End.LAPSING_CONSENT: _lapsing,
    End.DRAFT: _drafts,
}
