"""What a bundle deletes or erases, kept small until every row has come (FORMAT.md 14.4)."""

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ouderapp.exchange.puts import Numbered

_ONE = struct.Struct(">I16sQ?")


class Farewell(NamedTuple):
    """A row that must go, and the line that says so; `op` is del or erase."""

    number: int
    id: str
    ver: int
    op: str


class Gone:
    """The farewells of one table in their order, 29 bytes each."""

    def __init__(self) -> None:
        self._held = bytearray()

    def add(self, rows: Iterable[Numbered]) -> None:
        """Remember what these lines say."""
        for number, row in rows:
            self._held += _ONE.pack(number, bytes.fromhex(row.id), row.ver, row.op == "erase")

    def parts(self, most: int) -> Iterator[list[Farewell]]:
        """All of them, at most so many at once."""
        for start in range(0, len(self._held), most * _ONE.size):
            some = self._held[start : start + most * _ONE.size]
            yield [
                Farewell(number, id_.hex(), ver, "erase" if is_erased else "del")
                for number, id_, ver, is_erased in _ONE.iter_unpack(some)
            ]
