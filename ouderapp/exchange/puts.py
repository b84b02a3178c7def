"""Rows of one table and level, column by column, as they go into the store."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from ouderapp.exchange.oddness import oddities, watched
from ouderapp.exchange.records import Fields, Row
from ouderapp.exchange.value_types import ValueType

Numbered = tuple[int, Row]
Named = Mapping[str, Set[str]]


@dataclass(slots=True)
class Puts:
    """`columns` hold the data by name, in the order of the names, as the store keeps them.

    `numbers` are the lines they stood on, `held` why a row is odd or empty, `named` every id that
    the rows name, by field.
    """

    level: str
    numbers: Sequence[int]
    ids: Sequence[str]
    vers: Sequence[int]
    lsns: Sequence[int]
    hashes: Sequence[str]
    held: Sequence[str]
    named: Named
    columns: Mapping[str, Sequence[Any]]

    def versions(self) -> Iterable[tuple[int, str, int, str]]:
        """Line, id, version and hash of each row."""
        return zip(self.numbers, self.ids, self.vers, self.hashes, strict=True)

    def lines_naming(self, field: str, ids: Set[str]) -> list[int]:
        """The lines whose reference, or list of references, names one of these."""
        column = self.columns.get(field, ())
        return [
            number
            for number, value in zip(self.numbers, column, strict=False)
            if value is not None and any(id_ in value for id_ in ids)
        ]


def in_order(fields: Fields) -> list[tuple[str, ValueType]]:
    """The fields of a list by name: the order of a line, and of the columns here."""
    return sorted(fields, key=lambda field: field[0])


def puts_of(table: str, level: str, fields: Fields, rows: Iterable[Numbered]) -> Puts:
    """The same from rows that were read one by one."""
    numbers, found = zip(*rows, strict=True)
    names = in_order(fields)
    values = {name: [row.data[name] for row in found] for name, _ in names}
    return Puts(
        level,
        numbers,
        [row.id for row in found],
        [row.ver for row in found],
        [row.lsn for row in found],
        [row.hash.hex() for row in found],
        _held(table, values, len(found)),
        {name: _named(values[name]) for name, kind in names if kind.is_reference},
        {name: list(map(stored_form(kind), values[name])) for name, kind in names},
    )


def _held(table: str, values: Mapping[str, list[Any]], number: int) -> list[str]:
    seen = {name: values[name] for name in watched(table) if name in values}
    return oddities(table, {name: list(map(_fixed, seen[name])) for name in seen}, number)


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _named(values: Iterable[str | list[str] | None]) -> set[str]:
    found: set[str] = set()
    for value in values:
        found.update([value] if isinstance(value, str) else value or ())
    return found


def stored_form(kind: ValueType) -> Callable[[Any], Any]:
    """What turns a value into what its column holds: lists are text, times have seconds."""
    if kind.kind in ("refs", "codes", "langs"):
        return list_text
    return _time_text if kind.kind == "time" else _same


def list_text(value: Sequence[str]) -> str:
    """A list as the store writes it; ids, codes and languages need no escaping."""
    return '["' + '", "'.join(value) + '"]' if value else "[]"


def _time_text(value: str | None) -> str | None:
    return None if value is None else f"{value}:00.000000"


def _same(value: Any) -> Any:
    return value
