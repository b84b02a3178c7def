"""The records of contacts: what a form hands over and what a list shows."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from ouderapp.base.ids import Id
from ouderapp.contacts.kinds import Initiative


@dataclass(frozen=True)
class ContactDraft:
    """One contact as typed; without family it waits to be matched later."""

    held_on: date
    kind: str
    family: Id | None = None
    summary: str | None = None
    starts: time | None = None
    minutes: int | None = None
    initiative: str = Initiative.WORKER
    is_planned: bool | None = None
    persons: tuple[Id, ...] = ()
    partners: tuple[Id, ...] = ()
    themes: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    language: str | None = None
    has_interpreter: bool = False
    place: str | None = None
    session: Id | None = None
    circle: str = "dossier"


@dataclass(frozen=True)
class PromiseAlong:
    """A promise that was made in the contact and is written down in the same act."""

    words: str
    by: str = "werker"
    due_on: date | None = None


@dataclass(frozen=True)
class Recorded:
    """What recording gave: a contact, or an appointment when its day is still to come."""

    id: Id
    is_appointment: bool = False


@dataclass(frozen=True)
class ContactRow:
    """One contact as lists show it; `who` names the persons, then the partners."""

    id: Id
    family: Id | None
    family_name: str | None
    held_on: date
    starts: time | None
    minutes: int | None
    kind: str
    initiative: str
    is_planned: bool | None
    themes: tuple[str, ...]
    capitals: tuple[str, ...]
    language: str | None
    has_interpreter: bool
    persons: tuple[Id, ...]
    partners: tuple[Id, ...]
    place: str | None
    summary: str | None
    session: Id | None
    circle: str
    who: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContactFilter:
    """Which contacts a list shows; both days included, None and "" leave nothing out.

    `words`: each of them begins a word of the note, the place or the name of the family.
    """

    from_on: date | None = None
    until_on: date | None = None
    family: Id | None = None
    kind: str = ""
    school: Id | None = None
    capital: str = ""
    words: str = ""


class Order(StrEnum):
    """What a long list is sorted by."""

    DAY = "day"
    FAMILY = "family"
    KIND = "kind"
    MINUTES = "minutes"


@dataclass(frozen=True)
class ContactDot:
    """One contact as a dot on a strip."""

    id: Id
    held_on: date
    initiative: str
    kind: str


@dataclass(frozen=True)
class ContactPage:
    """One page of a long list, and how many contacts the whole list has."""

    rows: tuple[ContactRow, ...]
    total: int


@dataclass(frozen=True)
class PersonHere:
    """Somebody of a family who may have been there: `role` is a code, `was_there` last time."""

    id: Id
    name: str
    role: str
    was_there: bool = False


@dataclass(frozen=True)
class FamilyChoice:
    """A family to choose: the name, and what tells it from others of that name."""

    id: Id
    name: str
    street: str | None = None
    is_closed: bool = False


@dataclass(frozen=True)
class ContactDefaults:
    """What the quick dialog fills in by itself for this family at this hour."""

    kind: str
    minutes: int
    initiative: str = Initiative.WORKER
    persons: tuple[Id, ...] = ()
    place: str | None = None
    language: str | None = None
    has_interpreter: bool = False
    people: tuple[PersonHere, ...] = ()


@dataclass(frozen=True)
class Busy:
    """A moment that is taken already: shown beside the form as a remark, never a refusal."""

    starts: time
    minutes: int
    kind: str
    family_name: str | None = None
