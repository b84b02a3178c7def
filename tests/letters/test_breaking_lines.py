"""Text is broken into lines that fit, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.letters.flow import block_rows
from ouderapp.letters.fonts import LettersMissing, printable
from ouderapp.letters.layout import Line, Span, lay_out
from ouderapp.letters.letter import Bullets, Paragraph
from ouderapp.letters.pdf import draw
from ouderapp.letters.right_to_left import isolated
from ouderapp.letters.rows import Column, Style, pages
from tests.letters.example import a_letter, reader, text_of

WORDS = st.lists(st.text("abcéŞ1.,'", min_size=1, max_size=30), min_size=1, max_size=20)
SENTENCE = "Welke richting past bij een leerling die nog Nederlands leert?"


def words_of(lines: list[Line]) -> list[str]:
    return " ".join(run.text for line in lines for run in line.runs).split()


@given(WORDS)
def test_no_line_is_wider_than_its_column(words: list[str]) -> None:
    lines = lay_out([Span(" ".join(words))], size=11, width=120)

    assert all(line.width <= 120.01 for line in lines)


@given(WORDS)
def test_no_sign_is_lost_between_lines(words: list[str]) -> None:
    lines = lay_out([Span(" ".join(words))], size=11, width=120)

    assert "".join(words_of(lines)) == "".join(words)


def test_words_stay_whole_when_they_fit() -> None:
    assert words_of(lay_out([Span(SENTENCE)], 11, 100)) == SENTENCE.split()


def test_a_name_of_two_hundred_letters_is_cut_rather_than_lost_in_the_margin() -> None:
    lines = lay_out([Span("W" * 200)], size=11, width=300)

    assert len(lines) > 1
    assert "".join(words_of(lines)) == "W" * 200


def test_an_empty_text_still_takes_a_line() -> None:
    assert lay_out([Span("")], 11, 100) == [Line((), 0.0)]


def test_the_label_in_front_is_bold_and_the_rest_is_not() -> None:
    (line,) = lay_out([Span("Taal: ", is_bold=True), Span("Turks")], 11, 300)

    assert [run.font for run in line.runs] == ["NotoSans-Bold", "NotoSans-Regular"]


@pytest.mark.parametrize("field", ["0470\u00a000\u00a000\u00a000", "15.30", "Vrij CLB Denderdorp"])
def test_a_field_in_arabic_text_is_one_run_from_left_to_right(field: str) -> None:
    """Hours and phone numbers unbroken (decision 7)."""
    (line,) = lay_out([Span(f"اتصلوا بي: {isolated(field)}.")], 12, 400, is_right_to_left=True)

    assert [run.text for run in line.runs if not run.glyphs and run.text.strip()] == [field]


def test_an_arabic_name_in_a_dutch_sentence_is_joined_and_stays_in_its_place() -> None:
    (line,) = lay_out([Span("De vader heet محمد en woont hier.")], 11, 400)

    (name,) = (run for run in line.runs if run.glyphs)

    before = "".join(run.text for run in line.runs if run.x < name.x)
    assert (before, name.text) == ("De vader heet ", "محمد")


@pytest.mark.parametrize(
    "name", ["Gülşen Yıldız", "Київ", "Ștefănescu", "ትግርኛ", "Nguyễn", "Đorđević"]
)
def test_names_of_many_alphabets_can_be_printed(name: str) -> None:
    assert printable(name) == name


def test_a_name_without_letters_is_refused_with_the_signs_named() -> None:
    with pytest.raises(LettersMissing) as refusal:
        printable("李 Wei")

    assert refusal.value.places == {"signs": "李"}


def test_pictures_in_a_text_are_left_out_of_print() -> None:
    assert printable("Dank u 🙂") == "Dank u "


def test_a_paragraph_leaves_no_single_line_on_a_page() -> None:
    column = Column(150, Style(11, 15, 7))
    rows = block_rows(Paragraph(SENTENCE * 3), column)

    found = pages(rows, first_height=15 * 4, height=15 * 3.5)

    assert len(found) > 1
    assert min(sum(bool(row.lines) for row in page) for page in found) >= 2


def test_a_long_text_goes_on_to_the_next_page_without_losing_a_line() -> None:
    column = Column(150, Style(11, 15, 7))
    rows = [row for _ in range(30) for row in block_rows(Paragraph(SENTENCE), column)]

    found = pages(rows, first_height=200, height=300)

    assert len(found) > 3
    assert [row for page in found for row in page] == rows
    heights = [sum(row.height for row in page) for page in found]
    assert heights[0] <= 200 + 7
    assert max(heights) <= 300 + 7


def test_the_greeting_and_the_signatures_stay_on_one_page_with_the_last_question() -> None:
    filler = tuple(Paragraph("Een zin die vaak terugkomt. " * 12) for _ in range(5))

    for lines in range(1, 30):
        letter = a_letter(blocks=(*filler, Bullets(("punt",) * lines)))
        pdf = draw(letter)
        last = text_of(pdf, len(reader(pdf).pages) - 1)

        assert "vóór vrijdag 4 april" in last
        assert "Met vriendelijke groeten," in last
        assert "Voor akkoord:" in last
