"""What the page of the month's end shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class End(StrEnum):
    """A kind of thing that is better finished before a month is closed (FORMAT.md 13)."""

    NO_FAMILY = "no_family"
    NO_MINUTES = "no_minutes"
    NO_REGISTER = "no_register"
    SILENT_REFERRAL = "silent_referral"
    LAPSING_CONSENT = "lapsing_consent"
    DRAFT = "draft"


@dataclass(frozen=True)
class OpenEnd:
    """How many there are of one kind; `reason` is why the worker goes on all the same."""

    id: End
    count: int
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        """Nothing left to do, or passed over on purpose."""
        return not self.count or bool(self.reason)


class MonthState(StrEnum):
    """How far the bundle of one month is."""

    OPEN = "open"
    DUE = "due"
    LATE = "late"
    MADE = "made"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True)
class MonthRow:
    """One month and its newest bundle; `id` is YYYY-MM, `seq` 0 and `file` empty without one.

    `days_left` counts to the last day, that day included; `reason` is why the office refused.
    """

    id: str
    state: MonthState
    days_left: int = 0
    epoch_id: str = ""
    seq: int = 0
    file: str = ""
    size: int = 0
    reason: str = ""
    made_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Months:
    """To whom this laptop is linked, and its months, the newest first; nothing when not linked.

    `to_close` is the month that is offered first.
    """

    is_linked: bool = False
    org_name: str = ""
    phone: str = ""
    level: str = ""
    rows: tuple[MonthRow, ...] = ()
    to_close: str = ""

    def row(self, month: str) -> MonthRow | None:
        """The row of one month."""
        return next((row for row in self.rows if row.id == month), None)
