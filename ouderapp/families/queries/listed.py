"""What a row of the list of families says, and what the list can be sorted by."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.roles import CHILD_ROLES, is_child_role
from ouderapp.families.overview import FamilyRow
from ouderapp.families.queries.filtering import has_consent, running_on
from ouderapp.store import tables
from ouderapp.store.as_record import builder_of

NUMBERS: sa.BindParameter[Any] = sa.bindparam("numbers", expanding=True)
MOST_AT_ONCE = 500

_made = builder_of(FamilyRow, tuple(FamilyRow.__dataclass_fields__))


def ordered_by(order: str, today: date) -> Any:
    """What a family is sorted by, for a field of FamilyRow."""
    family, member = tables.Family, tables.Member
    of_family = (member.worker == family.worker, member.family == family.id)
    is_child = member.role.in_(sorted(CHILD_ROLES))
    children = sa.select(sa.func.nullif(sa.func.count(), 0)).where(*of_family, is_child)
    orders: dict[str, Any] = {
        "name": family.folded,
        "status": family.status,
        "opened_on": family.opened_on,
        "contact_language": family.contact_language,
        "schools": _schools(today),
        "children": children.scalar_subquery(),
        "last_contact_on": _last_contact(),
        "promises": sa.func.nullif(_promises(), 0),
    }
    return orders[order]


def rows_of(session: Session, numbers: Sequence[int], today: date) -> tuple[FamilyRow, ...]:
    """The rows of these families, by their `nr`, in the order asked."""
    rows: dict[int, FamilyRow] = {}
    for at in range(0, len(numbers), MOST_AT_ONCE):
        rows |= _some(session, sorted(numbers[at : at + MOST_AT_ONCE]), today)
    return tuple(rows[nr] for nr in numbers if nr in rows)


def _some(session: Session, numbers: list[int], today: date) -> dict[int, FamilyRow]:
    run = session.connection().execute
    some = {"numbers": numbers}
    children: dict[int, list[str]] = defaultdict(list)
    words: dict[int, list[str]] = defaultdict(list)
    for nr, role, given_name, folded in run(_members(), some):
        words[nr].append(folded)
        if is_child_role(role):
            children[nr].append(given_name or "")
    schools: dict[int, set[str]] = defaultdict(set)
    for nr, name in run(_lessons(today), some):
        schools[nr].add(name)
    found = {}
    for nr, id_, name, status, opened_on, *facts, homes in run(_facts(today), some):
        names = children[nr]
        shown = len(names), tuple(filter(None, names)), tuple(sorted(schools[nr] - {""}))
        found_by = " ".join((*words[nr], homes))
        found[nr] = _made((id_, name, status, opened_on, *shown, *facts, found_by))
    return found


def _facts(today: date) -> Any:
    """What is asked of each family by itself, in the order of a FamilyRow."""
    family, home = tables.Family, tables.Household
    homes = sa.select(sa.func.aggregate_strings(home.folded, " ")).where(
        home.worker == family.worker, home.family == family.id
    )
    return sa.select(
        *(family.nr, family.id, family.name, family.status, family.opened_on),
        *(family.contact_language, _last_contact(), _promises()),
        _promises(tables.FollowUp.due_on < today),
        *(has_consent(today), family.is_kept_back, family.postcode),
        sa.func.coalesce(homes.scalar_subquery(), ""),
    ).where(family.nr.in_(NUMBERS))


def _members() -> Any:
    """Everybody in these families, in the order of writing down."""
    family, member, person = tables.Family, tables.Member, tables.Person
    return (
        sa.select(family.nr, member.role, person.given_name, person.folded)
        .join(member, _same(member, "family", family, "id"))
        .join(person, _same(person, "id", member, "person"))
        .where(family.nr.in_(NUMBERS))
        .order_by(member.nr)
    )


def _lessons(today: date) -> Any:
    """The schools to which somebody of these families goes today."""
    family, member = tables.Family, tables.Member
    return (
        sa.select(family.nr, sa.func.coalesce(tables.School.name, ""))
        .join(member, _same(member, "family", family, "id"))
        .join(tables.Schooling, _same(tables.Schooling, "person", member, "person"))
        .join(tables.School, _same(tables.School, "id", tables.Schooling, "school"))
        .where(family.nr.in_(NUMBERS), *running_on(today))
    )


def _schools(today: date) -> Any:
    """The names of the schools of one family, to sort by."""
    family, member = tables.Family, tables.Member
    return (
        sa.select(sa.func.aggregate_strings(tables.School.name, ", "))
        .select_from(member)
        .join(tables.Schooling, _same(tables.Schooling, "person", member, "person"))
        .join(tables.School, _same(tables.School, "id", tables.Schooling, "school"))
        .where(_same(member, "family", family, "id"), *running_on(today))
        .scalar_subquery()
    )


def _last_contact() -> Any:
    family, contact = tables.Family, tables.Contact
    last = sa.select(sa.func.max(contact.held_on))
    return last.where(_same(contact, "family", family, "id")).scalar_subquery()


def _promises(*more: sa.ColumnElement[bool]) -> Any:
    """How many promises of the family are open."""
    family, promise = tables.Family, tables.FollowUp
    return (
        sa.select(sa.func.count())
        .where(_same(promise, "family", family, "id"), promise.done_on.is_(None), *more)
        .scalar_subquery()
    )


def _same(one: Any, column: str, other: Any, other_column: str) -> sa.ColumnElement[bool]:
    """Both speak of the same record, of the same worker."""
    is_same = getattr(one, column) == getattr(other, other_column)
    return sa.and_(one.worker == other.worker, is_same)
