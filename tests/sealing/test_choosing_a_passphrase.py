"""A passphrase is six proposed words, or an own one that a stolen laptop withstands (X01)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base.words import word_list
from ouderapp.sealing.passphrase import (
    PassphraseAlmostLong,
    PassphraseTooPlain,
    PassphraseTooShort,
    check_own,
    normalised,
    proposed,
    seconds_to_wait,
)

NAMES = ("Ann Peeters", "Buurtwerk Noord vzw")


def test_six_words_of_the_list_are_proposed_and_never_the_same_twice() -> None:
    one, other = proposed(), proposed()

    assert len(one.split()) == 6
    assert set(one.split()) <= set(word_list())
    assert one != other


def test_a_proposed_passphrase_is_good_enough_as_an_own_one() -> None:
    for _ in range(200):
        check_own(proposed(), NAMES)


@pytest.mark.parametrize(
    "good",
    [
        "ik drink elke dag koffie",
        "een twee drie vier",
        "correctpaardbatterij",
        "naar zee met Ann Peeters en veel vrienden",
        "Ça va bien aujourd'hui?",
        "deur deur tafel deur stoel",
    ],
)
def test_a_sentence_of_ones_own_is_accepted(good: str) -> None:
    check_own(good, NAMES)


@pytest.mark.parametrize(("typed", "number"), [("", 3), ("kort", 2), ("een twee", 2)])
def test_too_short_says_how_many_words_to_add(typed: str, number: int) -> None:
    with pytest.raises(PassphraseTooShort) as short:
        check_own(typed)

    assert short.value.places == {"number": number}
    assert type(short.value) is PassphraseTooShort


def test_nearly_long_enough_asks_one_more_word() -> None:
    with pytest.raises(PassphraseAlmostLong):
        check_own("een twee drie")


@pytest.mark.parametrize(
    "plain",
    [
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "hallo hallo hallo hallo",
        "hallohallohallohallo",
        "abcdefghijklmnopqrstuvwxyz",
        "zyxwvutsrqponmlkjihgfedcba",
        "azertyuiopqsdfghjklm",
        "poiuytrezamlkjhgfdsq",
        "12345678901234567890",
        "Ann Peeters Ann Peeters",
        "peeters buurtwerk noord",
        "BUURTWERK NOORD VZW 2026",
        "abababcdcdcdababcd",
        "aabbaabbccddccdd aabb",
    ],
)
def test_names_runs_and_repetitions_do_not_count(plain: str) -> None:
    with pytest.raises(PassphraseTooPlain) as refused:
        check_own(plain, NAMES)

    assert int(str(refused.value.places["number"])) >= 2


def test_a_name_of_two_letters_forbids_nothing() -> None:
    check_own("jo doet de boodschappen", ["Jo"])


def test_one_form_whatever_the_keyboard_makes_of_it() -> None:
    typed = unicodedata.normalize("NFD", "  één \t drie\u00a0vier \n")

    assert normalised(typed) == "één drie vier"


@given(st.text())
def test_the_one_form_is_its_own_form(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_is_accepted_or_refused_with_words_to_add(text: str, names: list[str]) -> None:
    number = 1
    try:
        check_own(text, names)
    except (PassphraseTooShort, PassphraseTooPlain) as refused:
        number = int(str(refused.places["number"]))

    assert number >= 1


@given(st.text("abcdefgh ", min_size=1, max_size=15))
def test_nothing_below_sixteen_signs_is_accepted(text: str) -> None:
    with pytest.raises(PassphraseTooShort):
        check_own(text)


def test_wrong_tries_wait_a_little_longer_and_never_for_ever() -> None:
    assert [seconds_to_wait(failed) for failed in range(8)] == [0, 0, 0, 2, 4, 8, 8, 8]
