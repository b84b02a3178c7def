"""How fast a search answers on set L, beside bare SQL that reads the same page of records."""

import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.sample.fill import fill
from ouderapp.sealing.derive import Keys
from ouderapp.search.queries import END, find
from ouderapp.search.sources import TEXTS, kinds
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.search_index import question_of, record_of
from tests.bench.stopwatch import Measured, measure

TYPED = (
    "h", "ha", "had", "hadd", "haddad", "rania", "yıl", "van den b", "mutual", "attest", "s",
    "schoolt", "samen de", "0470", "0470 12", "de smet emma", "peet", "öz", "brief school", "zzz",
)  # fmt: skip
PAGE = 50
ASK = (
    "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid < ?"
    " ORDER BY rowid DESC LIMIT ?"
)


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
        "one key in the search box, set L", _each(session, lambda text: find(session, text, PAGE)),
        goal="D10", bare=_each(session, lambda text: _bare(session, text)), limit=0.05, rounds=400,
    )  # fmt: skip


def _index_alone(session: Session) -> Measured:
    return measure(
        "the same keys, row numbers only",
        _each(session, lambda text: _numbers(session, text)),
        goal="D10",
        rounds=400,
    )


def _each(_session: Session, work: Callable[[str], object]) -> Callable[[], object]:
    typed = cycle(TYPED)
    return lambda: work(next(typed))


def _numbers(session: Session, text: str) -> list[int]:
    question = question_of(text)
    assert question is not None
    cursor = _cursor(session)
    return [row[0] for row in cursor.execute(ASK, (question.match, END, PAGE)).fetchall()]


def _bare(session: Session, text: str) -> list[Any]:
    """The page as SQL alone gives it: its records, their texts and the names of families."""
    by_kind: dict[str, list[int]] = {}
    for number in _numbers(session, text):
        found_as, nr = record_of(number)
        by_kind.setdefault(kinds()[found_as], []).append(nr)
    cursor = _cursor(session)
    rows: list[Any] = []
    for kind, numbers in by_kind.items():
        rows += cursor.execute(_select(kind, len(numbers)), numbers).fetchall()
    return rows


def _select(kind: str, number: int) -> str:
    columns = tables.RECORDS[kind].__table__.c
    texts = [f"r.{name}" for name in TEXTS[kind] if name in columns]
    shown = ", ".join(["r.nr", "r.id", *texts])
    places = ", ".join("?" * number)
    if "family" not in columns:
        return f"SELECT {shown} FROM {kind} r WHERE r.nr IN ({places})"  # noqa: S608 own names
    join = "LEFT JOIN family f ON f.worker = '' AND f.id = r.family"
    return f"SELECT {shown}, f.name FROM {kind} r {join} WHERE r.nr IN ({places})"  # noqa: S608


def _cursor(session: Session) -> Any:
    connection: sa.Connection = session.connection()
    return connection.connection.cursor()
