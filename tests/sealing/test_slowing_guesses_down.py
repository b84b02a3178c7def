"""A guess at a passphrase costs 0.7 to 1.5 seconds, on every machine as near as it can (X01)."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.sealing.argon import (
    CEILING,
    FASTEST,
    FLOOR,
    RECOVERY,
    SLOWEST,
    START,
    Cost,
    MemoryTooSmall,
    calibrated,
    stretch,
)

VECTOR = bytes.fromhex("98bd511f65f74096a9c738071c039dca2e08acb1509800736e3c5b7cf472ac87")


def seconds_at(speed: float, cost: Cost) -> float:
    """How long a machine takes that fills this many KiB a second."""
    return cost.m * cost.t / speed


def test_the_derivation_is_that_of_the_format() -> None:
    found = stretch(VECTOR, b"ouderapp-words-1", FLOOR, 16)

    assert found.hex() == "f10440ea9f7486048ae10dcfa712c9df"


def test_the_floor_lies_above_what_is_advised_for_passwords_on_servers() -> None:
    assert FLOOR.m >= 19 << 10
    assert FLOOR.t >= 2
    assert RECOVERY.within(FLOOR, CEILING)


@pytest.mark.parametrize("cost", [Cost(CEILING.m + 1, 3), Cost(8, 11), Cost(7, 1), Cost(8, 0)])
def test_no_cost_beyond_what_a_machine_can_bear_is_ever_tried(cost: Cost) -> None:
    with pytest.raises(ValueError, match="cost"):
        stretch(b"", bytes(16), cost)


@pytest.mark.parametrize("speed", [2e5, 3e5, 5e5, 1e6, 2e6, 4e6, 8e6, 1.4e7])
def test_a_machine_of_any_usual_speed_gets_its_cost_within_the_range(speed: float) -> None:
    cost = calibrated(lambda cost: seconds_at(speed, cost))

    assert FASTEST <= seconds_at(speed, cost) <= SLOWEST
    assert cost.within(FLOOR, CEILING)


def test_a_machine_that_is_right_at_once_is_measured_once() -> None:
    measured: list[Cost] = []

    def measure(cost: Cost) -> float:
        measured.append(cost)
        return 1.0

    assert calibrated(measure) == START
    assert measured == [START]


def test_a_very_slow_machine_gets_the_floor_and_a_very_fast_one_the_ceiling() -> None:
    assert calibrated(lambda cost: seconds_at(1e3, cost)) == FLOOR
    assert calibrated(lambda cost: seconds_at(1e9, cost)).t == CEILING.t


@pytest.mark.parametrize("room", [100 << 10, 200 << 10, 300 << 10, 600 << 10])
@pytest.mark.parametrize("speed", [2e5, 1e6, 2e6, 4e6, 8e6, 1.4e7, 1e9])
def test_memory_that_was_refused_once_is_not_asked_again_by_a_fast_machine(
    speed: float, room: int
) -> None:
    asked: list[int] = []

    def measure(cost: Cost) -> float:
        asked.append(cost.m)
        if cost.m > room:
            raise MemoryTooSmall
        return seconds_at(speed, cost)

    cost = calibrated(measure)

    assert FLOOR.m <= cost.m <= room
    refused = [memory for memory in asked if memory > room]
    assert len(refused) == len(set(refused))


def test_a_machine_with_no_room_for_the_floor_still_gets_the_floor() -> None:
    def measure(cost: Cost) -> float:
        raise MemoryTooSmall

    assert calibrated(measure).m == FLOOR.m


@given(st.lists(st.floats(0, 100), min_size=6, max_size=6))
def test_whatever_is_measured_the_cost_stays_allowed(seconds: list[float]) -> None:
    left = list(seconds)

    cost = calibrated(lambda _cost: left.pop())

    assert cost.within(FLOOR, CEILING)


def test_this_machine_is_measured_when_nobody_says_how_fast_it_is() -> None:
    assert calibrated().within(FLOOR, CEILING)


def with_little_memory(mib: int, work: str) -> str:
    """What a fresh process answers that can take only so much memory more than it has."""
    program = f"""
import resource
from pathlib import Path
from ouderapp.sealing.argon import CEILING, START, Cost, MemoryTooSmall, calibrated, stretch
pages = int(Path("/proc/self/statm").read_text().split()[0])
room = pages * resource.getpagesize() + ({mib} << 20)
resource.setrlimit(resource.RLIMIT_AS, (room, room))
{work}
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    return ended.stdout.strip() or ended.stderr.strip().splitlines()[-1]


def test_too_little_memory_is_said() -> None:
    said = with_little_memory(200, "stretch(b'', bytes(16), Cost(CEILING.m, 3))")

    assert said.endswith("MemoryTooSmall")


def test_too_little_memory_asks_less_of_the_machine() -> None:
    assert with_little_memory(200, "print(calibrated().m < START.m)") == "True"
