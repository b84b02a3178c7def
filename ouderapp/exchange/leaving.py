"""The rows of the store as they leave now: the one projection of preview and bundle."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.exchange.field_lists import LISTS, all_fields, references
from ouderapp.exchange.manifest import Policy
from ouderapp.exchange.plan import Wanted
from ouderapp.exchange.sent import CODED, COUNTS, DOSSIER
from ouderapp.exchange.value_types import ValueType, written
from ouderapp.exchange.withholding import (
    ConsentFact,
    Standpoint,
    level_of_person,
    standpoints,
)
from ouderapp.store import tables
from ouderapp.store.tables.base import RECORDS

# A row about somebody who stays, stays whole; every other reference may be left out.
ABOUT = ("family", "person")
OPEN_CIRCLE = "dossier"
_ASKED_AT_ONCE = 500


class RowUnfit(Problem):
    """A value of a record cannot be written in a bundle; `table` and `column` say where."""

    message = mark("A record cannot leave as it is: {table}, {column}.")
    hint = mark("Open the record, correct it and make the bundle again.")


class Leaving:
    """What leaves under this policy on this day; `rows` must first be asked for every table.

    Tables are asked in the order of TABLES, because a row may need to know which rows of the
    tables before it leave.
    """

    def __init__(self, session: Session, policy: Policy, today: date) -> None:
        self.standpoints = _standpoints(session, policy.level, today)
        self._levels = {
            "family": {family: point.level for family, point in self.standpoints.items()},
            "person": _person_levels(session, self.standpoints),
        }
        self._out: dict[str, set[str]] = {}
        self._is_counts = policy.level == COUNTS

    def rows(self, session: Session, table: str) -> Iterator[Wanted]:
        """The rows of one table that leave, by id."""
        self._out[table] = set()
        for wanted in self._projected(session, table, _select(table)):
            self._out[table].add(wanted.id)
            yield wanted

    def some_rows(self, session: Session, table: str, ids: Sequence[str]) -> Iterator[Wanted]:
        """Those of the rows with these ids, given in ascending order, that leave."""
        column = RECORDS[table].__table__.c.id
        for start in range(0, len(ids), _ASKED_AT_ONCE):
            some = _select(table).where(column.in_(ids[start : start + _ASKED_AT_ONCE]))
            yield from self._projected(session, table, some)

    def _projected(self, session: Session, table: str, query: sa.Select[Any]) -> Iterator[Wanted]:
        if self._is_counts and COUNTS not in LISTS[table]:
            return
        for row in session.execute(query).mappings():
            wanted = self._wanted(table, row)
            if wanted is not None:
                yield wanted

    def level_of(self, table: str, row: RowMapping) -> str:
        """The level at which a row may leave, empty when it stays."""
        if COUNTS in LISTS[table]:
            return COUNTS
        if table in ABOUT:
            return self._levels[table].get(row["id"], "")
        levels = {
            self._levels[kind.target].get(row[field], "")
            for field, kind in references(table)
            if kind.kind == "ref" and kind.target in ABOUT and row[field] is not None
        }
        if "" in levels:
            return ""
        is_whole = levels == {DOSSIER} and row.get("circle", OPEN_CIRCLE) == OPEN_CIRCLE
        return DOSSIER if is_whole and DOSSIER in LISTS[table] else CODED

    def _wanted(self, table: str, row: RowMapping) -> Wanted | None:
        level = self.level_of(table, row)
        if not level:
            return None
        data: dict[str, Any] = {}
        for field, kind in LISTS[table][level]:
            value = row[field]
            if kind.is_reference:
                value = self._remaining(kind, value)
                if value is None and not kind.is_optional:
                    return None
            data[field] = _fitting(table, field, kind, value)
        return Wanted(table, row["id"], level, data)

    def _remaining(self, kind: ValueType, value: Any) -> Any:
        """The value without references to rows that stay."""
        out = self._out[kind.target]
        if kind.kind == "refs":
            return [one for one in value if one in out]
        return value if value in out else None


def _select(table: str) -> sa.Select[Any]:
    columns = RECORDS[table].__table__.columns
    names = ["id", *(field for field, _ in all_fields(table))]
    if "circle" in columns:
        names.append("circle")
    return (
        sa.select(*(columns[name] for name in names))
        .where(columns.worker == "")
        .order_by(columns.id)
        .execution_options(yield_per=1000)
    )


def _standpoints(session: Session, level: str, today: date) -> dict[str, Standpoint]:
    family, consent = tables.Family, tables.Consent
    kept = session.execute(sa.select(family.id, family.is_kept_back).where(family.worker == ""))
    facts = session.execute(
        sa.select(
            consent.family,
            consent.purpose,
            consent.given_on,
            consent.lapses_on,
            consent.withdrawn_on,
        ).where(consent.worker == "")
    )
    return standpoints(
        {row.id: row.is_kept_back for row in kept},
        (ConsentFact(*fact) for fact in facts),
        level,
        today,
    )


def _person_levels(session: Session, points: Mapping[str, Standpoint]) -> dict[str, str]:
    member = tables.Member
    levels: dict[str, list[str]] = {}
    pairs = session.execute(sa.select(member.person, member.family).where(member.worker == ""))
    for person, family in pairs:
        levels.setdefault(person, []).append(points[family].level)
    return {person: level_of_person(found) for person, found in levels.items()}


def _fitting(table: str, field: str, kind: ValueType, value: Any) -> Any:
    """The value as a row holds it.

    What fits no list is left out where the list allows that; else it raises RowUnfit.
    """
    if value is not None:
        value = _clean(value, kind) if kind.kind == "text" else written(value)
    if kind.fits(value):
        return value
    if kind.is_optional:
        return None
    raise RowUnfit(table=table, column=field)


def _clean(value: str, kind: ValueType) -> str:
    """Text in NFC with LF line ends, other control signs left out, cut to what the list allows."""
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = "".join(sign for sign in text if sign in "\n\t" or ord(sign) > 31)
    return text[: kind.most]
