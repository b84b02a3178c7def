"""The records of persons, homes and schools that screens show."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.ids import Id


@dataclass(frozen=True)
class MemberRow:
    """Somebody of a family with what is known; age and class as they are on the day asked.

    `is_exact` False: the age comes from the year of birth alone. `stream_is_confirmed` False:
    year and stream are read from the class name.
    """

    id: Id
    member: Id
    role: str
    has_authority: bool | None
    lives_here: bool
    name: str
    given_name: str | None
    family_name: str | None
    said_as: str | None
    birth_year: int | None
    born_on: date | None
    language: str | None
    home_languages: tuple[str, ...]
    letter_language: str | None
    letter_level: str | None
    interpreter: str | None
    interpreter_kind: str | None
    phone: str | None
    email: str | None
    smartschool_username: str | None
    may_get_letters: bool
    may_be_told: bool
    has_no_contact: bool
    is_child: bool
    age: int | None = None
    is_exact: bool = True
    school: Id | None = None
    school_name: str | None = None
    class_name: str | None = None
    stream: str | None = None
    stream_is_confirmed: bool = False
    other_families: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelationRow:
    """How one person stands to another; `id` is None when only their roles say so."""

    person: Id
    name: str
    kind: str
    to_person: Id
    to_name: str
    id: Id | None = None


@dataclass(frozen=True)
class Resident:
    """Somebody in a home: from when to when (both included), in which weeks."""

    id: Id
    person: Id
    name: str
    from_on: date
    until_on: date | None
    pattern: str | None


@dataclass(frozen=True)
class HomeRow:
    """A home of a family with who lives there; `is_now` on the day asked."""

    id: Id
    family: Id
    name: str | None
    from_on: date
    until_on: date | None
    street: str | None
    number: str | None
    postcode: str | None
    municipality: str | None
    phone: str | None
    languages: tuple[str, ...]
    is_now: bool
    residents: tuple[Resident, ...] = ()


@dataclass(frozen=True)
class StayRow:
    """A home in which somebody is: `is_there` None when its weeks do not say so for that day."""

    id: Id
    home: Id
    family: Id
    family_name: str | None
    home_name: str | None
    street: str | None
    number: str | None
    municipality: str | None
    from_on: date
    until_on: date | None
    pattern: str | None
    is_there: bool | None


@dataclass(frozen=True)
class SchoolingRow:
    """A child at a school in a school year; without days: the whole year."""

    id: Id
    person: Id
    school: Id | None
    school_name: str | None
    school_year: int
    year_stream: str | None
    class_name: str | None
    from_on: date | None
    until_on: date | None
    is_ex_okan: bool
    stream: str | None = None


@dataclass(frozen=True)
class PupilRow:
    """A child at a school on a day; `is_confirmed`: somebody confirmed year and stream."""

    person: Id
    name: str
    class_name: str | None
    stream: str | None
    is_confirmed: bool
    family: Id | None
    family_name: str | None


@dataclass(frozen=True)
class CoAccountRow:
    """Which co-account of which pupil a parent has."""

    id: Id
    person: Id
    name: str
    pupil: Id
    pupil_name: str
    slot: int
    kind: str
