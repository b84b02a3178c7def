"""How the tables of families hang together: the joins that several queries share."""

from typing import Any

import sqlalchemy as sa

from ouderapp.store import tables

FAMILY: sa.BindParameter[Any] = sa.bindparam("family")
DAY: sa.BindParameter[Any] = sa.bindparam("day")
"""The values that the prepared statements of one file ask for."""


def person_of(row: Any, column: str = "person") -> sa.ColumnElement[bool]:
    """The person to whom a row refers, of the same worker."""
    person = tables.Person
    return sa.and_(person.worker == row.worker, person.id == getattr(row, column))


def family_of(row: Any) -> sa.ColumnElement[bool]:
    """The family to which a row refers, of the same worker."""
    return sa.and_(tables.Family.worker == row.worker, tables.Family.id == row.family)


def school_of(row: Any) -> sa.ColumnElement[bool]:
    """The school to which a row refers, of the same worker."""
    return sa.and_(tables.School.worker == row.worker, tables.School.id == row.school)


def members_here() -> sa.ColumnElement[bool]:
    """A member of the family that is asked for."""
    return sa.and_(tables.Member.worker == "", tables.Member.family == FAMILY)
