"""What all record tables share: identity, version, where a record came from, column types."""

import json
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from ouderapp.base.folding import fold
from ouderapp.base.phones import phones_in
from ouderapp.base.sounds import sounds_in

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The one metadata of the store."""

    metadata = sa.MetaData(naming_convention=NAMING)


def _as_text(type_: object, compiler: object, **kw: object) -> str:
    return "TEXT"


def _as_integer(type_: object, compiler: object, **kw: object) -> str:
    return "INTEGER"


# STRICT tables of SQLite know only INTEGER, REAL, TEXT, BLOB and ANY.
for _type in (sa.String, sa.Text, sa.Date, sa.DateTime, sa.Time, sa.JSON):
    compiles(_type, "sqlite")(_as_text)
for _whole in (sa.Boolean, sa.BigInteger):
    compiles(_whole, "sqlite")(_as_integer)


class Texts(TypeDecorator[tuple[str, ...]]):
    """A list of codes, languages, ids or words, kept sorted and each once."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: sa.Dialect) -> Any:
        return sorted(set(value or ()))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> tuple[str, ...]:
        return tuple(value or ())

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Any:
        """Long lists hold the same few codes over and over: each is read from JSON once."""
        if dialect.name == "sqlite":
            return _texts_in
        return super().result_processor(dialect, coltype)


@lru_cache(maxsize=4096)
def _texts_in(written: str | None) -> tuple[str, ...]:
    return tuple(json.loads(written or "[]") or ())


Code = sa.String(40)
Id32 = sa.String(32)


def reference(column: str, table: str) -> sa.ForeignKeyConstraint:
    """`column` holds the id of a row of `table` of the same worker."""
    return sa.ForeignKeyConstraint(["worker", column], [f"{table}.worker", f"{table}.id"])


class Record:
    """A row that has an identity, a version and a place in the journal.

    `worker` is empty in the worker's own store. In the office store it says whose record this is;
    `level`, `row_hash`, `held` and `epoch_id` say how it arrived (EXCHANGE 12, 14, 24.1).
    """

    REFERENCES: ClassVar[dict[str, str]] = {}
    INDEXES: ClassVar[tuple[tuple[str, ...], ...]] = ()

    nr: Mapped[int] = mapped_column(sa.Integer, primary_key=True, sort_order=-9)
    id: Mapped[str] = mapped_column(Id32, sort_order=-8)
    worker: Mapped[str] = mapped_column(Id32, default="", server_default="", sort_order=-7)
    ver: Mapped[int] = mapped_column(sa.Integer, default=0, sort_order=90)
    lsn: Mapped[int] = mapped_column(sa.BigInteger, default=0, sort_order=91)
    level: Mapped[str] = mapped_column(Code, default="", server_default="", sort_order=92)
    row_hash: Mapped[str] = mapped_column(
        sa.String(64), default="", server_default="", sort_order=93
    )
    held: Mapped[str] = mapped_column(Code, default="", server_default="", sort_order=94)
    epoch_id: Mapped[str] = mapped_column(Id32, default="", server_default="", sort_order=95)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 SQLAlchemy hands over the class
        own = [reference(column, table) for column, table in cls.REFERENCES.items()]
        begun = {columns[0] for columns in cls.INDEXES}
        indexed: list[tuple[str, ...]] = [(c,) for c in cls.REFERENCES if c not in begun]
        indexed += cls.INDEXES
        indexes = [sa.Index(None, *_with_worker(cls.REFERENCES, columns)) for columns in indexed]
        return (*own, *indexes, sa.UniqueConstraint("worker", "id"), {"sqlite_strict": True})


def _with_worker(references: Collection[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of an index; whoever joins on a reference also asks for `worker`."""
    first, *rest = columns
    return (first, "worker", *rest) if first in references else columns


ORIGIN = ("nr", "worker", "ver", "lsn", "level", "row_hash", "held", "epoch_id")


class Searchable:
    """A record whose words can be found; `folded` is what the search index reads.

    Names in `HEARD` can be found by their sound too, and a `phone` by its bare digits.
    """

    FOUND_BY: ClassVar[tuple[str, ...]] = ()
    HEARD: ClassVar[tuple[str, ...]] = ()
    FOUND_ON: ClassVar[str] = ""
    FOUND_AS: ClassVar[int] = 0

    folded: Mapped[str] = mapped_column(sa.Text, default="", server_default="", sort_order=96)

    def refold(self) -> None:
        """Fill `folded` anew from the columns in which a person searches."""
        self.folded = self.folded_from(lambda name: getattr(self, name))

    @classmethod
    def folded_from(cls, value_of: Callable[[str], Any]) -> str:
        """What the search index reads of a row; `value_of` gives a column's value by name."""
        words = [fold(str(value_of(name) or "")) for name in cls.FOUND_BY]
        words += [sounds_in(value_of(name)) for name in cls.HEARD]
        if "phone" in cls.FOUND_BY:
            words.append(phones_in(value_of("phone")))
        return " ".join(filter(None, words))


def _records() -> dict[str, type[Any]]:
    return {
        str(mapper.local_table.description): mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Record)
    }


class _Records(dict[str, type[Any]]):
    """Table name to class for every record table, filled at first use."""

    def __missing__(self, name: str) -> type[Any]:
        self.update(_records())
        if name not in self.keys():
            raise KeyError(name)
        return dict.__getitem__(self, name)

    def all(self) -> dict[str, type[Any]]:
        """Every record table by name."""
        self.update(_records())
        return dict(self)


RECORDS = _Records()
