"""The school of a child over the years: adding, changing, moving to another school (D05)."""

from dataclasses import asdict
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.rows import add_schooling_row
from ouderapp.families.records import SchoolingDraft
from ouderapp.families.rules import check_schooling, stream_of, tidied
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("School written down"))
def add_schooling(session: Session, person: Id, draft: SchoolingDraft) -> Id:
    """Write down a child's school; raises NotFound and the problems of `check_schooling`."""
    own(session, tables.Person, person)
    return add_schooling_row(session, person, draft)


@action(mark("School changed"))
def edit_schooling(session: Session, schooling: Id, draft: SchoolingDraft) -> None:
    """Make a schooling say what the draft says; raises as `add_schooling`."""
    check_schooling(draft)
    row = own(session, tables.Schooling, schooling)
    for name, value in asdict(tidied(draft)).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Moved to another school"))
def change_school(session: Session, person: Id, draft: SchoolingDraft) -> Id:
    """Write down the new school or class from its first day, and end what ran until then.

    Without a first day it is written down beside what is there. Raises as `add_schooling`.
    """
    if draft.from_on is not None:
        day_before = draft.from_on - timedelta(days=1)
        for row in _of_year(session, person, draft.school_year):
            if row.until_on is None or row.until_on > day_before:
                row.until_on = day_before
    session.flush()
    return add_schooling_row(session, person, draft)


@action(mark("Year and stream confirmed"))
def confirm_stream(session: Session, schooling: Id, year_stream: str | None = None) -> None:
    """Confirm year and stream: as given, or as the class name proposes (DOMAIN 8.5)."""
    row = own(session, tables.Schooling, schooling)
    row.year_stream = year_stream or stream_of(row.year_stream, row.class_name)
    session.flush()


@action(mark("School taken away"))
def delete_schooling(session: Session, schooling: Id) -> None:
    """Forget a schooling that was a mistake; raises NotFound."""
    remove(session, own(session, tables.Schooling, schooling))


def _of_year(session: Session, person: Id, school_year: int) -> list[tables.Schooling]:
    row = tables.Schooling
    found = sa.select(row).where(
        row.worker == "", row.person == person, row.school_year == school_year
    )
    return list(session.scalars(found))
