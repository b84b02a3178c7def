"""No count of one to four persons or families can be read or subtracted (N06, NEG-12)."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.reports.published import Published, is_next_cumulative, publish, total_shown

CELLS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), max_size=7)


def numbers_of(published: Published) -> list[int]:
    return [value for value in published.values() if isinstance(value, int)]


@pytest.mark.parametrize(
    ("counted", "shown"),
    [
        ({"a": 7, "b": 1, "c": 1, "d": 1}, {"totaal": 10}),
        ({"a": 12, "b": 9, "c": 3, "d": 1}, {"a": 12, "overige": 13, "totaal": 25}),
        ({"a": 12, "b": 9, "c": 3, "d": 2}, {"a": 12, "b": 9, "overige": 5, "totaal": 26}),
        ({"a": 2, "b": 1}, {"totaal": "<5"}),
        ({"ar": 1, "fr": 1, "nl": 1, "ro": 1, "tr": 1}, {"totaal": 5}),
        ({"1A": 7, "1B": 1, "2A": 1, "2B": 1}, {"totaal": 10}),
        ({"a": 8, "b": 8, "c": 8, "d": 1}, {"b": 8, "c": 8, "overige": 9, "totaal": 25}),
        ({"a": 9, "b": 6}, {"a": 9, "b": 6, "totaal": 15}),
        ({"a": 9, "b": 0}, {"totaal": 9}),
        ({"a": 9, "b": 6, "overige": 2}, {"a": 9, "overige": 8, "totaal": 17}),
        ({"a": 5, "overige": 7}, {"a": 5, "overige": 7, "totaal": 12}),
        ({"a": 4}, {"totaal": "<5"}),
        ({"a": 5}, {"totaal": 5}),
        ({}, {"totaal": 0}),
    ],
)
def test_n06_small_cells_are_merged_by_the_rule(counted: dict[str, int], shown: Published) -> None:
    published = publish(counted)

    assert published == shown


def test_of_equal_cells_the_first_by_name_is_merged_whatever_the_order() -> None:
    published = publish({"z": 2, "k": 6, "b": 6, "m": 6})

    assert published == {"k": 6, "m": 6, "overige": 8, "totaal": 20}


@given(CELLS)
def test_n06_no_count_of_one_to_four_can_be_read(counted: dict[str, int]) -> None:
    published = publish(counted)

    assert not any(0 < number < 5 for number in numbers_of(published))


@given(CELLS)
def test_n06_no_count_of_one_to_four_can_be_subtracted(counted: dict[str, int]) -> None:
    published = publish(counted)

    total = published.pop("totaal")
    if isinstance(total, int):
        cells = numbers_of(published)
        chosen = [c for size in range(1, len(cells) + 1) for c in combinations(cells, size)]
        assert not any(0 < total - sum(cells) < 5 for cells in chosen)


@given(CELLS)
def test_what_is_shown_adds_up_and_is_true(counted: dict[str, int]) -> None:
    published = publish(counted)

    total = published.pop("totaal")
    others = published.pop("overige", 0)
    assert total == total_shown(sum(counted.values()))
    assert all(counted[name] == number for name, number in published.items())
    assert not published or sum(numbers_of(published)) + int(others) == total


@given(CELLS)
def test_a_small_cell_is_never_named(counted: dict[str, int]) -> None:
    published = publish(counted)

    assert not any(name in published for name, number in counted.items() if number < 5)


def test_a_cell_named_like_the_total_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="totaal"):
        publish({"totaal": 9})


@pytest.mark.parametrize(
    ("until_on", "gives_away"),
    [
        (date(2025, 4, 30), True),
        (date(2025, 3, 31), False),
        (date(2025, 6, 30), False),
    ],
)
def test_two_cumulative_months_in_a_row_give_one_month_away(
    until_on: date, gives_away: bool
) -> None:
    earlier = (date(2025, 1, 1), date(2025, 3, 31))

    assert is_next_cumulative(earlier, (date(2025, 1, 1), until_on)) is gives_away
    assert not is_next_cumulative(earlier, (date(2025, 2, 1), until_on))
