"""What the quick dialog fills in by itself: kind, duration, initiative, place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from ouderapp.base.ids import Id
from ouderapp.contacts.kinds import KINDS, NOT_REACHED, Initiative, Kind

# Parts of the day: until noon, the afternoon, from five o'clock on.
NOON, EVENING = time(12), time(17)


@dataclass(frozen=True)
class Earlier:
    """What matters of an earlier contact when the next one is guessed."""

    family: Id | None
    kind: str
    starts: time | None
    initiative: str
    place: str | None


def part_of_day(hour: time) -> int:
    """0 in the morning, 1 in the afternoon, 2 from five o'clock on."""
    return 0 if hour < NOON else 1 if hour < EVENING else 2


def likely_kind(earlier: Sequence[Earlier], family: Id | None, hour: time) -> str:
    """The last kind used with this family in this part of the day, else the last of anybody.

    Without any: phone in the morning, home visit later (UX J3). `earlier` is newest first.
    """
    alike = [
        one
        for one in earlier
        if one.starts is not None
        and part_of_day(one.starts) == part_of_day(hour)
        and one.kind not in NOT_REACHED
    ]
    of_family = [one for one in alike if family is not None and one.family == family]
    for one in [*of_family, *alike]:
        return one.kind
    return Kind.PHONE if part_of_day(hour) == 0 else Kind.HOME_VISIT


def likely_initiative(earlier: Sequence[Earlier], kind: str) -> str:
    """Who took the first step the last time that this kind was used (C04)."""
    for one in earlier:
        if one.kind == kind:
            return one.initiative
    return Initiative.WORKER


def likely_place(earlier: Sequence[Earlier], family: Id | None, kind: str) -> str | None:
    """Where the last contact of this kind with this family took place."""
    for one in earlier:
        if family is not None and one.family == family and one.kind == kind:
            return one.place
    return None


def usual_minutes(kind: str) -> int:
    """How long a contact of this kind usually takes."""
    return KINDS[kind].minutes
