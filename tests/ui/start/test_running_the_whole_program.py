"""From the first start to the work, the lock and back, in processes of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent.parent


@dataclass(frozen=True)
class Day:
    """One folder, and what was said in a first run that locks and a second one that unlocks."""

    folder: Path
    locked: list[str]
    back: list[str]


def run(folder: Path, *wishes: str) -> list[str]:
    """The lines of one run of the program, that ends well to its very last step."""
    command = [sys.executable, "-m", "tests.ui.start.one_run", str(folder)]
    answer = subprocess.run(
        [*command, str(folder.parent / "phrase"), *wishes],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(folder.parent / "config")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    lines = answer.stdout.splitlines()
    assert lines, answer.stderr
    assert answer.returncode == 0, answer.stderr
    return lines


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The first start and a lock; then unlocking and the end."""
    folder = tmp_path_factory.mktemp("day") / "vault"
    return Day(folder, run(folder, "lock"), run(folder, "quit"))


def test_the_first_start_ends_in_the_work_and_the_store_is_encrypted(day: Day) -> None:
    """X01."""
    assert day.locked[0].startswith("in ")
    assert b"Lies" not in (day.folder / "store.db").read_bytes()


def test_a_lock_closes_the_store_and_starts_afresh_with_the_reason_only(day: Day) -> None:
    """X04."""
    assert day.locked[-1].startswith("fresh ['--locked', 'asked-")
    assert not (day.folder / "store.db-wal").exists()


def test_after_unlocking_the_person_is_back_where_she_was(day: Day) -> None:
    """X04."""
    assert day.back[0].endswith("('settings', None)")
    assert day.back[-1] == "ended 0"


def test_the_program_ends_well_after_every_page_was_open(day: Day) -> None:
    assert run(day.folder, "tour", "quit")[-1] == "ended 0"


def test_the_log_of_a_whole_run_holds_no_name(day: Day) -> None:
    log = (day.folder / "log" / "ouderapp.log").read_text()

    assert "locked" in log
    assert "Lies" not in log
    assert str(day.folder) not in log


def test_a_second_start_calls_the_first_window_and_ends(day: Day) -> None:
    command = [sys.executable, "-m", "tests.ui.start.one_run", str(day.folder), "phrase", "stay"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        here = first.stdout.readline().strip()

        second = run(day.folder, "stay")

        called = first.stdout.readline().strip()
        first.terminate()
    assert (here, second, called) == ("here", ["another window is open"], "called")
