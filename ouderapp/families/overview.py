"""The records of whole families: the list, the file, the card."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.ids import Id
from ouderapp.families.rows import HomeRow, MemberRow


@dataclass(frozen=True)
class FamilyFilter:
    """Which families a list shows; the empty filter shows all that are not closed.

    `words` is typed text: each word begins one in a name, a street, a phone number or a school of
    the family, or in the name of its language.
    """

    words: str = ""
    schools: tuple[Id, ...] = ()
    status: tuple[str, ...] = ()
    silent_since: date | None = None
    has_promise: bool = False
    lacks_consent: bool = False
    with_closed: bool = False


@dataclass(frozen=True)
class FamilyRow:
    """One family in the list; `promises` are open ones, `last_contact_on` None without contact.

    `found_by`: the folded names, phones and streets by which the list finds it.
    """

    id: Id
    name: str | None
    status: str
    opened_on: date
    children: int
    child_names: tuple[str, ...]
    schools: tuple[str, ...]
    contact_language: str | None
    last_contact_on: date | None
    promises: int
    late_promises: int
    has_consent: bool
    is_kept_back: bool
    postcode: str | None
    found_by: str = ""


@dataclass(frozen=True)
class FamilyPage:
    """A part of the list, and how many families the whole list has."""

    rows: tuple[FamilyRow, ...]
    total: int


@dataclass(frozen=True)
class SavedSearch:
    """A search of the list that was kept: typed words and the chip that was on."""

    words: str
    chip: str


@dataclass(frozen=True)
class ListHead:
    """What stands above the list: how many each chip lets through, and what was kept."""

    counts: dict[str, int]
    searches: tuple[SavedSearch, ...]
    my_schools: tuple[Id, ...]
    order: str
    is_descending: bool


@dataclass(frozen=True)
class FamilyDetail:
    """Everything that is known about the family itself."""

    id: Id
    name: str | None
    status: str
    inflow: str
    opened_on: date
    closed_on: date | None
    close_reason: str | None
    postcode: str | None
    contact_language: str | None
    letter_language: str | None
    letter_level: str | None
    home_languages: tuple[str, ...]
    interpreter: str | None
    remark: str | None
    is_kept_back: bool


@dataclass(frozen=True)
class PromiseLine:
    """An open promise as the overview shows it."""

    id: Id
    words: str | None
    by: str
    due_on: date | None
    is_late: bool


@dataclass(frozen=True)
class AppointmentLine:
    """What is planned next with the family."""

    id: Id
    planned_on: date
    kind: str
    words: str | None


@dataclass(frozen=True)
class ConsentLine:
    """A consent that counts on the day asked, for the overview."""

    id: Id
    purpose: str
    form: str
    given_on: date
    lapses_on: date | None


@dataclass(frozen=True)
class Dossier:
    """All that the overview of one family shows."""

    family: FamilyDetail
    members: tuple[MemberRow, ...]
    homes: tuple[HomeRow, ...]
    promises: tuple[PromiseLine, ...]
    appointments: tuple[AppointmentLine, ...]
    consents: tuple[ConsentLine, ...]
    contacts: int
    last_contact_on: date | None


@dataclass(frozen=True)
class FamilyCard:
    """A family in one glance: in a list beside, in a chooser, in the palette."""

    id: Id
    name: str | None
    street: str | None
    children: int
    contact_language: str | None
    interpreter: str | None
    last_contact_on: date | None
