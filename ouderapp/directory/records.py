"""The records of the social map: what a form hands over, what a list and a card show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.ids import Id


class Place(StrEnum):
    """What stands in the list: an organisation or a school."""

    PARTNER = "partner"
    SCHOOL = "school"


@dataclass(frozen=True)
class PartnerDraft:
    """An organisation as typed; `tips` are the worker's own.

    `opening_hours`, `cost` and `registration` (how a family registers) are words, as people say it.
    """

    name: str
    kind: str
    offer: str | None = None
    opening_hours: str | None = None
    cost: str | None = None
    registration: str | None = None
    languages: tuple[str, ...] = ()
    street: str | None = None
    number: str | None = None
    postcode: str | None = None
    municipality: str | None = None
    phone: str | None = None
    email: str | None = None
    tips: str | None = None
    checked_on: date | None = None
    is_active: bool = True


@dataclass(frozen=True)
class SchoolDraft:
    """A school, or one campus of it; `platform` is the address of its Smartschool."""

    name: str
    school_level: str
    community: str = "vlaams"
    grades: tuple[str, ...] = ()
    platform: str | None = None
    second_semester_on: date | None = None
    street: str | None = None
    number: str | None = None
    postcode: str | None = None
    municipality: str | None = None
    phone: str | None = None
    checked_on: date | None = None
    is_active: bool = True


@dataclass(frozen=True)
class PersonThereDraft:
    """Somebody who works at a school or an organisation."""

    name: str
    function: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class DirectoryFilter:
    """Which places a list shows; the empty filter shows all that are still there.

    `words`: each of them begins a word of the name, the offer, the hours, the cost, how to
    register, the tips or a language.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    place: str = ""
    is_stale: bool = False
    with_retired: bool = False


@dataclass(frozen=True)
class DirectoryRow:
    """One line of the social map; `kind` is a kind of organisation or a level of school."""

    place: Place
    id: Id
    name: str | None
    kind: str
    offer: str | None
    opening_hours: str | None
    cost: str | None
    registration: str | None
    languages: tuple[str, ...]
    municipality: str | None
    phone: str | None
    checked_on: date | None
    is_active: bool
    is_stale: bool


@dataclass(frozen=True)
class PersonThere:
    """Somebody at a school or an organisation, as the card shows."""

    id: Id
    name: str
    function: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True)
class DayOffRow:
    """A day without class that a school chose itself."""

    id: Id
    day: date
    reason: str


@dataclass(frozen=True)
class DirectoryCard:
    """All that is known about one place; `uses` is how often it is referred to."""

    place: Place
    id: Id
    name: str | None
    kind: str
    is_active: bool
    is_stale: bool
    street: str | None
    number: str | None
    postcode: str | None
    municipality: str | None
    phone: str | None
    checked_on: date | None
    email: str | None = None
    offer: str | None = None
    opening_hours: str | None = None
    cost: str | None = None
    registration: str | None = None
    tips: str | None = None
    languages: tuple[str, ...] = ()
    community: str = ""
    grades: tuple[str, ...] = ()
    platform: str | None = None
    second_semester_on: date | None = None
    people: tuple[PersonThere, ...] = ()
    days_off: tuple[DayOffRow, ...] = ()
    uses: int = 0
