"""Secrets on paper: random bytes as words whose last one checks the others (SECURITY 4.6)."""

import hashlib
import secrets
from collections.abc import Sequence

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.words import BITS, indices_of, words

SECRET_BYTES = 16
SHEET_WORDS = 12
HALF_WORDS = 24

_BYTES = {SHEET_WORDS: SECRET_BYTES, HALF_WORDS: 32}


class WordsMistyped(Problem):
    """Every word is on the list, but together they cannot be what was printed."""

    message = mark("One of these words is not the one on the paper.")
    hint = mark("Compare them one by one, in the order of the paper.")


def new_secret() -> bytes:
    """What a recovery sheet stands for: 16 random bytes."""
    return secrets.token_bytes(SECRET_BYTES)


def sheet_words(secret: bytes) -> tuple[str, ...]:
    """12 words for 16 bytes, 24 for 32; one bit of checksum for every four bytes."""
    return words(secret + hashlib.sha256(secret).digest()[:1], len(secret) * 3 // 4)


def secret_of(typed: Sequence[str], needed: int = SHEET_WORDS) -> bytes:
    """The bytes behind typed words; `needed` is 12 or 24.

    Raises WordsMissing, WordUnknown (with the place of the word) and WordsMistyped.
    """
    bits = 0
    for index in indices_of(typed, needed):
        bits = bits << BITS | index
    secret = (bits >> needed // 3).to_bytes(_BYTES[needed])
    if indices_of(sheet_words(secret), needed) != indices_of(typed, needed):
        raise WordsMistyped
    return secret


def halved(secret: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two sheets of 24 words for 32 bytes; each alone says nothing about them."""
    pad = secrets.token_bytes(len(secret))
    return sheet_words(pad), sheet_words(_mixed(pad, secret))


def joined(one: Sequence[str], other: Sequence[str]) -> bytes:
    """The 32 bytes that were halved, from both sheets in any order; raises as `secret_of`."""
    return _mixed(secret_of(one, HALF_WORDS), secret_of(other, HALF_WORDS))


def _mixed(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))
