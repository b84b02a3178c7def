"""The words around a hit in a text, and where in them the asked words stand."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ouderapp.base.folding import fold
from ouderapp.base.phones import looks_like_a_phone, phone_digits, phones_in

LENGTH, BEFORE = 90, 24
CUT = "…"
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s")

Marks = tuple[tuple[int, int], ...]


def marks_in(text: str, words: Sequence[str]) -> Marks:
    """Where the folded words stand in a text (from, until); the last may be half typed.

    The same reading as the search index has: whole words, accents and script folded away.
    """
    if not words:
        return ()
    folded, places = _folded(text)
    *whole, begun = words
    found = [
        (places[hit.start()], places[hit.end() - 1] + 1)
        for hit in _WORD.finditer(folded)
        if hit.group() in whole or hit.group().startswith(begun)
    ]
    return tuple(found)


def phone_mark(phone: str, typed: str) -> Marks:
    """The whole phone number when what was typed are its first digits, spaces or not."""
    if not looks_like_a_phone(typed):
        return ()
    asked = phone_digits(typed)
    is_hit = any(number.startswith(asked) for number in phones_in(phone).split())
    return ((0, len(phone)),) if is_hit else ()


def cut_around(text: str, marks: Marks) -> tuple[str, Marks]:
    """At most `LENGTH` signs of a text on one line, from a little before the first mark."""
    one_line = _SPACE.sub(" ", text)
    start = _start(one_line, marks[0][0] if marks else 0)
    end = _end(one_line, start)
    front = CUT if start else ""
    back = CUT if end < len(one_line) else ""
    moved = len(front) - start
    kept = tuple(
        (first + moved, min(last, end) + moved) for first, last in marks if start <= first < end
    )
    return front + one_line[start:end] + back, kept


def _start(text: str, hit: int) -> int:
    if len(text) <= LENGTH or hit <= BEFORE:
        return 0
    gap = text.find(" ", hit - BEFORE, hit)
    return gap + 1 if gap >= 0 else hit - BEFORE


def _end(text: str, start: int) -> int:
    if len(text) - start <= LENGTH:
        return len(text)
    gap = text.rfind(" ", start + LENGTH // 2, start + LENGTH)
    return gap if gap >= 0 else start + LENGTH


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its signs the place in the text where it came from."""
    if text.isascii():
        return fold(text), range(len(text))
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        for plain in _sign(sign):
            signs.append(plain)
            places.append(at)
    return "".join(signs), places


@lru_cache(maxsize=2048)
def _sign(sign: str) -> str:
    return fold(sign)
