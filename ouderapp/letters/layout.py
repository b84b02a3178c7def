"""Breaking text into lines of runs, each run in one font and one direction."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ouderapp.letters.bidi import (
    has_right_to_left,
    levels_of,
    visual_order,
)
from ouderapp.letters.fonts import (
    CONTROLS,
    FAMILIES,
    JOINERS,
    families_of,
    font_name,
    printable,
    signs,
    text_width,
)
from ouderapp.letters.right_to_left import Glyph, needs_shaping, shaped

_TOKEN = re.compile(r" +|[^ ]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one weight."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one font at one place on the line; `glyphs` when its letters were shaped.

    `x` is in points from the start of the line's own left edge.
    """

    font: str
    x: float
    text: str
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of one line from left to right, and how wide they are together, in points."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a part of a word or the spaces between, in one font and one level."""

    text: str
    font: str
    level: int
    units: int
    glyphs: tuple[Glyph, ...] = ()

    @property
    def is_space(self) -> bool:
        return self.text.isspace()


def lay_out(
    spans: Sequence[Span], size: float, width: float, is_right_to_left: bool = False
) -> list[Line]:
    """The lines of one paragraph of this width in points; at least one, perhaps empty."""
    return list(_laid_out(tuple(spans), size, width, is_right_to_left))


@lru_cache(maxsize=512)
def _laid_out(
    spans: tuple[Span, ...], size: float, width: float, is_right_to_left: bool
) -> tuple[Line, ...]:
    """Remembered, because a series of letters says the same sentences over and over."""
    tokens = list(_tokens(spans, int(is_right_to_left)))
    room = int(width * 1000 / size)
    return tuple(_line(row, size) for row in _rows(tokens, room))


def _tokens(spans: Sequence[Span], base: int) -> Iterator[_Token]:
    texts = [printable(span.text) for span in spans]
    whole = "".join(texts)
    bolds = [span.is_bold for span, text in zip(spans, texts, strict=True) for _ in text]
    plain = (
        not base
        and not has_right_to_left(whole)
        and signs(font_name(FAMILIES[0], False)).issuperset(whole)
    )
    levels = [0] * len(whole) if plain else levels_of(whole, base)
    families = [FAMILIES[0]] * len(whole) if plain else families_of(whole)
    styles = list(zip(families, bolds, levels, strict=True))
    for (family, is_bold, level), places in groupby(range(len(whole)), styles.__getitem__):
        name = font_name(family, is_bold)
        stretch = "".join(whole[place] for place in places)
        for text in _TOKEN.findall(_without_controls(stretch)):
            yield _token(text, name, level)


def _token(text: str, font: str, level: int) -> _Token:
    if level % 2 or needs_shaping(text):
        glyphs = shaped(text, font, bool(level % 2))
        return _Token(text, font, level, sum(glyph.advance for glyph in glyphs), glyphs)
    return _Token(text, font, level, text_width(font, text))


def _without_controls(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        sign for sign in text if sign in JOINERS or unicodedata.bidirectional(sign) not in CONTROLS
    )


def _rows(tokens: Sequence[_Token], room: int) -> Iterator[list[_Token]]:
    """The tokens of each line; spaces where a line is broken are left out."""
    row: list[_Token] = []
    used = 0
    for word in _words(tokens, room):
        units = sum(token.units for token in word)
        if row and not word[0].is_space and used + units > room:
            yield _without_end(row)
            row, used = [], 0
        if row or not word[0].is_space:
            row += word
            used += units
    yield _without_end(row)


def _words(tokens: Sequence[_Token], room: int) -> Iterator[list[_Token]]:
    """Tokens that stay together; a word wider than the line is cut."""
    for is_space, group in groupby(tokens, lambda token: token.is_space):
        word = list(group)
        if is_space or sum(token.units for token in word) <= room:
            yield word
        else:
            for token in word:
                yield from ([part] for part in _cut(token, room))


def _cut(token: _Token, room: int) -> Iterator[_Token]:
    """The token in pieces that fit the line."""
    if token.units <= room or len(token.text) < 2:
        yield token
        return
    middle = len(token.text) // 2
    for half in (token.text[:middle], token.text[middle:]):
        yield from _cut(_token(half, token.font, token.level), room)


def _without_end(row: list[_Token]) -> list[_Token]:
    while row and row[-1].is_space:
        row.pop()
    return row


def _line(row: Sequence[_Token], size: float) -> Line:
    runs: list[Run] = []
    at = 0
    ordered = [row[place] for place in visual_order([token.level for token in row])]
    for font, is_shaped, group in _joined(ordered):
        text = "".join(token.text for token in group)
        glyphs = tuple(glyph for token in group for glyph in token.glyphs) if is_shaped else ()
        runs.append(Run(font, at * size / 1000, text, glyphs))
        at += sum(token.units for token in group)
    return Line(tuple(runs), at * size / 1000)


def _joined(tokens: Sequence[_Token]) -> Iterator[tuple[str, bool, list[_Token]]]:
    """Neighbours in one font, all shaped or all plain: they are drawn in one go."""
    for (font, is_shaped), group in groupby(tokens, lambda token: (token.font, bool(token.glyphs))):
        yield font, is_shaped, list(group)
