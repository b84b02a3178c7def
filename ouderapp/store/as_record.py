"""A row becomes a frozen record by the names that they share."""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


@cache
def _names(record_class: Hashable) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (f.name, f.default is not MISSING or f.default_factory is not MISSING)
        for f in fields(cast(Any, record_class))
    )


def as_record(record_class: type[T], row: object, **extra: object) -> T:
    """A `record_class` with each field taken from `extra`, or from `row` by the same name.

    `row` is a mapped object, a result row or a mapping. A field without a default that neither
    has is an AttributeError that names it: names that differ fail loudly.
    """
    values: dict[str, object] = {}
    for name, has_default in _names(cast(Hashable, record_class)):
        if name in extra:
            values[name] = extra[name]
        elif isinstance(row, Mapping):
            if name in row:
                values[name] = row[name]
            elif not has_default:
                raise AttributeError(name)
        elif not has_default or hasattr(row, name):
            values[name] = getattr(row, name)
    unknown = set(extra) - {name for name, _ in _names(cast(Hashable, record_class))}
    if unknown:
        raise AttributeError(", ".join(sorted(unknown)))
    return record_class(**values)
