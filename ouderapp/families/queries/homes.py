"""Where the persons of a family live, on any day, in any number of homes (D02)."""

from collections import defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.families.queries.joins import FAMILY, family_of, person_of
from ouderapp.families.records import HomeDraft
from ouderapp.families.rows import HomeRow, Resident, StayRow
from ouderapp.families.rules import is_home_on, is_on, name_of
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own
from ouderapp.store.prepared import Prepared, columns_for


def home_as_typed(session: Session, home: Id) -> HomeDraft:
    """A home as a form shows it; raises NotFound."""
    return as_record(HomeDraft, own(session, tables.Household, home))


def homes_of(session: Session, family: Id, day: date) -> list[HomeRow]:
    """The homes of a family with who lives there, those of this day first, then the newest."""
    residents: dict[str, list[Resident]] = defaultdict(list)
    for row in _RESIDENTS(session, family=family):
        named = as_record(Resident, row, name=name_of(row["given_name"], row["family_name"]))
        residents[row["household"]].append(named)
    found = [
        as_record(
            HomeRow,
            row,
            is_now=is_on(day, row["from_on"], row["until_on"]),
            residents=tuple(residents[row["id"]]),
        )
        for row in _HOMES(session, family=family)
    ]
    return sorted(found, key=lambda row: (not row.is_now, -row.from_on.toordinal(), row.id))


def stays_of(session: Session, person: Id, day: date) -> list[StayRow]:
    """The homes in which somebody is around this day, of whatever family, the first begun first.

    `is_there` says whether the weeks of that home fall on this very day.
    """
    stay, home, family = tables.Residence, tables.Household, tables.Family
    found = (
        sa.select(stay, home, family.name)
        .join(home, sa.and_(home.worker == stay.worker, home.id == stay.household))
        .join(family, family_of(home))
        .where(stay.worker == "", stay.person == person, stay.from_on <= day)
        .where(sa.or_(stay.until_on.is_(None), stay.until_on >= day))
        .order_by(stay.from_on, stay.nr)
    )
    return [_stay(row, house, name, day) for row, house, name in session.execute(found)]


def _stay(stay: Any, home: Any, family_name: str | None, day: date) -> StayRow:
    return as_record(
        StayRow,
        stay,
        home=home.id,
        home_name=home.name,
        family=home.family,
        family_name=family_name,
        street=home.street,
        number=home.number,
        municipality=home.municipality,
        is_there=is_home_on(day, stay.pattern),
    )


def _homes() -> Prepared:
    home = tables.Household
    return Prepared(
        sa.select(*columns_for(HomeRow, home)).where(home.worker == "", home.family == FAMILY)
    )


def _residents() -> Prepared:
    """Who lives in the homes of a family, the first to come first."""
    stay, person, home = tables.Residence, tables.Person, tables.Household
    return Prepared(
        sa.select(
            *columns_for(Resident, stay), stay.household, person.given_name, person.family_name
        )
        .join(person, person_of(stay))
        .join(home, sa.and_(home.worker == stay.worker, home.id == stay.household))
        .where(home.worker == "", home.family == FAMILY)
        .order_by(stay.from_on, stay.nr)
    )


_HOMES, _RESIDENTS = _homes(), _residents()
