"""The social map on paper: what is known of every service, and what was not checked for long."""

from datetime import date

import pytest

from ouderapp.letters.pdf_directory import draw_social_map
from ouderapp.letters.sheets import PlaceOnPaper, SocialMap
from tests.letters.example import reader, text_of

DAY = date(2025, 3, 31)
pytestmark = pytest.mark.usefixtures("qapp")


def a_place(number: int = 1, *, is_stale: bool = False) -> PlaceOnPaper:
    lines = ("Club", "Marktplein 3, 9400 Denderdorp", "wo 14-16 u")
    return PlaceOnPaper(f"Dienst {number}", lines, f"nagekeken {number}", is_stale)


def test_what_was_not_checked_for_long_is_flagged() -> None:
    """R01: on print too."""
    pdf = draw_social_map(SocialMap((a_place(1, is_stale=True), a_place(2)), DAY))

    told = text_of(pdf)

    assert "! nagekeken 1" in told
    assert "! nagekeken 2" not in told


def test_a_service_stays_together_on_one_page() -> None:
    pdf = draw_social_map(SocialMap(tuple(map(a_place, range(40))), DAY))

    texts = [page.extract_text() for page in reader(pdf).pages]

    assert len(texts) > 1
    for number in range(40):
        (page,) = [text for text in texts if f"Dienst {number}\n" in text]
        assert f"nagekeken {number}" in page


def test_the_same_map_gives_the_same_bytes() -> None:
    pdf = draw_social_map(SocialMap((a_place(),), DAY))

    assert pdf == draw_social_map(SocialMap((a_place(),), DAY))


def test_an_empty_map_is_a_page_with_a_title() -> None:
    assert len(reader(draw_social_map(SocialMap((), DAY))).pages) == 1
