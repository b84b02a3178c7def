"""A row becomes a frozen record by the names that they share."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from operator import itemgetter
from typing import Any, TypeVar, cast

import sqlalchemy as sa

T = TypeVar("T")


def as_record(record_class: type[T], row: object, **extra: object) -> T:
    """A `record_class` with each field taken from `extra`, or from `row` by the same name.

    `row` is a mapped object, a result row or a mapping. A field without a default that neither
    has is an AttributeError that names it: names that differ fail loudly.
    """
    kind = cast(Hashable, record_class)
    if isinstance(row, sa.Row):
        names, values_of = _shared(kind, row._fields, tuple(extra))
        return record_class(**dict(zip(names, values_of(row), strict=False)), **extra)
    wanted = _names(kind)[0] - extra.keys()
    if isinstance(row, Mapping):
        held = {name: row[name] for name in wanted & row.keys()}
    else:
        held = {name: getattr(row, name) for name in wanted if hasattr(row, name)}
    held.update(extra)
    _check(kind, held.keys(), extra.keys())
    return record_class(**held)


def builder_of(record_class: type[T], names: tuple[str, ...]) -> Callable[[Iterable[Any]], T]:
    """What makes a record of values in the order of `names`, which must be all its fields.

    Four times as quick as calling the class: for lists of hundreds that a person waits for.
    Raises AttributeError when the names are not those of the record.
    """
    _check(cast(Hashable, record_class), frozenset(names), names)
    if len(names) < len(_names(cast(Hashable, record_class))[0]):
        raise AttributeError(record_class.__name__)

    def build(values: Iterable[Any]) -> T:
        record = object.__new__(record_class)
        record.__dict__.update(zip(names, values, strict=True))
        return record

    return build


@cache
def _names(record_class: Hashable) -> tuple[frozenset[str], frozenset[str]]:
    """All fields, and those without a default."""
    found = fields(cast(Any, record_class))
    needed = (f for f in found if f.default is MISSING and f.default_factory is MISSING)
    return frozenset(f.name for f in found), frozenset(f.name for f in needed)


@cache
def _shared(
    record_class: Hashable, columns: tuple[str, ...], extra: tuple[str, ...]
) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    """The fields that rows with these columns fill, and how to get their values out of a row.

    The first value comes once more at the end, for a getter of one place gives no tuple.
    """
    names = tuple(name for name in columns if name in _names(record_class)[0] - set(extra))
    _check(record_class, {*names, *extra}, extra)
    places = [columns.index(name) for name in names]
    values_of: Any = itemgetter(*places, *places[:1]) if places else lambda _row: ()
    return names, values_of


def _check(record_class: Hashable, held: Any, extra: Any) -> None:
    """Raise AttributeError with what a record lacks, or what it has no place for."""
    names, needed = _names(record_class)
    wrong = (needed - held) or (set(extra) - names)
    if wrong:
        raise AttributeError(", ".join(sorted(wrong)))
