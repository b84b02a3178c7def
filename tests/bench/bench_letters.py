"""How fast letters are drawn, beside reportlab putting the same words on a bare page."""

import io
from collections.abc import Iterator
from functools import partial

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ouderapp.letters.fonts import font_path
from ouderapp.letters.letter import Letter
from ouderapp.letters.pdf import draw
from tests.bench.stopwatch import Measured, measure
from tests.letters.example import a_leaflet, a_letter

LANGUAGES = ("nl", "fr", "en", "tr", "ar")
PREVIEW, SERIES = 0.3, 5.0


def measurements() -> Iterator[Measured]:
    """One letter, one Arabic leaflet, two hundred for a whole group."""
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"bare {name}", font_path(f"NotoSans-{name}")))
    letter, leaflets = a_letter(), [a_leaflet(language) for language in LANGUAGES]
    series = [leaflets[number % len(leaflets)] for number in range(200)]
    yield measure(
        "one letter", partial(draw, letter), goal="Y09", bare=partial(_bare, letter), limit=PREVIEW
    )
    yield measure("one Arabic leaflet", partial(draw, leaflets[-1]), goal="Y09", limit=PREVIEW)
    yield measure(
        "200 letters in five languages",
        partial(_all, series),
        goal="R13",
        bare=partial(_all_bare, [leaflets[0]] * 200),
        limit=SERIES,
        rounds=5,
    )


def _all(letters: list[Letter]) -> None:
    for letter in letters:
        draw(letter)


def _all_bare(letters: list[Letter]) -> None:
    for letter in letters:
        _bare(letter)


def _bare(letter: Letter) -> bytes:
    """The same words, line under line, in the same fonts."""
    file = io.BytesIO()
    page = Canvas(file, invariant=1, pageCompression=1)
    lines = [*letter.sender, *letter.addressee, *letter.as_text().split("\n")]
    for place, line in enumerate(filter(None, lines)):
        page.setFont("bare Bold" if place in (0, 7) else "bare Regular", 11)
        page.drawString(56, 800 - 15 * place, line)
    page.showPage()
    page.save()
    return file.getvalue()
