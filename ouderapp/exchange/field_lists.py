"""The hand-written list of what leaves, arranged for quick use: by table and level."""

from collections.abc import Mapping
from functools import cache

from ouderapp.exchange.records import Lists
from ouderapp.exchange.sent import CODED, COUNTS, DOSSIER, SENT
from ouderapp.exchange.value_types import ValueType, value_type

# The tables in the order of the archive: parents before children.
TABLES: tuple[str, ...] = tuple(dict.fromkeys(table for table, *_ in SENT))
PLACE: Mapping[str, int] = {table: place for place, table in enumerate(TABLES)}

_INCLUDED = {COUNTS: {COUNTS}, CODED: {CODED}, DOSSIER: {CODED, DOSSIER}}


def _lists(table: str) -> Lists:
    rows = [(field, value_type(kind), level) for name, field, kind, level in SENT if name == table]
    own = {level for *_, level in rows}
    return {
        level: tuple((field, kind) for field, kind, at in rows if at in _INCLUDED[level])
        for level in (COUNTS, CODED, DOSSIER)
        if level in own
    }


LISTS: Mapping[str, Lists] = {table: _lists(table) for table in TABLES}


@cache
def all_fields(table: str) -> tuple[tuple[str, ValueType], ...]:
    """Every field of a table that may leave under some policy, with its type."""
    return tuple((field, value_type(kind)) for name, field, kind, _ in SENT if name == table)


@cache
def references(table: str) -> tuple[tuple[str, ValueType], ...]:
    """The fields of a table that hold one id or several of rows of the same worker."""
    return tuple(pair for pair in all_fields(table) if pair[1].kind in ("ref", "refs"))
