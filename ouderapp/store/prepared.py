"""Statements that are compiled once and asked over and over, as when a file opens."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

Convert = Callable[[Any], Any]


def columns_for(record_class: Any, table: Any, *left_out: str) -> list[Any]:
    """The columns of a table that a record has by the same name."""
    names = [one.name for one in fields(record_class) if one.name not in left_out]
    return [getattr(table, name) for name in names if name in table.__table__.columns]


class Prepared:
    """A statement whose values have names (`sa.bindparam("family")`).

    Building and compiling a statement takes longer than finding the few rows of one family; a
    prepared one is asked ten times as quickly. Columns with the same name need a label.
    """

    def __init__(self, statement: sa.Select[*tuple[Any, ...]]) -> None:
        self._statement = statement
        self._sql = ""
        self._values: list[tuple[str, Any, Convert | None]] = []
        self._columns: list[tuple[str, Convert | None]] = []

    def __call__(self, session: Session, **values: Any) -> list[dict[str, Any]]:
        """The rows, each as {name of the column: value}; what waits in the session goes first."""
        rows = self.rows(session, **values)
        names = [name for name, _convert in self._columns]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def rows(self, session: Session, **values: Any) -> list[list[Any]]:
        """The rows, each as the values of its columns in their order."""
        cursor = session.connection().connection.cursor()
        found = list(map(list, cursor.execute(*self.asked(session, **values)).fetchall()))
        for at, (_name, convert) in enumerate(self._columns):
            if convert:
                for row in found:
                    row[at] = convert(row[at])
        return found

    def asked(self, session: Session, **values: Any) -> tuple[str, list[Any]]:
        """The SQL with its values, for the database; what waits in the session goes first."""
        session.flush()
        if not self._sql:
            self._compile(session.connection().dialect)
        given = ((values.get(name, fixed), convert) for name, fixed, convert in self._values)
        return self._sql, [convert(value) if convert else value for value, convert in given]

    def _compile(self, dialect: sa.Dialect) -> None:
        compiled: Any = self._statement.compile(dialect=dialect)
        fixed = compiled.params
        for name in compiled.positiontup:
            type_ = compiled.binds[name].type
            convert = type_.dialect_impl(dialect).bind_processor(dialect)
            self._values.append((name, fixed[name], convert))
        for column in self._statement.selected_columns:
            convert = column.type.dialect_impl(dialect).result_processor(dialect, None)
            self._columns.append((str(column.key), convert))
        names = [name for name, _convert in self._columns]
        if len(set(names)) < len(names):
            raise AttributeError(", ".join(names))
        self._sql = str(compiled)
