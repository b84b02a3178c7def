"""The records of letters: what is typed, what the dossier knows, what a list shows."""

from dataclasses import dataclass, field
from datetime import date

from ouderapp.base.ids import Id
from ouderapp.letters.letter import Letter
from ouderapp.letters.rules import ConsentFact, FieldState


@dataclass(frozen=True)
class LetterDraft:
    """A referral letter as typed: free words are Dutch, `second` is the language beside it."""

    referral: Id
    template: str
    parent: Id
    dated_on: date
    child: Id | None = None
    second: str | None = None
    attention: str = ""
    question: str = ""
    done: tuple[str, ...] = ()
    asked: str = ""
    best_time: str = ""
    checked_on: date | None = None
    rights: tuple[str, ...] = ()
    why_now: str = ""
    to_bring: tuple[str, ...] = ()
    can_come_along: bool | None = None
    school_knows: str = ""
    observed: str = ""
    activity: str = ""
    try_on: date | None = None
    uitpas: str = ""
    transport: str = ""
    answer_before: date | None = None
    left_out: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Sender:
    """Who writes, as it stands on the paper."""

    name: str = ""
    organisation: str = ""
    address: tuple[str, ...] = ()
    municipality: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class LetterFacts:
    """What the dossier knows for one letter; nothing of it is printed without consent.

    `family` is the name of the file, `family_name` the same without the word gezin.
    """

    sender: Sender
    partner: str
    partner_address: tuple[str, ...]
    theme: str
    family: str
    family_name: str
    since_on: date
    parent_name: str
    phone: str = ""
    language: str = ""
    interpreter: bool | None = None
    adults: int = 0
    children: int = 0
    child_name: str = ""
    child_given_name: str = ""
    age: int | None = None
    school: str = ""
    class_name: str = ""
    consent: ConsentFact | None = None
    states: tuple[FieldState, ...] = ()


@dataclass(frozen=True)
class Written:
    """The papers of one letter, before they are drawn.

    `leaflet` is in the language of the parent and None when this adult may not get letters;
    `states` says of every field how it stands; `missing` names what the paper still lacks.
    """

    letter: Letter
    second: Letter | None
    leaflet: Letter | None
    states: tuple[FieldState, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Papers:
    """The words of a letter and the PDF of each paper, in memory only."""

    written: Written
    pdf: bytes
    leaflet: bytes | None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter of the log; `has_paper` says whether it can be printed again."""

    id: Id
    family: Id | None
    referral: Id | None
    dated_on: date
    template: str
    language: str
    reader: str
    title: str | None
    subject: str | None
    is_sent: bool
    has_paper: bool = False
    partner_name: str = ""


@dataclass(frozen=True)
class WritableRow:
    """An outgoing referral for which a letter exists; `is_covered` when consent is there."""

    referral: Id
    template: str
    sent_on: date
    partner_name: str
    theme: str
    is_covered: bool
    states: tuple[FieldState, ...] = ()


@dataclass(frozen=True)
class ReaderRow:
    """An adult of a family; `may_get_letters` is False where there may be no contact (D03)."""

    id: Id
    name: str
    role: str
    language: str | None
    letter_language: str | None
    may_get_letters: bool
    has_no_contact: bool
