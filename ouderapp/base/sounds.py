"""How a name sounds: one rough key for `Mohamed`, `Muhammet` and `محمد`."""

import re

from ouderapp.base.folding import fold

SIGN = "ǂ"
"""Stands before a sound in the search index, so that it never meets a word that is typed."""

# How letters of the Arabic and the Cyrillic script sound; some make no sound of their own.
_SOUNDS = {
    "": "عءئؤъь",
    "a": "اая",
    "b": "بб",
    "d": "دذضд",
    "e": "еэє",
    "f": "فф",
    "g": "غگг",
    "h": "حهх",
    "i": "иыі",
    "j": "جي",
    "k": "خقكк",
    "l": "لл",
    "m": "مм",
    "n": "نн",
    "o": "о",
    "p": "پп",
    "r": "رр",
    "s": "سصсц",
    "sj": "شچژжчшщ",
    "t": "تثطт",
    "u": "ую",
    "v": "в",
    "w": "و",
    "z": "زظз",
}
_LETTERS = str.maketrans({sign: sound for sound, signs in _SOUNDS.items() for sign in signs})

# In this order; `ch` is dealt with apart, because it sounds in two ways.
_RULES = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"^(?:ou|w)(?=[aeiou])", "v"),
        (r"ph", "f"),
        (r"sch|tsj|tsch|tch|sh|sj|cs|cz|sz", "s"),
        (r"ck|kh|q", "k"),
        (r"c(?=[eiy])|z", "s"),
        (r"c", "k"),
        (r"dj|dzj|dzh", "j"),
        (r"gh", "g"),
        (r"[dt]h?", "t"),
        (r"x", "ks"),
        (r"[vw]", "f"),
        (r"^y(?=[aeiou])", "j"),
        (r"(.)\1+", r"\1"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def sounds_of(word: str) -> tuple[str, ...]:
    """The keys of one word: its first sound and its consonants; two keys where `ch` is doubtful.

    A key has at least two letters; a word without letters has none.
    """
    plain = "".join(filter(str.isalpha, fold(word).translate(_LETTERS)))
    readings = {plain.replace("ch", "h"), plain.replace("ch", "sj")}
    return tuple(sorted({key for key in map(_key, readings) if len(key) > 1}))


def sounds_in(text: str | None) -> str:
    """All keys of a text with the sign before each, ready for the search index."""
    found = {key for word in _WORD.findall(text or "") for key in sounds_of(word)}
    return " ".join(SIGN + key for key in sorted(found))


def _key(plain: str) -> str:
    for pattern, into in _RULES:
        plain = pattern.sub(into, plain)
    first = "a" if plain[:1] in tuple("aeiouy") else plain[:1]
    return first + re.sub(r"[aeiouyj]", "", plain[1:])
