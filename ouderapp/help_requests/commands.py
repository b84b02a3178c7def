"""Raising, changing, closing and deleting help requests; each is one act for Ctrl+Z."""

from datetime import date

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.help_requests.records import HelpRequestDraft, Status
from ouderapp.help_requests.rules import check_closing, check_help_request
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Help request noted"))
def raise_help_request(session: Session, draft: HelpRequestDraft) -> Id:
    """Write a question of a family down; raises the problems of `check_help_request`."""
    check_help_request(draft)
    row = tables.HelpRequest(
        id=new_id(),
        family=draft.family,
        person=draft.person,
        raised_on=draft.raised_on,
        themes=draft.themes,
        status=Status.OPEN.value,
        words=(draft.words or "").strip() or None,
    )
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Help request changed"))
def edit_help_request(session: Session, request: Id, draft: HelpRequestDraft) -> None:
    """Make a help request say what the draft says; its status stays. Raises NotFound."""
    check_help_request(draft)
    row = own(session, tables.HelpRequest, request)
    row.person, row.raised_on, row.themes = draft.person, draft.raised_on, draft.themes
    row.words = (draft.words or "").strip() or None
    session.flush()


@action(mark("Help request closed"))
def close_help_request(session: Session, request: Id, outcome: str, closed_on: date) -> None:
    """Say how a question ended; raises NotFound and those of `check_closing`."""
    row = own(session, tables.HelpRequest, request)
    check_closing(row.raised_on, closed_on, outcome)
    row.status, row.outcome, row.closed_on = Status.CLOSED.value, outcome, closed_on
    session.flush()


@action(mark("Help request open again"))
def reopen_help_request(session: Session, request: Id) -> None:
    """The question is worked on again; raises NotFound."""
    row = own(session, tables.HelpRequest, request)
    row.status, row.outcome, row.closed_on = Status.OPEN.value, None, None
    session.flush()


@action(mark("Help request moved to the bin"))
def delete_help_request(session: Session, request: Id) -> None:
    """Move a help request to the bin; raises NotFound."""
    remove(session, own(session, tables.HelpRequest, request))
