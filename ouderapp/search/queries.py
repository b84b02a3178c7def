"""Finding records by what was typed: names first, then what was written, the newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.folding import fold
from ouderapp.base.ids import Id
from ouderapp.base.phones import looks_like_a_phone
from ouderapp.search.records import FamilyName, FoundRow
from ouderapp.search.snippets import Marks, cut_around, marks_in, phone_mark
from ouderapp.search.sources import TEXTS, is_name, kinds, rows_of
from ouderapp.store import tables as t
from ouderapp.store.search_index import (
    NAMES_FROM,
    Question,
    question_by_sound,
    question_of,
    record_of,
)

ASK = sa.text(
    "SELECT rowid FROM search_index WHERE search_index MATCH :asked AND rowid < :before"
    " ORDER BY rowid DESC LIMIT :number"
)
END = (1 << 63) - 1
GUESSES, GUESSED_FROM, LEAST_LETTERS = 5, 100, 3
LONGEST_PAGE = 2000
PEOPLE = frozenset({"family", "person"})


def find(session: Session, text: str, limit: int = 50) -> list[FoundRow]:
    """What holds every typed word, the last one perhaps half: at most `limit` records (D10).

    Families whose name begins so come first, the last visited on top; then other names, then what
    was written, the newest first. Up to three fifths are names when there is more. Without any
    family or person, a few that sound like it follow as guesses. No row of another worker.
    """
    question = question_of(text)
    if question is None:
        return []
    rows = _page(session, question, text, END, limit)
    if len(rows) == limit and is_name(rows[-1].kind):
        names = rows[: limit * 3 // 5]
        rows = names + _page(session, question, text, NAMES_FROM, limit - len(names))
    rows = _ranked(rows, fold(text).strip())
    if any(row.kind in PEOPLE for row in rows) or len(text.strip()) < LEAST_LETTERS:
        return rows
    return rows + guesses(session, text)


def guesses(session: Session, text: str) -> list[FoundRow]:
    """The few families and persons whose name sounds like what was typed, the closest first."""
    question = question_by_sound(text)
    if question is None:
        return []
    rows = _page(session, question, "", END, GUESSED_FROM)
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


def _page(
    session: Session, question: Question, typed: str, before: int, limit: int
) -> list[FoundRow]:
    """The first `limit` records of one's own below a row number of the index."""
    found: list[FoundRow] = []
    size = limit
    while True:
        asked = {"asked": question.match, "before": before, "number": size}
        numbers = [row[0] for row in session.connection().execute(ASK, asked).all()]
        found += _rows(session, numbers, question, typed)
        if len(found) >= limit or len(numbers) < size:
            return found[:limit]
        before, size = numbers[-1], min(size * 4, LONGEST_PAGE)


def _rows(
    session: Session, numbers: Sequence[int], question: Question, typed: str
) -> list[FoundRow]:
    words = question.words[:-1] if looks_like_a_phone(typed) else question.words
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
    result = session.connection().execute(rows_of(kind), {"numbers": numbers})
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result.all()]


def _row(kind: str, row: dict[str, Any], words: Sequence[str], typed: str) -> FoundRow:
    snippet, marks = _snippet(kind, row, words, typed)
    return FoundRow(
        kind=kind,
        id=Id(row["id"]),
        family=row.get("family"),
        title=row["title"] or "",
        snippet=snippet,
        marks=marks,
        day=row.get("day"),
        children=row.get("children"),
    )


def _snippet(kind: str, row: dict[str, Any], words: Sequence[str], typed: str) -> tuple[str, Marks]:
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
