"""Letters that join or carry marks, made into the glyphs that stand on the page."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz

from ouderapp.letters.fonts import font

# Around a whole merge field, so that a name, an hour or a phone number stays in one piece.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape of a font; lengths in thousandths of the size of the text.

    `source` is the text it stands for, empty when the glyph before it stands for it as well.
    """

    number: int
    source: str
    advance: int
    right: int = 0
    up: int = 0


def isolated(value: str) -> str:
    """The value as one whole inside any text, whatever its direction (UAX #9, 2.4)."""
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}"


@lru_cache(maxsize=20_000)
def shaped(text: str, font_name: str, is_right_to_left: bool) -> tuple[Glyph, ...]:
    """The glyphs of a word in one font, in the order in which they stand from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_right_to_left else "ltr"
    uharfbuzz.shape(font(font_name), buffer, {"kern": is_right_to_left})
    infos = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    sources = _sources(text, [info.cluster for info, _ in infos], is_right_to_left)
    return tuple(
        Glyph(info.codepoint, source, place.x_advance, place.x_offset, place.y_offset)
        for (info, place), source in zip(infos, sources, strict=True)
    )


def _sources(text: str, clusters: list[int], is_right_to_left: bool) -> list[str]:
    """The part of the text that each glyph stands for."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    order = range(len(clusters) - 1, -1, -1) if is_right_to_left else range(len(clusters))
    found = [""] * len(clusters)
    told: set[int] = set()
    for place in order:
        start = clusters[place]
        if start not in told:
            told.add(start)
            found[place] = text[start : ends[start]]
    return found


def needs_shaping(text: str) -> bool:
    """Whether the signs of this text change shape or place beside each other."""
    return not text.isascii() and any(
        unicodedata.combining(sign) or unicodedata.bidirectional(sign) in ("AL", "R", "BN")
        for sign in text
    )
