"""A letter becomes pages that can be handed over: whole, plain and the same every time."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ouderapp.letters.letter import Heading, Paragraph
from ouderapp.letters.pdf import draw
from ouderapp.letters.texts import letter_languages
from tests.letters.example import (
    DAY,
    a_leaflet,
    a_letter,
    ink,
    picture,
    read_by_pdfium,
    reader,
    text_of,
    without_marks,
)

A4 = (595, 842)
# Looking at a page is done with Qt's own reader of PDF.
pytestmark = pytest.mark.usefixtures("qapp")


def test_every_word_of_the_letter_stands_on_the_page() -> None:
    found = " ".join(text_of(draw(a_letter())).split())

    for words in (
        "Vrij CLB Denderdorp",
        "Betreft: Danylo",
        "De vraag van het gezin: Welke",
        "blz. 1 van 1",
    ):
        assert words in found


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert draw(a_letter()) == draw(a_letter())
    assert draw(a_leaflet("ar")) == draw(a_leaflet("ar"))


def test_the_document_says_nothing_about_who_made_it_or_with_what() -> None:
    """SECURITY 8: neutral title, the date of the letter, no author, producer, creator or XMP."""
    pdf = draw(a_letter())

    told = reader(pdf).metadata
    assert told is not None
    assert {key: value for key, value in told.items() if value} == {
        "/Title": "Brief",
        "/CreationDate": f"D:{DAY:%Y%m%d}000000Z",
        "/ModDate": f"D:{DAY:%Y%m%d}000000Z",
        "/Trapped": "/False",
    }
    assert reader(pdf).xmp_metadata is None
    assert b"eportLab" not in pdf


def test_every_page_is_a4_and_every_font_is_inside() -> None:
    for page in reader(draw(a_leaflet("ar"))).pages:
        fonts = page.get("/Resources", {})["/Font"].values()

        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        assert len(fonts) >= 3
        assert all("/FontFile2" in font.get_object()["/FontDescriptor"] for font in fonts)


def test_a_long_letter_counts_its_pages() -> None:
    long = a_letter(blocks=(Paragraph("Een zin die vaak terugkomt. " * 40),) * 6)

    pdf = draw(long)

    total = len(reader(pdf).pages)
    assert total > 1
    for number in range(total):
        assert f"blz. {number + 1} van {total}" in text_of(pdf, number)


def test_the_address_stands_in_the_window_at_the_right() -> None:
    page = picture(draw(a_letter()))

    assert ink(page, 311, 141, 538, 190) > 0
    assert ink(page, 57, 141, 300, 190) == 0


def test_nothing_stands_in_the_margins_at_the_sides() -> None:
    page = picture(draw(a_letter()))

    assert ink(page, 0, 0, 55, 842) == ink(page, 540, 0, 595, 842) == 0


def test_an_arabic_leaflet_starts_at_the_right() -> None:
    page = picture(draw(a_leaflet("ar")))

    assert ink(page, 400, 100, 540, 300) > 20 * max(1, ink(page, 56, 100, 150, 300))


def test_arabic_is_read_back_in_the_order_in_which_it_is_read_aloud() -> None:
    """R09: the words of the page, read by PDFium, are the words of the letter."""
    leaflet = a_leaflet("ar")

    found = without_marks(read_by_pdfium(draw(leaflet)))

    texts = [block.text for block in leaflet.blocks if isinstance(block, Heading | Paragraph)]
    sentences = [without_marks(text) for text in texts if "\u2068" not in text]
    assert len(sentences) == 5
    for sentence in sentences:
        assert sentence in found


def test_hours_and_phone_numbers_in_arabic_are_read_back_unbroken() -> None:
    leaflet = a_leaflet("ar")
    late = Paragraph("اتصلوا بي بعد الساعة \u206815.30\u2069.")

    found = text_of(draw(replace(leaflet, blocks=(*leaflet.blocks, late))))

    assert "0470 00 00 00" in found
    assert "15.30" in found


def test_pashto_letters_without_a_sign_for_their_joined_shape_are_read_back() -> None:
    text = "ښځه او څوک ډېر ګران دي"
    letter = a_letter(blocks=(Paragraph(text),), is_right_to_left=True, language="ps")

    assert text in read_by_pdfium(draw(letter))


def test_two_languages_stand_next_to_each_other() -> None:
    """R08: the Dutch at the left, the other language at the right, at the same heights."""
    dutch = a_letter(blocks=(Paragraph("Wij lazen de brief samen."),), signatures=())
    arabic = replace(
        dutch, blocks=(Paragraph("قرأنا الرسالة معاً."),), language="ar", is_right_to_left=True
    )

    page = picture(draw(dutch, arabic))

    assert ink(page, 57, 300, 280, 330) > 0
    assert ink(page, 420, 300, 540, 330) > 0
    assert ink(page, 290, 300, 312, 330) == 0


@pytest.mark.parametrize("language", ["fr", "en", "tr", "ar"])
def test_an_unchecked_translation_says_so_on_the_page(language: str) -> None:
    """UX 2.12: no unchecked translation leaves without the word ontwerpvertaling."""
    assert "Ontwerpvertaling" in text_of(draw(a_leaflet(language)))


def test_the_dutch_leaflet_is_no_draft() -> None:
    assert "Ontwerp" not in text_of(draw(a_leaflet("nl")))


@pytest.mark.parametrize("language", letter_languages())
def test_the_leaflet_fits_on_one_page_in_every_language(language: str) -> None:
    assert len(reader(draw(a_leaflet(language))).pages) == 1


def test_the_date_of_the_document_is_the_date_of_the_letter() -> None:
    other = draw(a_letter(dated_on=date(2025, 6, 2)))

    assert re.search(rb"D:20250602", other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "W" * 200,
        "=cmd|' /C calc'!A0",
        "🙂🎉",
        "a\u202eb",
        "\u2068",
        "x\ny\tz",
        "<b>&amp;</b>",
    ],
)
def test_no_text_breaks_a_letter(text: str) -> None:
    """R07, set DS-N: names of one letter, of 200 letters, formulas, pictures, controls."""
    letter = a_letter(subject=text, blocks=(Paragraph(text, label=text),), sender=(text,))

    assert len(reader(draw(letter)).pages) <= 2
