"""The list of families: one statement for the page, one for how many there are."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.roles import CHILD_ROLES
from ouderapp.families.overview import FamilyFilter, FamilyPage, FamilyRow
from ouderapp.families.queries.filtering import conditions, has_consent, running_on
from ouderapp.store import tables

PAGE = 500
SEPARATOR = "\x1f"


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
    family = tables.Family
    where = conditions(wanted, today)
    place = (
        _page_numbers(order, today, where, is_descending).limit(limit).offset(offset).cte("page")
    )
    page = (
        sa.select(*(column.label(name) for name, column in _columns(today).items()))
        .join(place, place.c.nr == family.nr)
        .order_by(place.c.place)
    )
    rows = tuple(_row(row) for row in session.execute(page).mappings())
    if offset == 0 and len(rows) < limit:
        return FamilyPage(rows, len(rows))
    return FamilyPage(rows, count_families(session, wanted, today))


def _page_numbers(order: str, today: date, where: Any, is_descending: bool) -> Any:
    """Which families are on the page and in what place, before anything else is looked up."""
    family = tables.Family
    counted = _counted(order)
    by = counted.c.value if counted is not None else _plain(today)[order]
    first = (by.desc() if is_descending else by.asc()).nulls_last()
    place = sa.func.row_number().over(order_by=(first, family.folded, family.nr)).label("place")
    found = sa.select(family.nr, place).where(*where).order_by(place)
    if counted is None:
        return found
    same = sa.and_(counted.c.worker == family.worker, counted.c.family == family.id)
    return found.outerjoin(counted, same)


def _counted(order: str) -> Any:
    """One walk over a whole table, for an order that counts something of every family."""
    contact, member, promise = tables.Contact, tables.Member, tables.FollowUp
    is_child, is_open = member.role.in_(sorted(CHILD_ROLES)), promise.done_on.is_(None)
    asked: dict[str, tuple[Any, Any, Any]] = {
        "last_contact_on": (contact, sa.func.max(contact.held_on), sa.true()),
        "children": (member, sa.func.count(), is_child),
        "promises": (promise, sa.func.count(), is_open),
    }
    if order not in asked:
        return None
    table, value, wanted = asked[order]
    whole = sa.select(table.worker, table.family, value.label("value")).where(wanted)
    return whole.group_by(table.family, table.worker).subquery("counted")


def count_families(session: Session, wanted: FamilyFilter, today: date) -> int:
    """How many families a filter lets through: the number on a chip."""
    found = sa.select(sa.func.count()).select_from(tables.Family).where(*conditions(wanted, today))
    return session.scalar(found) or 0


def _row(row: Any) -> FamilyRow:
    facts = dict(row)
    names, schools = facts.pop("child_names"), facts.pop("schools")
    children = () if names is None else tuple(names.split(SEPARATOR))
    return FamilyRow(
        **facts,
        children=len(children),
        child_names=tuple(filter(None, children)),
        schools=tuple(sorted(set(schools.split(SEPARATOR)))) if schools else (),
    )


def _plain(today: date) -> dict[str, Any]:
    """What the list can be sorted by without counting."""
    family = tables.Family
    return {
        "name": family.folded,
        "status": family.status,
        "opened_on": family.opened_on,
        "contact_language": family.contact_language,
        "schools": _schools(today),
    }


def _columns(today: date) -> dict[str, Any]:
    """What a row of the list is made of; the names of the children also tell how many."""
    family, contact = tables.Family, tables.Contact
    last_contact = sa.select(sa.func.max(contact.held_on)).where(
        contact.worker == family.worker, contact.family == family.id
    )
    return _plain(today) | {
        "id": family.id,
        "name": family.name,
        "is_kept_back": family.is_kept_back,
        "postcode": family.postcode,
        "child_names": _child_names(),
        "last_contact_on": last_contact.scalar_subquery(),
        "promises": _promises(),
        "late_promises": _promises(tables.FollowUp.due_on < today),
        "has_consent": has_consent(today),
        "found_by": _found_by(),
    }


def _child_names() -> Any:
    family, member, person = tables.Family, tables.Member, tables.Person
    name = sa.func.coalesce(person.given_name, "")
    return (
        sa.select(sa.func.aggregate_strings(name, SEPARATOR))
        .select_from(member)
        .join(person, sa.and_(person.worker == member.worker, person.id == member.person))
        .where(member.worker == family.worker, member.family == family.id)
        .where(member.role.in_(sorted(CHILD_ROLES)))
        .scalar_subquery()
    )


def _found_by() -> Any:
    """Names, phones and streets of the family, folded already."""
    family, member, person = tables.Family, tables.Member, tables.Person
    home = tables.Household
    people = (
        sa.select(sa.func.aggregate_strings(person.folded, " "))
        .select_from(member)
        .join(person, sa.and_(person.worker == member.worker, person.id == member.person))
        .where(member.worker == family.worker, member.family == family.id)
        .scalar_subquery()
    )
    homes = (
        sa.select(sa.func.aggregate_strings(home.folded, " "))
        .where(home.worker == family.worker, home.family == family.id)
        .scalar_subquery()
    )
    return sa.func.coalesce(people, "") + " " + sa.func.coalesce(homes, "")


def _schools(today: date) -> Any:
    family, member = tables.Family, tables.Member
    schooling, school = tables.Schooling, tables.School
    return (
        sa.select(sa.func.aggregate_strings(school.name, SEPARATOR))
        .select_from(member)
        .join(
            schooling,
            sa.and_(schooling.worker == member.worker, schooling.person == member.person),
        )
        .join(school, sa.and_(school.worker == schooling.worker, school.id == schooling.school))
        .where(member.worker == family.worker, member.family == family.id)
        .where(*running_on(today))
        .scalar_subquery()
    )


def _promises(*more: sa.ColumnElement[bool]) -> Any:
    family, promise = tables.Family, tables.FollowUp
    return (
        sa.select(sa.func.count())
        .where(promise.worker == family.worker, promise.family == family.id)
        .where(promise.done_on.is_(None), *more)
        .scalar_subquery()
    )
