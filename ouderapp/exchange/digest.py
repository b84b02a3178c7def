"""What two stores compare to know that they hold the same (FORMAT.md 12)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

_STATE = b"ouderapp state v1\0"
_encoder = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)


def row_hash(table: str, id_: str, level: str, ver: int, data: Mapping[str, Any] | None) -> bytes:
    """The 32 bytes that stand for one live row, whatever its lsn."""
    row = {"data": data, "id": id_, "level": level, "ver": ver}
    return row_hash_of(table, encoded(row))


def encoded(row: Mapping[str, Any]) -> bytes:
    """The canonical bytes of a row whose values fit the field list.

    The list leaves no room for what has no canonical form, so nothing is checked again here.
    """
    return _encoder.encode(row).encode()


def row_hash_of(table: str, row: bytes) -> bytes:
    """The same from the canonical bytes of `{"data","id","level","ver"}`."""
    return hashlib.sha256(table.encode() + b"\0" + row).digest()


class StateDigest:
    """Count and digest of live rows, added one by one.

    The order is the caller's duty: tables as in the field list, ids ascending within a table.
    """

    def __init__(self) -> None:
        self._hash = hashlib.sha256(_STATE)
        self.count = 0

    def add(self, row: bytes) -> None:
        """Take in the 32 bytes of the next live row."""
        self._hash.update(row)
        self.count += 1

    def add_all(self, rows: Sequence[str]) -> None:
        """Take in the next live rows, each as 64 hex digits."""
        self._hash.update(bytes.fromhex("".join(rows)))
        self.count += len(rows)

    def hex(self) -> str:
        """The digest of everything added so far."""
        return self._hash.hexdigest()
