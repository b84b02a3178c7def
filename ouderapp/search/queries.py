"""Finding records by what was typed: names first, then what was written, the newest first."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.folding import fold
from ouderapp.base.ids import Id
from ouderapp.base.phones import looks_like_a_phone
from ouderapp.search.records import FamilyName, FoundRow
from ouderapp.search.snippets import Marks, cut_around, marks_in, phone_mark
from ouderapp.search.sources import TEXTS, asked_for, kinds
from ouderapp.store import tables as t
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
    rows = _ranked(_page(session, question, text, limit), fold(text).strip())
    is_known = any(row.kind in PEOPLE for row in rows) or len(rows) > FEW
    if is_known or len(text.strip()) < LEAST_LETTERS:
        return rows
    return rows + guesses(session, text)


def guesses(session: Session, text: str) -> list[FoundRow]:
    """The few families and persons whose name sounds like what was typed, the closest first."""
    question = question_by_sound(text)
    if question is None:
        return []
    rows = _rows(session, _numbers(session, question, END, GUESSED_FROM), question, "")
    found = {row.title: row for row in reversed(rows) if row.kind in PEOPLE}
    asked = fold(text).strip()
    closest = sorted(found.values(), key=lambda row: -_likeness(asked, fold(row.title)))
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


def _page(session: Session, question: Question, typed: str, limit: int) -> list[FoundRow]:
    """The first `limit` records of one's own; with many names, texts keep two fifths.

    Not for a phone number: beside many of those nobody looks for a text.
    """
    names = limit * 3 // 5
    numbers = _numbers(session, question, END, limit)
    if len(numbers) == limit and numbers[-1] >= NAMES_FROM and not looks_like_a_phone(typed):
        numbers = numbers[:names] + _numbers(session, question, NAMES_FROM, limit - names)
    rows = _rows(session, numbers, question, typed)
    if len(rows) == len(numbers):
        return rows
    return _own(session, question, typed, limit)


def _own(session: Session, question: Question, typed: str, limit: int) -> list[FoundRow]:
    """As long as rows of other workers lie between, page after page of the index."""
    found: list[FoundRow] = []
    before, size = END, limit
    while len(found) < limit:
        numbers = _numbers(session, question, before, size)
        found += _rows(session, numbers, question, typed)
        if len(numbers) < size:
            break
        before, size = numbers[-1], min(size * 4, LONGEST_PAGE)
    return found[:limit]


def _numbers(session: Session, question: Question, before: int, size: int) -> list[int]:
    """The row numbers of the index below one of them, the highest first."""
    found = session.connection().exec_driver_sql(ASK, (question.match, before, size))
    return list(found.scalars())


def _rows(
    session: Session, numbers: Sequence[int], question: Question, typed: str
) -> list[FoundRow]:
    has_digits = looks_like_a_phone(typed) and len(question.words) > 1
    words = question.words[:-1] if has_digits else question.words
    by_kind: dict[str, list[int]] = {}
    places = []
    for number in numbers:
        found_as, nr = record_of(number)
        kind = kinds()[found_as]
        by_kind.setdefault(kind, []).append(nr)
        places.append((kind, nr))
    rows = {
        (kind, row["nr"]): _row(kind, row, words, typed)
        for kind, of_kind in by_kind.items()
        for row in _facts(session, kind, of_kind)
    }
    return [rows[place] for place in places if place in rows]


def _facts(session: Session, kind: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of one kind as plain dictionaries: quicker to read than the rows themselves."""
    sql, names = asked_for(kind)
    found = session.connection().exec_driver_sql(sql, (json.dumps(numbers),))
    return [dict(zip(names, row, strict=True)) for row in found.all()]


def _row(kind: str, row: dict[str, Any], words: tuple[str, ...], typed: str) -> FoundRow:
    snippet, marks = _snippet(kind, row, words, typed)
    return FoundRow(
        kind=kind,
        id=Id(row["id"]),
        family=row.get("family"),
        title=row["title"] or "",
        snippet=snippet,
        marks=marks,
        day=date.fromisoformat(row["day"]) if row.get("day") else None,
        children=row.get("children"),
    )


def _snippet(
    kind: str, row: dict[str, Any], words: tuple[str, ...], typed: str
) -> tuple[str, Marks]:
    """The first text with a hit; else, for a name, the last text: where they live, which class."""
    texts = [(name, row[name]) for name in TEXTS[kind] if row[name]]
    for name, text in texts:
        marks = marks_in(text, words)
        if not marks and name == "phone":
            marks = phone_mark(text, typed)
        if marks:
            return cut_around(text, marks)
    shown = [text for name, text in texts if name == TEXTS[kind][-1]] or [""]
    return cut_around(shown[0], ())


def _ranked(rows: Iterable[FoundRow], asked: str) -> list[FoundRow]:
    """Families whose name begins with what was asked on top, the last visited first."""
    begun = [row for row in rows if row.kind == "family" and fold(row.title).startswith(asked)]
    first = {row.id for row in begun}
    begun.sort(key=lambda row: row.day.toordinal() if row.day else 0, reverse=True)
    begun.sort(key=lambda row: fold(row.title) != asked)
    return begun + [row for row in rows if row.id not in first]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
