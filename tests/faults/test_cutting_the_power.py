"""Whatever a power cut leaves of the disk: every save that was told is there, and whole (G1)."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.disks import Disk
from tests.faults.recorder import Operation, Run
from tests.faults.verdict import faults, put_on_disk

SEED = 20_031


def left_of(disk: Disk, dice: random.Random) -> dict[str, bytes]:
    """Nothing but what was synced, everything, or most often something between."""
    match dice.randint(0, 5):
        case 0:
            return disk.least()
        case 1:
            return disk.most()
    return disk.chance(dice)


def disks(operations: list[Operation], vault: Path, folder: Path, many: int) -> Iterator[str]:
    """What is wrong with each of `many` disks, left by cuts at moments drawn by SEED."""
    dice = random.Random(SEED)
    cuts = sorted(dice.choices(range(len(operations)), k=many))
    disk, asked = Disk(), 0
    for cut in cuts:
        for one in operations[asked : cut + 1]:
            disk.ask(one)
        asked = max(asked, cut + 1)
        content = left_of(disk, dice)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        put_on_disk(content, vault, folder)
        for wrong in faults(folder, disk.told):
            yield f"cut after operation {cut}: {wrong}"


def test_no_power_cut_loses_or_tears_what_was_told(
    month: Run, vault: Path, tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    """C08, Q06."""
    many = rounds(100, 50_000)

    wrong = list(disks(month.operations, vault, tmp_path / "disk", many))

    assert wrong == []


@pytest.mark.parametrize(
    ("left_out", "shows"), [("S", "lost"), ("SD", "does not open")], ids=["files", "all"]
)
def test_without_syncing_the_same_cuts_lose_what_was_told(
    month: Run, vault: Path, tmp_path: Path, left_out: str, shows: str
) -> None:
    """The control: a program that never syncs is seen."""
    unsynced = [one for one in month.operations if one.kind not in left_out]

    wrong = list(disks(unsynced, vault, tmp_path / "disk", 30))

    assert any(shows in one for one in wrong), wrong


def test_the_replayer_ends_with_the_files_that_are_there(month: Run, vault: Path) -> None:
    """The control: the recorder saw every byte, and the replayer laid each in its place."""
    disk = Disk()
    for one in month.operations:
        disk.ask(one)

    there = {str(path): path.read_bytes() for path in vault.rglob("*") if path.is_file()}

    assert disk.most() == there


def test_the_whole_month_is_there_when_no_power_is_cut(month: Run, vault: Path) -> None:
    assert len([line for line in month.told if line.startswith("contact ")]) == 20
    assert faults(vault, month.told) == []
