"""The list of families: which stand on a page in what order, and how many there are."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.families.overview import FamilyFilter, FamilyPage
from ouderapp.families.queries.filtering import conditions
from ouderapp.families.queries.listed import ordered_by, rows_of
from ouderapp.store import tables

PAGE = 500


def families_listed(
    session: Session,
    wanted: FamilyFilter,
    today: date,
    *,
    order: str = "name",
    is_descending: bool = False,
    limit: int = PAGE,
    offset: int = 0,
) -> FamilyPage:
    """A page of the families that are wanted, and how many there are in all.

    `order` is a field of FamilyRow that can be sorted: name, children, contact_language,
    last_contact_on, promises. Names in the order of their folded form; nothing known comes last.
    """
    numbers = _page_numbers(session, wanted, today, order, is_descending, limit, offset)
    rows = rows_of(session, numbers, today)
    if offset == 0 and len(rows) < limit:
        return FamilyPage(rows, len(rows))
    return FamilyPage(rows, count_families(session, wanted, today))


def _page_numbers(
    session: Session,
    wanted: FamilyFilter,
    today: date,
    order: str,
    is_descending: bool,
    limit: int,
    offset: int,
) -> list[int]:
    """The `nr` of the families on the page, in order, before anything else is looked up."""
    family = tables.Family
    by = ordered_by(order, today)
    first = (by.desc() if is_descending else by.asc()).nulls_last()
    found = sa.select(family.nr).where(*conditions(wanted, today))
    placed = found.order_by(first, family.folded, family.nr).limit(limit).offset(offset)
    return list(session.connection().execute(placed).scalars())


def count_families(session: Session, wanted: FamilyFilter, today: date) -> int:
    """How many families a filter lets through: the number on a chip."""
    found = sa.select(sa.func.count()).select_from(tables.Family).where(*conditions(wanted, today))
    return session.scalar(found) or 0
