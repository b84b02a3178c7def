"""Families, persons, homes, schools over time, consents."""

from datetime import date
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ouderapp.store.tables.base import Base, Code, Id32, Record, Searchable, Texts


class Family(Record, Searchable, Base):
    __tablename__ = "family"
    FOUND_BY = ("name", "remark")
    HEARD = ("name",)
    FOUND_AS = 15

    name: Mapped[str | None] = mapped_column(sa.String(120))
    status: Mapped[str] = mapped_column(Code)
    inflow: Mapped[str] = mapped_column(Code)
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    close_reason: Mapped[str | None] = mapped_column(sa.String(80))
    postcode: Mapped[str | None] = mapped_column(sa.String(4))
    contact_language: Mapped[str | None] = mapped_column(sa.String(6))
    letter_language: Mapped[str | None] = mapped_column(sa.String(6))
    letter_level: Mapped[str | None] = mapped_column(Code)
    home_languages: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    interpreter: Mapped[str | None] = mapped_column(Code)
    remark: Mapped[str | None] = mapped_column(sa.String(500))
    is_kept_back: Mapped[bool] = mapped_column(default=False)


class Household(Record, Searchable, Base):
    __tablename__ = "household"
    REFERENCES: ClassVar = {"family": "family"}
    FOUND_BY = ("name", "street", "number", "municipality", "phone")
    FOUND_AS = 10

    family: Mapped[str] = mapped_column(Id32)
    name: Mapped[str | None] = mapped_column(sa.String(80))
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    street: Mapped[str | None] = mapped_column(sa.String(120))
    number: Mapped[str | None] = mapped_column(sa.String(20))
    postcode: Mapped[str | None] = mapped_column(sa.String(4))
    municipality: Mapped[str | None] = mapped_column(sa.String(80))
    phone: Mapped[str | None] = mapped_column(sa.String(40))
    languages: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())


class Person(Record, Searchable, Base):
    __tablename__ = "person"
    FOUND_BY = ("given_name", "family_name", "phone", "email", "smartschool_username")
    HEARD = ("given_name", "family_name", "said_as")
    FOUND_AS = 14

    given_name: Mapped[str | None] = mapped_column(sa.String(80))
    family_name: Mapped[str | None] = mapped_column(sa.String(80))
    said_as: Mapped[str | None] = mapped_column(sa.String(80))
    birth_year: Mapped[int | None]
    born_on: Mapped[date | None]
    language: Mapped[str | None] = mapped_column(sa.String(6))
    home_languages: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    letter_language: Mapped[str | None] = mapped_column(sa.String(6))
    letter_level: Mapped[str | None] = mapped_column(Code)
    interpreter: Mapped[str | None] = mapped_column(sa.String(6))
    interpreter_kind: Mapped[str | None] = mapped_column(Code)
    phone: Mapped[str | None] = mapped_column(sa.String(40))
    email: Mapped[str | None] = mapped_column(sa.String(120))
    smartschool_username: Mapped[str | None] = mapped_column(sa.String(80))
    may_get_letters: Mapped[bool] = mapped_column(default=True)
    may_be_told: Mapped[bool] = mapped_column(default=True)
    has_no_contact: Mapped[bool] = mapped_column(default=False)


class Member(Record, Base):
    """A person in a family; a child with two homes may be a member of two families."""

    __tablename__ = "member"
    REFERENCES: ClassVar = {"family": "family", "person": "person"}
    INDEXES = (("family", "role"),)

    family: Mapped[str] = mapped_column(Id32)
    person: Mapped[str] = mapped_column(Id32)
    role: Mapped[str] = mapped_column(Code)
    has_authority: Mapped[bool | None]
    lives_here: Mapped[bool] = mapped_column(default=True)


class Relation(Record, Base):
    """How `from_person` stands to `to_person`; shown both ways."""

    __tablename__ = "relation"
    REFERENCES: ClassVar = {"from_person": "person", "to_person": "person"}

    from_person: Mapped[str] = mapped_column(Id32)
    to_person: Mapped[str] = mapped_column(Id32)
    kind: Mapped[str] = mapped_column(Code)


class Residence(Record, Base):
    __tablename__ = "residence"
    REFERENCES: ClassVar = {"person": "person", "household": "household"}

    person: Mapped[str] = mapped_column(Id32)
    household: Mapped[str] = mapped_column(Id32)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    pattern: Mapped[str | None] = mapped_column(Code)


class CoAccount(Record, Base):
    """The Smartschool co-account of a parent beside a pupil's main account (slot 1 to 6)."""

    __tablename__ = "co_account"
    REFERENCES: ClassVar = {"person": "person", "pupil": "person"}

    person: Mapped[str] = mapped_column(Id32)
    pupil: Mapped[str] = mapped_column(Id32)
    slot: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(40))


class Schooling(Record, Base):
    __tablename__ = "schooling"
    REFERENCES: ClassVar = {"person": "person", "school": "school"}
    INDEXES = (("person", "school_year"),)

    person: Mapped[str] = mapped_column(Id32)
    school: Mapped[str | None] = mapped_column(Id32)
    school_year: Mapped[int]
    year_stream: Mapped[str | None] = mapped_column(sa.String(8))
    class_name: Mapped[str | None] = mapped_column(sa.String(40))
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    is_ex_okan: Mapped[bool] = mapped_column(default=False)


class Consent(Record, Base):
    __tablename__ = "consent"
    REFERENCES: ClassVar = {"family": "family", "person": "person"}

    family: Mapped[str] = mapped_column(Id32)
    person: Mapped[str | None] = mapped_column(Id32)
    purpose: Mapped[str] = mapped_column(Code)
    form: Mapped[str] = mapped_column(Code)
    given_on: Mapped[date]
    lapses_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    given_by: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    has_assent: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None] = mapped_column(sa.String(500))
