"""The records of groups: what a form hands over and what a screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from ouderapp.base.holidays import Community
from ouderapp.base.ids import Id
from ouderapp.groups.codes import Channel, Into, Kind, ParentRole, State, Status


@dataclass(frozen=True)
class Who:
    """Somebody in a group: a person of a file, or a participant without one; never both."""

    person: Id | None = None
    participant: Id | None = None

    def __post_init__(self) -> None:
        if (self.person is None) == (self.participant is None):
            raise ValueError("either a person or a participant")


@dataclass(frozen=True)
class Calendar:
    """What a group must know of its school: whose holidays, and {day off: reason}."""

    community: str = Community.VLAAMS
    days_off: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SeriesDraft:
    """A group with its weekly hour; `weekday` is 1 (Monday) to 7, without end the school year."""

    weekday: int
    starts: time
    ends: time
    from_on: date
    until_on: date | None = None
    kind: str = Kind.HOMEWORK_CLASS
    school: Id | None = None
    partner: Id | None = None
    title: str | None = None
    place: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SeriesRow:
    """A group as a list shows it, with how many sessions took place and are planned."""

    id: Id
    kind: str
    title: str | None
    school: Id | None
    partner: Id | None
    weekday: int
    starts: time
    ends: time
    from_on: date
    until_on: date | None
    place: str | None
    note: str | None
    school_name: str | None = None
    held: int = 0
    planned: int = 0


@dataclass(frozen=True)
class PhaseDraft:
    """From when a group is open to whom, and why."""

    series: Id
    kind: str
    from_on: date
    reason: str | None = None
    until_on: date | None = None
    name: str | None = None


@dataclass(frozen=True)
class PhaseRow:
    id: Id
    series: Id
    kind: str
    from_on: date
    until_on: date | None
    name: str | None
    reason: str | None


@dataclass(frozen=True)
class SessionDraft:
    """One session; without hours it has those of its group."""

    series: Id
    held_on: date
    starts: time | None = None
    ends: time | None = None
    note: str | None = None


@dataclass(frozen=True)
class PlannedDay:
    """A day on which a group meets, or, with a reason, would have met."""

    day: date
    reason: str | None = None

    @property
    def state(self) -> State:
        """Planned, or did not take place."""
        return State.CANCELLED if self.reason else State.PLANNED


@dataclass(frozen=True)
class SessionRow:
    """A session in a list; `came` are pupils, `parents` are counted each."""

    id: Id
    series: Id
    phase: Id | None
    held_on: date
    starts: time | None
    ends: time | None
    state: str
    reason: str | None
    heads: int | None
    note: str | None
    came: int = 0
    let_know: int = 0
    parents: int = 0


@dataclass(frozen=True)
class ParticipantDraft:
    """Somebody without a file: a first name, a class when known, and no more (A08)."""

    given_name: str
    class_name: str | None = None
    school: Id | None = None
    school_year: int | None = None


@dataclass(frozen=True)
class Remarks:
    """What is remarked of a pupil who came; the hours only when they differ (A10)."""

    is_with_parent: bool = False
    is_late: bool = False
    has_left_early: bool = False
    arrived: time | None = None
    left: time | None = None
    note: str | None = None


@dataclass(frozen=True)
class ParentDraft:
    """A parent in the room, with the pupil's mark when it is known whose parent."""

    role: str = ParentRole.OTHER
    person: Id | None = None
    participation: Id | None = None


@dataclass(frozen=True)
class QuestionDraft:
    """One question of homework: `step` is where the answer came, None while still looking."""

    participation: Id
    step: str | None = None
    source: str | None = None
    subject: str | None = None


@dataclass(frozen=True)
class RecommendationDraft:
    """Somebody whom the leerlingbegeleiding thought of."""

    series: Id
    who: Who
    recommended_on: date
    partner: Id | None = None
    reason: str | None = None
    invited_on: date | None = None
    is_parent_informed: bool | None = None


@dataclass(frozen=True)
class RecommendationRow:
    id: Id
    who: Who
    name: str
    class_name: str | None
    recommended_on: date
    invited_on: date | None
    reason: str | None
    partner_name: str | None
    status: Status
    first_came_on: date | None = None
    is_parent_informed: bool | None = None
    may_tell_back: bool = False


@dataclass(frozen=True)
class InvitationDraft:
    """A message written here and sent by hand elsewhere: to whom in general, never by name."""

    series: Id | None
    prepared_on: date
    channel: str = Channel.SMARTSCHOOL
    to_pupils: bool = True
    to_parents: bool = False
    classes: tuple[str, ...] = ()
    title: str | None = None
    body: str | None = None
    invited: int | None = None


@dataclass(frozen=True)
class InvitationRow:
    id: Id
    series: Id | None
    channel: str
    prepared_on: date
    sent_on: date | None
    invited: int | None
    replied: int | None
    to_pupils: bool
    to_parents: bool
    classes: tuple[str, ...]
    title: str | None
    body: str | None


@dataclass(frozen=True)
class EvaluationDraft:
    """What was found and decided after some sessions, with whom (A17)."""

    series: Id
    held_on: date
    finding: str | None = None
    decision: str | None = None
    partners: tuple[Id, ...] = ()
    sessions: tuple[Id, ...] = ()


@dataclass(frozen=True)
class EvaluationRow:
    id: Id
    series: Id | None
    held_on: date
    finding: str | None
    decision: str | None
    partners: tuple[Id, ...]
    sessions: tuple[Id, ...]


@dataclass(frozen=True)
class BroughtDraft:
    """Who brought whom into what; `session` when it was seen in a register."""

    by: Who
    brought: Who
    since_on: date
    into: str = Into.HOMEWORK_CLASS
    session: Id | None = None
