"""Making, changing, keeping and moving promises; each is one act that Ctrl+Z takes back."""

from datetime import date

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.follow_up.records import PromiseDraft
from ouderapp.follow_up.rules import check_promise
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Promise noted"))
def make_promise(session: Session, draft: PromiseDraft) -> Id:
    """Write a promise down; raises the problems of `check_promise`."""
    check_promise(draft)
    row = tables.FollowUp(
        id=new_id(),
        family=draft.family,
        contact=draft.contact,
        noted_on=draft.noted_on or clock.today(),
        by=draft.by,
        due_on=draft.due_on,
        words=draft.words.strip(),
    )
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Promise changed"))
def edit_promise(session: Session, promise: Id, draft: PromiseDraft) -> None:
    """Make a promise say what the draft says; when it was noted stays. Raises NotFound."""
    check_promise(draft)
    row = own(session, tables.FollowUp, promise)
    row.words, row.by, row.due_on = draft.words.strip(), draft.by, draft.due_on
    row.family = draft.family
    session.flush()


@action(mark("Promise kept"))
def keep_promise(session: Session, promise: Id) -> None:
    """The promise was kept today; raises NotFound."""
    own(session, tables.FollowUp, promise).done_on = clock.today()
    session.flush()


@action(mark("Promise open again"))
def reopen_promise(session: Session, promise: Id) -> None:
    """The promise is still to be kept; raises NotFound."""
    own(session, tables.FollowUp, promise).done_on = None
    session.flush()


@action(mark("Promise moved to another day"))
def move_promise(session: Session, promise: Id, due_on: date | None) -> None:
    """The promise is to be kept by another day, or without a day; raises NotFound."""
    own(session, tables.FollowUp, promise).due_on = due_on
    session.flush()


@action(mark("Promise moved to the bin"))
def delete_promise(session: Session, promise: Id) -> None:
    """Move a promise to the bin; raises NotFound."""
    remove(session, own(session, tables.FollowUp, promise))
