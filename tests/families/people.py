"""A family of four for tests: mother, father, son, daughter, one home, one school."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.roles import Role
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import (
    FamilyDraft,
    HomeDraft,
    MemberDraft,
    NewFamily,
    NewMember,
    PersonDraft,
    SchoolingDraft,
)
from ouderapp.store import tables
from ouderapp.store.journal import image
from ouderapp.store.tables.base import RECORDS

OPENED = date(2024, 9, 2)


def a_family_draft(name: str = "Haddad", **more: Any) -> FamilyDraft:
    """A family that came by school."""
    return FamilyDraft(name=name, opened_on=OPENED, inflow="school", **more)


def a_member(given_name: str, role: str, **more: Any) -> NewMember:
    """Somebody new, with what is known about the person in `more`."""
    schooling = more.pop("schooling", None)
    person = PersonDraft(given_name=given_name, family_name="Haddad", **more)
    return NewMember(person, MemberDraft(role=role), schooling)


def a_home(**more: Any) -> HomeDraft:
    """The home in the Stationsstraat."""
    facts: dict[str, Any] = {"from_on": OPENED, "street": "Stationsstraat", "number": "12"}
    return HomeDraft(**(facts | more))


def a_new_family(name: str = "Haddad", school: Id | None = None, **more: Any) -> NewFamily:
    """Two adults and two children under one roof."""
    lesson = SchoolingDraft(school, 2024, class_name="1A2") if school else None
    return NewFamily(
        family=a_family_draft(name, **more),
        members=(
            a_member("Rania", Role.MOTHER, language="ar", phone="0470 00 00 01"),
            a_member("Samir", Role.FATHER),
            a_member("Sara", Role.DAUGHTER, born_on=date(2012, 5, 21), schooling=lesson),
            a_member("Bilal", Role.SON, birth_year=2015),
        ),
        home=a_home(),
    )


@dataclass(frozen=True)
class Four:
    """The ids of the family and of the four persons in it."""

    family: Id
    mother: Id
    father: Id
    daughter: Id
    son: Id


def the_four(session: Session, name: str = "Haddad", school: Id | None = None) -> Four:
    """Open the family of four and say who is who."""
    family = open_family(session, a_new_family(name, school))
    found = sa.select(tables.Member.person).where(tables.Member.family == family)
    persons = session.scalars(found.order_by(tables.Member.nr)).all()
    return Four(family, *(Id(person) for person in persons))


def everything(session: Session) -> dict[str, Any]:
    """What every record says, by table and id."""
    return {
        f"{name} {row.id}": image(row)
        for name, table in RECORDS.all().items()
        for row in session.scalars(sa.select(table))
    }


def count(session: Session, tbl: str) -> int:
    """How many records a table has."""
    return session.scalar(sa.select(sa.func.count()).select_from(RECORDS[tbl])) or 0
