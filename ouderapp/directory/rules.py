"""What is refused in the social map, and when a place was not checked for too long."""

from dataclasses import asdict, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from ouderapp.base.errors import Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.base.school_year import DAYS_OFF

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")

STALE_AFTER = timedelta(days=365)


class PlaceNameMissing(Problem):
    """An organisation, a school and a person there are found by their name."""

    message = mark("There is no name yet.")
    hint = mark("Type the name as people know it.")
    field = "name"


class PlaceInUse(Problem):
    """Deleting would take the name out of letters, referrals or classes; `places` has `uses`."""

    message = mark("This is used in {uses} places, so it cannot be deleted.")
    hint = mark("Mark it as no longer there. It then stays where it was used.")
    button = mark("Mark as no longer there")


class ReasonUnknown(Problem):
    """A school has few reasons for a day without class (DOMAIN 2.1)."""

    message = mark("Choose a reason from the list.")
    field = "reason"


def check_place(draft: "DataclassInstance") -> None:
    """Raises PlaceNameMissing, or the problems of `check_free_text` with the field named."""
    values = asdict(draft)
    if not str(values["name"] or "").strip():
        raise PlaceNameMissing
    check_free_text(**{name: text for name, text in values.items() if isinstance(text, str)})


def check_reason(reason: str) -> None:
    """Raises ReasonUnknown for a reason that is in no list."""
    if reason not in DAYS_OFF:
        raise ReasonUnknown


def tidied(draft: D) -> D:
    """The draft without spaces around its texts; lines stay, an empty text becomes nothing."""
    texts = {one.name: getattr(draft, one.name) for one in fields(draft)}
    changed: dict[str, Any] = {
        name: text.strip() or None for name, text in texts.items() if isinstance(text, str)
    }
    return replace(draft, **changed)


def is_stale(checked_on: date | None, today: date) -> bool:
    """Whether a place was never checked, or not in the last 365 days (UX 2.13)."""
    return checked_on is None or today - checked_on > STALE_AFTER
