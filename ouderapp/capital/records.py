"""The records of the five capitals: an observation, and a picture made with the family."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id


class Tendency(StrEnum):
    """Where a capital is going, in one word (decision 20)."""

    GROWTH = "groei"
    SAME = "gelijk"
    ATTENTION = "aandacht"
    NO_CONCERN = "geen_zorg"


class By(StrEnum):
    """Who saw it: the worker, or worker and family together."""

    WORKER = "werker"
    TOGETHER = "samen"


TENDENCY_WORDS = {
    Tendency.GROWTH: mark("Growth"),
    Tendency.SAME: mark("Same"),
    Tendency.ATTENTION: mark("Attention"),
    Tendency.NO_CONCERN: mark("No concern"),
}
BY_WORDS = {By.WORKER: mark("Seen by me"), By.TOGETHER: mark("Made together")}


@dataclass(frozen=True)
class ObservationDraft:
    """One capital on one day; a step only when it was made together with the family."""

    family: Id
    observed_on: date
    capital: str
    tendency: str
    by: str = By.WORKER
    step: int | None = None
    own_words: str | None = None
    note: str | None = None
    evidence: Id | None = None


@dataclass(frozen=True)
class ObservationRow:
    """One observation as lists show it; without `evidence` it is marked so (goal D13)."""

    id: Id
    family: Id
    observed_on: date
    capital: str
    by: str
    tendency: str | None
    step: int | None
    own_words: str | None
    note: str | None
    evidence: Id | None


@dataclass(frozen=True)
class Picture:
    """The steps that worker and family put on one day: {capital: observation}."""

    made_on: date
    steps: Mapping[str, ObservationRow]
