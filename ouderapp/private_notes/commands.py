"""Writing, changing, deleting private notes, and forgetting those that lapsed."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.private_notes.records import PrivateNoteDraft
from ouderapp.private_notes.rules import check_private_note, lapses_on
from ouderapp.store import tables
from ouderapp.store.journal import action, pen_of
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Private note written"))
def write_private_note(session: Session, draft: PrivateNoteDraft) -> Id:
    """Keep a note for oneself for 90 days; raises the problems of `check_private_note`."""
    check_private_note(draft)
    noted_on = clock.today()
    row = tables.PrivateNote(
        id=new_id(),
        family=draft.family,
        noted_on=noted_on,
        lapses_on=lapses_on(noted_on),
        words=draft.words.strip(),
    )
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Private note changed"))
def edit_private_note(session: Session, note: Id, draft: PrivateNoteDraft) -> None:
    """Change the words; the day on which the note goes stays. Raises NotFound."""
    check_private_note(draft)
    row = own(session, tables.PrivateNote, note)
    row.words, row.family = draft.words.strip(), draft.family
    session.flush()


@action(mark("Private note moved to the bin"))
def delete_private_note(session: Session, note: Id) -> None:
    """Move a private note to the bin; raises NotFound."""
    remove(session, own(session, tables.PrivateNote, note))


@action(mark("Lapsed private notes forgotten"), kind="system")
def forget_lapsed_notes(session: Session) -> int:
    """Take away the notes whose last day has passed, for good; gives how many went.

    What they said goes from the journal too, so that neither undo nor the bin brings it back.
    """
    note = tables.PrivateNote
    lapsed = list(session.scalars(sa.select(note).where(note.lapses_on < clock.today())))
    ids = [row.id for row in lapsed]
    if lapsed:
        remove(session, *lapsed)
        _forget_words(session, ids)
    return len(ids)


def _forget_words(session: Session, ids: list[str]) -> None:
    line = tables.Journal
    of_them = (line.tbl == tables.PrivateNote.__tablename__, line.id.in_(ids))
    session.execute(sa.update(line).where(*of_them).values(before=None, after=None))
    pen_of(session).written.add(line.__tablename__)
