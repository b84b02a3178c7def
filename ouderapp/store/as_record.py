"""A row becomes a frozen record by the names that they share."""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


@cache
def _names(record_class: Hashable) -> dict[str, bool]:
    """{field: whether it has a default}."""
    return {
        f.name: f.default is not MISSING or f.default_factory is not MISSING
        for f in fields(cast(Any, record_class))
    }


def as_record(record_class: type[T], row: object, **extra: object) -> T:
    """A `record_class` with each field taken from `extra`, or from `row` by the same name.

    `row` is a mapped object, a result row or a mapping. A field without a default that neither
    has is an AttributeError that names it: names that differ fail loudly.
    """
    names = _names(cast(Hashable, record_class))
    if not extra.keys() <= names.keys():
        raise AttributeError(", ".join(sorted(extra.keys() - names.keys())))
    if isinstance(row, Mapping):
        return record_class(**_from_mapping(names, row, extra), **extra)
    values = dict(extra)
    for name, has_default in names.items():
        if name not in extra and (not has_default or hasattr(row, name)):
            values[name] = getattr(row, name)
    return record_class(**values)


def _from_mapping(
    names: dict[str, bool], row: Mapping[str, Any], extra: dict[str, object]
) -> dict[str, Any]:
    wanted = [name for name in names if name not in extra]
    for name in wanted:
        if name not in row and not names[name]:
            raise AttributeError(name)
    return {name: row[name] for name in wanted if name in row}
