"""A month of a worker and an office, as a program of its own: each save is told when it is kept."""

import os
import sys
from datetime import date
from pathlib import Path

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from tests.faults import controls
from tests.faults.desk import Desk
from tests.faults.steps import STEPS

MONTH_END = date(2025, 4, 30)
REFUSED = 3


def main(folder: Path, acks: Path, *spoiled: str) -> int:
    """Play the month; 3 when the disk refused something and the program could say so."""
    for name in spoiled:
        controls.CONTROLS[name]()
    folder.mkdir(exist_ok=True)
    desk = Desk(folder, os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    with clock.standing_at(MONTH_END):
        try:
            for step in STEPS.values():
                step(desk)
        except Problem as problem:
            sys.stdout.write(f"{type(problem).__name__}\n")
            return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
