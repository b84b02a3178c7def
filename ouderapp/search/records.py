"""What a search gives: one line for each record, whatever table it comes from."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.ids import Id


@dataclass(frozen=True)
class FoundRow:
    """One record that was found; `kind` is the name of its table.

    `title` is what it is called (the family of a contact, a help request, a referral), `snippet`
    the words around the first hit, and `marks` where in it the asked words stand (from, until).
    `day` is its own day, or for a family the day of the last contact. `is_guess`: it only sounds
    like what was asked.
    """

    kind: str
    id: Id
    family: Id | None
    title: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    day: date | None = None
    children: int | None = None
    is_guess: bool = False


@dataclass(frozen=True)
class FamilyName:
    """A family by name, for a list of the last ones."""

    id: Id
    name: str
