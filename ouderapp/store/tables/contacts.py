"""Contacts, help requests, promises, appointments, capital, private notes."""

from datetime import date, time
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32, Record, Searchable, Texts


class HelpRequest(Record, Searchable, Base):
    __tablename__ = "help_request"
    REFERENCES: ClassVar = {"family": "family", "person": "person"}
    FOUND_BY = ("words",)
    FOUND_ON = "raised_on"
    FOUND_AS = 5

    family: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    raised_on: Mapped[date]
    closed_on: Mapped[date | None]
    themes: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    status: Mapped[str] = mapped_column(Code)
    outcome: Mapped[str | None] = mapped_column(Code)
    words: Mapped[str | None] = mapped_column(sa.String(500))


class Contact(Record, Searchable, Base):
    """One talk, visit or call; one row for the whole family, `persons` says who took part."""

    __tablename__ = "contact"
    REFERENCES: ClassVar = {"family": "family", "session": "group_session"}
    # The list of families reads the last day of each family from the first index alone, and the
    # contacts of a person are looked up in the last one.
    INDEXES = (("family", "held_on"), ("held_on", "starts"), ("persons",))
    FOUND_BY = ("summary", "place")
    FOUND_ON = "held_on"
    FOUND_AS = 3

    family: Mapped[str | None] = mapped_column(Id32)
    session: Mapped[str | None] = mapped_column(Id32)
    held_on: Mapped[date]
    starts: Mapped[time | None]
    minutes: Mapped[int | None]
    kind: Mapped[str] = mapped_column(Code)
    initiative: Mapped[str] = mapped_column(Code)
    is_planned: Mapped[bool | None]
    themes: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    language: Mapped[str | None] = mapped_column(sa.String(6))
    has_interpreter: Mapped[bool] = mapped_column(default=False)
    persons: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    partners: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    capitals: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    place: Mapped[str | None] = mapped_column(sa.String(120))
    summary: Mapped[str | None] = mapped_column(sa.String(500))
    circle: Mapped[str] = mapped_column(Code, default="dossier")


class FollowUp(Record, Searchable, Base):
    """Something promised, by the worker or by the other side, to do by a day."""

    __tablename__ = "follow_up"
    REFERENCES: ClassVar = {"family": "family", "contact": "contact"}
    INDEXES = (("family", "done_on", "due_on"),)
    FOUND_BY = ("words",)
    FOUND_ON = "noted_on"
    FOUND_AS = 4

    family: Mapped[str | None] = mapped_column(Id32)
    contact: Mapped[str | None] = mapped_column(Id32)
    noted_on: Mapped[date]
    by: Mapped[str] = mapped_column(Code)
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    words: Mapped[str | None] = mapped_column(sa.String(500))


class Appointment(Record, Base):
    """Something that is going to happen; it stays on this laptop."""

    __tablename__ = "appointment"
    REFERENCES: ClassVar = {"family": "family"}

    family: Mapped[str | None] = mapped_column(Id32)
    planned_on: Mapped[date]
    starts: Mapped[time | None]
    minutes: Mapped[int | None]
    kind: Mapped[str] = mapped_column(Code)
    persons: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    place: Mapped[str | None] = mapped_column(sa.String(120))
    words: Mapped[str | None] = mapped_column(sa.String(500))
    is_done: Mapped[bool] = mapped_column(default=False)


class CapitalObservation(Record, Base):
    """A tendency of one of the five capitals; a step 0 to 4 only when made with the family."""

    __tablename__ = "capital_observation"
    REFERENCES: ClassVar = {"family": "family", "evidence": "contact"}

    family: Mapped[str] = mapped_column(Id32)
    observed_on: Mapped[date]
    capital: Mapped[str] = mapped_column(Code)
    by: Mapped[str] = mapped_column(Code)
    evidence: Mapped[str | None] = mapped_column(Id32)
    tendency: Mapped[str | None] = mapped_column(Code)
    step: Mapped[int | None]
    own_words: Mapped[str | None] = mapped_column(sa.String(500))
    note: Mapped[str | None] = mapped_column(sa.String(500))


class PrivateNote(Record, Base):
    """The worker's own note: it never leaves, never prints, and lapses by itself."""

    __tablename__ = "private_note"
    REFERENCES: ClassVar = {"family": "family"}

    family: Mapped[str | None] = mapped_column(Id32)
    noted_on: Mapped[date]
    lapses_on: Mapped[date]
    words: Mapped[str] = mapped_column(sa.Text)
