"""Rows that are well formed and still cannot be: kept, reported, left out of the counting (B14)."""

from collections.abc import Callable, Mapping
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

Oddity = Callable[[Mapping[str, Any]], str]


@cache
def oddity_of(table: str) -> Oddity:
    """A function that says why a row of this table is odd; empty for a row that is not."""
    fields = dict(all_fields(table))
    codes = coded_fields(table)
    days = tuple(name for name, kind in fields.items() if kind.kind == "date")
    ranges = tuple((start, end) for start, end in _ENDS.items() if {start, end} <= fields.keys())

    def oddity(data: Mapping[str, Any]) -> str:
        for field, known in codes:
            if not _is_known(data[field], known):
                return CODE_UNKNOWN
        for field in days:
            if not _possible(data.get(field)):
                return DATE_ODD
        for start, end in ranges:
            if _contradicts(data.get(start), data.get(end)):
                return RANGE_ODD
        return ""

    return oddity


def _is_known(value: Any, known: frozenset[str]) -> bool:
    if isinstance(value, list):
        return known.issuperset(value)
    return value is None or value in known


def _possible(day: Any) -> bool:
    return day is None or FIRST_DAY <= day <= LAST_DAY


def _contradicts(start: Any, end: Any) -> bool:
    return start is not None and end is not None and end < start
