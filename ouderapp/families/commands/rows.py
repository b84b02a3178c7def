"""Writing the row of a person, a member, a home, a school: the parts of several commands."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id, new_id
from ouderapp.families.records import (
    HomeDraft,
    MemberDraft,
    PersonDraft,
    ResidenceDraft,
    SchoolingDraft,
)
from ouderapp.families.rules import (
    check_person,
    check_schooling,
    check_span,
    tidied,
    with_birth_year,
)
from ouderapp.store import tables
from ouderapp.store.tables import Record


def add_person_row(session: Session, draft: PersonDraft) -> Id:
    """A new person; raises the problems of `check_person`."""
    check_person(draft, clock.today())
    return _added(session, tables.Person(id=new_id(), **asdict(with_birth_year(tidied(draft)))))


def add_member_row(session: Session, family: Id, person: Id, draft: MemberDraft) -> Id:
    """A person in a family."""
    return _added(
        session, tables.Member(id=new_id(), family=family, person=person, **asdict(draft))
    )


def add_home_row(session: Session, family: Id, draft: HomeDraft) -> Id:
    """A home of a family; raises the problems of `check_span`."""
    check_span(draft)
    return _added(session, tables.Household(id=new_id(), family=family, **asdict(tidied(draft))))


def add_residence_row(session: Session, person: Id, draft: ResidenceDraft) -> Id:
    """Somebody in a home; raises the problems of `check_span`."""
    check_span(draft)
    return _added(session, tables.Residence(id=new_id(), person=person, **asdict(draft)))


def add_schooling_row(session: Session, person: Id, draft: SchoolingDraft) -> Id:
    """A child at a school; raises the problems of `check_schooling`."""
    check_schooling(draft)
    return _added(session, tables.Schooling(id=new_id(), person=person, **asdict(tidied(draft))))


def _added(session: Session, row: Record) -> Id:
    session.add(row)
    session.flush()
    return Id(row.id)
