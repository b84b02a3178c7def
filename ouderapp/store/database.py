"""The one door to the store: open it, run work in one transaction at a time, close it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session, configure_mappers
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store import connection as opening
from ouderapp.store import only_family, renewal
from ouderapp.store.journal import Kind, Pen, WritingSession
from ouderapp.store.migrate import bring_up_to_date
from ouderapp.store.settings import setting
from ouderapp.store.surroundings import surroundings

P = ParamSpec("P")
T = TypeVar("T")


def make_engine(path: Path, key: bytes) -> sa.Engine:
    """An engine on the one exclusive connection; bound values never reach a message."""
    connection = opening.connect(path, key)
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(conn: sa.Connection) -> None:
        raw = conn.connection.dbapi_connection
        assert raw is not None
        raw.execute("BEGIN IMMEDIATE")

    # A pool that was never asked does not know its connection, and would not close it.
    engine.pool.connect().close()
    return engine


def get_ready() -> None:
    """Tie the tables together now: else the first question to a store that opens waits for it."""
    configure_mappers()


class Database:
    """An open store. It belongs to the thread that opened it."""

    def __init__(self, engine: sa.Engine, paths: Paths, keys: Keys) -> None:
        self._engine = engine
        self.paths = paths
        self.keys = keys
        self.written: frozenset[str] = frozenset()
        self.gathered: frozenset[str] = frozenset()
        """What all transactions wrote since somebody emptied this."""
        self.author = ""
        self._lying: int | None = None
        self.only = ""
        """The one family that is shown in look-along mode."""

    @classmethod
    def open(cls, paths: Paths, keys: Keys) -> "Database":
        """Open the store of a vault, made new when there is none, brought up to this version.

        Raises StoreForeign, StoreDamaged, StoreNewer, StoreInUse, DiskFull and their kin.
        """
        opening.check_library()
        opening.check_file(paths.store)
        engine = make_engine(paths.store, keys.db)
        database = cls(engine, paths, keys)
        try:
            with surroundings():
                bring_up_to_date(engine, paths.store)
            database.author = str(database.run(setting, "author", ""))
        except BaseException:
            database.close()
            raise
        return database

    def run(
        self,
        work: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do this work in one transaction and give its answer; all of it is kept, or nothing.

        `session.info` holds `paths` and `keys` for work that needs blobs or the outbox. A failure
        of the surroundings is raised as a StoreProblem; every other failure stays what it is.
        """
        name: str = getattr(work, "action_name", "")
        kind: Kind = getattr(work, "action_kind", "do")
        with self.transaction(name, kind) as session:
            return work(session, *args, **kwargs)

    @contextmanager
    def transaction(self, name: str = "", kind: Kind = "do") -> Iterator[Session]:
        """One transaction as one named act; `written` afterwards says which tables changed."""
        pen = Pen(author=self.author, name=name, kind=kind)
        info = {"pen": pen, "paths": self.paths, "keys": self.keys, "only": self.only}
        self.written = frozenset()
        session = WritingSession(self._engine, expire_on_commit=False, info=info)
        with surroundings(), session, session.begin():
            yield session
        self.written = frozenset(pen.written)
        self.gathered |= self.written

    def checkpoint(self) -> None:
        """Move everything from the write-ahead log into the file."""
        self._tell("wal_checkpoint(TRUNCATE)")

    @contextmanager
    def roomy(self) -> Iterator[None]:
        """A block of work with more memory for pages, given back at its end."""
        self._tell(f"cache_size = -{opening.ROOMY_CACHE_KIB}")
        try:
            yield
        finally:
            self._tell(f"cache_size = -{opening.PAGE_CACHE_KIB}")
            self._tell("shrink_memory")

    def show_only(self, family: str) -> None:
        """Look-along mode: nothing but this family is there, until `show_all` (X05)."""
        with surroundings():
            only_family.begin(self._engine, family)
        self.only = family

    def show_all(self) -> None:
        """The end of look-along mode."""
        with surroundings():
            only_family.end(self._engine)
        self.only = ""

    def renew_key(self, fresh: Keys, report: renewal.Report = lambda at, of: None) -> None:
        """Bring the store and the files beside it under these keys; it is open again after.

        Raises a StoreProblem; `keys` then says which keys hold. See `renewal.bring_under`.
        """
        before = self.keys
        self.close()
        try:
            renewal.bring_under(self.paths, before, fresh, report)
        finally:
            self.keys = renewal.standing(self.paths, fresh, before)
            self._engine = make_engine(self.paths.store, self.keys.db)

    def _tell(self, pragma: str) -> None:
        with surroundings(), self._engine.connect() as conn:
            raw = conn.connection.dbapi_connection
            assert raw is not None
            raw.execute(f"PRAGMA {pragma}")

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The connection itself, for what no session can ask."""
        with surroundings(), self._engine.connect() as conn:
            yield conn.connection.dbapi_connection

    def as_it_lies(self) -> int:
        """The file to read as it lies on the disk: a descriptor that stays open with the store.

        Closing any descriptor of the file would give up SQLite's lock on it, so that it is opened
        once and closed after the store (sqlite.org/howtocorrupt.html, 2.2).
        """
        if self._lying is None:
            self._lying = os.open(self.paths.store, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        return self._lying

    def close(self) -> None:
        """Close the file; the object cannot be used again."""
        self._engine.dispose()
        if self._lying is not None:
            os.close(self._lying)
            self._lying = None
