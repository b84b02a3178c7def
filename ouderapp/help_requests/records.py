"""The records of help requests, and how one ends."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id


class Status(StrEnum):
    """Whether a help request is still worked on."""

    OPEN = "lopend"
    CLOSED = "afgerond"


class Outcome(StrEnum):
    """How it ended, and who did it: the aim is that the family can do it alone (DOMAIN 8.2)."""

    ALONE = "zelf_gedaan"
    TOGETHER = "samen_gedaan"
    FOR_THEM = "voor_gedaan"
    REFERRED = "doorverwezen"
    NOT_NEEDED = "niet_meer_nodig"
    NOT_SOLVED = "niet_opgelost"


STATUS_WORDS = {Status.OPEN: mark("Being worked on"), Status.CLOSED: mark("Closed")}

OUTCOME_WORDS = {
    Outcome.ALONE: mark("The family did it alone"),
    Outcome.TOGETHER: mark("We did it together"),
    Outcome.FOR_THEM: mark("I did it for them"),
    Outcome.REFERRED: mark("Referred to a service"),
    Outcome.NOT_NEEDED: mark("No longer needed"),
    Outcome.NOT_SOLVED: mark("Not solved"),
}


@dataclass(frozen=True)
class HelpRequestDraft:
    """One help request as typed; `words` are the family's own."""

    family: Id
    raised_on: date
    themes: tuple[str, ...] = ()
    words: str | None = None
    person: Id | None = None


@dataclass(frozen=True)
class HelpRequestRow:
    """One help request as lists show it."""

    id: Id
    family: Id
    family_name: str | None
    person: Id | None
    raised_on: date
    closed_on: date | None
    themes: tuple[str, ...]
    status: str
    outcome: str | None
    words: str | None
