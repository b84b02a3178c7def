"""How fast letters are drawn, beside reportlab putting the same words on a bare page."""

import io
from collections.abc import Callable, Iterator
from itertools import count, cycle, islice

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ouderapp.letters.fonts import font_path
from ouderapp.letters.letter import Letter, Paragraph
from ouderapp.letters.pdf import draw
from tests.bench.stopwatch import Measured, measure
from tests.letters.example import a_leaflet, a_letter

SENTENCE = "Welke richting past bij een leerling die graag leest maar nog Nederlands leert?"
LANGUAGES = ("nl", "fr", "en", "tr", "ar")
PREVIEW, SERIES = 0.3, 5.0


def measurements() -> Iterator[Measured]:
    """One letter, one Arabic leaflet, two hundred for a whole group; no two are the same."""
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"bare {name}", font_path(f"NotoSans-{name}")))
    yield measure(
        "one letter",
        _each(draw, _letters()),
        goal="Y09",
        bare=_each(_bare, _letters()),
        limit=PREVIEW,
    )
    yield measure("one Arabic leaflet", _each(draw, _leaflets("ar")), goal="Y09", limit=PREVIEW)
    yield measure(
        "200 letters in five languages",
        _all(draw, _leaflets(*LANGUAGES)),
        goal="R13",
        bare=_all(_bare, _leaflets("nl")),
        limit=SERIES,
        rounds=5,
    )


def _letters() -> Iterator[Letter]:
    """Letters whose every line differs from the last."""
    for number in count():
        yield a_letter(
            subject=f"Betreft: vraag {number}",
            blocks=tuple(
                Paragraph(f"{number} {SENTENCE}", label=f"Vraag {number}:") for _ in range(6)
            ),
            consent=f"{number} {SENTENCE}",
            answer=f"{number} {SENTENCE}",
        )


def _leaflets(*languages: str) -> Iterator[Letter]:
    """Leaflets for one service after another, each language in turn."""
    for number, language in enumerate(cycle(languages)):
        yield a_leaflet(language, service=f"Dienst {number} Denderdorp")


def _each(work: Callable[[Letter], bytes], letters: Iterator[Letter]) -> Callable[[], object]:
    return lambda: work(next(letters))


def _all(work: Callable[[Letter], bytes], letters: Iterator[Letter]) -> Callable[[], object]:
    return lambda: [work(letter) for letter in islice(letters, 200)]


def _bare(letter: Letter) -> bytes:
    """The same words, line under line, in the same fonts; long lines run off the paper."""
    file = io.BytesIO()
    page = Canvas(file, invariant=1, pageCompression=1)
    lines = [*letter.sender, *letter.addressee, *letter.as_text().split("\n")]
    for place, line in enumerate(filter(None, lines)):
        page.setFont("bare Bold" if place in (0, 7) else "bare Regular", 11)
        page.drawString(56, 800 - 15 * place, line)
    page.showPage()
    page.save()
    return file.getvalue()
