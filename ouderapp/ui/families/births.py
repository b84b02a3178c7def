"""A birth as people type it: a year, or a whole date."""

import re
from dataclasses import dataclass
from datetime import date

from ouderapp.base.clock import today
from ouderapp.base.day_words import day_of
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark, short_date
from ouderapp.ui.fields import LineField

_YEAR = re.compile(r"\d{4}")


class NotABirth(Problem):
    """Text that is neither a year nor a date."""

    message = mark("This is no date of birth.")
    hint = mark("Type a year, for example 2012, or a date, for example 21/5/2012.")


@dataclass(frozen=True)
class Birth:
    """What is known: a whole date with its year, a year alone, or nothing."""

    born_on: date | None = None
    birth_year: int | None = None


def birth_of(text: str) -> Birth | None:
    """The birth that this text means, None when it means none; nothing typed is nothing known."""
    said = text.strip()
    if not said:
        return Birth()
    if _YEAR.fullmatch(said):
        return Birth(None, int(said))
    day = day_of(said, today()) if re.search(r"\d{4}$", said) else None
    return Birth(day, day.year) if day else None


class BirthField(LineField):
    """A line that takes a year or a date; its value is a Birth."""

    def __init__(self) -> None:
        super().__init__(limit=12, placeholder=mark("year or date"))

    def value(self) -> Birth:
        """What is known of the birth; nothing while the text means none."""
        return birth_of(self.line.text()) or Birth()

    def set_value(self, value: Birth | None) -> None:
        """Show what is known."""
        born = value or Birth()
        shown = short_date(born.born_on) if born.born_on else str(born.birth_year or "")
        super().set_value(shown)

    def trouble(self) -> Problem | None:
        return NotABirth() if birth_of(self.line.text()) is None else None
