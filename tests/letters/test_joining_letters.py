"""Arabic letters join, marks stand on their letters, and each glyph knows its text (R09)."""

import pytest

from ouderapp.letters.fonts import face, font, signs
from ouderapp.letters.right_to_left import shaped

ARABIC = "NotoSansArabic-Regular"


def glyph_numbers(text: str) -> list[int]:
    """The glyphs of an Arabic word from right to left, as it is read."""
    return [glyph.number for glyph in reversed(shaped(text, ARABIC, True))]


def test_a_letter_has_another_shape_at_each_place_of_a_word() -> None:
    alone = glyph_numbers("ب")[0]

    first, middle, last = glyph_numbers("ببب")

    assert len({alone, first, middle, last}) == 4
    assert alone == font(ARABIC).get_nominal_glyph(ord("ب"))


@pytest.mark.parametrize("letter", list("ټڅځډړږښګڼۍېپچژکیڕڵۆێ"))
def test_the_letters_of_pashto_persian_and_kurdish_join_too(letter: str) -> None:
    joined = glyph_numbers(f"ب{letter}")[-1]

    assert joined != 0
    assert joined != font(ARABIC).get_nominal_glyph(ord(letter))


def test_lam_and_alef_become_one_shape_that_stands_for_both() -> None:
    (glyph,) = shaped("لا", ARABIC, True)

    assert glyph.source == "لا"


def test_a_mark_stands_on_its_letter() -> None:
    glyphs = shaped("مُ", ARABIC, True)

    marks = [glyph for glyph in glyphs if glyph.source == "\u064f"]

    assert [glyph.advance for glyph in marks] == [0]
    assert (marks[0].right, marks[0].up) != (0, 0)


@pytest.mark.parametrize("word", ["الرسالة", "مُحَمَّد", "ښځه", "می\u200cخواهم", "۱۵:۳۰", "الله"])
def test_the_glyphs_of_a_word_stand_for_the_whole_word(word: str) -> None:
    assert "".join(glyph.source for glyph in reversed(shaped(word, ARABIC, True))) == word


def test_a_bracket_turns_round_in_text_from_right_to_left() -> None:
    opening, closing = map(font("NotoSans-Regular").get_nominal_glyph, map(ord, "()"))

    glyphs = shaped("(", "NotoSans-Regular", True)

    assert [(glyph.number, glyph.source) for glyph in glyphs] == [(closing, "(")]
    assert opening != closing


@pytest.mark.parametrize("name", ["NotoSans", "NotoSansArabic", "NotoSansEthiopic"])
@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_shipped_font_is_drawn_on_the_same_scale(name: str, weight: str) -> None:
    assert face(f"{name}-{weight}").upem == 1000
    assert len(signs(f"{name}-{weight}")) > 400
