"""Twelve words on paper are 16 random bytes, and a mistake in them is noticed (X03, G8)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base.words import WordsMissing, WordUnknown, indices_of, word_list
from ouderapp.sealing.recovery import (
    WordsMistyped,
    halved,
    joined,
    new_secret,
    secret_of,
    sheet_words,
)

EXAMPLE = bytes.fromhex("8a85f3bf80c2fcd6d6507a1ce912ea6e")
INDICES = (1108, 380, 1919, 12, 382, 859, 714, 122, 231, 580, 1492, 1769)


def test_the_sheet_is_that_of_the_published_example() -> None:
    assert indices_of(sheet_words(EXAMPLE), 12) == INDICES


def test_the_example_is_read_back() -> None:
    assert secret_of([word_list()[index] for index in INDICES]) == EXAMPLE


@given(st.binary(min_size=16, max_size=16))
def test_every_sheet_is_read_back(secret: bytes) -> None:
    assert secret_of(sheet_words(secret)) == secret


def test_four_letters_and_capitals_are_enough() -> None:
    typed = [f" {word[:4].upper()} " for word in sheet_words(EXAMPLE)]

    assert secret_of(typed) == EXAMPLE


def test_two_sheets_are_never_the_same() -> None:
    assert new_secret() != new_secret()
    assert len(new_secret()) == 16


def test_fifteen_of_sixteen_single_mistakes_are_found() -> None:
    chance = random.Random(4)
    found = 0
    for _ in range(4_000):
        words = list(sheet_words(chance.randbytes(16)))
        words[chance.randrange(12)] = chance.choice(word_list())
        try:
            secret_of(words)
        except WordsMistyped:
            found += 1

    assert 0.92 < found / 4_000 < 0.955


def test_a_word_that_is_not_on_the_list_is_named() -> None:
    words = [*sheet_words(EXAMPLE)[:11], "xxxx"]

    with pytest.raises(WordUnknown) as unknown:
        secret_of(words)

    assert unknown.value.places == {"number": 12}


def test_eleven_words_are_too_few() -> None:
    with pytest.raises(WordsMissing):
        secret_of(sheet_words(EXAMPLE)[:11])


@given(st.binary(min_size=32, max_size=32))
def test_two_halves_give_the_whole_in_any_order(secret: bytes) -> None:
    one, other = halved(secret)

    assert (len(one), len(other)) == (24, 24)
    assert joined(one, other) == joined(other, one) == secret


def test_one_half_is_drawn_anew_each_time_and_says_nothing_alone() -> None:
    first, second = halved(bytes(32)), halved(bytes(32))

    assert first[0] != second[0]
    assert first[0] == first[1]
    assert secret_of(first[0], 24) != bytes(32)


def test_a_mistake_in_a_half_is_found() -> None:
    sheet = sheet_words(EXAMPLE + EXAMPLE)

    with pytest.raises(WordsMistyped):
        joined(sheet, (*sheet[:23], "aap"))
