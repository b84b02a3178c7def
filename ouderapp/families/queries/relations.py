"""How persons stand to each other, seen from both sides, and who has which co-account."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from ouderapp.base.ids import Id
from ouderapp.families.queries.joins import person_of
from ouderapp.families.queries.persons import members_of
from ouderapp.families.relations import implied, inverse
from ouderapp.families.rows import CoAccountRow, RelationRow
from ouderapp.families.rules import name_of
from ouderapp.store import tables
from ouderapp.store.as_record import as_record


def relations_of(session: Session, family: Id, day: date) -> list[RelationRow]:
    """How everybody of a family stands to everybody else, both ways (D01).

    What is written down about two persons, also about somebody outside the family; else what
    their roles say. A row with an id was written down.
    """
    people = {one.id: one for one in members_of(session, family, day)}
    written = _written(session, set(people))
    rows = [row for line in written for row in line]
    known = {(row.person, row.to_person) for row in rows}
    for one in people.values():
        for other in people.values():
            kind = implied(one.role, other.role)
            if kind and one.id != other.id and (one.id, other.id) not in known:
                rows.append(RelationRow(one.id, one.name, kind, other.id, other.name))
    order = {id_: place for place, id_ in enumerate(people)}
    last = len(order)
    return sorted(rows, key=lambda r: (order.get(r.person, last), order.get(r.to_person, last)))


def co_accounts_of(session: Session, family: Id) -> list[CoAccountRow]:
    """The Smartschool co-accounts of the pupils of a family, by pupil and slot."""
    account, pupil, parent = tables.CoAccount, aliased(tables.Person), tables.Person
    here = sa.select(tables.Member.person).where(
        tables.Member.worker == "", tables.Member.family == family
    )
    found = (
        sa.select(account, parent, pupil)
        .join(parent, person_of(account))
        .join(pupil, sa.and_(pupil.worker == account.worker, pupil.id == account.pupil))
        .where(account.worker == "", account.pupil.in_(here))
        .order_by(account.pupil, account.slot)
    )
    return [
        as_record(
            CoAccountRow,
            row,
            name=name_of(one.given_name, one.family_name),
            pupil_name=name_of(child.given_name, child.family_name),
        )
        for row, one, child in session.execute(found)
    ]


def _written(session: Session, people: set[Id]) -> list[list[RelationRow]]:
    """What is written down about these persons, once from each of its sides that is here."""
    relation, one, other = tables.Relation, aliased(tables.Person), aliased(tables.Person)
    found = (
        sa.select(relation, one, other)
        .join(one, sa.and_(one.worker == relation.worker, one.id == relation.from_person))
        .join(other, sa.and_(other.worker == relation.worker, other.id == relation.to_person))
        .where(relation.worker == "")
        .where(sa.or_(relation.from_person.in_(people), relation.to_person.in_(people)))
    )
    lines = []
    for row, first, second in session.execute(found):
        sides = (_side(row, first, row.kind, second), _side(row, second, inverse(row.kind), first))
        lines.append([side for side in sides if side.person in people])
    return lines


def _side(row: Any, person: Any, kind: str, other: Any) -> RelationRow:
    return as_record(
        RelationRow,
        row,
        person=person.id,
        name=name_of(person.given_name, person.family_name),
        kind=kind,
        to_person=other.id,
        to_name=name_of(other.given_name, other.family_name),
    )
