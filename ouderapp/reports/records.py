"""The facts that are counted, each cut down to what a count needs, and the counts themselves."""

from dataclasses import dataclass, field
from datetime import date

Who = tuple[str, str]


@dataclass(frozen=True)
class CountRow:
    """One number: `month` is YYYY-MM; a year's number stands under the June in which it ends."""

    month: str
    indicator: str
    dimension: str
    key: str
    value: int


@dataclass(frozen=True, slots=True)
class ContactFact:
    held_on: date
    family: str | None
    kind: str
    initiative: str
    minutes: int
    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyFact:
    id: str
    status: str
    opened_on: date
    closed_on: date | None
    contact_language: str | None


@dataclass(frozen=True, slots=True)
class MemberFact:
    family: str
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class SessionFact:
    """One session with who came: `pupils` are (kind, id) pairs, kind `person` or `participant`."""

    id: str
    series: str
    kind: str
    held_on: date
    state: str
    phase: str | None
    heads: int
    pupils: tuple[Who, ...] = ()
    parents: int = 0


@dataclass(frozen=True, slots=True)
class PhaseFact:
    id: str
    series: str
    from_on: date


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A referral, a help request, a letter, a recommendation or a peer link on its day."""

    day: date
    codes: tuple[str, ...] = ()
    who: Who | None = None
    has_outcome: bool = False


@dataclass(frozen=True)
class Facts:
    """Everything that one store can count."""

    contacts: list[ContactFact] = field(default_factory=list)
    families: list[FamilyFact] = field(default_factory=list)
    members: list[MemberFact] = field(default_factory=list)
    sessions: list[SessionFact] = field(default_factory=list)
    phases: list[PhaseFact] = field(default_factory=list)
    referrals: list[DatedFact] = field(default_factory=list)
    help_requests: list[DatedFact] = field(default_factory=list)
    mails: list[DatedFact] = field(default_factory=list)
    recommendations: list[DatedFact] = field(default_factory=list)
    peers: list[DatedFact] = field(default_factory=list)
    year_streams: dict[tuple[Who, int], str] = field(default_factory=dict)
    came: frozenset[Who] = frozenset()
    """Pupils who came to a homework class that is not among the sessions."""
    only: int | None = None
    """The one work year that was read, by the year in which it began; None for everything."""
