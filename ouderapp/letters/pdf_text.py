"""Drawing laid-out lines on a reportlab page."""

from typing import Any

from ouderapp.letters.layout import Line, Run
from ouderapp.letters.pdf_fonts import letter_font


def draw_line(page: Any, line: Line, x: float, baseline: float, size: float) -> None:
    """Put a line on the page with its left edge at `x`, in points from the lower left corner."""
    text = page.beginText()
    for run in line.runs:
        text.setFont(letter_font(run.font).fontName, size)
        text.setTextOrigin(x + run.x, baseline)
        if run.glyphs:
            _draw_glyphs(text, run, x + run.x, baseline, size)
        else:
            text.textOut(run.text)
    page.drawText(text)


def _draw_glyphs(text: Any, run: Run, x: float, baseline: float, size: float) -> None:
    """Glyphs that follow each other at their own widths go out together."""
    font = letter_font(run.font)
    waiting = ""
    at = x
    for glyph in run.glyphs:
        is_moved = glyph.right or glyph.up
        if waiting and is_moved:
            text.textOut(waiting)
            waiting = ""
        if is_moved or not waiting:
            right, up = glyph.right * size / 1000, glyph.up * size / 1000
            text.setTextOrigin(at + right, baseline + up)
        waiting += font.sign(glyph)
        at += glyph.advance * size / 1000
        if is_moved or glyph.advance != font.own_width(glyph):
            text.textOut(waiting)
            waiting = ""
    if waiting:
        text.textOut(waiting)
