"""What a search gives: one line for each record, whatever table it comes from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ouderapp.base.ids import Id
from ouderapp.search.snippets import Marks
from ouderapp.search.texts import snippet_of


@dataclass(frozen=True)
class Asked:
    """What was typed, and the folded words of it that are marked in a text."""

    typed: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundRow:
    """One record that was found; `kind` is the name of its table.

    `title` is what it is called (the family of a contact, a help request, a referral). `day` is
    its own day, or for a family the day of the last contact. `texts` are those of `TEXTS`.
    `is_guess`: it only sounds like what was asked.
    """

    kind: str
    id: Id
    family: Id | None
    title: str
    day: date | None = None
    children: int | None = None
    texts: tuple[str | None, ...] = ()
    asked: Asked = Asked()
    is_guess: bool = False

    @property
    def snippet(self) -> str:
        """The words around the first hit."""
        return self._cut[0]

    @property
    def marks(self) -> Marks:
        """Where in the snippet the asked words stand (from, until)."""
        return self._cut[1]

    @cached_property
    def _cut(self) -> tuple[str, Marks]:
        """Made when it is first shown: of the fifty that a key finds, a screen shows a few."""
        return snippet_of(self.kind, self.texts, self.asked.words, self.asked.typed)


@dataclass(frozen=True)
class FamilyName:
    """A family by name, for a list of the last ones."""

    id: Id
    name: str
