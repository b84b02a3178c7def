"""The sheet of paper: A4 with its margins, plain metadata, and rows put down from the top."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from ouderapp.letters.pdf_fonts import letter_font
from ouderapp.letters.pdf_text import draw_line
from ouderapp.letters.rows import Row

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
MARGIN = 20 * MM
# The text ends here; the number of the page stands in the margin under it.
FOOT = 22 * MM
TITLE = "Brief"
MAKERS = (
    b" ReportLab Generated PDF document (opensource)",
    b"% ReportLab generated PDF document -- digest (opensource)",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the page where text stands, in points from the lower left corner."""

    left: float = MARGIN
    width: float = WIDTH - 2 * MARGIN
    top: float = HEIGHT - MARGIN
    foot: float = FOOT

    def page_top(self, down: float) -> float:
        """The height of a place this far under the upper edge of the paper."""
        return HEIGHT - down


FRAME = Frame()


class Sheet:
    """Paper being drawn on, page by page; nothing is ever written to disk."""

    def __init__(self, dated_on: date, language: str, title: str = TITLE) -> None:
        font = letter_font("NotoSans-Regular")
        self._file = io.BytesIO()
        self.page: Any = Canvas(
            self._file,
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            lang=language,
            initialFontName=font.fontName,
            initialFontSize=11,
        )
        self._without_traces(dated_on, title)

    def _without_traces(self, dated_on: date, title: str) -> None:
        """Metadata that names nobody (SECURITY 8)."""
        moment = f"D:{dated_on:%Y%m%d}000000Z"
        self.page.setTitle(title)
        for blank in ("Author", "Creator", "Producer", "Subject", "Keywords"):
            getattr(self.page, f"set{blank}")("")
        self.page.setDateFormatter(lambda *_: moment)

    def rows(self, rows: Sequence[Row], top: float, left: float = MARGIN) -> float:
        """Put rows under each other from this height down; the height under the last one."""
        y = top
        for row in rows:
            y -= row.height
            for placed in row.lines:
                # A fifth of the height hangs under the line that letters stand on.
                baseline = y + row.height / 2 - placed.size * 0.34
                draw_line(self.page, placed.line, left + placed.x, baseline, placed.size)
            for start, end in row.rules:
                self.line(left + start, y + row.height, left + end)
        return y

    def line(self, start: float, y: float, end: float, dashes: Sequence[int] = ()) -> None:
        """A thin level line, of dashes when it is to be cut along."""
        self.page.setLineWidth(0.6)
        self.page.setDash(*((list(dashes), 0) if dashes else ([], 0)))
        self.page.line(start, y, end, y)

    def square(self, left: float, foot: float, side: float) -> None:
        """One black square."""
        self.page.rect(left, foot, side, side, stroke=0, fill=1)

    def end_page(self) -> None:
        """Go on to the next page."""
        self.page.showPage()

    def as_bytes(self) -> bytes:
        """The whole document; nothing can be drawn after this."""
        self.page.save()
        found = self._file.getvalue()
        for maker in MAKERS:
            found = found.replace(maker, b" " * len(maker))
        return found
