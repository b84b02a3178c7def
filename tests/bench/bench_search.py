"""How fast a search answers on set L, beside bare SQL that reads the same page of records."""

import json
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.base.phones import looks_like_a_phone
from ouderapp.sample.fill import fill
from ouderapp.sealing.derive import Keys
from ouderapp.search.queries import ASK, END, find
from ouderapp.search.sources import asked_for, kinds
from ouderapp.store.database import Database
from ouderapp.store.search_index import NAMES_FROM, question_of, record_of
from tests.bench.stopwatch import Measured, measure

TYPED = (
    "h", "ha", "had", "hadd", "haddad", "rania", "yıl", "van den b", "mutual", "attest", "s",
    "schoolt", "samen de", "0470", "0470 12", "de smet emma", "peet", "öz", "brief school", "zzz",
)  # fmt: skip
PAGE = 50


def measurements() -> Iterator[Measured]:
    """Every key of a person who types, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        database = Database.open(paths, Keys(master=bytes(range(32)), vault=bytes(16)))
        database.run(fill, "L")
        yield database.run(_one_key)
        yield database.run(_index_alone)
        database.close()


def _one_key(session: Session) -> Measured:
    return measure(
        "one key in the search box, set L", _each(lambda text: find(session, text, PAGE)),
        goal="D10", bare=_each(lambda text: bare(session, text)), limit=0.05, most=1.5, rounds=400,
    )  # fmt: skip


def _index_alone(session: Session) -> Measured:
    return measure(
        "the same keys, row numbers only",
        _each(lambda text: _numbers(session, text)),
        goal="D10",
        rounds=400,
    )


def _each(work: Callable[[str], object]) -> Callable[[], object]:
    typed = cycle(TYPED)
    return lambda: work(next(typed))


def _numbers(session: Session, text: str, before: int = END, most: int = PAGE) -> list[int]:
    question = question_of(text)
    assert question is not None
    found = _cursor(session).execute(ASK, (question.match, before, most)).fetchall()
    return [row[0] for row in found]


def bare(session: Session, text: str) -> list[Any]:
    """The same page by the same SQL, and nothing else: no records, no marked words, no order."""
    numbers = _numbers(session, text)
    names = PAGE * 3 // 5
    if len(numbers) == PAGE and numbers[-1] >= NAMES_FROM and not looks_like_a_phone(text):
        numbers = numbers[:names] + _numbers(session, text, NAMES_FROM, PAGE - names)
    by_kind: dict[str, list[int]] = {}
    for number in numbers:
        found_as, nr = record_of(number)
        by_kind.setdefault(kinds()[found_as], []).append(nr)
    cursor = _cursor(session)
    rows: list[Any] = []
    for kind, of_kind in by_kind.items():
        rows += cursor.execute(asked_for(kind), (json.dumps(of_kind),)).fetchall()
    return rows


def _cursor(session: Session) -> Any:
    connection: sa.Connection = session.connection()
    return connection.connection.cursor()
