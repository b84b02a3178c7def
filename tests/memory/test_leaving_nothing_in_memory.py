"""After a lock nothing of the work is left in memory (X04, G6); before it, the search finds all."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.keyfile import open_with_passphrase
from ouderapp.store.database import Database
from ouderapp.store.drafts import drafts
from tests.memory.planted import HALF_TYPED, PHRASE, Planted, plant
from tests.memory.scanning import found_in

ROOT = Path(__file__).parent.parent.parent
REASONS = ("asked", "idle", "asleep")
SCENES = ("page", "dialog", "preview", "export")
CASES = [(REASONS[at % 3], SCENES[at % 4]) for at in range(10)]


class Working:
    """The program at work, in a process whose memory can be read."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        assert child.stdin is not None
        assert child.stdout is not None
        self.pid, self._told, self._heard = child.pid, child.stdout, child.stdin

    def wait_for(self, words: str) -> None:
        """Until the program says so."""
        for line in self._told:
            if line.strip() == words:
                return
        raise AssertionError(f"it ended before it said {words!r}")

    def tell(self, words: str) -> None:
        """Say a line to the program."""
        self._heard.write(f"{words}\n")
        self._heard.flush()


@contextmanager
def at_work(planted: Planted, scene: str) -> Iterator[Working]:
    """Unlocked, in the file of the family."""
    command = [sys.executable, "-m", "tests.memory.working", str(planted.folder)]
    more = {"XDG_CONFIG_HOME": str(planted.folder.parent / "config")}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, str(planted.phrase_file), scene],
        cwd=ROOT, env=os.environ | more, stdin=pipe, stdout=pipe, text=True,
    ) as child:  # fmt: skip
        try:
            working = Working(child)
            working.wait_for("at work")
            yield working
        finally:
            child.kill()


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return plant(tmp_path)


def test_nothing_is_left_after_a_lock_for_any_reason_in_any_scene(
    tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    """X04, G6: each scan before the lock is the control of the one after it."""
    left = []
    for number in range(rounds(len(CASES), 1000)):
        reason, scene = CASES[number % len(CASES)]
        folder = tmp_path / str(number)
        folder.mkdir()
        secrets = plant(folder)
        with at_work(secrets, scene) as working:
            before = found_in(working.pid, secrets.secrets)
            working.tell(reason)
            working.wait_for("settled")
            after = found_in(working.pid, secrets.secrets)
        left.append((reason, scene, before, after))

    everything = set(plant_names())
    assert [one for one in left if one[2:] != (everything, set())] == []


def test_hiding_the_windows_leaves_it_all(planted: Planted) -> None:
    """G6, the control: a lock that hides and clears is found out."""
    with at_work(planted, "page") as working:
        working.tell("hide")
        working.wait_for("hidden")

        left = found_in(working.pid, planted.secrets)

    assert {"name", "key of the store"} <= left


def test_what_was_half_typed_is_in_the_store_after_the_lock(planted: Planted) -> None:
    """X04, C08: and only there."""
    with at_work(planted, "dialog") as working:
        working.tell("asked")
        working.wait_for("settled")
        left = found_in(working.pid, {"half typed": (HALF_TYPED.encode(), utf_16(HALF_TYPED))})

    paths = Paths(planted.folder)
    keys = open_with_passphrase(paths, PHRASE, cheap=Cost(8, 1)).keys
    database = Database.open(paths, keys)
    kept = str(database.run(drafts))
    database.close()
    assert HALF_TYPED in kept
    assert left == set()


def plant_names() -> tuple[str, ...]:
    """What is looked for, by its name."""
    return ("name", "given name", "note", "passphrase", "key of the store", "master key")


def utf_16(text: str) -> bytes:
    """As Qt holds a text."""
    return text.encode("utf-16-le")
