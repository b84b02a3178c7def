"""What a kept draft is, in words: what was begun, its text and how much of it there is (J13)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ouderapp.base.i18n import _
from ouderapp.base.ids import Id, is_id
from ouderapp.ui.contacts.contact_draft import is_contact_draft, summary_of
from ouderapp.ui.keeping import PRIVATE
from ouderapp.ui.words import word

NEW_FAMILY = "new_family"
"""The name of the one draft of a new family."""


@dataclass(frozen=True)
class Told:
    """What a draft is: its kind in words, its longest text, how many signs, and whose it is."""

    what: str
    text: str
    size: int
    family: Id | None


def told_of(name: str, body: Mapping[str, Any]) -> Told:
    """A kept draft in words; of a private note nothing of the text."""
    if is_contact_draft(name):
        text = summary_of(dict(body))
        kind = word("contact_kind", str(body.get("kind") or "")) or _("Contact")
        return Told(kind, text, len(text), body.get("family"))
    if name == NEW_FAMILY:
        family = str((body.get("family") or {}).get("name") or "")
        return Told(_("New family"), family, sum(map(len, _texts(body))), None)
    texts = sorted(_texts(body.get("fields", {})), key=len)
    size = int(body.get("size") or 0)
    text = texts[-1] if texts and not name.startswith(PRIVATE) else ""
    return Told(str(body.get("title") or ""), text, size, body.get("family"))


def _texts(value: Any) -> Iterator[str]:
    """What somebody typed, however deep; no identities and no short codes."""
    if isinstance(value, str):
        if not is_id(value):
            yield value
    elif isinstance(value, (list, tuple, dict)):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(part)
