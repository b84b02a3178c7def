"""The 2,048 Dutch words: bits as words that can be read aloud and typed back (FORMAT.md 3.3)."""

import hashlib
import hmac
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest

from ouderapp.base.errors import Problem
from ouderapp.base.folding import fold
from ouderapp.base.i18n import mark
from ouderapp.base.paths import resources_folder

COUNT = 2048
BITS = 11
ENOUGH = 4
"""So many letters say which word it is."""

SHA256 = "d0a9050f14d05c654cdd24322bc967654185a9e8bc7cf4dc1095190be039a2ba"

_LETTERS = re.compile(r"[^\W\d_]+")


class WordListDamaged(Problem):
    """The file of words is not the one this program was made with."""

    message = mark("A file of the program is damaged: the word list.")
    hint = mark("Install ouderapp again. Your files stay as they are.")


class WordUnknown(Problem):
    """A typed word is not on the list; the place `number` counts from 1."""

    message = mark("Word {number} is not on the list.")
    hint = mark("Look at the paper again. The first four letters are enough.")


class WordsMissing(Problem):
    """There are more or fewer words than there must be."""

    message = mark("There must be {needed} words; there are {given} now.")
    hint = mark("Type all words in the order of the paper.")


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """All words, index 0 first; raises WordListDamaged."""
    data = (resources_folder() / "words" / "nl.txt").read_bytes()
    return _checked(data)


def indices(data: bytes, count: int) -> tuple[int, ...]:
    """The first `count` groups of 11 bits, most significant bit of the first byte first."""
    spare = len(data) * 8 - count * BITS
    if spare < 0:
        raise ValueError("too few bits for so many words")
    bits = int.from_bytes(data) >> spare
    return tuple(bits >> BITS * place & COUNT - 1 for place in reversed(range(count)))


def words(data: bytes, count: int) -> tuple[str, ...]:
    """`words(b, n)` of FORMAT.md 3.3; raises ValueError when the bytes hold too few bits."""
    return tuple(word_list()[index] for index in indices(data, count))


def index_of(typed: str) -> int | None:
    """The place of a typed word on the list, or None.

    Capitals, accents and spaces around it do not matter; the first four letters are enough.
    """
    plain = fold(typed.strip())
    place = bisect_left(word_list(), plain)
    if place == COUNT or not word_list()[place].startswith(plain):
        return None
    return place if len(plain) >= ENOUGH or plain == word_list()[place] else None


def completions(typed: str) -> tuple[str, ...]:
    """All words that begin with these letters, in order; nothing typed gives nothing."""
    plain = fold(typed.strip())
    if not plain:
        return ()
    first = bisect_left(word_list(), plain)
    last = bisect_left(word_list(), plain + "{")
    return word_list()[first:last]


def split_words(text: str) -> tuple[str, ...]:
    """The words of a typed text; figures, commas, dots and line ends stand between them."""
    return tuple(_LETTERS.findall(fold(text)))


def indices_of(typed: Sequence[str], needed: int) -> tuple[int, ...]:
    """The places on the list of all typed words; raises WordsMissing, WordUnknown."""
    if len(typed) != needed:
        raise WordsMissing(needed=needed, given=len(typed))
    found = tuple(map(index_of, typed))
    if None in found:
        raise WordUnknown(number=found.index(None) + 1)
    return tuple(index for index in found if index is not None)


def wrong_places(typed: Iterable[str], expected: Iterable[str]) -> tuple[int, ...]:
    """Which words differ, counted from 1; empty means that all are equal.

    A missing word, a word too many and a word that is not on the list are wrong too.
    """
    pairs = zip_longest(typed, expected, fillvalue="")
    return tuple(place for place, pair in enumerate(pairs, 1) if not _same(*pair))


def _same(typed: str, expected: str) -> bool:
    index = index_of(typed)
    known = "" if index is None else word_list()[index]
    return bool(known) and hmac.compare_digest(known, expected)


def _checked(data: bytes) -> tuple[str, ...]:
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise WordListDamaged
    return tuple(data.decode("ascii").split())
