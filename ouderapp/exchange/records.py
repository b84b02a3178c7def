"""The lines of a table: one canonical object each, checked against the field list (FORMAT.md 8)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from ouderapp.base import canonical
from ouderapp.exchange import shapes
from ouderapp.exchange.digest import encoded, row_hash_of
from ouderapp.exchange.refusals.rows import (
    RowFields,
    RowJson,
    RowLevel,
    RowLsn,
    RowOrder,
    RowTooLong,
    RowValue,
)
from ouderapp.exchange.value_types import ValueType

LINE_LIMIT = 1 << 20
KEYS = ("data", "id", "level", "lsn", "op", "ver")
OPS = ("put", "del", "erase")
RANK = {"counts": 0, "coded": 1, "dossier": 2}

Fields: TypeAlias = Sequence[tuple[str, ValueType]]
Lists: TypeAlias = Mapping[str, Fields]

_HEAD_SHAPES = {
    "id": shapes.is_id32,
    "level": shapes.is_one_of(*RANK),
    "lsn": shapes.is_int(0, canonical.LARGEST),
    "op": shapes.is_one_of(*OPS),
    "ver": shapes.is_int(1, canonical.LARGEST),
}


class Row(NamedTuple):
    """One line that holds; `hash` is empty for `del` and `erase`, and so is `data`."""

    op: str
    id: str
    ver: int
    lsn: int
    level: str
    data: dict[str, Any]
    hash: bytes


def line(
    op: str, id_: str, ver: int, lsn: int, level: str, data: Mapping[str, Any] | None
) -> bytes:
    """The bytes of one row, LF included."""
    row = {"data": data, "id": id_, "level": level, "lsn": lsn, "op": op, "ver": ver}
    return encoded(row) + b"\n"


class RowReader:
    """Reads the lines of one table in order and refuses what does not fit.

    `lists` are the field lists of the table by level; `most` is the level of the bundle, above
    which no row may go; the lsn must lie in (`base_lsn`, `to_lsn`]. `number` lines were read so
    far, and `last` is the id of the last of them.
    """

    def __init__(self, table: str, lists: Lists, most: str, base_lsn: int, to_lsn: int) -> None:
        self.table = table
        self.number, self.last = 0, ""
        self._lists = {level: dict(sorted(fields)) for level, fields in lists.items()}
        self._most = most
        self._base_lsn, self._to_lsn = base_lsn, to_lsn

    def read(self, raw: bytes) -> Row:
        """The row of one line, without its LF.

        Raises row_too_long, row_json, row_fields, row_value, row_order, row_lsn, row_level.
        """
        self.number += 1
        if len(raw) >= LINE_LIMIT:
            raise RowTooLong(n=self.number, table=self.table)
        row = self._read(raw)
        self.last = row.id
        return row

    def _read(self, raw: bytes) -> Row:
        """Step by step in the agreed order, with the reason of whatever is wrong."""
        try:
            value: dict[str, Any] = canonical.decode_object(raw)
        except canonical.NotCanonical as error:
            raise RowJson(n=self.number, table=self.table) from error
        if tuple(value) != KEYS:
            raise RowFields(n=self.number, table=self.table)
        for name, fits in _HEAD_SHAPES.items():
            if not fits(value[name]):
                raise RowValue(n=self.number, table=self.table, column=name)
        self._check_place(value["id"], value["lsn"])
        digest = b""
        if value["op"] == "put":
            self._check_data(value["level"], value["data"])
            digest = row_hash_of(self.table, _hashed(raw, value["lsn"], value["ver"]))
        else:
            self._check_empty(value["level"], value["data"])
        return Row(
            value["op"],
            value["id"],
            value["ver"],
            value["lsn"],
            value["level"],
            value["data"] or {},
            digest,
        )

    def _check_place(self, id_: str, lsn: int) -> None:
        if id_ <= self.last:
            raise RowOrder(table=self.table)
        if not self._base_lsn < lsn <= self._to_lsn:
            raise RowLsn(n=self.number, table=self.table)

    def _check_data(self, level: str, data: Any) -> None:
        fields = self._lists.get(level)
        if fields is None or RANK[level] > RANK[self._most]:
            raise RowLevel(n=self.number, table=self.table)
        if not isinstance(data, dict):
            raise RowValue(n=self.number, table=self.table, column="data")
        if data.keys() != fields.keys():
            raise RowFields(n=self.number, table=self.table)
        for name, kind in fields.items():
            if not kind.fits(data[name]):
                raise RowValue(n=self.number, table=self.table, column=name)

    def _check_empty(self, level: str, data: Any) -> None:
        if data is not None:
            raise RowValue(n=self.number, table=self.table, column="data")
        if level != self._most:
            raise RowLevel(n=self.number, table=self.table)


def _hashed(raw: bytes, lsn: int, ver: int) -> bytes:
    """What the row hash covers, cut from a canonical `put` line instead of written again."""
    tail = b',"lsn":%d,"op":"put","ver":%d}' % (lsn, ver)
    return b'%b,"ver":%d}' % (raw[: -len(tail)], ver)
