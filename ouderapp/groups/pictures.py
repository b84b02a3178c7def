"""What the screens of a register and the figures of a group show."""

from dataclasses import dataclass
from datetime import date, time

from ouderapp.base.ids import Id
from ouderapp.groups.records import SessionRow, Who


@dataclass(frozen=True)
class Totals:
    """The running total of one session; `new` came for the first time in this group."""

    came: int = 0
    new: int = 0
    parents: int = 0
    let_know: int = 0
    questions: int = 0
    with_textbook: int = 0
    heads: int | None = None
    minutes: int = 0


@dataclass(frozen=True)
class PupilRow:
    """One tile: who, how often earlier, how many brought along, and what is noted today.

    `mark` is empty for a blank tile; `participation` is the id of the mark. `times` are the
    sessions of this group at which the pupil came, this one included.
    """

    who: Who
    name: str
    class_name: str | None
    times: int = 0
    brought: int = 0
    is_new: bool = False
    is_recommended: bool = False
    participation: Id | None = None
    mark: str = ""
    is_with_parent: bool = False
    is_late: bool = False
    has_left_early: bool = False
    arrived: time | None = None
    left: time | None = None
    note: str | None = None
    questions: int = 0
    brought_by: str | None = None


@dataclass(frozen=True)
class ParentRow:
    """A parent in the room; the name is empty for a parent without a file."""

    id: Id
    role: str
    name: str
    person: Id | None
    participation: Id | None


@dataclass(frozen=True)
class Register:
    """A session with its tiles, the most frequent visitors first, its parents and its total."""

    session: SessionRow
    title: str
    kind: str
    school_name: str | None
    place: str | None
    pupils: tuple[PupilRow, ...]
    parents: tuple[ParentRow, ...]
    totals: Totals


@dataclass(frozen=True)
class QuestionRow:
    """One question of homework; `step` is the furthest step that was taken."""

    id: Id
    participation: Id
    subject: str | None
    steps: tuple[str, ...]
    source: str | None
    is_solved: bool
    step: str | None = None


@dataclass(frozen=True)
class PictureRow:
    """One pupil over the sessions of a group: {session: mark}, blank left out (heat map)."""

    who: Who
    name: str
    class_name: str | None
    marks: dict[Id, str]
    with_parent: frozenset[Id] = frozenset()
    asked: frozenset[Id] = frozenset()


@dataclass(frozen=True)
class PhaseFigures:
    """The figures of one phase, or with `phase` None of the sessions outside every phase (A14).

    `average` is per session held, two decimals, halves up; sessions counted by heads only have
    their heads in `heads`, not in `attendances`.
    """

    phase: Id | None
    kind: str | None
    name: str | None
    planned: int
    held: int
    cancelled: int
    attendances: int
    pupils: int
    average: float
    parents: int
    heads: int
    minutes: int


@dataclass(frozen=True)
class StepFigures:
    """How questions were answered: how many by each step, and without a mail to the teacher (A15).

    `who` is None for the figures of a whole month; `month` is empty for those of one pupil.
    """

    who: Who | None
    name: str
    month: str
    questions: int
    solved: int
    textbook: int
    other_source: int
    mail: int

    @property
    def without_mail(self) -> int:
        """Solved with the textbook or another source."""
        return self.textbook + self.other_source


@dataclass(frozen=True)
class EvaluationBasis:
    """What the four questions of an evaluation start from (A17)."""

    sessions: tuple[Id, ...]
    held: int
    attendances: int
    average: float
    pupils: int
    recommended: int
    recommended_never_came: int
    is_due: bool


@dataclass(frozen=True)
class FunnelRow:
    """One invitation and what followed (A18): families that made contact, pupils that came."""

    invitation: Id
    channel: str
    sent_on: date
    phase: str | None
    invited: int | None
    replied: int | None
    contacted: int
    came: int


@dataclass(frozen=True)
class Ambassador:
    """Somebody who brought others along; `second` were brought by those (A21)."""

    who: Who
    name: str
    brought: tuple[str, ...]
    first: int
    second: int
    into: tuple[str, ...]


@dataclass(frozen=True)
class QuietPupil:
    """Somebody who used to come and has no mark in the last sessions held; no judgement (A12)."""

    who: Who
    name: str
    class_name: str | None
    last_on: date
    times: int
