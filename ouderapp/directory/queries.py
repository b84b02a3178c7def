"""What can be asked of the social map: the list, one card, who is there, days without class."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.folding import fold
from ouderapp.base.i18n import _
from ouderapp.base.ids import Id
from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.directory.codes import LEVEL_WORDS, PARTNER_WORDS
from ouderapp.directory.records import (
    DayOffRow,
    DirectoryCard,
    DirectoryFilter,
    DirectoryRow,
    PartnerDraft,
    PersonThere,
    Place,
    SchoolDraft,
)
from ouderapp.directory.rules import is_stale
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own


def places_listed(session: Session, wanted: DirectoryFilter, today: date) -> list[DirectoryRow]:
    """The places that a filter lets through, by name."""
    rows: list[tuple[str, DirectoryRow]] = []
    for place, table in ((Place.PARTNER, tables.Partner), (Place.SCHOOL, tables.School)):
        if wanted.place in ("", place):
            rows += _of(session, place, table, wanted, today)
    return [row for _folded, row in sorted(rows, key=lambda pair: pair[0])]


def partner_as_typed(session: Session, partner: Id) -> PartnerDraft:
    """An organisation as a form shows it; raises NotFound."""
    return as_record(PartnerDraft, own(session, tables.Partner, partner))


def school_as_typed(session: Session, school: Id) -> SchoolDraft:
    """A school as a form shows it; raises NotFound."""
    return as_record(SchoolDraft, own(session, tables.School, school))


def card_of(session: Session, place: str, id_: Id, today: date) -> DirectoryCard:
    """All that is known about one place; raises NotFound."""
    days_off = tuple(days_off_of(session, id_)) if place == Place.SCHOOL else ()
    uses = uses_of(session, place, id_)
    return _card(session, place, id_, today, days_off=days_off, uses=uses)


def cards_of(
    session: Session, places: Sequence[tuple[str, Id]], today: date
) -> list[DirectoryCard]:
    """What paper tells of each of these places, in their order; raises NotFound."""
    return [_card(session, place, id_, today) for place, id_ in places]


def _card(session: Session, place: str, id_: Id, today: date, **more: Any) -> DirectoryCard:
    is_school = place == Place.SCHOOL
    row: Any = own(session, tables.School if is_school else tables.Partner, id_)
    return as_record(
        DirectoryCard,
        row,
        place=Place(place),
        kind=row.school_level if is_school else row.kind,
        is_stale=is_stale(row.checked_on, today),
        people=tuple(people_at(session, place, id_)),
        **more,
    )


def people_at(session: Session, place: str, id_: Id) -> list[PersonThere]:
    """Who works at a school or an organisation, by name."""
    person = tables.DirectoryPerson
    found = (
        sa.select(person)
        .where(person.worker == "", getattr(person, place) == id_)
        .order_by(person.folded, person.nr)
    )
    return [as_record(PersonThere, row) for row in session.scalars(found)]


def workplace_of(session: Session, person: Id) -> Id | None:
    """The organisation or the school where somebody works; raises NotFound."""
    row = own(session, tables.DirectoryPerson, person)
    return Id(row.partner or row.school or "") or None


def days_off_of(session: Session, school: Id) -> list[DayOffRow]:
    """The days without class that a school chose, the first one first."""
    row = tables.DayOff
    found = sa.select(row).where(row.worker == "", row.school == school).order_by(row.day)
    return [as_record(DayOffRow, one) for one in session.scalars(found)]


def schools_to_choose(session: Session) -> list[tuple[Id, str]]:
    """The schools that are still there with their names, for a field that asks for one."""
    school = tables.School
    found = (
        sa.select(school.id, school.name)
        .where(school.worker == "", school.is_active)
        .order_by(school.folded)
    )
    return [(Id(id_), name or "") for id_, name in session.execute(found)]


def uses_of(session: Session, place: str, id_: Id) -> int:
    """How many referrals, letters, classes and groups refer to a place."""
    by_partner: tuple[Any, ...] = (tables.Referral, tables.Letter, tables.GroupSeries)
    by_school: tuple[Any, ...] = (tables.Schooling, tables.GroupSeries, tables.Participant)
    total = 0
    for table in by_school if place == Place.SCHOOL else by_partner:
        column = getattr(table, place)
        asked = sa.select(sa.func.count()).where(table.worker == "", column == id_)
        total += session.scalar(asked) or 0
    return total


def _of(
    session: Session, place: Place, table: Any, wanted: DirectoryFilter, today: date
) -> list[tuple[str, DirectoryRow]]:
    found = sa.select(table).where(table.worker == "")
    if not wanted.with_retired:
        found = found.where(table.is_active)
    rows = []
    for one in session.scalars(found):
        row = _row(place, one, today)
        if _fits(row, one.folded, wanted):
            rows.append((one.folded, row))
    return rows


def _row(place: Place, one: Any, today: date) -> DirectoryRow:
    is_school = place == Place.SCHOOL
    return as_record(
        DirectoryRow,
        one,
        place=place,
        kind=one.school_level if is_school else one.kind,
        offer=", ".join(one.grades) if is_school else one.offer,
        opening_hours=None if is_school else one.opening_hours,
        cost=None if is_school else one.cost,
        registration=None if is_school else one.registration,
        languages=() if is_school else one.languages,
        is_stale=is_stale(one.checked_on, today),
    )


def _fits(row: DirectoryRow, folded: str, wanted: DirectoryFilter) -> bool:
    if wanted.kinds and row.kind not in wanted.kinds:
        return False
    if wanted.is_stale and not row.is_stale:
        return False
    if not wanted.words.strip():
        return True
    words = [LANGUAGE_WORDS.get(tag, tag) for tag in row.languages]
    words.append({**PARTNER_WORDS, **LEVEL_WORDS}.get(row.kind, row.kind))
    text = f" {folded} {fold(' '.join(_(word) for word in words))}"
    return all(f" {word}" in text for word in fold(wanted.words).split())
