"""What is asked for a class list: who is known, beside whom, and what headings meant before."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.roles import CHILD_ROLES
from ouderapp.class_lists.commands import HEADINGS
from ouderapp.class_lists.likeness import plan
from ouderapp.class_lists.records import KnownPupil, PlannedPupil, Pupil
from ouderapp.families.queries.head import MY_SCHOOLS
from ouderapp.families.rules import name_of
from ouderapp.store import tables
from ouderapp.store.settings import setting


def planned(
    session: Session, pupils: Sequence[Pupil], school: Id | None, school_year: int
) -> tuple[PlannedPupil, ...]:
    """Every pupil of a list beside who is like him or her in the files of today."""
    return plan(pupils, known_pupils(session, school, school_year))


def known_pupils(session: Session, school: Id | None, school_year: int) -> list[KnownPupil]:
    """Every child with a file, with the class and the school of that year; at most one of each."""
    person, member, went = tables.Person, tables.Member, tables.Schooling
    place = tables.School
    this_year = sa.and_(
        went.worker == person.worker, went.person == person.id, went.school_year == school_year
    )
    found = (
        sa.select(
            *(person.id, person.given_name, person.family_name, person.birth_year),
            *(member.family, went.id, went.school, went.class_name, place.name),
        )
        .join(member, sa.and_(member.worker == person.worker, member.person == person.id))
        .outerjoin(went, this_year)
        .outerjoin(place, sa.and_(place.worker == went.worker, place.id == went.school))
        .where(person.worker == "", member.role.in_(sorted(CHILD_ROLES)))
        .order_by(member.nr, went.nr)
    )
    known: dict[str, KnownPupil] = {}
    for row in session.execute(found):
        one = _known(row, school)
        # A school of this year counts above others; the class that was written last above earlier.
        if one.person not in known or one.is_here or not known[one.person].is_here:
            known[one.person] = one
    return list(known.values())


def headings_remembered(session: Session) -> Mapping[str, str]:
    """What a person chose for a heading in an earlier list, by the key of the heading."""
    kept: Mapping[str, str] = setting(session, HEADINGS, {})
    return kept


def my_schools(session: Session) -> tuple[Id, ...]:
    """The schools of the worker, the first one to be proposed."""
    return tuple(Id(one) for one in setting(session, MY_SCHOOLS, []))


def _known(row: Any, school: Id | None) -> KnownPupil:
    person, given_name, last_name, birth_year, family, went, at, class_name, school_name = row
    return KnownPupil(
        person=Id(person),
        family=Id(family),
        name=name_of(given_name, last_name),
        given_name=given_name,
        family_name=last_name,
        birth_year=birth_year,
        class_name=class_name,
        school_name=school_name,
        is_here=went is not None and at == school,
    )
