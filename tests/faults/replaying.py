"""Disks that power cuts could have left of a recorded month, each judged; one seed, one share."""

import json
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.faults import older
from tests.faults.disks import Disk, Left
from tests.faults.recorder import Operation, operations_in
from tests.faults.verdict import NEVER, Judge, Told, faults_in_program, lay, told_to

IN_PROGRAM = 1000
"""One disk in so many is opened by the program itself as well."""
Sides = dict[str, dict[str, Left]]


@dataclass
class Replayed:
    """How many disks were looked at, how many stores were different, and what was wrong.

    `states`: so many different stores were left when each had taken in its log. `in_program`: so
    many were opened by the program itself besides.
    """

    disks: int = 0
    different: int = 0
    states: int = 0
    in_program: int = 0
    wrong: list[str] = field(default_factory=list)


def replay(
    operations: Sequence[Operation], folder: Path, scratch: Path, seed: int, many: int
) -> Replayed:
    """Judge `many` disks, left by cuts at moments that the seed draws."""
    dice = random.Random(seed)
    older.know_the_step(scratch / "steps")
    judge, disk, asked = Judge(scratch), Disk(), 0
    states = _states(operations)
    done = Replayed(many)
    for cut in sorted(dice.choices(range(len(operations)), k=many)):
        for one in operations[asked : cut + 1]:
            disk.ask(one)
        asked = max(asked, cut + 1)
        sides = by_side(left_of(disk, dice), folder)
        is_sample = dice.randrange(IN_PROGRAM) == 0
        for side, told in told_to(disk.told).items():
            files = sides.get(side, {})
            wrong = judge.faults(files, told, coming=_coming(states[side], told))
            if is_sample:
                done.in_program += 1
                wrong += _in_program(files, scratch / "program", told)
            done.wrong += [f"seed {seed}, cut after {cut}, {side}: {one}" for one in wrong]
    done.different, done.states = judge.different
    return done


def left_of(disk: Disk, dice: random.Random) -> dict[str, Left]:
    """Nothing but what was synced, everything, names behind, or most often something between."""
    match dice.randrange(10):
        case 0:
            return disk.least()
        case 1:
            return disk.most()
        case 2:
            return disk.names_behind()
    return disk.chance(dice)


def _states(operations: Sequence[Operation]) -> dict[str, list[str]]:
    """What each side held, from the first moment to the last."""
    lines = [
        line for one in operations if one.kind == "A" for line in one.data.decode().split("\n")
    ]
    sides = told_to(line for line in lines if line)
    return {side: [state[0] for state in told.states] for side, told in sides.items()}


def _coming(states: list[str], told: Told) -> str:
    """The first state after the last one told that is another."""
    last = told.states[-1][0] if told.states else NEVER
    return next((one for one in states[len(told.states) :] if one != last), last)


def by_side(left: dict[str, Left], folder: Path) -> Sides:
    """The files of each side, by their names in its vault."""
    sides: Sides = {}
    start = len(str(folder)) + 1
    for path, one in left.items():
        side, name = path[start:].split("/", 1)
        sides.setdefault(side, {})[name] = one
    return sides


def _in_program(files: dict[str, Left], vault: Path, told: Told) -> list[str]:
    shutil.rmtree(vault, ignore_errors=True)
    vault.mkdir()
    lay(files, vault)
    return faults_in_program(vault, told)


def main(trace: Path, folder: Path, seed: int, many: int) -> None:
    """Replay one share of a recorded month; what was found goes out as JSON."""
    with tempfile.TemporaryDirectory(dir=memory()) as scratch:
        done = replay(operations_in(trace), folder, Path(scratch), seed, many)
    sys.stdout.write(json.dumps(asdict(done)))


def memory() -> str | None:
    """A folder in memory where there is one: no disk has to hold a million disks."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only made names in it


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
