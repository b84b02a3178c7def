"""Rows of the office that a full bundle does not hold, found as the tables go by (17)."""

from collections.abc import Iterator, Set

import sqlalchemy as sa

from ouderapp.exchange.columns_in import asked

_ID_BYTES = 16
_LAST = "~"


class Missing:
    """The ids of one table of one worker that did not come, 16 bytes each.

    Lines ascend by id, so what stands between two of them in the store and is none of them will
    not come any more.
    """

    def __init__(self, connection: sa.Connection, table: str, worker: str) -> None:
        self._connection = connection
        self._query = (
            f'SELECT id FROM "{table}" WHERE worker = ? AND id > ? AND id <= ? ORDER BY id'
        )
        self._worker = worker
        self._last = ""
        self._held = bytearray()

    def came(self, ids: Set[str], last: str) -> None:
        """These ids came next; `last` is the highest of them."""
        found = asked(self._connection, self._query, (self._worker, self._last, last))
        for (id_,) in found:
            if id_ not in ids:
                self._held += bytes.fromhex(id_)
        self._last = last

    def end(self) -> None:
        """No more lines: what stands after the last one is missing."""
        self.came(frozenset(), _LAST)

    def parts(self, most: int) -> Iterator[list[str]]:
        """All of them, at most so many at once."""
        size = most * _ID_BYTES
        for start in range(0, len(self._held), size):
            digits = self._held[start : start + size].hex()
            yield [digits[at : at + 32] for at in range(0, len(digits), 32)]
