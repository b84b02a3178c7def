"""The Dutch words carry bits over paper and telephone without mistakes (B09, FORMAT.md 3.3)."""

import hashlib
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import words as list_of_words
from ouderapp.base.paths import resources_folder
from ouderapp.base.words import (
    SHA256,
    WordListDamaged,
    WordsMissing,
    WordUnknown,
    completions,
    index_of,
    indices,
    indices_of,
    split_words,
    word_list,
    words,
    wrong_places,
)

FILE = resources_folder() / "words" / "nl.txt"
NEVER_PRINTED = """
    dood lijk graf urn kist moord wapen mes pistool bom oorlog soldaat vijand bloed wond pijn
    ziek griep koorts kanker gek dom dik mager lelijk lui slecht schuld straf angst monster
    heks duivel god kerk moskee bijbel koran gebed jood islam paus priester engel turk zwarte
    neger sekse naakt bloot kus lust bier wijn drank jenever drug spuit sigaar varken ham
    politiek
"""


def sound(word: str) -> str:
    """A rough key of how a Fleming says the word: equal keys could be confused by ear."""
    for pattern, into in (
        (r"ij|y", "ei"),
        (r"ou", "au"),
        (r"auw", "au"),
        (r"uw", "u"),
        (r"isch$", "is"),
        (r"sch", "sg"),
        (r"ch|h(?!$)", "g"),
        (r"tg", "t"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"qu", "kw"),
        (r"x", "ks"),
        (r"ie", "i"),
        (r"v", "f"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
        (r"en$", "e"),
        (r"d$|d(?=[^aeioulrnjw])", "t"),
        (r"b$", "p"),
        (r"(.)\1+", r"\1"),
    ):
        word = re.sub(pattern, into, word)
    return word


def test_the_file_is_the_one_of_this_format() -> None:
    data = FILE.read_bytes()

    assert hashlib.sha256(data).hexdigest() == SHA256
    assert data.endswith(b"\n")
    assert data.decode("ascii").splitlines() == list(word_list())


def test_there_are_2048_words_of_three_to_eight_plain_letters_in_order() -> None:
    assert len(word_list()) == 2048
    assert all(re.fullmatch(r"[a-z]{3,8}", word) for word in word_list())
    assert list(word_list()) == sorted(set(word_list()))


def test_the_first_four_letters_say_which_word_it_is() -> None:
    beginnings = Counter(word[:4] for word in word_list())
    short = [word for word in word_list() if len(word) == 3]

    assert max(beginnings.values()) == 1
    assert [w for w in short if sum(other.startswith(w) for other in word_list()) > 1] == []


def test_no_two_words_sound_the_same() -> None:
    sounds = Counter(map(sound, word_list()))

    assert [key for key, number in sounds.items() if number > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ijs", "eis"),
        ("rauw", "rouw"),
        ("lach", "lag"),
        ("hart", "hard"),
        ("wij", "wei"),
        ("kop", "kob"),
        ("cel", "sel"),
        ("tijm", "thijm"),
        ("vier", "fier"),
        ("goud", "hout"),
        ("lopen", "loope"),
    ],
)
def test_the_rough_sound_finds_words_that_could_be_confused(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_no_word_hurts_or_frightens_on_paper() -> None:
    assert [word for word in word_list() if word in NEVER_PRINTED.split()] == []


def test_bits_become_words_as_the_format_says() -> None:
    sheet = bytes.fromhex("8a85f3bf80c2fcd6d6507a1ce912ea6e") + b"\x90"
    fingerprint = bytes.fromhex("f10440ea9f7486048ae10dcfa712c9df")

    assert indices(sheet, 12) == (1108, 380, 1919, 12, 382, 859, 714, 122, 231, 580, 1492, 1769)
    assert indices(fingerprint, 6) == (1928, 272, 469, 503, 579, 18)
    assert words(b"\x00\x00\xff\xff\xff", 2) == (word_list()[0], word_list()[63])


def test_too_few_bits_give_no_words() -> None:
    with pytest.raises(ValueError, match="too few"):
        words(b"\x00\x00", 2)


@given(st.binary(min_size=9, max_size=40))
def test_every_run_of_words_leads_back_to_its_bits(data: bytes) -> None:
    found = indices_of(words(data, 6), 6)

    bits = 0
    for index in found:
        bits = bits << 11 | index
    assert bits == int.from_bytes(data) >> len(data) * 8 - 66


@pytest.mark.parametrize(
    "typed", ["aardbei", "AARDBEI", " Aardbei\t", "aard", "aardb", "aárdbeï", "AÄrd"]
)
def test_capitals_accents_spaces_and_the_tail_do_not_matter(typed: str) -> None:
    assert index_of(typed) == word_list().index("aardbei")


@pytest.mark.parametrize("typed", ["", " ", "aar", "aardig", "aardbeien", "zzzz", "aard bei", "{"])
def test_too_few_or_other_letters_are_no_word(typed: str) -> None:
    assert index_of(typed) is None


def test_a_word_of_three_letters_is_typed_whole() -> None:
    assert index_of("aap") == word_list().index("aap")
    assert index_of("aa") is None


def test_every_word_is_found_by_itself_and_by_four_letters() -> None:
    found = [(index_of(word), index_of(word[:4].upper())) for word in word_list()]

    assert found == [(place, place) for place in range(2048)]


def test_letters_are_completed_in_order() -> None:
    assert completions("Ban") == ("banaan", "band", "banjo", "bank")
    assert completions("zwembaden") == ()
    assert completions("zwem") == ("zwembad",)
    assert completions(" ") == ()


def test_a_pasted_sheet_is_split_into_its_words() -> None:
    assert split_words("1. Aap, 2. baard;\n3 CACTUS") == ("aap", "baard", "cactus")


def test_the_place_of_an_unknown_word_is_named() -> None:
    with pytest.raises(WordUnknown) as unknown:
        indices_of(["aap", "baard", "xyz", "qqq"], 4)

    assert unknown.value.places == {"number": 3}


def test_the_number_of_words_is_counted() -> None:
    with pytest.raises(WordsMissing) as missing:
        indices_of(["aap", "baard"], 6)

    assert missing.value.places == {"needed": 6, "given": 2}


def test_six_read_words_are_compared_one_by_one() -> None:
    shown = words(b"abcdefghijkl", 6)
    heard = [shown[0], shown[1][:4].upper(), "aap", shown[3], "", shown[5]]

    assert wrong_places(shown, shown) == ()
    assert wrong_places(heard, shown) == (3, 5)


def test_a_word_missing_or_too_many_is_a_wrong_place() -> None:
    shown = words(b"abcdefghijkl", 6)

    assert wrong_places(shown[:5], shown) == (6,)
    assert wrong_places((*shown, "aap"), shown) == (7,)
    assert wrong_places((*shown, ""), shown) == (7,)


def test_another_file_is_not_believed() -> None:
    with pytest.raises(WordListDamaged):
        list_of_words._checked(FILE.read_bytes().replace(b"aap\n", b"aas\n"))
