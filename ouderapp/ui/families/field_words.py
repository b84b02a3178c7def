"""What a field of a record is called, and its value in words, for the history."""

from datetime import date
from typing import Any

from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.ids import is_id
from ouderapp.ui.month_end.field_words import FIELDS
from ouderapp.ui.words import LISTS, word

LIST_OF = {
    ("family", "status"): "family_status",
    ("family", "inflow"): "inflow",
    ("family", "interpreter"): "interpreter",
    ("family", "close_reason"): "close_reason",
    ("person", "interpreter_kind"): "interpreter",
    ("member", "role"): "role",
    ("residence", "pattern"): "pattern",
    ("relation", "kind"): "relation",
    ("contact", "kind"): "contact_kind",
    ("contact", "initiative"): "initiative",
}
LANGUAGES = ("contact_language", "letter_language", "home_languages", "languages", "language")
MORE = {
    "is_kept_back": mark("not shared with the office"),
    "letter_level": mark("letters how hard"),
    "letter_language": mark("letters in"),
    "remark": mark("mind"),
    "status": mark("status"),
    "inflow": mark("how they came to us"),
}


def field_word(name: str) -> str:
    """What a field is called; its own name when nobody gave it words."""
    return _(MORE.get(name) or FIELDS.get(name) or name.replace("_", " "))


def value_words(tbl: str, name: str, value: Any) -> str:
    """A value of the journal in words: codes, languages, days, yes and no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(value_words(tbl, name, one) for one in value)
    text = str(value)
    if is_id(text):
        return _("another record")
    if name in LANGUAGES:
        return word("language", text)
    codes = LIST_OF.get((tbl, name)) or (name if name in LISTS else "")
    if codes:
        return word(codes, text)
    return short_date(date.fromisoformat(text)) if name.endswith("_on") else text
