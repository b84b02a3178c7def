"""Deleting a record with all that hangs on it, in the order that references allow."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.store.tables.base import RECORDS, Base, Record

# A record that must refer to another always goes along with it. These may also stand alone, but
# say nothing any more once the other is gone; every other reference that may be empty is let go.
GOES_ALONG = frozenset(
    {
        ("appointment", "family"),
        ("consent", "person"),
        ("contact", "family"),
        ("directory_person", "partner"),
        ("directory_person", "school"),
        ("evaluation", "series"),
        ("follow_up", "family"),
        ("invitation", "series"),
        ("letter", "family"),
        ("participation", "participant"),
        ("participation", "person"),
        ("peer_link", "from_participant"),
        ("peer_link", "from_person"),
        ("peer_link", "to_participant"),
        ("peer_link", "to_person"),
        ("private_note", "family"),
        ("recommendation", "participant"),
        ("recommendation", "person"),
        ("rights_check", "person"),
    }
)


def goes_along(tbl: str, column: str) -> bool:
    """Whether a record of `tbl` goes when the record that `column` refers to goes."""
    must_refer = not RECORDS[tbl].__table__.c[column].nullable
    return must_refer or (tbl, column) in GOES_ALONG


def remove(session: Session, *records: Record) -> int:
    """Delete these records and all that hangs on them; gives how many went.

    Lists of ids (who took part in a contact) keep the id, so that putting back is whole.
    """
    gone: dict[str, dict[str, Any]] = {}
    for record in records:
        _note(gone, record)
    for tbl in _tables():
        for referring, column in _referring(tbl):
            rows = _rows(session, referring, column, gone.get(tbl, {}))
            for row in rows if goes_along(referring, column) else ():
                _note(gone, row)
    _let_go(session, gone)
    for tbl in reversed(_tables()):
        for row in gone.get(tbl, {}).values():
            session.delete(row)
        session.flush()
    return sum(map(len, gone.values()))


def _note(gone: dict[str, dict[str, Any]], row: Any) -> None:
    gone.setdefault(row.__tablename__, {})[row.id] = row


def _let_go(session: Session, gone: dict[str, dict[str, Any]]) -> None:
    for tbl, rows in gone.items():
        for referring, column in _referring(tbl):
            for row in _rows(session, referring, column, rows):
                if row.id not in gone.get(referring, {}):
                    setattr(row, column, None)
    session.flush()


def _rows(session: Session, tbl: str, column: str, ids: dict[str, Any]) -> Iterator[Any]:
    """The rows of one's own store that refer to one of these ids."""
    if not ids:
        return iter(())
    table = RECORDS[tbl]
    found = sa.select(table).where(table.worker == "", getattr(table, column).in_(list(ids)))
    return iter(session.scalars(found))


@cache
def _tables() -> tuple[str, ...]:
    """Every record table, the one that is referred to before the one that refers."""
    known = RECORDS.all()
    return tuple(t.name for t in Base.metadata.sorted_tables if t.name in known)


@cache
def _referring(tbl: str) -> tuple[tuple[str, str], ...]:
    """The tables and columns that refer to this table."""
    return tuple(
        (name, column)
        for name, table in RECORDS.all().items()
        for column, target in table.REFERENCES.items()
        if target == tbl
    )
