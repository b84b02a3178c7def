"""The battery dies in the middle of a sentence: at most a second of typing is lost (C08, Y16)."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ouderapp.base.paths import Paths
from ouderapp.store.database import Database
from ouderapp.store.drafts import drafts, drop_draft
from tests.ui.contacts import typing_on

A_SECOND = 1_000_000_000
A_LINE = 20
PROJECT = Path(__file__).parents[3]


def test_kill_at_any_moment_loses_at_most_a_second_of_typing(
    paths: Paths, tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    chance = random.Random(8)
    for number in range(rounds(2, 1000)):
        progress = tmp_path / f"typed-{number}"

        killed_at = type_and_kill(paths, progress, seconds=chance.uniform(1.0, 2.5))

        typed = [int(line) for line in progress.read_text().split()]
        safe = sum(moment < killed_at - A_SECOND for moment in typed)
        assert safe >= A_LINE
        assert safe <= letters_kept(paths) <= len(typed) + 1


def type_and_kill(paths: Paths, progress: Path, *, seconds: float) -> int:
    """Somebody types a line and goes on for so long, until the power is gone; gives the moment."""
    command = [sys.executable, "-m", typing_on.__name__, str(paths.vault), str(progress)]
    typist = subprocess.Popen(
        command, cwd=PROJECT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    while not progress.exists() or progress.read_text().count("\n") < A_LINE:
        time.sleep(0.02)
    time.sleep(seconds)
    killed_at = time.time_ns()
    typist.send_signal(signal.SIGKILL)
    typist.wait()
    return killed_at


def letters_kept(paths: Paths) -> int:
    """How many letters the store kept; it opens without a word of damage, and forgets them."""
    database = Database.open(paths, typing_on.KEYS)
    [(name, body)] = database.run(drafts) or [("", {"summary": ""})]
    database.run(drop_draft, name)
    database.close()
    return len(body["summary"])
