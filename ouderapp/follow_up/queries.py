"""Promises as lists show them: of one family, and all that are open."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.follow_up.records import PromiseRow
from ouderapp.follow_up.rules import urgency
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import Family, FollowUp


def promise(session: Session, promise: Id) -> PromiseRow:
    """One promise; raises NotFound when it is gone."""
    found = _rows(session, FollowUp.worker == "", FollowUp.id == promise)
    if not found:
        raise NotFound
    return found[0]


def promises_of(session: Session, family: Id) -> list[PromiseRow]:
    """The promises of one family: the open ones by their day, then the kept ones, newest first."""
    rows = _rows(session, FollowUp.family == family)
    kept = [row for row in rows if row.done_on]
    still_open = [row for row in rows if not row.done_on]
    newest_first = sorted(kept, key=lambda row: row.done_on or row.noted_on, reverse=True)
    return sorted(still_open, key=urgency) + newest_first


def open_promises(session: Session, by: str = "") -> list[PromiseRow]:
    """Every promise still to be kept, of everybody or of one side, by their day."""
    asked: list[sa.ColumnElement[bool]] = [FollowUp.done_on.is_(None)]
    if by:
        asked.append(FollowUp.by == by)
    return sorted(_rows(session, *asked), key=urgency)


def _rows(session: Session, *asked: sa.ColumnElement[bool]) -> list[PromiseRow]:
    shown: list[Any] = [
        getattr(FollowUp, name) for name in PromiseRow.__dataclass_fields__ if name != "family_name"
    ]
    of_it = sa.and_(Family.worker == FollowUp.worker, Family.id == FollowUp.family)
    wanted = (
        sa.select(*shown, Family.name.label("family_name"))
        .outerjoin(Family, of_it)
        .where(*asked)
        .order_by(FollowUp.nr)
    )
    return [as_record(PromiseRow, row) for row in session.execute(wanted)]
