"""Groups: the homework class, football, information evenings, and who came."""

from datetime import date, time
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32, Record, Searchable, Texts


class GroupSeries(Record, Base):
    __tablename__ = "group_series"
    REFERENCES: ClassVar = {"school": "school", "partner": "partner"}

    kind: Mapped[str] = mapped_column(Code)
    title: Mapped[str | None] = mapped_column(sa.String(120))
    school: Mapped[str | None] = mapped_column(Id32)
    partner: Mapped[str | None] = mapped_column(Id32)
    weekday: Mapped[int]
    starts: Mapped[time]
    ends: Mapped[time]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    place: Mapped[str | None] = mapped_column(sa.String(120))
    note: Mapped[str | None] = mapped_column(sa.String(500))


class GroupPhase(Record, Base):
    """From when to when a group was open to whom."""

    __tablename__ = "group_phase"
    REFERENCES: ClassVar = {"series": "group_series"}

    series: Mapped[str] = mapped_column(Id32)
    kind: Mapped[str] = mapped_column(Code)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    name: Mapped[str | None] = mapped_column(sa.String(120))
    reason: Mapped[str | None] = mapped_column(sa.String(500))


class GroupSession(Record, Base):
    __tablename__ = "group_session"
    REFERENCES: ClassVar = {"series": "group_series", "phase": "group_phase"}

    series: Mapped[str] = mapped_column(Id32)
    phase: Mapped[str | None] = mapped_column(Id32)
    held_on: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    state: Mapped[str] = mapped_column(Code)
    reason: Mapped[str | None] = mapped_column(Code)
    heads: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(sa.String(500))


class Participant(Record, Searchable, Base):
    """Somebody who takes part without a file: a first name and a class, no more."""

    __tablename__ = "participant"
    REFERENCES: ClassVar = {"school": "school"}
    FOUND_BY = ("given_name", "class_name")
    HEARD = ("given_name",)
    FOUND_AS = 11

    given_name: Mapped[str | None] = mapped_column(sa.String(80))
    class_name: Mapped[str | None] = mapped_column(sa.String(40))
    school: Mapped[str | None] = mapped_column(Id32)
    school_year: Mapped[int | None]
    year_stream: Mapped[str | None] = mapped_column(sa.String(8))


class Recommendation(Record, Base):
    __tablename__ = "recommendation"
    REFERENCES: ClassVar = {
        "series": "group_series",
        "person": "person",
        "participant": "participant",
        "partner": "partner",
    }

    series: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    participant: Mapped[str | None] = mapped_column(Id32)
    partner: Mapped[str | None] = mapped_column(Id32)
    recommended_on: Mapped[date]
    invited_on: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(Code)
    is_parent_informed: Mapped[bool | None]


class Participation(Record, Base):
    """Somebody came or let know beforehand; who is not marked has no row."""

    __tablename__ = "participation"
    REFERENCES: ClassVar = {
        "session": "group_session",
        "person": "person",
        "participant": "participant",
    }

    session: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    participant: Mapped[str | None] = mapped_column(Id32)
    mark: Mapped[str] = mapped_column(Code)
    role: Mapped[str | None] = mapped_column(Code)
    is_with_parent: Mapped[bool] = mapped_column(default=False)
    is_late: Mapped[bool] = mapped_column(default=False)
    has_left_early: Mapped[bool] = mapped_column(default=False)
    arrived: Mapped[time | None]
    left: Mapped[time | None]
    note: Mapped[str | None] = mapped_column(sa.String(500))


class ParentAttendance(Record, Base):
    """One parent in the room at one session; `person` is empty for a parent without a file."""

    __tablename__ = "parent_attendance"
    REFERENCES: ClassVar = {
        "session": "group_session",
        "person": "person",
        "participation": "participation",
    }

    session: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    participation: Mapped[str | None] = mapped_column(Id32)
    role: Mapped[str] = mapped_column(Code)


class HomeworkQuestion(Record, Base):
    """One question in the class and the steps of the stappenplan that were taken."""

    __tablename__ = "homework_question"
    REFERENCES: ClassVar = {"participation": "participation"}

    participation: Mapped[str] = mapped_column(Id32)
    subject: Mapped[str | None] = mapped_column(sa.String(60))
    steps: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    source: Mapped[str | None] = mapped_column(Code)
    is_solved: Mapped[bool] = mapped_column(default=False)


class PeerLink(Record, Base):
    """Who brought whom into what."""

    __tablename__ = "peer_link"
    REFERENCES: ClassVar = {
        "from_person": "person",
        "from_participant": "participant",
        "to_person": "person",
        "to_participant": "participant",
        "session": "group_session",
    }

    from_person: Mapped[str | None] = mapped_column(Id32)
    from_participant: Mapped[str | None] = mapped_column(Id32)
    to_person: Mapped[str | None] = mapped_column(Id32)
    to_participant: Mapped[str | None] = mapped_column(Id32)
    into: Mapped[str] = mapped_column(Code)
    since_on: Mapped[date]
    session: Mapped[str | None] = mapped_column(Id32)


class Invitation(Record, Base):
    """A message prepared here and sent by hand elsewhere; no recipients by name."""

    __tablename__ = "invitation"
    REFERENCES: ClassVar = {"series": "group_series"}

    series: Mapped[str | None] = mapped_column(Id32)
    channel: Mapped[str] = mapped_column(Code)
    prepared_on: Mapped[date]
    sent_on: Mapped[date | None]
    invited: Mapped[int | None]
    replied: Mapped[int | None]
    to_pupils: Mapped[bool] = mapped_column(default=True)
    to_parents: Mapped[bool] = mapped_column(default=False)
    classes: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    title: Mapped[str | None] = mapped_column(sa.String(120))
    body: Mapped[str | None] = mapped_column(sa.Text)


class Evaluation(Record, Base):
    """What was found and decided after some sessions."""

    __tablename__ = "evaluation"
    REFERENCES: ClassVar = {"series": "group_series"}

    series: Mapped[str | None] = mapped_column(Id32)
    held_on: Mapped[date]
    partners: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    sessions: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    finding: Mapped[str | None] = mapped_column(sa.String(500))
    decision: Mapped[str | None] = mapped_column(sa.String(500))
