"""Contacts as lists show them: of one family, all with filters, and those without a family."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.contacts.records import (
    ContactDot,
    ContactFilter,
    ContactPage,
    ContactRow,
    Order,
)
from ouderapp.store.as_record import builder_of
from ouderapp.store.search_index import INDEX, NUMBER, hits_in, question_of
from ouderapp.store.tables import Contact, Family, Member, Partner, Person, Schooling

PAGE = 100
NAMES_AT_ONCE = 500

NEWEST_FIRST = (Contact.held_on.desc(), Contact.starts.desc().nulls_last(), Contact.nr.desc())
_NAMES = tuple(
    name for name in ContactRow.__dataclass_fields__ if name not in ("family_name", "who")
)
_OF, _WITH, _BESIDE = map(_NAMES.index, ("family", "persons", "partners"))
_made = builder_of(ContactRow, (*_NAMES, "family_name", "who"))
_SHOWN = tuple(getattr(Contact, name) for name in _NAMES)
_SOME: sa.BindParameter[Any] = sa.bindparam("some", expanding=True)


def contact(session: Session, contact: Id) -> ContactRow:
    """One contact; raises NotFound when it is gone."""
    found = contact_rows(
        session, shown_contacts().where(Contact.worker == "", Contact.id == contact)
    )
    if not found:
        raise NotFound
    return found[0]


def contacts_of(session: Session, family: Id, limit: int | None = None) -> list[ContactRow]:
    """The contacts of one family, newest first; all of them unless limited."""
    asked = _OF_FAMILY if limit is None else _OF_FAMILY.limit(limit)
    return contact_rows(session, asked, family=family)


def contacts_with(session: Session, person: Id) -> list[ContactRow]:
    """The contacts in which this person took part, each once, newest first (C03)."""
    other = aliased(Contact)
    # A walk over the index of persons alone; the contacts themselves are a hundred times as big.
    took_part = sa.select(other.nr).where(sa.cast(other.persons, sa.String).contains(f'"{person}"'))
    asked = shown_contacts().where(Contact.nr.in_(took_part))
    return contact_rows(session, asked.order_by(*NEWEST_FIRST))


def contacts_without_family(session: Session) -> list[ContactRow]:
    """Contacts that wait for a family, newest first (UX J4)."""
    return contact_rows(
        session, shown_contacts().where(Contact.family.is_(None)).order_by(*NEWEST_FIRST)
    )


def contacts(
    session: Session,
    wanted: ContactFilter,
    page: int = 0,
    order: str = Order.DAY,
    *,
    is_downward: bool = True,
) -> ContactPage:
    """One page of 100 of all contacts that pass the filter; the first is page 0.

    Sorted by day, the newest first, unless asked otherwise; contacts that are equal in that
    respect come newest first.
    """
    passing = _conditions(wanted)
    asked = shown_contacts().where(*passing).order_by(*_ordered(order, is_downward))
    rows = contact_rows(session, asked.limit(PAGE).offset(page * PAGE))
    if page == 0 and len(rows) < PAGE:
        return ContactPage(tuple(rows), len(rows))
    # Counting days lets the index of the order look at each, the smallest that there is.
    number = sa.func.count(Contact.held_on) if passing else sa.func.count()
    total = session.scalar(sa.select(number).select_from(Contact).where(*passing))
    return ContactPage(tuple(rows), total or 0)


def dots(session: Session, wanted: ContactFilter) -> list[ContactDot]:
    """Every contact that passes the filter as a dot, the oldest first."""
    shown = (Contact.id, Contact.held_on, Contact.initiative, Contact.kind)
    asked = sa.select(*shown).where(*_conditions(wanted))
    ordered = asked.order_by(Contact.held_on, Contact.starts.nulls_first(), Contact.nr)
    rows = session.connection().execute(ordered).all()
    return [ContactDot(Id(id_), day, began, kind) for id_, day, began, kind in rows]


def _ordered(order: str, is_downward: bool) -> tuple[Any, ...]:
    if order == Order.DAY:
        oldest_first = (Contact.held_on, Contact.starts.nulls_first(), Contact.nr)
        return NEWEST_FIRST if is_downward else oldest_first
    of_it = (Family.worker == Contact.worker, Family.id == Contact.family)
    name = sa.select(Family.folded).where(*of_it).correlate(Contact).scalar_subquery()
    column = {Order.FAMILY: name, Order.KIND: Contact.kind, Order.MINUTES: Contact.minutes}
    first = sa.desc(column[Order(order)]) if is_downward else sa.asc(column[Order(order)])
    return (first, *NEWEST_FIRST)


def _conditions(wanted: ContactFilter) -> list[sa.ColumnElement[bool]]:
    """What the filter asks; days included at both ends, words in any order, read as in a search."""
    found: list[sa.ColumnElement[bool]] = []
    if wanted.family:
        found.append(Contact.family == wanted.family)
    if wanted.from_on:
        found.append(Contact.held_on >= wanted.from_on)
    if wanted.until_on:
        found.append(Contact.held_on <= wanted.until_on)
    if wanted.kind:
        found.append(Contact.kind == wanted.kind)
    if wanted.capital:
        found.append(sa.cast(Contact.capitals, sa.String).contains(f'"{wanted.capital}"'))
    if wanted.school:
        found.append(_is_at(wanted.school))
    found += [_says(word) for word in wanted.words.split()]
    return found


def _says(word: str) -> sa.ColumnElement[bool]:
    """Whether a word begins one in the note, the place or the name of the family."""
    question = question_of(word)
    if question is None:
        return sa.true()
    of_family = aliased(Contact)
    named = (
        sa.select(of_family.nr)
        .select_from(INDEX)
        .join(Family, Family.nr == NUMBER)
        .join(of_family, _same(of_family, "family", Family, "id"))
        .where(hits_in(Family, question))
    )
    said = sa.select(NUMBER).select_from(INDEX).where(hits_in(Contact, question))
    return _is_among(sa.union_all(said, named))


def _is_at(school: Id) -> sa.ColumnElement[bool]:
    """Whether a child of the family went to this school while the contact took place.

    Without its own days a schooling lasts from 1 September to 31 August.
    """
    year, held = Schooling.school_year, aliased(Contact)
    starts = sa.func.coalesce(Schooling.from_on, sa.cast(year, sa.String) + "-09-01")
    ends = sa.func.coalesce(Schooling.until_on, sa.cast(year + 1, sa.String) + "-08-31")
    found = (
        sa.select(held.nr)
        .select_from(Schooling)
        .join(Member, _same(Member, "person", Schooling, "person"))
        .join(held, _same(held, "family", Member, "family"))
        .where(Schooling.school == school, held.held_on.between(starts, ends))
    )
    return _is_among(found)


def _is_among(numbers: Any) -> sa.ColumnElement[bool]:
    """Whether a contact is one of these numbers.

    A sum is in no index: the contacts are walked in the order of the list until a page is full,
    which takes less than reading and sorting all that fit.
    """
    return (Contact.nr + 0).in_(numbers)


def _same(one: Any, column: str, other: Any, other_column: str) -> sa.ColumnElement[bool]:
    """Both speak of the same record, of the same worker."""
    is_same = getattr(one, column) == getattr(other, other_column)
    return sa.and_(one.worker == other.worker, is_same)


def shown_contacts() -> sa.Select[Any]:
    """What a ContactRow holds but for names, to be narrowed down further."""
    return sa.select(*_SHOWN)


# Written once: a file of hundreds of contacts is what a person waits for.
_OF_FAMILY = (
    shown_contacts().where(Contact.family == sa.bindparam("family")).order_by(*NEWEST_FIRST)
)


def contact_rows(session: Session, asked: sa.Select[Any], **values: Any) -> list[ContactRow]:
    """The contacts that a narrowed `shown_contacts()` finds, with everybody's name."""
    rows = session.connection().execute(asked, values).all()
    # Most contacts of a list were with the same few people, so each company is named once.
    companies = {(row[_WITH], row[_BESIDE]) for row in rows}
    persons = {one for with_, _ in companies for one in with_}
    partners = {one for _, beside in companies for one in beside}
    names = _named(session, _PERSONS, persons) | _named(session, _PARTNERS, partners)
    who = {pair: tuple(names[one] for one in sum(pair, ()) if one in names) for pair in companies}
    families = _named(session, _FAMILIES, {row[_OF] for row in rows})
    return [_made((*row, families.get(row[_OF]), who[row[_WITH], row[_BESIDE]])) for row in rows]


def _names_in(table: Any, name: Any) -> sa.Select[Any]:
    return sa.select(table.id, name).where(table.worker == "", table.id.in_(_SOME))


# A person by the given name.
_PERSONS = _names_in(Person, sa.func.coalesce(Person.given_name, Person.family_name, ""))
_PARTNERS = _names_in(Partner, sa.func.coalesce(Partner.name, ""))
_FAMILIES = _names_in(Family, Family.name)


def _named(session: Session, asked: sa.Select[Any], wanted: set[Any]) -> dict[str, str]:
    """{id: name} of those that are wanted, for as far as they are there."""
    ids, found = sorted(wanted - {None}), dict[str, str]()
    for at in range(0, len(ids), NAMES_AT_ONCE):
        some = {"some": ids[at : at + NAMES_AT_ONCE]}
        found.update((id_, words) for id_, words in session.connection().execute(asked, some).all())
    return found
