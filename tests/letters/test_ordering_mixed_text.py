"""Arabic, Dutch and numbers stand on one line in the order in which they are read (R09)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.letters.bidi import (
    base_level,
    kinds_of,
    levels_of,
    line_levels,
    visual_order,
)
from ouderapp.letters.fonts import CONTROLS
from ouderapp.letters.right_to_left import isolated

WITHOUT_TRACE = "\u202b\u202c\u202e"
NAMES = st.text("abzéŁ", min_size=1, max_size=8)
NUMBERS = st.from_regex(
    r"0[0-9]{3} [0-9]{2} [0-9]{2} [0-9]{2}|[0-2][0-9][.:][0-5][0-9]", fullmatch=True
)
ARABIC = st.text("ابتجد ،؟", min_size=1, max_size=12)


def shown(text: str, base: int) -> str:
    """The signs of a line from left to right, without the controls."""
    levels = line_levels(text, levels_of(text, base), base)
    signs = (text[place] for place in visual_order(levels))
    return "".join(sign for sign in signs if kinds_of(sign)[0] not in CONTROLS)


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("abc", 0, [0, 0, 0]),
        ("abc", 1, [2, 2, 2]),
        ("اب 12", 1, [1, 1, 1, 2, 2]),
        ("اب 12 جد", 0, [1, 1, 1, 2, 2, 1, 1, 1]),
        ("a اب.", 0, [0, 0, 1, 1, 0]),
        ("اب (a)", 1, [1, 1, 1, 1, 2, 1]),
        ("a (اب) b", 0, [0, 0, 0, 1, 1, 0, 0, 0]),
        ("اب [جد] a", 0, [1, 1, 1, 1, 1, 1, 1, 0, 0]),
        ("ا€1", 1, [1, 1, 2]),
        ("ا1,2", 1, [1, 2, 2, 2]),
        ("ا\u2068a1\u2069.", 1, [1, 1, 2, 2, 1, 1]),
        ("ا\u20681 2\u2069", 1, [1, 1, 2, 2, 2, 1]),
        ("\u2067a\u2069b", 0, [0, 2, 0, 0]),
        ("a\u202bb\u202cc", 0, [0, 0, 2, 2, 0]),
        ("a\u202eb1\u202cc", 0, [0, 0, 1, 1, 0, 0]),
        ("مُحَمَّد", 1, [1, 1, 1, 1, 1, 1, 1, 1]),
    ],
)
def test_every_sign_gets_the_level_of_the_unicode_rules(
    text: str, base: int, levels: list[int]
) -> None:
    """UAX #9; these cases agree with ICU 72 and FriBidi 1.0.

    600,000 random lines of brackets, digits, marks, isolates and embeddings held no line on which
    both of them agree with each other and not with us.
    """
    found = line_levels(text, levels_of(text, base), base)

    pairs = zip(text, found, levels, strict=True)
    assert [(sign, level) for sign, level, _ in pairs if sign not in WITHOUT_TRACE] == [
        (sign, level) for sign, level in zip(text, levels, strict=True) if sign not in WITHOUT_TRACE
    ]


def test_the_first_strong_sign_outside_isolates_gives_the_direction() -> None:
    assert base_level(kinds_of("12 اب abc")) == 1
    assert base_level(kinds_of("\u2068اب\u2069 abc")) == 0


@given(before=ARABIC, field=NUMBERS | NAMES, after=ARABIC)
def test_a_whole_merge_field_is_never_torn_apart(before: str, field: str, after: str) -> None:
    """Hours, phone numbers and Dutch names stay unbroken between Arabic words (decision 7)."""
    line = f"{before}{isolated(field)}{after}"

    assert field in shown(line, 1)


@given(
    st.text(
        "abاب1٢ ,.-()[]\u064e\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\t", max_size=30
    )
)
def test_every_sign_stands_on_the_line_exactly_once(text: str) -> None:
    order = visual_order(line_levels(text, levels_of(text), 0))

    assert sorted(order) == list(range(len(text)))


def test_white_space_at_the_end_of_a_line_stays_at_its_end() -> None:
    assert line_levels("اب  ", levels_of("اب  ", 0), 0) == [1, 1, 0, 0]
