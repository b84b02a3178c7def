"""Whatever a power cut leaves of the disk: every save that was told is there, and whole (G1)."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import recorder
from tests.faults.conftest import MONTH
from tests.faults.disks import Disk
from tests.faults.recorder import Run
from tests.faults.replaying import by_side, replay
from tests.faults.shares import ask_each
from tests.faults.verdict import Judge, told_to

SEED = 20_031
SHARE = 12_500
CONTROLS = {
    "synchronous_normal": "lost",
    "synchronous_off": "does not open",
    "key_file_written_plainly": "the vault does not open",
    "key_file_renamed_unsynced": "the vault does not open",
    "journal_in_a_second_transaction": "half saved",
}


def test_no_power_cut_loses_or_tears_what_was_told(
    month: Run,
    vaults: Path,
    rounds: Callable[[int, int], int],
    record_property: Callable[[str, object], None],
) -> None:
    """C08, Q06, Q08."""
    shares = rounds(4, 80)

    done = ask_each(
        "tests.faults.replaying",
        [(month.trace, vaults, SEED + share, SHARE) for share in range(shares)],
    )

    counts = Counter({key: sum(one[key] for one in done) for key in done[0] if key != "wrong"})
    record_property("figures", " · ".join(f"{key} {count:,}" for key, count in counts.items()))
    assert [wrong for one in done for wrong in one["wrong"]] == []
    assert counts["disks"] == shares * SHARE


@pytest.mark.parametrize(("spoiled", "shows"), CONTROLS.items(), ids=CONTROLS)
def test_the_same_cuts_ruin_a_program_that_was_spoiled(
    library: Path, tmp_path: Path, spoiled: str, shows: str
) -> None:
    """The controls: what the tools would say of a program that keeps its promises less well."""
    folder = tmp_path / "vaults"
    ran = recorder.run(library, MONTH, folder, tmp_path, spoiled)
    assert ran.code == 0, ran.said

    done = replay(ran.operations, folder, tmp_path, SEED, 400)

    assert any(shows in one for one in done.wrong), done


def test_the_replayer_ends_with_the_files_that_are_there(month: Run, vaults: Path) -> None:
    """The control: the recorder saw every byte, and the replayer laid each in its place."""
    disk = Disk()
    for one in month.operations:
        disk.ask(one)

    there = {str(path): path.read_bytes() for path in vaults.rglob("*") if path.is_file()}

    assert {path: left.content() for path, left in disk.most().items()} == there


def test_the_whole_month_is_there_when_no_power_is_cut(
    month: Run, vaults: Path, tmp_path: Path
) -> None:
    disk, judge = Disk(), Judge(tmp_path)
    for one in month.operations:
        disk.ask(one)
    sides = by_side(disk.least(), vaults)

    for side, told in told_to(month.told).items():
        assert judge.faults(sides[side], told, coming=told.states[-1][0]) == []
