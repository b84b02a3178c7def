"""How long work lies on no second medium (SECURITY 7.1: a reminder after 7 days)."""

from datetime import UTC

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.backup import medium
from ouderapp.base import clock
from ouderapp.store import tables
from ouderapp.store.settings import setting

AFTER_DAYS = 7


def is_reminder_due(session: Session) -> bool:
    """Whether something lies on this laptop only for more than a week."""
    return days_at_risk(session) > AFTER_DAYS


def days_at_risk(session: Session) -> int:
    """For how many days the oldest change lies on this laptop only; 0 when there is none.

    Practice files hold nothing that anybody could lose.
    """
    if setting(session, "is_practice", False):
        return 0
    copied = medium.copied_lsn(session)
    first = session.scalar(
        sa.select(sa.func.min(tables.Journal.at)).where(tables.Journal.lsn > copied)
    )
    if first is None:
        return 0
    moment = first if first.tzinfo else first.replace(tzinfo=UTC)
    return max(0, (clock.today() - moment.astimezone().date()).days)
