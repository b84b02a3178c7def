"""Help requests as lists show them: of one family, and all that are open."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.help_requests.records import HelpRequestRow, Status
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import Family, HelpRequest


def help_request(session: Session, request: Id) -> HelpRequestRow:
    """One help request; raises NotFound when it is gone."""
    found = _rows(session, HelpRequest.worker == "", HelpRequest.id == request)
    if not found:
        raise NotFound
    return found[0]


def help_requests_of(session: Session, family: Id) -> list[HelpRequestRow]:
    """The help requests of one family: those worked on first, then the newest first."""
    rows = _rows(session, HelpRequest.family == family)
    return sorted(rows, key=lambda row: row.status != Status.OPEN)


def open_help_requests(session: Session) -> list[HelpRequestRow]:
    """Every help request that is worked on, the newest first."""
    return _rows(session, HelpRequest.status == Status.OPEN.value)


def _rows(session: Session, *asked: sa.ColumnElement[bool]) -> list[HelpRequestRow]:
    shown: list[Any] = [
        getattr(HelpRequest, name)
        for name in HelpRequestRow.__dataclass_fields__
        if name != "family_name"
    ]
    of_it = sa.and_(Family.worker == HelpRequest.worker, Family.id == HelpRequest.family)
    wanted = (
        sa.select(*shown, Family.name.label("family_name"))
        .outerjoin(Family, of_it)
        .where(*asked)
        .order_by(HelpRequest.raised_on.desc(), HelpRequest.nr.desc())
    )
    return [as_record(HelpRequestRow, row) for row in session.execute(wanted)]
