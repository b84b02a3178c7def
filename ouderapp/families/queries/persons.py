"""Who is in a family, and which families a person is in."""

from collections import defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.roles import is_child_role
from ouderapp.families.queries.filtering import running_on
from ouderapp.families.queries.joins import family_of, person_of, school_of
from ouderapp.families.records import PersonDraft
from ouderapp.families.rows import MemberRow
from ouderapp.families.rules import age_on, name_of, stream_of
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own


def person_as_typed(session: Session, person: Id) -> PersonDraft:
    """A person as a form shows it; raises NotFound."""
    return as_record(PersonDraft, own(session, tables.Person, person))


def members_of(session: Session, family: Id, day: date) -> list[MemberRow]:
    """Everybody of a family, adults first, then children from old to young.

    Age, school and class as they are on this day.
    """
    member, person = tables.Member, tables.Person
    found = (
        sa.select(member, person)
        .join(person, person_of(member))
        .where(member.worker == "", member.family == family)
        .order_by(member.nr)
    )
    rows = session.execute(found).all()
    ids = [person.id for _, person in rows]
    lessons, elsewhere = _lessons(session, ids, day), _elsewhere(session, ids, family)
    members = [_member(m, p, day, lessons.get(p.id), elsewhere[p.id]) for m, p in rows]
    return sorted(members, key=_place)


def families_of(session: Session, person: Id) -> list[tuple[Id, str | None]]:
    """The families of which somebody is a member, with their names; a child may have two."""
    member, family = tables.Member, tables.Family
    found = (
        sa.select(family.id, family.name)
        .join(member, family_of(member))
        .where(member.worker == "", member.person == person)
        .order_by(family.folded)
    )
    return [(Id(id_), name) for id_, name in session.execute(found)]


def _member(member: Any, person: Any, day: date, lesson: Any, elsewhere: list[str]) -> MemberRow:
    age = age_on(day, person.born_on, person.birth_year)
    facts = {f"{name}": getattr(member, name) for name in ("role", "has_authority", "lives_here")}
    school = {} if lesson is None else _school(*lesson)
    return as_record(
        MemberRow,
        person,
        member=member.id,
        name=name_of(person.given_name, person.family_name),
        is_child=is_child_role(member.role),
        age=age.years if age else None,
        is_exact=age.is_exact if age else True,
        other_families=tuple(elsewhere),
        **facts,
        **school,
    )


def _school(lesson: Any, school_name: str | None) -> dict[str, Any]:
    return {
        "school": lesson.school,
        "school_name": school_name,
        "class_name": lesson.class_name,
        "stream": stream_of(lesson.year_stream, lesson.class_name),
        "stream_is_confirmed": bool(lesson.year_stream),
    }


def _place(row: MemberRow) -> tuple[bool, int]:
    """Adults in the order of their roles' writing down, children from old to young."""
    return row.is_child, -(row.age or 0) if row.is_child else 0


def _lessons(session: Session, persons: list[str], day: date) -> dict[str, tuple[Any, str | None]]:
    """The schooling that runs on a day for each person, with the name of the school."""
    lesson, school = tables.Schooling, tables.School
    found = (
        sa.select(lesson, school.name)
        .outerjoin(school, school_of(lesson))
        .where(lesson.worker == "", lesson.person.in_(persons), *running_on(day))
        .order_by(lesson.from_on.nulls_first(), lesson.nr)
    )
    return {row.person: (row, name) for row, name in session.execute(found)}


def _elsewhere(session: Session, persons: list[str], family: Id) -> dict[str, list[str]]:
    """The names of the other families of each person."""
    member, other = tables.Member, tables.Family
    found = (
        sa.select(member.person, other.name)
        .join(other, family_of(member))
        .where(member.worker == "", member.person.in_(persons), member.family != family)
    )
    names: dict[str, list[str]] = defaultdict(list)
    for person, name in session.execute(found):
        names[person].append(name or "")
    return names
