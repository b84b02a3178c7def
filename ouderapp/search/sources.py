"""Where each kind of result comes from: its title, its texts, its family and its day."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from ouderapp.base.roles import CHILD_ROLES
from ouderapp.search.texts import TEXTS
from ouderapp.store import tables as t

HEAD = ("nr", "id", "family", "title", "day", "children")


@cache
def kinds() -> Mapping[int, str]:
    """{number in the search index: name of the table}."""
    known = t.RECORDS.all()
    return {known[kind].FOUND_AS: kind for kind in TEXTS}


@cache
def asked_for(kind: str) -> str:
    """The SQL that gives one's own rows of a kind: the columns of `HEAD`, then its texts.

    Its one parameter is a JSON list of row numbers, so that it is written only once: a search is
    asked at every key.
    """
    table = t.RECORDS[kind]
    numbers = sa.text(f"{kind}.nr IN (SELECT value FROM json_each(?))")
    wanted = _SHAPES.get(kind, _in_a_family)(table).where(table.worker == "", numbers)
    held = dict(wanted.selected_columns)
    columns = (held.get(name, sa.null().label(name)) for name in (*HEAD, *TEXTS[kind]))
    whole = wanted.with_only_columns(*columns, maintain_column_froms=True)
    return str(whole.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def _columns(table: Any, *left_out: str) -> list[Any]:
    texts = [getattr(table, name) for name in TEXTS[table.__tablename__] if name not in left_out]
    return [table.nr, table.id, *texts]


def _in_a_family(table: Any) -> sa.Select[Any]:
    """What happened with a family: its name is the title."""
    family = t.Family
    of = sa.and_(family.worker == "", family.id == table.family)
    day = getattr(table, table.FOUND_ON).label("day")
    found = sa.select(*_columns(table), day, table.family, family.name.label("title"))
    return found.outerjoin(family, of)


def _letter(table: Any) -> sa.Select[Any]:
    title = sa.func.coalesce(table.title, t.Family.name, "").label("title")
    of = sa.and_(t.Family.worker == "", t.Family.id == table.family)
    found = sa.select(*_columns(table), table.dated_on.label("day"), table.family, title)
    return found.outerjoin(t.Family, of)


def _family(table: Any) -> sa.Select[Any]:
    """A family with its street, how many children it has and the day of its last contact."""
    home, member, contact = t.Household, t.Member, t.Contact
    street = sa.select(_address(home)).where(home.worker == "", home.family == table.id)
    street = street.order_by(home.until_on.is_(None).desc(), home.from_on.desc()).limit(1)
    children = sa.select(sa.func.count()).where(
        member.worker == "", member.family == table.id, member.role.in_(sorted(CHILD_ROLES))
    )
    last = sa.select(sa.func.max(contact.held_on))
    last = last.where(contact.worker == "", contact.family == table.id)
    return sa.select(
        *_columns(table, "home"),
        table.id.label("family"),
        table.name.label("title"),
        street.correlate(table).scalar_subquery().label("home"),
        children.correlate(table).scalar_subquery().label("children"),
        last.correlate(table).scalar_subquery().label("day"),
    )


def _household(table: Any) -> sa.Select[Any]:
    family = t.Family
    found = sa.select(
        *_columns(table, "home"),
        _address(table).label("home"),
        table.family,
        sa.func.coalesce(family.name, "").label("title"),
    )
    return found.outerjoin(family, sa.and_(family.worker == "", family.id == table.family))


def _person(table: Any) -> sa.Select[Any]:
    """A person with the family of the file that was opened first, and the newest class."""
    member, lesson = t.Member, t.Schooling
    family = sa.select(member.family).where(member.worker == "", member.person == table.id)
    class_name = sa.select(lesson.class_name).where(lesson.worker == "", lesson.person == table.id)
    newest = class_name.order_by(lesson.school_year.desc(), lesson.nr.desc()).limit(1)
    full_name = sa.func.coalesce(table.given_name, "") + " "
    return sa.select(
        *_columns(table, "class_name"),
        sa.func.trim(full_name + sa.func.coalesce(table.family_name, "")).label("title"),
        family.order_by(member.nr).limit(1).correlate(table).scalar_subquery().label("family"),
        newest.correlate(table).scalar_subquery().label("class_name"),
    )


def _participant(table: Any) -> sa.Select[Any]:
    return sa.select(*_columns(table), table.given_name.label("title"))


def _of_the_map(table: Any) -> sa.Select[Any]:
    return sa.select(*_columns(table), table.name.label("title"))


def _address(home: Any) -> sa.ColumnElement[str]:
    """`Stationsstraat 12, Denderdorp`, or what of it is known."""
    street = sa.func.trim(
        sa.func.coalesce(home.street, "") + " " + sa.func.coalesce(home.number, "")
    )
    town = sa.func.coalesce(home.municipality, "")
    comma = sa.case((sa.and_(street != "", town != ""), ", "), else_="")
    name = sa.func.coalesce(home.name, "")
    return sa.func.coalesce(sa.func.nullif(street + comma + town, ""), name)


_SHAPES: Mapping[str, Callable[[Any], sa.Select[Any]]] = {
    "family": _family,
    "person": _person,
    "household": _household,
    "participant": _participant,
    "letter": _letter,
    "partner": _of_the_map,
    "school": _of_the_map,
    "directory_person": _of_the_map,
}
