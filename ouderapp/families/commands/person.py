"""Persons and what they are in a family: adding, changing, moving, relations, co-accounts."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.families.commands.rows import add_member_row, add_person_row, add_schooling_row
from ouderapp.families.problems import NotWithOneself
from ouderapp.families.records import (
    CoAccountDraft,
    MemberDraft,
    NewMember,
    PersonDraft,
    SchoolingDraft,
)
from ouderapp.families.relations import Kind
from ouderapp.families.rules import check_co_account, check_person, tidied, with_birth_year
from ouderapp.store import tables
from ouderapp.store.journal import action, pen_of
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Person added"))
def add_person(session: Session, family: Id, new: NewMember) -> Id:
    """Write a new person as a member of a family; raises the problems of `check_person`."""
    own(session, tables.Family, family)
    person = add_person_row(session, new.person)
    add_member_row(session, family, person, new.member)
    if new.schooling:
        add_schooling_row(session, person, new.schooling)
    return person


@action(mark("Person changed"))
def edit_person(session: Session, person: Id, draft: PersonDraft) -> None:
    """Make a person say what the draft says; raises NotFound and those of `check_person`."""
    check_person(draft, clock.today())
    row = own(session, tables.Person, person)
    for name, value in asdict(with_birth_year(tidied(draft))).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Person changed"))
def keep_member(session: Session, family: Id, person: Id, new: NewMember) -> None:
    """Make a person, what he or she is in this family, and this year's school say what is given.

    Without a school nothing changes about schools. Raises as `edit_person` and `add_schooling`.
    """
    edit_person(session, person, new.person)
    join_family(session, family, person, new.member)
    if new.schooling:
        _keep_schooling(session, person, new.schooling)


@action(mark("Person added to a second family"))
def join_family(session: Session, family: Id, person: Id, draft: MemberDraft) -> Id:
    """Make a person who is in the store a member of one more family: a child with two homes.

    Nothing happens to the other family; somebody who is a member already gets this role.
    """
    own(session, tables.Family, family)
    own(session, tables.Person, person)
    known = _member(session, family, person)
    if known is None:
        return add_member_row(session, family, person, draft)
    edit_member(session, Id(known.id), draft)
    return Id(known.id)


@action(mark("Role changed"))
def edit_member(session: Session, member: Id, draft: MemberDraft) -> None:
    """Change what somebody is in a family; raises NotFound."""
    row = own(session, tables.Member, member)
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Person taken out of the family"))
def leave_family(session: Session, family: Id, person: Id) -> int:
    """Take somebody out of a family; out of the last one the person goes to the bin.

    Gives how many records went. Raises NotFound when the person is no member.
    """
    row = own(session, tables.Person, person)
    member = tables.Member
    memberships = list(
        session.scalars(sa.select(member).where(member.worker == "", member.person == person))
    )
    here = [one for one in memberships if one.family == family]
    if len(memberships) > len(here):
        return remove(session, *here)
    pen_of(session).name = mark("Person moved to the bin")
    return remove(session, row)


@action(mark("Relation written down"))
def relate(session: Session, from_person: Id, kind: str, to_person: Id) -> Id:
    """Write down how two persons stand to each other; what was known about the two is replaced.

    Raises NotWithOneself, NotFound.
    """
    if from_person == to_person:
        raise NotWithOneself
    for person in (from_person, to_person):
        own(session, tables.Person, person)
    for known in _between(session, from_person, to_person):
        session.delete(known)
    session.flush()
    relation = tables.Relation(
        id=new_id(), from_person=from_person, kind=Kind(kind), to_person=to_person
    )
    session.add(relation)
    session.flush()
    return Id(relation.id)


@action(mark("Relation taken away"))
def unrelate(session: Session, relation: Id) -> None:
    """Forget a relation that was written down; what the roles say counts again."""
    remove(session, own(session, tables.Relation, relation))


@action(mark("Co-account noted"))
def note_co_account(session: Session, pupil: Id, draft: CoAccountDraft) -> Id:
    """Note which co-account of a pupil a parent has; an earlier one of this parent is replaced.

    Raises SlotImpossible, SlotTaken.
    """
    account = tables.CoAccount
    known = list(session.scalars(sa.select(account).where(account.pupil == pupil)))
    taken = {one.slot: Id(one.person) for one in known}
    check_co_account(draft, taken)
    remove(session, *(one for one in known if one.person == draft.person))
    made = account(id=new_id(), pupil=pupil, **asdict(tidied(draft)))
    session.add(made)
    session.flush()
    return Id(made.id)


@action(mark("Co-account taken away"))
def drop_co_account(session: Session, account: Id) -> None:
    """Forget a co-account; raises NotFound."""
    remove(session, own(session, tables.CoAccount, account))


def _keep_schooling(session: Session, person: Id, draft: SchoolingDraft) -> None:
    """This year's last school says what is given; it is written down when there is none yet."""
    lesson = tables.Schooling
    found = sa.select(lesson).where(
        lesson.worker == "", lesson.person == person, lesson.school_year == draft.school_year
    )
    last = session.scalars(found.order_by(lesson.from_on.desc().nulls_last(), lesson.nr.desc()))
    row = last.first()
    if row is None:
        add_schooling_row(session, person, draft)
        return
    row.school, row.class_name = draft.school, tidied(draft).class_name
    row.year_stream = draft.year_stream
    session.flush()


def _member(session: Session, family: Id, person: Id) -> tables.Member | None:
    member = tables.Member
    found = sa.select(member).where(member.family == family, member.person == person)
    return session.scalars(found.where(member.worker == "")).first()


def _between(session: Session, one: Id, other: Id) -> list[tables.Relation]:
    """What is written down about two persons, in either direction."""
    relation = tables.Relation
    pair = sa.tuple_(relation.from_person, relation.to_person)
    found = sa.select(relation).where(relation.worker == "", pair.in_([(one, other), (other, one)]))
    return list(session.scalars(found))
