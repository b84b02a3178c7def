"""The records of private notes."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.ids import Id


@dataclass(frozen=True)
class PrivateNoteDraft:
    """A note for oneself, about a family or about nobody in particular."""

    words: str
    family: Id | None = None


@dataclass(frozen=True)
class PrivateNoteRow:
    """A private note as it is shown to its writer, and the day on which it goes."""

    id: Id
    family: Id | None
    noted_on: date
    lapses_on: date
    words: str
