"""What the office sees of its workers and of the files that came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class OfficeDraft:
    """What is asked to set up an office; `level` is counts, coded or dossier."""

    name: str = ""
    phone: str = ""
    level: str = "coded"


@dataclass(frozen=True)
class OfficeRow:
    """This office as its screens name it; `serial` counts the agreements it signed."""

    name: str
    phone: str
    level: str
    serial: int


@dataclass(frozen=True)
class LaptopRow:
    """A laptop that was enrolled: waiting for the words, confirmed, former or revoked."""

    id: str
    worker: str
    name: str
    state: str
    at: datetime


class Delivery(StrEnum):
    """What became of one month of one worker."""

    IN = "binnen"
    MISSING = "ontbreekt"
    OPEN = "loopt"


@dataclass(frozen=True)
class WorkerRow:
    """One worker as the office knows her; `deliveries` is {YYYY-MM: delivery}, oldest first."""

    id: str
    name: str
    state: str
    last_seq: int = 0
    last_period: str = ""
    last_at: datetime | None = None
    deliveries: dict[str, Delivery] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[str, ...]:
        """The months that should be in and are not."""
        return tuple(m for m, found in self.deliveries.items() if found == Delivery.MISSING)


@dataclass(frozen=True)
class ReceivedRow:
    """A bundle that is in, or came late."""

    id: str
    worker: str
    worker_name: str
    seq: int
    period: str
    kind: str
    result: str
    at: datetime
    puts: int
    held: int


@dataclass(frozen=True)
class InboxRow:
    """A file that came in and what became of it; an alarm stays until a person dealt with it."""

    id: str
    state: str
    reason: str
    is_alarm: bool
    worker_name: str
    seq: int
    at: datetime
    places: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """A number that the worker sent and that her own rows do not give (B18)."""

    worker_name: str
    month: str
    indicator: str
    dimension: str
    key: str
    sent: int
    found: int
