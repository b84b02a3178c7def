"""The shape of every refusal: an identifier, a sentence, the next thing to do, an alarm or not."""

from typing import ClassVar

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark

HINTS = {
    "A": mark("Ask for the same file again."),
    "F": mark("Ask the worker for a full bundle."),
    "U": mark("Update ouderapp first, then try again."),
    "C": mark("Call the other side before you go on."),
    "W": mark("The worker repairs this on the laptop and makes a new bundle."),
    "": "",
}


class Refusal(Problem):
    """A file was not taken in, and nothing changed.

    `next` says what helps: A the same file again, F a full bundle, U update the program, C call,
    W the worker repairs, empty for nothing to do. An alarm stays in red until a person deals
    with it.
    """

    message = mark("Something in a bundle was not as agreed.")
    next: ClassVar[str] = ""
    is_alarm: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.hint = HINTS[cls.next]
