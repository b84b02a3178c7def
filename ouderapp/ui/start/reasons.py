"""Why the program is locked: a short code that travels to the fresh process, and its words."""

from dataclasses import dataclass

from ouderapp.base.clock import local_now
from ouderapp.base.i18n import _, clock_time, mark

IDLE, ASLEEP, ASKED = "idle", "asleep", "asked"
RESTORE = "restore"
USUAL = 5
"""Minutes without use after which it locks, unless a setting says otherwise."""
_WORDS = {
    IDLE: mark("Locked after {n} minutes without use ({time})"),
    ASLEEP: mark("Locked because the laptop went to sleep"),
    ASKED: mark("Locked at {time}"),
    RESTORE: mark("Locked to put a backup back ({time})"),
}


@dataclass(frozen=True)
class Reason:
    """Why, when on the wall clock, and after how many minutes without use."""

    kind: str
    at: str = ""
    minutes: int = 0

    @property
    def code(self) -> str:
        """As it stands after --locked: `idle-14:12-5`; no name, no data."""
        return f"{self.kind}-{self.at}-{self.minutes}"

    @property
    def words(self) -> str:
        """What the locked window says; nothing when there is nothing to say."""
        return _(_WORDS.get(self.kind, "")).format(n=self.minutes, time=self.at)


def reason_now(kind: str, minutes: int = 0) -> Reason:
    """This reason, at this moment."""
    return Reason(kind, clock_time(local_now().time()), minutes)


def read_reason(code: str) -> Reason:
    """The reason behind a code; an empty one when the code is none."""
    parts = code.split("-")
    if len(parts) != 3 or parts[0] not in _WORDS or not parts[2].isdecimal():
        return Reason("")
    return Reason(parts[0], parts[1], int(parts[2]))
