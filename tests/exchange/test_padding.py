"""The length of a bundle tells little more than its order of magnitude (EXCHANGE 9.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.exchange.padding import fill_length, padded_length


@pytest.mark.parametrize(
    ("length", "padded"),
    [
        (6_144, 6_144),
        (300_032, 303_104),
        (1_048_576, 1_048_576),
        (10_000_384, 10_223_616),
    ],
)
def test_the_lengths_of_the_specification_come_out(length: int, padded: int) -> None:
    assert padded_length(length) == padded


@given(st.integers(min_value=128, max_value=8 << 20).map(lambda blocks: blocks * 512))
def test_from_64_kib_on_padding_costs_at_most_3_2_percent(length: int) -> None:
    padded = padded_length(length)

    assert length <= padded <= length * 1.032
    assert padded % 512 == 0


@given(st.integers(min_value=3, max_value=1 << 23), st.integers(min_value=3, max_value=1 << 23))
def test_a_longer_content_never_gets_a_shorter_file(one: int, other: int) -> None:
    short, long = sorted((one * 512, other * 512))

    assert padded_length(short) <= padded_length(long)


def test_a_padded_length_needs_no_more_padding() -> None:
    lengths = [padded_length(blocks * 512) for blocks in range(3, 5000)]

    assert [padded_length(length) for length in lengths] == lengths


@given(st.integers(min_value=0, max_value=1 << 40))
def test_a_member_is_filled_to_whole_blocks(length: int) -> None:
    assert 0 <= fill_length(length) < 512
    assert (length + fill_length(length)) % 512 == 0
