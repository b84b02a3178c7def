"""How the search index is asked: what was typed becomes a question, a row number a record."""

import re
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ouderapp.base.folding import fold
from ouderapp.base.phones import looks_like_a_phone, phone_digits
from ouderapp.base.sounds import SIGN, sounds_of

DAY_SHIFT, KIND_SHIFT = 40, 36
NAMES_DAY = 6_000_000
"""Names have no day of their own; they come before everything that has one."""
NAMES_FROM = NAMES_DAY << DAY_SHIFT

INDEX = sa.table("search_index", sa.column("search_index"), sa.column("rowid", sa.BigInteger))
NUMBER = INDEX.c.rowid.op("&")((1 << KIND_SHIFT) - 1)
"""The `nr` of the record to which a row of the index belongs."""

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12


@dataclass(frozen=True)
class Question:
    """Words for the full-text index, and the folded words themselves for marking in a text."""

    match: str
    words: tuple[str, ...]


def question_of(text: str) -> Question | None:
    """What was typed as a question: every word must be there, the last may still be half typed.

    A phone number is asked by its digits. None when there is nothing to ask. Signs that mean
    something to the index are left out, so any text may be typed.
    """
    words = tuple(_WORD.findall(fold(text)))[:_MOST_WORDS]
    if not words:
        return None
    asked = " ".join(f'"{word}"' for word in words) + "*"
    digits = phone_digits(text) if looks_like_a_phone(text) else ""
    if digits and words != (digits,):
        return Question(f'({asked}) OR "{digits}"*', (*words, digits))
    return Question(asked, words)


def question_by_sound(text: str) -> Question | None:
    """The same question by how the words sound; None when no word has a sound of its own."""
    parts = []
    for word in _WORD.findall(text)[:_MOST_WORDS]:
        either = " OR ".join(f'"{SIGN}{key}"*' for key in sounds_of(word))
        if not either:
            return None
        parts.append(f"({either})")
    return Question(" AND ".join(parts), ()) if parts else None


def kind_range(found_as: int) -> tuple[int, int]:
    """The lowest and the highest row number of the names of one table (both included)."""
    low = NAMES_FROM | (found_as << KIND_SHIFT)
    return low, low | ((1 << KIND_SHIFT) - 1)


def hits_in(table: Any, question: Question) -> sa.ColumnElement[bool]:
    """Whether a row of the index belongs to this table and holds what is asked."""
    if table.FOUND_ON:
        kind = INDEX.c.rowid.op(">>")(KIND_SHIFT).op("&")(15)
        place = sa.and_(INDEX.c.rowid < NAMES_FROM, kind == table.FOUND_AS)
    else:
        place = INDEX.c.rowid.between(*kind_range(table.FOUND_AS))
    return sa.and_(INDEX.c.search_index.op("MATCH")(question.match), place)


def record_of(row_number: int) -> tuple[int, int]:
    """The number of the table and the `nr` of the record of a row of the index."""
    return (row_number >> KIND_SHIFT) & 15, row_number & ((1 << KIND_SHIFT) - 1)
