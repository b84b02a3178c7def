"""A line holds exactly the fields of its list, or the whole bundle is refused (EXCHANGE 8)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import canonical
from ouderapp.exchange.digest import row_hash
from ouderapp.exchange.records import LINE_LIMIT, Row, RowReader, line
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.refusals.rows import (
    RowFields,
    RowJson,
    RowLevel,
    RowLsn,
    RowOrder,
    RowTooLong,
    RowValue,
)
from ouderapp.exchange.value_types import value_type

CODED = {"heads": "int 0..999?", "held_on": "date", "series": "ref group_series", "state": "code"}
DOSSIER = CODED | {"note": "text 500?"}
LISTS = {
    level: [(name, value_type(kind)) for name, kind in fields.items()]
    for level, fields in (("coded", CODED), ("dossier", DOSSIER))
}
DATA = {"heads": 12, "held_on": "2026-11-16", "series": "a" * 32, "state": "gehouden"}
ID = "5" * 32


def reader(most: str = "coded") -> RowReader:
    return RowReader("group_session", LISTS, most, base_lsn=10, to_lsn=20)


def read(raw: bytes, most: str = "coded") -> Row:
    return reader(most).read(raw)


def put(level: str = "coded", lsn: int = 15, **data: Any) -> bytes:
    return line("put", ID, 3, lsn, level, DATA | data)[:-1]


def test_a_line_that_fits_is_read_with_its_hash() -> None:
    row = read(put())

    assert row == Row(
        "put", ID, 3, 15, "coded", DATA, row_hash("group_session", ID, "coded", 3, DATA)
    )


def test_a_deletion_carries_no_data() -> None:
    row = read(line("del", ID, 4, 16, "coded", None)[:-1])

    assert (row.op, row.data, row.hash) == ("del", {}, b"")


@given(st.text(max_size=200))
def test_the_quick_reader_and_the_careful_one_agree(note: str) -> None:
    try:
        raw = put(level="dossier", note=note)
    except canonical.NotCanonical:
        return

    row = read(raw, "dossier") if value_type("text 500?").fits(note) else None

    assert row is None or row.data == canonical.decode_object(raw)["data"]


@given(st.binary(max_size=60), st.integers(min_value=0), st.integers(min_value=0, max_value=9))
def test_a_damaged_line_is_refused_and_never_a_defect(noise: bytes, at: int, cut: int) -> None:
    raw = put()
    place = at % len(raw)
    damaged = raw[:place] + noise + raw[place + cut :]
    if damaged == raw:
        return
    try:
        row = read(damaged)
    except Refusal:
        return

    assert canonical.encode(canonical.decode(damaged)) == damaged
    assert row.hash == row_hash("group_session", row.id, row.level, row.ver, row.data or None)


def head(**changes: Any) -> bytes:
    row = {"data": DATA, "id": ID, "level": "coded", "lsn": 15, "op": "put", "ver": 3}
    return canonical.encode(row | changes)


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"", RowJson),
        (b"[]", RowJson),
        (b"{}", RowFields),
        (put().replace(b":", b": ", 1), RowJson),
        (put()[:-1], RowJson),
        (put() + b" ", RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":1.0'), RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":1e2'), RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":-0'), RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":NaN'), RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":9007199254740992'), RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":' + b"9" * 5000), RowJson),
        (put(heads=1).replace(b'"heads":1', b'"heads":1,"heads":1'), RowJson),
        (put(state="x").replace(b'"x"', b'"\\u0078"'), RowJson),
        (put(state="x").replace(b'"x"', b'"\\u0000"'), RowJson),
        (put(state="x").replace(b'"x"', b'"\\ud800"'), RowJson),
        (put(state="x").replace(b'"x"', b'"\xff"'), RowJson),
        (put(state="x").replace(b'"x"', b"[" * 20 + b"]" * 20), RowJson),
        (put(state="x").replace(b'"x"', b"[" * 100_000), RowJson),
        (put(state="x").replace(b'"x"', b"[" * 12 + b"]" * 12), RowValue),
        (put(state="x").replace(b'"state"', b'"State"'), RowJson),
        (b"x" * LINE_LIMIT, RowTooLong),
        (head(extra=1), RowFields),
        (head(grant="1" * 32), RowFields),
        (head(op="give"), RowValue),
        (head(op="drop"), RowValue),
        (head(id="5" * 31), RowValue),
        (head(id="../../../etc/passwd"), RowValue),
        (head(ver=0), RowValue),
        (head(ver=True), RowValue),
        (head(lsn="15"), RowValue),
        (head(level="all"), RowValue),
        (head(data=None), RowValue),
        (head(data=[]), RowValue),
        (head(op="del"), RowValue),
        (head(op="del", data=None, level="counts"), RowLevel),
        (head(lsn=10), RowLsn),
        (head(lsn=21), RowLsn),
        (head(level="counts"), RowLevel),
        (head(level="dossier", data=DATA | {"note": None}), RowLevel),
        (put(extra=1), RowFields),
        (put(note="x"), RowFields),
        (head(data={"heads": 1}), RowFields),
        (put(heads=1000), RowValue),
        (put(heads="12"), RowValue),
        (put(heads=False), RowValue),
        (put(held_on="2026-02-30"), RowValue),
        (put(held_on="20260201"), RowValue),
        (put(held_on="2026-W05-1"), RowValue),
        (put(held_on=None), RowValue),
        (put(state="Gehouden"), RowValue),
        (put(state="'; DROP TABLE family; --"), RowValue),
        (put(state=["gehouden"]), RowValue),
        (put(series=None), RowValue),
        (put(series={}), RowValue),
    ],
)
def test_a_line_that_does_not_fit_has_a_typed_reason(raw: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        read(raw)

    assert refused.value.places["table"] == "group_session"


def test_a_line_below_its_number_is_named() -> None:
    rows = reader()
    rows.read(put())

    with pytest.raises(RowValue) as refused:
        rows.read(head(id="6" * 32, data=DATA | {"heads": -1}))

    assert refused.value.places == {"n": 2, "table": "group_session", "column": "heads"}


@pytest.mark.parametrize("second", ["5" * 32, "4" * 32])
def test_lines_out_of_order_or_double_are_refused(second: str) -> None:
    rows = reader()
    rows.read(put())

    with pytest.raises(RowOrder):
        rows.read(head(id=second))


def test_a_note_of_five_hundred_signs_fits_and_one_more_does_not() -> None:
    assert read(put(level="dossier", note="é\n\t" + "x" * 497), "dossier").data["note"]

    for note in ("x" * 501, "bel\x07", "return\r"):
        with pytest.raises(RowValue):
            read(put(level="dossier", note=note), "dossier")
