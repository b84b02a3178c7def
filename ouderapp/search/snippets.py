"""The words around a hit in a text, and where in them the asked words stand."""

import re
from functools import lru_cache

from ouderapp.base.folding import fold
from ouderapp.base.phones import looks_like_a_phone, phone_digits, phones_in

LENGTH, BEFORE = 90, 24
CUT = "…"
_SPACE = re.compile(r"\s")

Marks = tuple[tuple[int, int], ...]


def marks_in(text: str, words: tuple[str, ...]) -> Marks:
    """Where the folded words stand in a text (from, until); the last may be half typed.

    The same reading as the search index has: whole words, accents and script folded away.
    """
    plain = fold(text)
    if not any(word in plain for word in words):
        return ()
    found = [hit.span() for hit in _pattern(words).finditer(plain)]
    if text.isascii() or not found:
        return tuple(found)
    places = _places(text)
    return tuple((places[first], places[last - 1] + 1) for first, last in found)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    *whole, begun = map(re.escape, words)
    either = "|".join([*(rf"{word}(?![^\W_])" for word in whole), rf"{begun}[^\W_]*"])
    return re.compile(rf"(?<![^\W_])(?:{either})")


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
    if len(text) <= 2 * BEFORE:
        return one_line, marks
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
    if hit <= 2 * BEFORE:
        return 0
    gap = text.find(" ", hit - BEFORE, hit)
    return gap + 1 if gap >= 0 else hit - BEFORE


def _end(text: str, start: int) -> int:
    if len(text) - start <= LENGTH:
        return len(text)
    gap = text.rfind(" ", start + LENGTH // 2, start + LENGTH)
    return gap if gap >= 0 else start + LENGTH


def _places(text: str) -> list[int]:
    """For each sign of the folded text the place in the text where it came from."""
    return [at for at, sign in enumerate(text) for _plain in _sign(sign)]


@lru_cache(maxsize=2048)
def _sign(sign: str) -> str:
    return fold(sign)
