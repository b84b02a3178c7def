"""The letters on paper: which shipped font draws which sign, and how wide each sign is."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

import uharfbuzz

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import resources_folder
from ouderapp.letters.bidi import REMOVED, kinds_of

# In this order: the first family that has the sign draws it.
FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")
CONTROLS = REMOVED | {"LRI", "RLI", "FSI", "PDI"}
JOINERS = frozenset("\u200c\u200d")


class LettersMissing(Problem):
    """A name or a text holds signs for which no font is shipped."""

    message = mark("These signs cannot be printed: {signs}")
    hint = mark("Write them in Latin letters and make the letter again.")


def font_name(family: str, is_bold: bool) -> str:
    """NotoSans-Bold, NotoSansArabic-Regular."""
    return f"{family}-{'Bold' if is_bold else 'Regular'}"


def font_path(name: str) -> str:
    """The shipped file of one font."""
    return str(resources_folder() / "fonts" / f"{name}.ttf")


@cache
def face(name: str) -> Any:
    """The font as HarfBuzz knows it."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(font_path(name)))


@cache
def font(name: str) -> Any:
    """The font at its own design size, 1000 units to the size of the text."""
    return uharfbuzz.Font(face(name))


@cache
def signs(name: str) -> frozenset[str]:
    """Every sign that this font draws."""
    return frozenset(map(chr, face(name).unicodes))


@cache
def sign_width(name: str, sign: str) -> int:
    """Thousandths of the size of the text; 0 for a sign that the font does not draw."""
    glyph = font(name).get_nominal_glyph(ord(sign))
    return int(font(name).get_glyph_h_advance(glyph)) if glyph else 0


@cache
def text_width(name: str, text: str) -> int:
    """Thousandths of the size of the text, without joining letters."""
    return sum(sign_width(name, sign) for sign in text)


def printable(text: str) -> str:
    """The text as it can be drawn: composed, on one line, without pictures and without tabs.

    Raises LettersMissing when a letter, digit or point has no font.
    """
    composed = " ".join(unicodedata.normalize("NFC", text).split("\n")).replace("\t", " ")
    if composed.isascii():
        return "".join(sign for sign in composed if sign.isprintable())
    missing = sorted({sign for sign in composed if not _is_drawn(sign)})
    if any(unicodedata.category(sign)[0] in "LMNP" for sign in missing):
        raise LettersMissing(signs=" ".join(missing))
    return "".join(sign for sign in composed if sign not in missing)


def _is_drawn(sign: str) -> bool:
    has_trace = kinds_of(sign)[0] not in CONTROLS
    return not has_trace or any(sign in signs(font_name(family, False)) for family in FAMILIES)


def families_of(text: str) -> Sequence[str]:
    """The family of every sign; points and marks stay with the sign before them if they can."""
    found: list[str] = []
    for sign in text:
        if found and not sign.isalnum() and sign in signs(font_name(found[-1], False)):
            found.append(found[-1])
        else:
            found.append(_first_family(sign, found[-1] if found else FAMILIES[0]))
    return found


@cache
def _first_family(sign: str, before: str) -> str:
    """The first family with this sign; a sign without a trace stays with the one before."""
    if kinds_of(sign)[0] in CONTROLS and sign not in JOINERS:
        return before
    return next((family for family in FAMILIES if sign in signs(font_name(family, False))), before)
