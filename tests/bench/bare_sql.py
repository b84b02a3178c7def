"""The bare limit of a query: the same statements on the same connection, and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session

from ouderapp.store.database import Database
from ouderapp.store.prepared import Prepared

Statement = tuple[str, Any]


@contextmanager
def asked() -> Iterator[list[Statement]]:
    """Every SELECT that is run meanwhile, on whatever thread."""
    found: list[Statement] = []

    def note(_conn: Any, _cursor: Any, sql: str, values: Any, *_rest: Any) -> None:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            found.append((sql, values))

    own = Prepared.asked

    def note_prepared(self: Prepared, session: Session, **values: Any) -> Statement:
        found.append(own(self, session, **values))
        return found[-1]

    event.listen(sa.Engine, "before_cursor_execute", note)
    with pytest.MonkeyPatch.context() as besides:
        besides.setattr(Prepared, "asked", note_prepared)
        yield found
    event.remove(sa.Engine, "before_cursor_execute", note)


def bare_of(database: Database, work: Callable[..., object]) -> Callable[[], object]:
    """What runs the statements of this work without SQLAlchemy and without records."""
    with asked() as statements:
        database.run(work)
    return lambda: run_bare(database, statements)


def run_bare(database: Database, statements: list[Statement]) -> int:
    """Run these statements and fetch everything; how many rows came."""
    with database._engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        return sum(len(raw.execute(*one).fetchall()) for one in statements)
