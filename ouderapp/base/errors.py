"""The one shape of everything that can go wrong in a way a person can do something about."""

from collections.abc import Mapping
from typing import ClassVar

from ouderapp.base.i18n import mark


class Problem(Exception):
    """A state of affairs with words for the person: what is so, why, and what to do.

    `str(problem)` is only the class name, so that a log line never holds a person's data; the
    words are made at the moment of showing, from `message`, `why`, `hint`, `button` and `places`.
    """

    message: ClassVar[str] = mark("This did not work.")
    why: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    button: ClassVar[str] = ""
    reason: ClassVar[str] = ""
    field: str = ""

    def __init__(self, *, field: str = "", **places: object) -> None:
        super().__init__(type(self).__name__)
        self.field = field or type(self).field
        self.places: Mapping[str, object] = places

    def __str__(self) -> str:
        return type(self).__name__


class FieldMissing(Problem):
    """A required field is empty; `field` names it."""

    message = mark("Something is still missing here.")
    hint = mark("Fill in this field and save again.")


class NotFound(Problem):
    """A record that a screen asks for is no longer there."""

    message = mark("This is no longer there.")
    hint = mark("It may be in the bin. Undo with Ctrl+Z, or look in the bin.")
