"""The quick reader accepts nothing that the careful one would not read the same way (G3b)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import canonical
from ouderapp.exchange.field_lists import LISTS, TABLES
from ouderapp.exchange.records import Row, RowReader
from ouderapp.exchange.refusals.refusal import Refusal
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


def both(table: str, raw: bytes) -> tuple[Row | None, Row | None]:
    """What the quick and the careful reader make of a line; None for nothing."""
    most = "dossier" if "dossier" in LISTS[table] else "coded"
    quick = RowReader(table, LISTS[table], most, 0, 20)
    slow = RowReader(table, LISTS[table], most, 0, 20)
    try:
        careful = slow._read_slowly(raw)
    except Refusal:
        careful = None
    return quick._read_quickly(raw), careful


@pytest.mark.parametrize(("table", "level"), EVERY)
def test_every_sound_row_is_read_quickly(table: str, level: str) -> None:
    for number in range(2):
        raw = canonical.encode(parts.row(table, level, number))

        quick, careful = both(table, raw)

        assert quick is not None
        assert quick == careful


@given(st.data())
def test_a_row_with_something_odd_in_it_is_read_the_same_or_not_at_all(data: Any) -> None:
    table, level = data.draw(st.sampled_from(EVERY))
    row = parts.row(table, level, data.draw(st.integers(0, 1)))
    name = data.draw(st.sampled_from(sorted(row["data"])))
    row["data"][name] = data.draw(ODD)
    try:
        raw = canonical.encode(row)
    except canonical.NotCanonical:
        return

    quick, careful = both(table, raw)

    assert quick is None or quick == careful


@given(st.data())
def test_a_line_with_other_bytes_is_read_the_same_or_not_at_all(data: Any) -> None:
    table, level = data.draw(st.sampled_from(EVERY))
    raw = canonical.encode(parts.row(table, level))
    place = data.draw(st.integers(0, len(raw) - 1))
    noise = data.draw(st.binary(max_size=6))
    changed = raw[:place] + noise + raw[place + data.draw(st.integers(0, 6)) :]

    quick, careful = both(table, changed)

    assert quick is None or quick == careful
