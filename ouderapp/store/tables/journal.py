"""What changed, drafts of what is being typed, and the few settings."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32


class Action(Base):
    """One act of a person: the unit of undo. `target` is the action that it undoes or redoes."""

    __tablename__ = "action"
    __table_args__ = ({"sqlite_strict": True},)

    number: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
    at: Mapped[datetime]
    author: Mapped[str] = mapped_column(Id32)
    name: Mapped[str] = mapped_column(sa.String(120))
    kind: Mapped[str] = mapped_column(Code)
    target: Mapped[int | None] = mapped_column(sa.ForeignKey("action.number"))


class Journal(Base):
    """One row for every change of a record: history, undo, bundle deltas, tombstones, the bin."""

    __tablename__ = "journal"
    __table_args__ = (
        sa.Index("ix_journal_record", "tbl", "id", "lsn"),
        sa.Index(
            "ix_journal_deleted",
            "at",
            sqlite_where=sa.text("op = 'delete'"),
            postgresql_where=sa.text("op = 'delete'"),
        ),
        {"sqlite_strict": True},
    )

    lsn: Mapped[int] = mapped_column(sa.Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    author: Mapped[str] = mapped_column(Id32)
    action: Mapped[int] = mapped_column(sa.ForeignKey("action.number"), index=True)
    tbl: Mapped[str] = mapped_column(Code)
    id: Mapped[str] = mapped_column(Id32)
    op: Mapped[str] = mapped_column(Code)
    ver: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))


class Draft(Base):
    """Half-typed text, kept apart from the record until it is valid."""

    __tablename__ = "draft"
    __table_args__ = ({"sqlite_strict": True},)

    name: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    at: Mapped[datetime]


class Setting(Base):
    __tablename__ = "setting"
    __table_args__ = ({"sqlite_strict": True},)

    name: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    value: Mapped[Any] = mapped_column(sa.JSON)
