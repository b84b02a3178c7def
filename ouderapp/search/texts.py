"""The texts in which a hit is looked for, of every kind of result."""

from collections.abc import Mapping

from ouderapp.search.snippets import Marks, cut_around, marks_in, phone_mark

# In the order in which a hit is looked for; `phone` also by its digits.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "family": ("remark", "home"),
    "person": ("phone", "email", "smartschool_username", "said_as", "class_name"),
    "partner": (
        *("offer", "opening_hours", "cost", "registration", "tips"),
        *("phone", "email", "municipality"),
    ),
    "school": ("municipality", "platform", "phone"),
    "participant": ("class_name",),
    "household": ("home", "phone"),
    "directory_person": ("function", "phone", "email"),
    "letter": ("subject",),
    "referral": ("reason", "feedback"),
    "help_request": ("words",),
    "follow_up": ("words",),
    "contact": ("summary", "place"),
}


def snippet_of(
    kind: str, texts: tuple[str | None, ...], words: tuple[str, ...], typed: str
) -> tuple[str, Marks]:
    """The first text with a hit; else, for a name, the last text: where they live, which class."""
    for name, text in zip(TEXTS[kind], texts, strict=False):
        if not text:
            continue
        marks = marks_in(text, words)
        if not marks and name == "phone":
            marks = phone_mark(text, typed)
        if marks:
            return cut_around(text, marks)
    return cut_around((texts[-1] if texts else None) or "", ())
