"""The social map on paper: every service with what is known, flagged when nobody checked it."""

from collections.abc import Iterator
from dataclasses import replace

from ouderapp.base.i18n import LANGUAGE, _, long_date
from ouderapp.letters.layout import Span
from ouderapp.letters.pdf_page import FRAME, Sheet
from ouderapp.letters.rows import Column, Row, Style, pages
from ouderapp.letters.sheets import PlaceOnPaper, SocialMap

PLAIN, NAME, TITLE = Style(10, 14, 0), Style(11, 16, 0), Style(18, 26, 8)
GAP = 10.0
FLAG = "! "


def draw_social_map(map_: SocialMap) -> bytes:
    """A4, one place under the other; no place is broken over two pages when it fits on one."""
    sheet = Sheet(map_.made_on, LANGUAGE, _("Directory"))
    made = _("Made on {date}").format(date=long_date(map_.made_on))
    head = [*_line(_("Directory"), TITLE, is_bold=True), *_line(made, PLAIN), Row(GAP)]
    body = [row for place in map_.places for row in _place(place)]
    height = FRAME.top - FRAME.foot
    for rows in pages([*head, *body], height, height):
        sheet.rows(rows, FRAME.top)
        sheet.end_page()
    return sheet.as_bytes()


def _place(place: PlaceOnPaper) -> Iterator[Row]:
    rows = [
        *_line(place.name, NAME, is_bold=True),
        *(row for line in place.lines for row in _line(line, PLAIN)),
        *_line(FLAG + place.checked if place.is_stale else place.checked, PLAIN, place.is_stale),
    ]
    yield from (replace(row, stays=True) for row in rows)
    yield Row(GAP)


def _line(text: str, style: Style, is_bold: bool = False) -> list[Row]:
    return Column(FRAME.width, style).rows([Span(text, is_bold=is_bold)])
