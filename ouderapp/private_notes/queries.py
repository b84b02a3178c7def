"""Private notes of one family, for the eyes of their writer only."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.private_notes.records import PrivateNoteRow
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import PrivateNote


def private_notes_of(session: Session, family: Id) -> list[PrivateNoteRow]:
    """The private notes about a family that have not lapsed, the newest first."""
    asked = (
        sa.select(PrivateNote)
        .where(PrivateNote.family == family, PrivateNote.lapses_on >= clock.today())
        .order_by(PrivateNote.noted_on.desc(), PrivateNote.nr.desc())
    )
    return [as_record(PrivateNoteRow, row) for row in session.scalars(asked)]
