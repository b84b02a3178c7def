"""The records of consents: what a form hands over and what a list shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.ids import Id


class State(StrEnum):
    """How a consent stands on a day."""

    HOLDS = "geldt"
    TO_COME = "later"
    LAPSED = "verlopen"
    WITHDRAWN = "ingetrokken"


@dataclass(frozen=True)
class ConsentDraft:
    """A consent as noted; `person` is the child that it is about, None for the whole family.

    `lapses_on` is the last day on which it holds.
    """

    family: Id
    purpose: str
    form: str
    given_on: date
    person: Id | None = None
    lapses_on: date | None = None
    given_by: tuple[Id, ...] = ()
    has_assent: bool = False
    note: str | None = None


@dataclass(frozen=True)
class ConsentRow:
    """A consent in the list of a family, with the names of who gave it."""

    id: Id
    family: Id
    person: Id | None
    purpose: str
    form: str
    given_on: date
    lapses_on: date | None
    withdrawn_on: date | None
    given_by: tuple[Id, ...]
    has_assent: bool
    note: str | None
    person_name: str = ""
    giver_names: tuple[str, ...] = ()
    state: State = State.HOLDS


@dataclass(frozen=True)
class ChildFact:
    """What decides whether a child co-decides: a birth date, or a year only."""

    born_on: date | None
    birth_year: int | None
