"""The records of promises: what a form hands over and what a list shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id


class By(StrEnum):
    """Who promised."""

    WORKER = "werker"
    FAMILY = "gezin"
    SCHOOL = "school"
    PARTNER = "partner"


BY_WORDS = {
    By.WORKER: mark("Me"),
    By.FAMILY: mark("The family"),
    By.SCHOOL: mark("The school"),
    By.PARTNER: mark("A partner"),
}


class State(StrEnum):
    """How a promise stands on a day."""

    OPEN = "open"
    LATE = "te_laat"
    DONE = "klaar"


@dataclass(frozen=True)
class PromiseDraft:
    """One promise as typed; `noted_on` is today unless said otherwise."""

    words: str
    family: Id | None = None
    by: str = By.WORKER
    due_on: date | None = None
    contact: Id | None = None
    noted_on: date | None = None


@dataclass(frozen=True)
class PromiseRow:
    """One promise as lists show it."""

    id: Id
    family: Id | None
    family_name: str | None
    contact: Id | None
    words: str | None
    by: str
    noted_on: date
    due_on: date | None
    done_on: date | None
