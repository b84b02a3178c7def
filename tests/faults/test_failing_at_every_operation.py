"""A kill, a full or a broken disk at any operation loses nothing that was told (G2)."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.faults import recorder
from tests.faults.a_month import REFUSED
from tests.faults.conftest import MONTH
from tests.faults.recorder import KINDS, Run
from tests.faults.verdict import Judge, files_below, told_to

SEED = 20_031
KILLED = -9


def points(month: Run, many: int) -> list[tuple[int, str]]:
    """The operations and the ways in which they go wrong; all, or so many drawn by SEED."""
    asked = sum(one.kind != "A" for one in month.operations)
    every = [(at, kind) for at in range(1, asked + 1) for kind in KINDS]
    return every if many >= len(every) else random.Random(SEED).sample(every, many)


def test_nothing_told_is_lost_wherever_the_disk_fails(
    library: Path, month: Run, tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    """C08, Q06, Q07: it opens again, and whatever stopped it was said in words of our own."""
    wrong: list[str] = []
    for at, kind in points(month, rounds(12, 1_000_000)):
        side = tmp_path / f"{kind}-{at}"
        side.mkdir()
        ran = recorder.run(library, MONTH, side / "vaults", side, at=at, kind=kind)
        if ran.code not in (0, REFUSED, KILLED):
            wrong.append(f"{kind} at {at}: {ran.said.strip().splitlines()[-1]}")
        judge = Judge(side)
        for name, told in told_to(ran.told).items():
            found = judge.faults(files_below(side / "vaults" / name), told)
            wrong += [f"{kind} at {at}, {name}: {one}" for one in found]

    assert wrong == []


def test_a_full_disk_is_told_and_a_killed_program_tells_nothing_more(
    library: Path, month: Run, tmp_path: Path
) -> None:
    """The control: the failure is really there."""
    middle = len(month.operations) // 2
    ends = {}
    for kind in ("kill", "always-full"):
        side = tmp_path / kind
        side.mkdir()
        ran = recorder.run(library, MONTH, side / "vaults", side, at=middle, kind=kind)
        ends[kind] = ran.code
        assert 0 < len(ran.told) < len(month.told)

    assert ends == {"kill": KILLED, "always-full": REFUSED}
