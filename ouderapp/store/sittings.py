"""Whether the last sitting ended as it should, and what was half typed when it did not (J13)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.store.journal import moment
from ouderapp.store.settings import set_setting, setting
from ouderapp.store.tables.journal import Action, Draft

SINCE = "sitting_since"
"""Since when somebody works; empty when the last sitting ended as it should."""


@dataclass(frozen=True)
class BrokenOff:
    """When something was written last, in UTC, and the drafts of that sitting, newest first."""

    at: datetime
    drafts: tuple[tuple[str, dict[str, Any]], ...]


def begin_sitting(session: Session) -> BrokenOff | None:
    """From now on somebody works; what the last sitting left half typed when it broke off.

    None when it ended as it should, and when nothing was half typed in it: then nothing was lost.
    """
    since = setting(session, SINCE, "")
    found = _left(session, datetime.fromisoformat(since)) if since else None
    set_setting(session, SINCE, moment().isoformat())
    return found


def end_sitting(session: Session) -> None:
    """The program locks or ends as it should."""
    set_setting(session, SINCE, "")


def _left(session: Session, since: datetime) -> BrokenOff | None:
    typed = sa.select(Draft).where(Draft.at >= since).order_by(Draft.at.desc(), Draft.name)
    rows = list(session.scalars(typed))
    if not rows:
        return None
    last_act = session.scalar(sa.select(sa.func.max(Action.at)))
    at = max(rows[0].at, last_act or rows[0].at)
    return BrokenOff(at, tuple((row.name, dict(row.body)) for row in rows))
