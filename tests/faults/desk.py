"""A worker and an office at work on two vaults, and the person who is told what was kept."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.store.database import Database
from ouderapp.store.journal import Kind
from ouderapp.store.renewal import settled
from tests.faults.holding import held
from tests.sealing.cheap import CHEAP

P = ParamSpec("P")
T = TypeVar("T")
Mend = Callable[[], None]


class Watched(Database):
    """A store that tells after each transaction what it holds now."""

    desk: "Desk | None" = None

    @contextmanager
    def transaction(self, name: str = "", kind: Kind = "do") -> Iterator[Session]:
        with super().transaction(name, kind) as session:
            yield session
        if self.desk is not None:
            self.desk.tell_state(self)


class Desk:
    """Where the work is done: `told` goes over a channel that lies outside of the vaults.

    `mend` repairs the disk after a refusal: what was refused is then done again, and must work.
    """

    def __init__(self, folder: Path, channel: int, mend: Mend | None = None) -> None:
        self.folder, self.channel, self.mend = folder, channel, mend
        self.phrases: dict[str, str] = {}
        self.words: dict[str, tuple[str, ...]] = {}
        self.notes: dict[str, Any] = {}
        self.refused: list[str] = []

    def paths(self, side: str = "worker") -> Paths:
        return Paths(self.folder / side)

    def tell(self, what: str, side: str, which: str) -> None:
        """One line to the person: this is kept now, or (`coming`) is about to be kept."""
        os.write(self.channel, f"{what} {side} {which}\n".encode())

    def tell_state(self, database: Database) -> None:
        with database._engine.connect() as conn:
            found = held(conn.connection.dbapi_connection)
        last = found.journal[-1] if found.journal else ""
        self.tell("state", database.paths.vault.name, f"{found.digest} {len(found.journal)} {last}")

    def do(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it; after a refusal in words make room and do the same again, if anybody can."""
        try:
            return act(*args, **kwargs)
        except Problem as problem:
            self.refused.append(type(problem).__name__)
            if self.mend is None:
                raise
            self.mend()
            return act(*args, **kwargs)

    @contextmanager
    def store(self, side: str = "worker") -> Iterator[Watched]:
        """The store of one side, open with the passphrase, told and closed."""
        database = self.do(self._open, side)
        try:
            yield database
        finally:
            database.close()

    def _open(self, side: str) -> Watched:
        paths = self.paths(side)
        opened = keyfile.open_with_passphrase(paths, self.phrases[side], cheap=CHEAP)
        keys = settled(paths, opened)
        database = Watched.open(paths, keys)
        assert isinstance(database, Watched)
        database.desk = self
        self.tell_state(database)
        return database
