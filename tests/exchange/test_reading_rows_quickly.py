"""The quick reader accepts nothing that the careful one would not read the same way (G3b)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import canonical
from ouderapp.exchange.batches import Batch, BatchReader
from ouderapp.exchange.field_lists import LISTS, TABLES
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.refusals.rows import RowValue
from tests.exchange import vector_parts as parts

EVERY = [(table, level) for table in TABLES for level in LISTS[table]]
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1),
    st.text(max_size=40),
    st.text(alphabet='a-z0-9"\\\n\t', max_size=12),
    st.sampled_from(["2026-02-29", "2024-02-29", "24:00", "nl-BE", "0" * 32, "9000", "1A"]),
    st.lists(st.text(alphabet="ab0", max_size=3), max_size=4),
)


def reader(table: str) -> BatchReader:
    most = "dossier" if "dossier" in LISTS[table] else "coded"
    return BatchReader(table, LISTS[table], most, 0, 20)


def both(table: str, body: bytes) -> tuple[Any, Any]:
    """What the quick and the careful reader make of lines; None for nothing."""
    try:
        careful = plain(reader(table)._slowly(body))
    except Refusal:
        careful = None
    return plain(reader(table)._quickly(body)), careful


def plain(batch: Batch | None) -> Any:
    """Everything a batch says, in a form that can be compared."""
    if batch is None:
        return None
    puts = sorted(
        (
            one.level,
            list(zip(one.numbers, one.ids, one.vers, one.lsns, one.hashes, one.held, strict=True)),
            {name: set(ids) for name, ids in one.named.items()},
            {name: list(values) for name, values in one.columns.items()},
        )
        for one in batch.puts
    )
    return puts, list(batch.gone)


@pytest.mark.parametrize(("table", "level"), EVERY)
def test_every_sound_row_is_read_quickly(table: str, level: str) -> None:
    for number in range(2):
        body = canonical.encode(parts.row(table, level, number)) + b"\n"

        quick, careful = both(table, body)

        assert quick is not None
        assert quick == careful


@given(st.data())
def test_lines_of_every_kind_among_each_other_are_read_the_same(data: Any) -> None:
    table = data.draw(st.sampled_from(["family", "contact", "help_request", "school"]))
    top = "dossier" if "dossier" in LISTS[table] else "coded"
    lines = []
    for number in range(data.draw(st.integers(1, 6))):
        kind = data.draw(st.sampled_from([*LISTS[table], "del", "erase", "odd"]))
        row = parts.row(table, kind if kind in LISTS[table] else top)
        row["id"] = f"{number + 1:032x}"
        if kind == "odd":
            name = data.draw(st.sampled_from(sorted(row["data"])))
            row["data"][name] = data.draw(ODD)
        elif kind not in LISTS[table]:
            row |= {"op": kind, "data": None}
        lines.append(row)
    if data.draw(st.integers(0, 9)) == 0:
        lines.reverse()
    try:
        body = b"".join(canonical.encode(row) + b"\n" for row in lines)
    except canonical.NotCanonical:
        return

    quick, careful = both(table, body)

    assert quick is None or quick == careful


def test_levels_and_deletions_in_turn_are_read_quickly() -> None:
    rows = [parts.row("family", level) for level in ("coded", "dossier", "coded", "dossier")]
    rows += [parts.row("family", "dossier") | {"op": op, "data": None} for op in ("del", "erase")]
    for number, row in enumerate(rows):
        row["id"] = f"{number:032x}"
    body = b"".join(canonical.encode(row) + b"\n" for row in rows)

    quick, careful = both("family", body)

    assert quick is not None
    assert quick == careful


def test_after_doubt_the_line_and_its_reason_are_those_of_the_careful_reader() -> None:
    rows = [parts.row("family", "coded") for _ in range(3)]
    for number, row in enumerate(rows):
        row["id"] = f"{number:032x}"
    rows[2]["data"]["opened_on"] = "2026-02-30"
    lines, one = reader("family"), [canonical.encode(row) + b"\n" for row in rows]
    lines.read(one[0])

    with pytest.raises(RowValue) as refused:
        lines.read(one[1] + one[2])

    assert refused.value.places == {"n": 3, "table": "family", "column": "opened_on"}


@given(st.data())
def test_a_row_with_something_odd_in_it_is_read_the_same_or_not_at_all(data: Any) -> None:
    table, level = data.draw(st.sampled_from(EVERY))
    row = parts.row(table, level, data.draw(st.integers(0, 1)))
    name = data.draw(st.sampled_from(sorted(row["data"])))
    row["data"][name] = data.draw(ODD)
    try:
        body = canonical.encode(row) + b"\n"
    except canonical.NotCanonical:
        return

    quick, careful = both(table, body)

    assert quick is None or quick == careful


@given(st.data())
def test_a_line_with_other_bytes_is_read_the_same_or_not_at_all(data: Any) -> None:
    table, level = data.draw(st.sampled_from(EVERY))
    raw = canonical.encode(parts.row(table, level))
    place = data.draw(st.integers(0, len(raw) - 1))
    noise = data.draw(st.binary(max_size=6))
    changed = raw[:place] + noise + raw[place + data.draw(st.integers(0, 6)) :]

    quick, careful = both(table, changed + b"\n")

    assert quick is None or quick == careful
