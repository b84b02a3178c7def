"""Rows that are well formed and still cannot be: kept, reported, left out of the counting (B14)."""

from collections.abc import Mapping, Sequence, Set
from functools import cache
from typing import Any

from ouderapp.exchange.code_lists import coded_fields
from ouderapp.exchange.field_lists import all_fields

CODE_UNKNOWN, DATE_ODD, RANGE_ODD = "code_unknown", "date_odd", "range_odd"

# Days before and after which nothing of this work can have taken place.
FIRST_DAY, LAST_DAY = "1900-01-01", "2100-12-31"
# What begins and what ends it; equal is no contradiction.
_ENDS = {
    "opened_on": "closed_on",
    "raised_on": "closed_on",
    "from_on": "until_on",
    "given_on": "withdrawn_on",
    "starts": "ends",
    "sent_on": "outcome_on",
    "noted_on": "done_on",
    "prepared_on": "sent_on",
}

Columns = Mapping[str, Sequence[Any]]


@cache
def watched(table: str) -> tuple[str, ...]:
    """The fields of a table in which something odd can stand."""
    ends = (field for pair in _ranges(table) for field in pair)
    return tuple(dict.fromkeys((*_codes(table), *_days(table), *ends)))


def oddities(table: str, columns: Columns, number: int) -> list[str]:
    """Why each of so many rows is odd, empty for one that is not.

    `columns` are the watched fields that the rows have, lists as tuples. The first reason counts:
    codes, then days, then ranges.
    """
    found = [""] * number
    for start, end in _ranges(table):
        if start in columns and end in columns:
            pairs = list(zip(columns[start], columns[end], strict=True))
            _mark(found, RANGE_ODD, pairs, {pair for pair in pairs if _contradicts(*pair)})
    for name in _days(table):
        days = columns.get(name, ())
        _mark(found, DATE_ODD, days, {day for day in set(days) if not _possible(day)})
    for name, known in _codes(table).items():
        codes = columns.get(name, ())
        unknown = {code for code in set(codes) if not _is_known(code, known)}
        _mark(found, CODE_UNKNOWN, codes, unknown)
    return found


def _mark(found: list[str], why: str, values: Sequence[Any], odd: Set[Any]) -> None:
    if odd:
        for place, value in enumerate(values):
            if value in odd:
                found[place] = why


@cache
def _codes(table: str) -> Mapping[str, frozenset[str]]:
    return dict(coded_fields(table))


@cache
def _days(table: str) -> tuple[str, ...]:
    return tuple(name for name, kind in all_fields(table) if kind.kind == "date")


@cache
def _ranges(table: str) -> tuple[tuple[str, str], ...]:
    fields = {name for name, _ in all_fields(table)}
    return tuple(pair for pair in _ENDS.items() if fields.issuperset(pair))


def _is_known(value: str | tuple[str, ...] | None, known: frozenset[str]) -> bool:
    if isinstance(value, tuple):
        return known.issuperset(value)
    return value is None or value in known


def _possible(day: str | None) -> bool:
    return day is None or FIRST_DAY <= day <= LAST_DAY


def _contradicts(start: str | None, end: str | None) -> bool:
    return start is not None and end is not None and end < start
