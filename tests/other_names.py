"""The names, numbers and streets of everybody who does not belong to one family."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.store import tables

SHORTEST = 4


def family_of(session: Session, name: str) -> Id:
    """The identity of the family of this name."""
    return Id(session.scalars(sa.select(tables.Family.id).where(tables.Family.name == name)).one())


def names_of_others(session: Session, ours: Id) -> frozenset[str]:
    """What would give away that another family is known; what ours shares with them is left out."""
    family, person, member = tables.Family, tables.Person, tables.Member
    at_home = set(session.scalars(sa.select(member.person).where(member.family == ours)))
    others: set[str | None] = set()
    own: set[str | None] = set()
    for row in session.scalars(sa.select(family)):
        (own if row.id == ours else others).add(row.name)
    for one in session.scalars(sa.select(person)):
        whole = f"{one.given_name} {one.family_name}" if one.family_name else one.given_name
        (own if one.id in at_home else others).update((whole, one.phone, one.family_name))
    for pupil in session.scalars(sa.select(tables.Participant)):
        others.add(pupil.given_name)
    told = " ".join(filter(None, own))
    return frozenset(name for name in others if name and len(name) >= SHORTEST and name not in told)
