"""Opening, changing, closing, reopening and deleting the file of a family."""

from dataclasses import asdict
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.families.codes import Pattern, Status
from ouderapp.families.commands.rows import (
    add_home_row,
    add_member_row,
    add_person_row,
    add_residence_row,
    add_schooling_row,
)
from ouderapp.families.records import FamilyDraft, NewFamily, ResidenceDraft
from ouderapp.families.rules import check_closing, check_family, tidied
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove
from ouderapp.store.settings import set_setting, setting

RECENT, RECENT_LIMIT = "recent_families", 7


@action(mark("Family opened"))
def open_family(session: Session, new: NewFamily) -> Id:
    """Write a family with its members, their schools and the home that they share.

    Raises the problems of `check_family`, `check_person`, `check_schooling` and `check_span`.
    """
    check_family(new.family)
    family = new_id()
    session.add(tables.Family(id=family, **asdict(tidied(new.family))))
    session.flush()
    home = add_home_row(session, family, new.home) if new.home else None
    for one in new.members:
        person = add_person_row(session, one.person)
        add_member_row(session, family, person, one.member)
        if one.schooling:
            add_schooling_row(session, person, one.schooling)
        if home and new.home and one.member.lives_here:
            lives = ResidenceDraft(home, new.home.from_on, pattern=Pattern.ALWAYS)
            add_residence_row(session, person, lives)
    return family


@action(mark("Family changed"))
def edit_family(session: Session, family: Id, draft: FamilyDraft) -> None:
    """Make a family say what the draft says; raises NotFound and those of `check_family`."""
    check_family(draft)
    row = own(session, tables.Family, family)
    for name, value in asdict(tidied(draft)).items():
        setattr(row, name, value)
    session.flush()


@action(mark("File closed"))
def close_family(session: Session, family: Id, reason: str, closed_on: date | None = None) -> None:
    """Close a file with its reason, today when no day is given.

    Raises NotFound, ClosedTooEarly, FieldMissing without a reason.
    """
    row = own(session, tables.Family, family)
    day = closed_on or clock.today()
    check_closing(row.opened_on, day, reason)
    row.status, row.closed_on, row.close_reason = Status.CLOSED, day, reason
    session.flush()


@action(mark("File reopened"))
def reopen_family(session: Session, family: Id) -> None:
    """Go on with a closed file; why and when it was closed stays in its history."""
    row = own(session, tables.Family, family)
    row.status, row.closed_on, row.close_reason = Status.OPEN, None, None
    session.flush()


@action(mark("Sharing with the office changed"))
def keep_back_family(session: Session, family: Id, *, is_kept_back: bool) -> None:
    """Keep every row of a family from the office, or let it go along again (EXCHANGE 10.2)."""
    own(session, tables.Family, family).is_kept_back = is_kept_back
    session.flush()


@action(mark("Family moved to the bin"))
def delete_family(session: Session, family: Id) -> int:
    """Move a family to the bin with all that is kept about it; gives how many records went.

    Persons who are also a member of another family stay.
    """
    row = own(session, tables.Family, family)
    return remove(session, row, *_only_here(session, family))


def note_opened(session: Session, family: Id) -> None:
    """Remember that the file of a family was opened: the last seven stand in the palette."""
    recent = [one for one in setting(session, RECENT, []) if one != family]
    set_setting(session, RECENT, [family, *recent][:RECENT_LIMIT])


def _only_here(session: Session, family: Id) -> list[tables.Person]:
    """The persons who are a member of this family and of no other."""
    member = tables.Member
    elsewhere = sa.select(member.person).where(member.worker == "", member.family != family)
    here = sa.select(member.person).where(member.worker == "", member.family == family)
    found = sa.select(tables.Person).where(
        tables.Person.worker == "",
        tables.Person.id.in_(here),
        tables.Person.id.not_in(elsewhere),
    )
    return list(session.scalars(found))
