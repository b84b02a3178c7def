"""Finding any word anywhere: names first, then texts, the newest first (D10)."""

from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.search.queries.reading import read_all
from ouderapp.search.records import Answer, Found
from ouderapp.store.search_index import (
    NAMES_FROM,
    Question,
    question_by_sound,
    question_of,
)

LIMIT = 50
_PAGE = sa.text(
    "SELECT rowid FROM search_index WHERE search_index MATCH :asked AND rowid < :below"
    " AND rowid >= :least ORDER BY rowid DESC LIMIT :most"
)
_TOP = (1 << 63) - 1


def find(
    session: Session, text: str, limit: int = LIMIT, *, only_family: Id | None = None
) -> Answer:
    """What begins with the words typed, in any order of the words, at most `limit` results.

    Names come first, but leave half of the places to texts; texts come newest first. When no
    name is written like what was typed, names that sound like it come after what was found.
    With `only_family` nothing of anybody else is found (Meekijkmodus).
    """
    question = question_of(text)
    if question is None:
        return Answer(())
    found = _page(session, question, limit, 0, only_family)
    if len(found) == limit and found[-1].day is None:
        texts = _page(session, question, limit // 2, 0, only_family, below=NAMES_FROM)
        found = [*found[: limit - len(texts)], *texts]
    if any(one.day is None for one in found):
        return Answer(tuple(found))
    heard = _heard(session, text, limit - len(found), only_family)
    meant = heard[0].title if heard and not found else ""
    return Answer((*found, *heard), meant)


def _heard(session: Session, text: str, most: int, only_family: Id | None) -> list[Found]:
    """Names that sound like what was typed."""
    question = question_by_sound(text)
    if question is None or most <= 0:
        return []
    found = _page(session, question, most, NAMES_FROM, only_family)
    return [replace(one, is_by_sound=True) for one in found]


def _page(
    session: Session,
    question: Question,
    most: int,
    least: int,
    only_family: Id | None,
    below: int = _TOP,
) -> list[Found]:
    """The next results of a question; pages are read until there are enough of one family."""
    found: list[Found] = []
    while len(found) < most:
        asked = {"asked": question.match, "below": below, "least": least, "most": most}
        numbers = list(session.scalars(_PAGE, asked))
        read = read_all(session, numbers, question.words)
        found += [one for one in read if only_family in (None, one.family)]
        if len(numbers) < most:
            break
        below = numbers[-1]
    return found[:most]
