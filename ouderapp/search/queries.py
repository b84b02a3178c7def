"""Finding records by what was typed: names first, then what was written, the newest first."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.folding import fold
from ouderapp.base.ids import Id
from ouderapp.base.phones import looks_like_a_phone
from ouderapp.search.records import Asked, FamilyName, FoundRow
from ouderapp.search.sources import asked_for, kinds
from ouderapp.store import tables as t
from ouderapp.store.as_record import builder_of
from ouderapp.store.search_index import (
    NAMES_FROM,
    Question,
    question_by_sound,
    question_of,
    record_of,
)

ASK = (
    "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid < ?"
    " ORDER BY rowid DESC LIMIT ?"
)
END = (1 << 63) - 1
GUESSES, GUESSED_FROM, LEAST_LETTERS, FEW = 5, 60, 3, 9
LONGEST_PAGE = 2000
PEOPLE = frozenset({"family", "person"})
NEVER = date.min
_made = builder_of(FoundRow, tuple(FoundRow.__dataclass_fields__))


def find(session: Session, text: str, limit: int = 50) -> list[FoundRow]:
    """What holds every typed word, the last one perhaps half: at most `limit` records (D10).

    Families whose name begins so come first, the last visited on top; then other names, then what
    was written, the newest first. Up to three fifths are names when there is more. When little was
    found and no family or person, a few that sound like it follow as guesses. Rows of other
    workers are never found.
    """
    question = question_of(text)
    if question is None:
        return []
    rows = _ranked(_page(_cursor(session), question, text, limit), fold(text).strip())
    is_known = len(rows) > FEW or any(row.kind in PEOPLE for row in rows)
    if is_known or len(text.strip()) < LEAST_LETTERS:
        return rows
    return rows + guesses(session, text)


def guesses(session: Session, text: str) -> list[FoundRow]:
    """The few families and persons whose name sounds like what was typed, the closest first."""
    question = question_by_sound(text)
    if question is None:
        return []
    cursor = _cursor(session)
    rows = _rows(cursor, _numbers(cursor, question, END, GUESSED_FROM), Asked())
    found = {row.title: row for row in reversed(rows) if row.kind in PEOPLE}
    asked = fold(text).strip()
    closest = sorted(found.values(), key=lambda row: -_likeness(asked, _folded(row.title)))
    return [replace(row, is_guess=True) for row in closest[:GUESSES]]


def last_families(session: Session, limit: int = 7) -> list[FamilyName]:
    """The families about which something was written last, the newest first."""
    contact, family = t.Contact, t.Family
    written = sa.select(contact.family).where(contact.worker == "", contact.family.is_not(None))
    opened = sa.select(family.id).where(family.worker == "").order_by(family.nr.desc())
    newest = session.scalars(written.order_by(contact.nr.desc()).limit(limit * 20))
    order = list(dict.fromkeys([*newest, *session.scalars(opened.limit(limit))]))[:limit]
    rows = session.execute(
        sa.select(family.id, family.name).where(family.worker == "", family.id.in_(order))
    )
    names: dict[str, str | None] = dict(rows.all())
    return [FamilyName(Id(one), names[one] or "") for one in order if one in names]


def _cursor(session: Session) -> Any:
    """The bare cursor of this transaction: a search is asked at every key."""
    return session.connection().connection.cursor()


def _page(cursor: Any, question: Question, typed: str, limit: int) -> list[FoundRow]:
    """The first `limit` records of one's own; with many names, texts keep two fifths.

    Not for a phone number: beside many of those nobody looks for a text.
    """
    is_phone = looks_like_a_phone(typed)
    words = question.words[:-1] if is_phone and len(question.words) > 1 else question.words
    asked = Asked(typed, words)
    names = limit * 3 // 5
    numbers = _numbers(cursor, question, END, limit)
    if len(numbers) == limit and numbers[-1] >= NAMES_FROM and not is_phone:
        numbers = numbers[:names] + _numbers(cursor, question, NAMES_FROM, limit - names)
    rows = _rows(cursor, numbers, asked)
    if len(rows) == len(numbers):
        return rows
    return _own(cursor, question, asked, limit)


def _own(cursor: Any, question: Question, asked: Asked, limit: int) -> list[FoundRow]:
    """As long as rows of other workers lie between, page after page of the index."""
    found: list[FoundRow] = []
    before, size = END, limit
    while len(found) < limit:
        numbers = _numbers(cursor, question, before, size)
        found += _rows(cursor, numbers, asked)
        if len(numbers) < size:
            break
        before, size = numbers[-1], min(size * 4, LONGEST_PAGE)
    return found[:limit]


def _numbers(cursor: Any, question: Question, before: int, size: int) -> list[int]:
    """The row numbers of the index below one of them, the highest first."""
    return [row[0] for row in cursor.execute(ASK, (question.match, before, size))]


def _rows(cursor: Any, numbers: Sequence[int], asked: Asked) -> list[FoundRow]:
    by_kind: dict[int, list[int]] = {}
    places = list(map(record_of, numbers))
    for found_as, nr in places:
        by_kind.setdefault(found_as, []).append(nr)
    rows: dict[tuple[int, int], FoundRow] = {}
    for found_as, of_kind in by_kind.items():
        kind = kinds()[found_as]
        for row in cursor.execute(asked_for(kind), (json.dumps(of_kind),)).fetchall():
            rows[found_as, row[0]] = _row(kind, asked, row)
    return [rows[place] for place in places if place in rows]


def _row(kind: str, asked: Asked, row: tuple[Any, ...]) -> FoundRow:
    _nr, id_, family, title, day, children = row[:6]
    found_on = date.fromisoformat(day) if day else None
    return _made((kind, id_, family, title or "", found_on, children, row[6:], asked, False))


def _ranked(rows: list[FoundRow], asked: str) -> list[FoundRow]:
    """Families whose name begins with what was asked on top, the last visited first."""
    named = [(_folded(row.title), row) for row in rows if row.kind == "family"]
    begun = [pair for pair in named if pair[0].startswith(asked)]
    if not begun:
        return rows
    begun.sort(key=lambda pair: pair[1].day or NEVER, reverse=True)
    begun.sort(key=lambda pair: pair[0] != asked)
    first = {row.id for _name, row in begun}
    return [*(row for _name, row in begun), *(row for row in rows if row.id not in first)]


@lru_cache(maxsize=512)
def _folded(name: str) -> str:
    """Remembered: one key after the other finds the same names."""
    return fold(name)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
