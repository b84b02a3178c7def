"""A half-typed contact as the store keeps it: what the fields say, as JSON holds it, and back."""

from datetime import date, time
from typing import Any

from ouderapp.base.ids import new_id
from ouderapp.contacts.records import PromiseAlong

PREFIX = "contact/"
_DAYS, _HOURS = ("held_on",), ("starts",)
_LISTS = ("persons", "themes", "capitals")


def new_name() -> str:
    """A name for a new draft; every dialog keeps its own."""
    return f"{PREFIX}{new_id()}"


def is_contact_draft(name: str) -> bool:
    """Whether a kept draft is one of a contact."""
    return name.startswith(PREFIX)


def as_body(values: dict[str, Any], kept: set[str], promises: list[PromiseAlong]) -> dict[str, Any]:
    """What the store keeps: the values of the fields, words that stay text, promises added."""
    body = {name: _plain(value) for name, value in values.items()}
    body["kept"] = sorted(kept)
    body["promises"] = [
        [one.words, one.by, one.due_on.isoformat() if one.due_on else ""] for one in promises
    ]
    return body


def values_of(body: dict[str, Any]) -> dict[str, Any]:
    """The values of the fields that a kept draft holds."""
    found = {name: value for name, value in body.items() if name not in ("kept", "promises")}
    for name in _DAYS:
        found[name] = date.fromisoformat(found[name]) if found.get(name) else None
    for name in _HOURS:
        found[name] = time.fromisoformat(found[name]) if found.get(name) else None
    for name in _LISTS:
        found[name] = tuple(found.get(name) or ())
    return found


def promises_of(body: dict[str, Any]) -> list[PromiseAlong]:
    """The promises that were added in a kept draft."""
    return [
        PromiseAlong(words, by, date.fromisoformat(due) if due else None)
        for words, by, due in body.get("promises", ())
    ]


def summary_of(body: dict[str, Any]) -> str:
    """The note of a kept draft, as typed."""
    return str(body.get("summary") or "")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return list(value) if isinstance(value, tuple) else value
