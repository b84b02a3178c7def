"""Who is in a family, and which families a person is in."""

from collections import defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from ouderapp.base.ids import Id
from ouderapp.base.roles import is_child_role
from ouderapp.base.school_year import school_year_of
from ouderapp.families.queries.filtering import running_in
from ouderapp.families.queries.joins import (
    DAY,
    FAMILY,
    family_of,
    members_here,
    person_of,
    school_of,
)
from ouderapp.families.records import PersonDraft
from ouderapp.families.rows import MemberRow
from ouderapp.families.rules import age_on, name_of, stream_of
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own
from ouderapp.store.prepared import Prepared, columns_for

_Facts = dict[str, Any]


def person_as_typed(session: Session, person: Id) -> PersonDraft:
    """A person as a form shows it; raises NotFound."""
    return as_record(PersonDraft, own(session, tables.Person, person))


def members_of(session: Session, family: Id, day: date) -> list[MemberRow]:
    """Everybody of a family, adults first, then children from old to young.

    Age, school and class as they are on this day.
    """
    lessons = {row["person"]: row for row in _LESSONS(session, **_on(family, day))}
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for row in _ELSEWHERE(session, family=family):
        elsewhere[row["person"]].append(row["name"] or "")
    members = [
        _member(row, day, lessons.get(row["id"]), elsewhere[row["id"]])
        for row in _MEMBERS(session, family=family)
    ]
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


def _on(family: Id, day: date) -> dict[str, Any]:
    return {"family": family, "day": day, "year": school_year_of(day)}


def _member(row: _Facts, day: date, lesson: _Facts | None, elsewhere: list[str]) -> MemberRow:
    age = age_on(day, row["born_on"], row["birth_year"])
    return as_record(
        MemberRow,
        row,
        name=name_of(row["given_name"], row["family_name"]),
        is_child=is_child_role(row["role"]),
        age=age.years if age else None,
        is_exact=age.is_exact if age else True,
        other_families=tuple(elsewhere),
        **(_school(lesson) if lesson else {}),
    )


def _school(lesson: _Facts) -> _Facts:
    return {
        "school": lesson["school"],
        "school_name": lesson["school_name"],
        "class_name": lesson["class_name"],
        "stream": stream_of(lesson["year_stream"], lesson["class_name"]),
        "stream_is_confirmed": bool(lesson["year_stream"]),
    }


def _place(row: MemberRow) -> tuple[bool, int]:
    """Adults in the order of their roles' writing down, children from old to young."""
    return row.is_child, -(row.age or 0) if row.is_child else 0


def _members() -> Prepared:
    """Everybody of a family in the order of writing down."""
    member, person = tables.Member, tables.Person
    of_member = (member.id.label("member"), member.role, member.has_authority, member.lives_here)
    return Prepared(
        sa.select(*columns_for(MemberRow, person), *of_member)
        .join(person, person_of(member))
        .where(members_here())
        .order_by(member.nr)
    )


def _lessons() -> Prepared:
    """The schoolings that run on a day in a family, with the name of the school."""
    lesson, school, member = tables.Schooling, tables.School, tables.Member
    shown = (lesson.person, lesson.school, lesson.class_name, lesson.year_stream)
    of_member = sa.and_(lesson.worker == member.worker, lesson.person == member.person)
    return Prepared(
        sa.select(*shown, school.name.label("school_name"))
        .select_from(member)
        .join(lesson, of_member)
        .outerjoin(school, school_of(lesson))
        .where(members_here(), *running_in(sa.bindparam("year"), DAY))
        .order_by(lesson.from_on.nulls_first(), lesson.nr)
    )


def _elsewhere() -> Prepared:
    """The names of the other families of everybody in a family."""
    there, other = aliased(tables.Member), tables.Family
    same = sa.and_(there.worker == tables.Member.worker, there.person == tables.Member.person)
    return Prepared(
        sa.select(there.person, other.name)
        .select_from(tables.Member)
        .join(there, same)
        .join(other, family_of(there))
        .where(members_here(), there.family != FAMILY)
    )


_MEMBERS, _LESSONS, _ELSEWHERE = _members(), _lessons(), _elsewhere()
