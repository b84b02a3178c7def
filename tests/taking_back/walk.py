"""Doing one act after the other, each taken back and done again at once, with what must hold."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.store.database import Database
from ouderapp.store.journal import content
from ouderapp.store.tables.base import RECORDS
from ouderapp.store.undo import redo, undo

P = ParamSpec("P")
T = TypeVar("T")
Digest = frozenset[tuple[Any, ...]]


class NotTakenBack(AssertionError):
    """An act that does not come back to what was there; says what and the lines that differ."""


def digest(session: Session) -> Digest:
    """What every record table says, with the words that searching compares; never versions."""
    return frozenset(
        (name, *row)
        for name, table in RECORDS.all().items()
        for row in session.execute(sa.select(*_columns(table)))
    )


def _columns(table: Any) -> list[Any]:
    names = ["id", *content(table), *(["folded"] if hasattr(table, "folded") else [])]
    return [getattr(table, name) for name in names]


def must_be(found: Digest, wanted: Digest, what: str) -> None:
    """Raises NotTakenBack with the rows that differ."""
    if found != wanted:
        raise NotTakenBack(what, sorted(map(str, found ^ wanted)))


def called(command: Callable[..., Any]) -> str:
    """The name of a command by which it is found in the source."""
    return f"{command.__module__}.{command.__qualname__}"


class Walk:
    """A store, the acts that were done in it, and what it said after each of them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.walked: list[str] = []
        self.states = [database.run(digest)]

    def set_up(self, make: Callable[[Session], T]) -> T:
        """Something that has to be there first, before the first act."""
        with self.database.transaction("Set up", "system") as session:
            made = make(session)
        self.states = [self.database.run(digest)]
        return made

    def do(
        self, command: Callable[Concatenate[Session, P], T], *args: P.args, **more: P.kwargs
    ) -> T:
        """Do an act, take it back and do it again; raises NotTakenBack when that is not so."""
        what, before = called(command), self.states[-1]
        answer = self.database.run(command, *args, **more)
        after = self.database.run(digest)
        if after == before:
            raise NotTakenBack(what, "changes nothing")
        self.take(undo, before, f"{what} taken back")
        self.take(redo, after, f"{what} done again")
        self.walked.append(what)
        self.states.append(after)
        return answer

    def take(self, step: Callable[[Session], Any], wanted: Digest, what: str) -> None:
        """One undo or redo, after which the store says what is wanted."""
        self.database.run(step)
        must_be(self.database.run(digest), wanted, what)

    def newest(self, table: Any, **where: Any) -> Any:
        """The id of the record of a table that was made last, of those that say this."""
        asked = sa.select(table.id).filter_by(**where).order_by(table.nr.desc()).limit(1)
        return self.database.run(lambda session: session.scalars(asked).one())
