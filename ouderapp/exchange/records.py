"""The lines of a table: one canonical object each, checked against the field list (FORMAT.md 8)."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, NoReturn, TypeAlias

from ouderapp.base import canonical
from ouderapp.exchange import shapes
from ouderapp.exchange.digest import row_hash_of
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
# What the quick reader cannot judge by itself: U+0000, and numbers that may be too large.
_DOUBTFUL = re.compile(rb"\\u0000|[0-9]{16}")


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
    return canonical.encode(row) + b"\n"


class RowReader:
    """Reads the lines of one table in order and refuses what does not fit.

    `lists` are the field lists of the table by level; `most` is the level of the bundle, above
    which no row may go; the lsn must lie in (`base_lsn`, `to_lsn`].
    """

    def __init__(self, table: str, lists: Lists, most: str, base_lsn: int, to_lsn: int) -> None:
        self.table = table
        self.number = 0
        self._lists = {level: _Fields(fields) for level, fields in lists.items()}
        self._most = most
        self._base_lsn, self._to_lsn = base_lsn, to_lsn
        self._last = ""

    def read(self, raw: bytes) -> Row:
        """The row of one line, without its LF.

        Raises row_too_long, row_json, row_fields, row_value, row_order, row_lsn, row_level.
        """
        self.number += 1
        if len(raw) >= LINE_LIMIT:
            raise RowTooLong(n=self.number, table=self.table)
        value = _quick(raw)
        if value is None:
            value = self._slow(raw)
        if tuple(value) != KEYS:
            self._refuse_fields(raw)
        row = Row(
            value["op"], value["id"], value["ver"], value["lsn"], value["level"], value["data"], b""
        )
        self._check_head(value, raw)
        self._check_place(row)
        if row.op == "put":
            self._check_data(row, raw)
            return row._replace(hash=row_hash_of(self.table, _hashed(raw, row)))
        if row.data is not None:
            self._refuse_value("data", raw)
        if row.level != self._most:
            raise RowLevel(n=self.number, table=self.table)
        return row._replace(data={})

    def _slow(self, raw: bytes) -> dict[str, Any]:
        try:
            return canonical.decode_object(raw)
        except canonical.NotCanonical as error:
            raise RowJson(n=self.number, table=self.table) from error

    def _check_head(self, value: Mapping[str, Any], raw: bytes) -> None:
        for name, fits in _HEAD_SHAPES.items():
            if not fits(value[name]):
                self._refuse_value(name, raw)

    def _check_place(self, row: Row) -> None:
        if row.id <= self._last:
            raise RowOrder(table=self.table)
        self._last = row.id
        if not self._base_lsn < row.lsn <= self._to_lsn:
            raise RowLsn(n=self.number, table=self.table)

    def _check_data(self, row: Row, raw: bytes) -> None:
        fields = self._lists.get(row.level)
        if fields is None or RANK[row.level] > RANK[self._most]:
            raise RowLevel(n=self.number, table=self.table)
        if not isinstance(row.data, dict):
            self._refuse_value("data", raw)
        if tuple(row.data) != fields.names:
            self._refuse_fields(raw)
        for value, (name, fits) in zip(row.data.values(), fields.checks, strict=True):
            if not fits(value):
                self._refuse_value(name, raw)

    def _refuse_fields(self, raw: bytes) -> NoReturn:
        self._slow(raw)
        raise RowFields(n=self.number, table=self.table)

    def _refuse_value(self, name: str, raw: bytes) -> NoReturn:
        self._slow(raw)
        raise RowValue(n=self.number, table=self.table, column=name)


class _Fields:
    def __init__(self, fields: Fields) -> None:
        in_order = sorted(fields, key=lambda field: field[0])
        self.names = tuple(name for name, _ in in_order)
        self.checks = tuple((name, kind.fits) for name, kind in in_order)


def _hashed(raw: bytes, row: Row) -> bytes:
    """What the row hash covers, cut from a canonical line instead of written again."""
    tail = b',"lsn":%d,"op":"put","ver":%d}' % (row.lsn, row.ver)
    return b'%b,"ver":%d}' % (raw[: -len(tail)], row.ver)


class _NotWhole(ValueError):
    """A number with a fraction, or a word that is no number."""


def _refuse_number(_text: str) -> NoReturn:
    raise _NotWhole


_decoder = json.JSONDecoder(parse_float=_refuse_number, parse_constant=_refuse_number)
_encoder = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)


def _quick(raw: bytes) -> dict[str, Any] | None:
    """The object of a line that is canonical beyond doubt; None sends it to the slow reader.

    Twice as fast as `canonical.decode`: what it leaves open (keys, depth, large numbers in a
    field) the field list settles, and every refusal asks the slow reader first.
    """
    if _DOUBTFUL.search(raw) or raw.count(b"[") + raw.count(b"{") > canonical.LEVELS:
        return None
    try:
        value = _decoder.decode(raw.decode())
        same = _encoder.encode(value).encode() == raw
    except ValueError:
        return None
    return value if same and isinstance(value, dict) else None
