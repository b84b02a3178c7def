"""The schools of a child over the years, and the pupils of a school on any day (D05)."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.families.queries.joins import family_of, person_of, school_of
from ouderapp.families.rows import PupilRow, SchoolingRow
from ouderapp.families.rules import name_of, stream_of
from ouderapp.store import tables
from ouderapp.store.as_record import as_record


def schoolings_of(session: Session, person: Id) -> list[SchoolingRow]:
    """Every school of a child, the newest first."""
    lesson, school = tables.Schooling, tables.School
    found = (
        sa.select(lesson, school.name)
        .outerjoin(school, school_of(lesson))
        .where(lesson.worker == "", lesson.person == person)
        .order_by(lesson.school_year.desc(), lesson.from_on.desc().nulls_last(), lesson.nr.desc())
    )
    return [
        as_record(
            SchoolingRow,
            row,
            school_name=name,
            stream=stream_of(row.year_stream, row.class_name),
        )
        for row, name in session.execute(found)
    ]


def pupils_of(session: Session, school: Id, school_year: int, day: date) -> list[PupilRow]:
    """Every child at a school in a school year on a day of it, by class and name.

    Without days of its own a schooling runs the whole year; first and last day are included.
    A child in two families stands there once, with the family that was opened first.
    """
    lesson, person = tables.Schooling, tables.Person
    member, family = tables.Member, tables.Family
    found = (
        sa.select(lesson, person.given_name, person.family_name, family.id, family.name)
        .join(person, person_of(lesson))
        .outerjoin(member, sa.and_(member.worker == person.worker, member.person == person.id))
        .outerjoin(family, family_of(member))
        .where(lesson.worker == "", lesson.school == school, lesson.school_year == school_year)
        .where(sa.or_(lesson.from_on.is_(None), lesson.from_on <= day))
        .where(sa.or_(lesson.until_on.is_(None), lesson.until_on >= day))
        .order_by(lesson.class_name.nulls_last(), person.folded, family.opened_on, family.nr)
    )
    once: dict[str, PupilRow] = {}
    for row in session.execute(found):
        once.setdefault(row[0].person, _pupil(*row))
    return list(once.values())


def _pupil(
    lesson: Any,
    given_name: str | None,
    family_name: str | None,
    family: str | None,
    name_of_family: str | None,
) -> PupilRow:
    return as_record(
        PupilRow,
        lesson,
        name=name_of(given_name, family_name),
        stream=stream_of(lesson.year_stream, lesson.class_name),
        is_confirmed=bool(lesson.year_stream),
        family=family,
        family_name=name_of_family,
    )
