"""The social map: schools with their days off, organisations, the people there."""

from datetime import date
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32, Record, Searchable, Texts


class School(Record, Searchable, Base):
    __tablename__ = "school"
    FOUND_BY = ("name", "municipality", "platform", "phone")
    FOUND_AS = 12

    name: Mapped[str | None] = mapped_column(sa.String(120))
    community: Mapped[str] = mapped_column(Code)
    school_level: Mapped[str] = mapped_column(Code)
    grades: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    platform: Mapped[str | None] = mapped_column(sa.String(120))
    second_semester_on: Mapped[date | None]
    street: Mapped[str | None] = mapped_column(sa.String(120))
    number: Mapped[str | None] = mapped_column(sa.String(20))
    postcode: Mapped[str | None] = mapped_column(sa.String(4))
    municipality: Mapped[str | None] = mapped_column(sa.String(80))
    phone: Mapped[str | None] = mapped_column(sa.String(40))
    checked_on: Mapped[date | None]
    is_active: Mapped[bool] = mapped_column(default=True)


class DayOff(Record, Base):
    """A day without class that one school chose itself."""

    __tablename__ = "day_off"
    REFERENCES: ClassVar = {"school": "school"}

    school: Mapped[str] = mapped_column(Id32)
    day: Mapped[date]
    reason: Mapped[str] = mapped_column(Code)


class Partner(Record, Searchable, Base):
    __tablename__ = "partner"
    FOUND_BY = (
        *("name", "municipality", "offer", "tips", "opening_hours", "cost", "registration"),
        *("phone", "email"),
    )
    FOUND_AS = 13

    name: Mapped[str | None] = mapped_column(sa.String(120))
    kind: Mapped[str] = mapped_column(Code)
    offer: Mapped[str | None] = mapped_column(sa.String(500))
    opening_hours: Mapped[str | None] = mapped_column(sa.String(200))
    cost: Mapped[str | None] = mapped_column(sa.String(200))
    registration: Mapped[str | None] = mapped_column(sa.String(200))
    languages: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    street: Mapped[str | None] = mapped_column(sa.String(120))
    number: Mapped[str | None] = mapped_column(sa.String(20))
    postcode: Mapped[str | None] = mapped_column(sa.String(4))
    municipality: Mapped[str | None] = mapped_column(sa.String(80))
    phone: Mapped[str | None] = mapped_column(sa.String(40))
    email: Mapped[str | None] = mapped_column(sa.String(120))
    tips: Mapped[str | None] = mapped_column(sa.String(500))
    checked_on: Mapped[date | None]
    is_active: Mapped[bool] = mapped_column(default=True)


class DirectoryPerson(Record, Searchable, Base):
    """Somebody who works at a school or an organisation."""

    __tablename__ = "directory_person"
    FOUND_BY = ("name", "function", "phone", "email")
    HEARD = ("name",)
    FOUND_AS = 9
    REFERENCES: ClassVar = {"school": "school", "partner": "partner"}

    school: Mapped[str | None] = mapped_column(Id32)
    partner: Mapped[str | None] = mapped_column(Id32)
    name: Mapped[str] = mapped_column(sa.String(120))
    function: Mapped[str | None] = mapped_column(sa.String(120))
    phone: Mapped[str | None] = mapped_column(sa.String(40))
    email: Mapped[str | None] = mapped_column(sa.String(120))
