"""The records of the agenda: an appointment as typed, as shown, and a group session of a day."""

from dataclasses import dataclass
from datetime import date, time

from ouderapp.base.ids import Id


@dataclass(frozen=True)
class AppointmentDraft:
    """One appointment as typed; `kind` is a kind of contact."""

    planned_on: date
    kind: str
    family: Id | None = None
    starts: time | None = None
    minutes: int | None = None
    persons: tuple[Id, ...] = ()
    place: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class AppointmentRow:
    """One appointment as lists show it; `interpreter` says which one the family needs."""

    id: Id
    family: Id | None
    family_name: str | None
    interpreter: str | None
    contact_language: str | None
    planned_on: date
    starts: time | None
    minutes: int | None
    kind: str
    persons: tuple[Id, ...]
    place: str | None
    words: str | None
    is_done: bool


@dataclass(frozen=True)
class SessionRow:
    """A session of a group on a day; `last_time` is how many came to the session before."""

    id: Id
    series: Id
    title: str | None
    kind: str
    school_name: str | None
    place: str | None
    starts: time | None
    ends: time | None
    state: str
    last_time: int | None = None
