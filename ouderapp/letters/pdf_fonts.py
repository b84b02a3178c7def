"""The shipped fonts as reportlab embeds them, with shaped glyphs and the text they stand for."""

import unicodedata
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from ouderapp.letters.fonts import font_path
from ouderapp.letters.right_to_left import Glyph

# Glyphs without a sign of their own get one from Unicode's private area.
FIRST_PRIVATE, LAST_PRIVATE = 0xE000, 0xF8FF
HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
)
# Readers turn a right-to-left word around sign by sign; two letters drawn as one shape stay in
# order only when the table names them by the one sign that Unicode has for both.
JOINED = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in (*range(0xFEFC, 0xFE6F, -1), *range(0xFDCF, 0xFB4F, -1))
    if len(unicodedata.normalize("NFKC", chr(code))) > 1
}
FOOT = ("endcmap CMapName currentdict /CMap defineresource pop end end",)


class LetterFont(TTFont):  # type: ignore[misc]
    """A font that also draws glyphs by number and says which text they stand for."""

    def __init__(self, name: str) -> None:
        # A name of its own: others may register the same file without our glyphs.
        super().__init__(f"letters {name}", font_path(name), asciiReadable=False, shapable=False)
        self._codes: dict[tuple[int, str], int] = {}
        self._sources: dict[int, str] = {}

    def sign(self, glyph: Glyph) -> str:
        """The sign that draws this glyph and is read back as the text it stands for."""
        characters = self.face.charToGlyph
        if len(glyph.source) == 1 and characters.get(ord(glyph.source)) == glyph.number:
            return glyph.source
        key = (glyph.number, glyph.source)
        if key not in self._codes:
            self._codes[key] = self._new_code(glyph)
        return chr(self._codes[key])

    def own_width(self, glyph: Glyph) -> int:
        """The width that this font gives the glyph, before it was placed among others."""
        return int(self.face.getCharWidth(ord(self.sign(glyph))))

    def _new_code(self, glyph: Glyph) -> int:
        code = FIRST_PRIVATE + len(self._codes)
        if code > LAST_PRIVATE:
            raise OverflowError(self.fontName)
        width, _ = self.face.hmetrics[glyph.number]
        self.face.charToGlyph[code] = glyph.number
        self.face.charWidths[code] = width
        self._sources[code] = JOINED.get(glyph.source, glyph.source)
        return code

    def addObjects(self, doc: Any) -> None:
        """Embed what was used, and replace the table of texts by one that knows our glyphs."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"+".join((SUBSETN(number), self.face.name)) + self.face.subfontNameX
            stream = doc.idToObject[f"toUnicodeCMap:{name.decode('pdfdoc')}"]
            stream.content = self._texts_of(subset)

    def _texts_of(self, subset: list[int]) -> str:
        rows = [
            f"<{place:02X}> <{self._sources.get(code, chr(code)).encode('utf-16-be').hex()}>"
            for place, code in enumerate(subset)
            if code and self._sources.get(code, " ")
        ]
        # A table holds at most 100 rows at a time.
        parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        tables = [
            line for part in parts for line in (f"{len(part)} beginbfchar", *part, "endbfchar")
        ]
        space = ("1 begincodespacerange", "<00> <FF>", "endcodespacerange")
        return "\n".join((*HEAD, *space, *tables, *FOOT))


@cache
def letter_font(name: str) -> LetterFont:
    """One of the shipped fonts, registered once for the whole process."""
    font = LetterFont(name)
    pdfmetrics.registerFont(font)
    return font
