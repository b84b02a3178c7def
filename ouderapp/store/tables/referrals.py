"""Referrals, letters, rights checks, and the frozen counts of a month."""

from datetime import date
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32, Record, Searchable


class Referral(Record, Searchable, Base):
    __tablename__ = "referral"
    REFERENCES: ClassVar = {
        "family": "family",
        "person": "person",
        "partner": "partner",
        "consent": "consent",
    }
    FOUND_BY = ("reason", "feedback")
    FOUND_ON = "sent_on"
    FOUND_AS = 6

    family: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    direction: Mapped[str] = mapped_column(Code)
    sent_on: Mapped[date]
    partner: Mapped[str | None] = mapped_column(Id32)
    theme: Mapped[str] = mapped_column(Code)
    mode: Mapped[str] = mapped_column(Code)
    status: Mapped[str] = mapped_column(Code)
    answer_by: Mapped[date | None]
    outcome: Mapped[str | None] = mapped_column(Code)
    outcome_on: Mapped[date | None]
    consent: Mapped[str | None] = mapped_column(Id32)
    reason: Mapped[str | None] = mapped_column(sa.String(1000))
    feedback: Mapped[str | None] = mapped_column(sa.String(1000))


class Letter(Record, Searchable, Base):
    """A letter that was printed or saved, or a mail that a pupil sent."""

    __tablename__ = "letter"
    REFERENCES: ClassVar = {
        "family": "family",
        "referral": "referral",
        "session": "group_session",
        "person": "person",
        "partner": "partner",
        "participant": "participant",
    }
    FOUND_BY = ("title", "subject")
    FOUND_ON = "dated_on"
    FOUND_AS = 7

    family: Mapped[str | None] = mapped_column(Id32)
    referral: Mapped[str | None] = mapped_column(Id32)
    session: Mapped[str | None] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    participant: Mapped[str | None] = mapped_column(Id32)
    partner: Mapped[str | None] = mapped_column(Id32)
    dated_on: Mapped[date]
    template: Mapped[str] = mapped_column(Code)
    language: Mapped[str] = mapped_column(sa.String(6))
    reader: Mapped[str] = mapped_column(Code)
    title: Mapped[str | None] = mapped_column(sa.String(120))
    subject: Mapped[str | None] = mapped_column(sa.String(60))
    is_sent: Mapped[bool] = mapped_column(default=True)
    pdf: Mapped[str | None] = mapped_column(sa.String(64))


class RightsCheck(Record, Base):
    """The outcome for one right on one day; the answers that led to it are forgotten."""

    __tablename__ = "rights_check"
    REFERENCES: ClassVar = {"family": "family", "person": "person"}

    family: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    checked_on: Mapped[date]
    ruleset: Mapped[str] = mapped_column(sa.String(80))
    right: Mapped[str] = mapped_column(Code)
    outcome: Mapped[str] = mapped_column(Code)


class Count(Record, Base):
    """One number of one month, frozen when the month is closed (EXCHANGE 10.3)."""

    __tablename__ = "count"

    month: Mapped[str] = mapped_column(sa.String(7), index=True)
    indicator: Mapped[str] = mapped_column(Code)
    dimension: Mapped[str] = mapped_column(Code)
    key: Mapped[str] = mapped_column(sa.String(40))
    value: Mapped[int]
