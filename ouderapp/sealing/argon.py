"""Argon2id: making a guess at a passphrase slow, never slower than a machine can bear."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13
from nacl.exceptions import RuntimeError as OutOfMemory

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark

KEY_BYTES = 32
SALT_BYTES = 16
FASTEST, SLOWEST = 0.7, 1.5
"""Seconds that one try should take on this machine."""

_SMALL_MACHINE = 4 << 30
_ROUNDS = 6


class MemoryTooSmall(Problem):
    """The machine has no room for the memory that the derivation needs."""

    message = mark("There is too little memory free to open your files.")
    hint = mark("Close other programs and try again.")


@dataclass(frozen=True, order=True)
class Cost:
    """What one derivation costs: memory in KiB and the number of passes (SECURITY 4.4)."""

    m: int
    t: int

    def within(self, floor: "Cost", ceiling: "Cost") -> bool:
        """Whether both figures lie between these, ends included."""
        return floor.m <= self.m <= ceiling.m and floor.t <= self.t <= ceiling.t


FLOOR = Cost(m=64 << 10, t=3)
START = Cost(m=256 << 10, t=4)
CEILING = Cost(m=1 << 20, t=10)
RECOVERY = FLOOR
"""Enough for the twelve words: they carry 128 random bits."""


def stretch(secret: bytes, salt: bytes, cost: Cost, length: int = KEY_BYTES) -> bytes:
    """Argon2id with one lane (RFC 9106). Raises ValueError beyond the ceiling, MemoryTooSmall."""
    if not cost.within(Cost(8, 1), CEILING):
        raise ValueError("no such cost")
    try:
        return crypto_pwhash_alg(
            length, secret, salt, cost.t, cost.m << 10, crypto_pwhash_ALG_ARGON2ID13
        )
    except OutOfMemory:
        raise MemoryTooSmall from None


def calibrated(measure: Callable[[Cost], float] | None = None) -> Cost:
    """The cost at which one try takes 0.7 to 1.5 seconds here, or the nearest allowed one.

    `measure` gives the seconds of one derivation; without it this machine is measured.
    """
    measure = measure or _seconds
    most, cost = _most_memory(), START
    for _ in range(_ROUNDS):
        before = cost
        try:
            cost = _nearer(cost, measure(cost), most)
        except MemoryTooSmall:
            # What was refused once is never asked again, however fast the machine is.
            most = max(cost.m // 2, FLOOR.m)
            cost = Cost(most, cost.t)
        if cost == before:
            break
    return cost


def _nearer(cost: Cost, seconds: float, most_memory: int) -> Cost:
    """The cost nearest to the middle of the range by this measurement; the same when inside it."""
    if FASTEST <= seconds <= SLOWEST:
        return cost
    speed, memory = cost.m * cost.t / max(seconds, 0.001), cost.m
    work = memory * _passes(speed, memory)
    if work > SLOWEST * speed:
        memory = max(memory // 2, FLOOR.m)
    elif work < FASTEST * speed:
        memory = min(memory * 2, most_memory)
    return Cost(memory, _passes(speed, memory))


def _passes(speed: float, memory: int) -> int:
    """How many passes fill the middle of the range at this many KiB a second."""
    return min(max(int(speed * (FASTEST + SLOWEST) / 2 / memory), FLOOR.t), CEILING.t)


def _most_memory() -> int:
    """KiB that a derivation may take here: half a GiB where 4 GB, or an unknown amount, is in."""
    ask: Callable[[str], int] = getattr(os, "sysconf", lambda _name: 0)
    installed = ask("SC_PAGE_SIZE") * ask("SC_PHYS_PAGES")
    return CEILING.m if installed > 1.1 * _SMALL_MACHINE else CEILING.m // 2


def _seconds(cost: Cost) -> float:
    began = time.perf_counter()
    stretch(bytes(KEY_BYTES), bytes(SALT_BYTES), cost)
    return time.perf_counter() - began
