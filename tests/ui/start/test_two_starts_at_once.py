"""G9: of two starts at once one window opens; never two, and never none."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths

ROOT = Path(__file__).parent.parent.parent.parent
ONE, OTHER = "open", "another is open"
Start = subprocess.Popen[bytes]


@contextmanager
def at_the_barrier(folder: Path, *wishes: str) -> Iterator[Start]:
    """A process in which everything is loaded, and that waits for a sign to begin."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.start.one_start", str(folder), *wishes],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(folder.parent / "config")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as start:
        try:
            assert heard(start) == "ready"
            yield start
        finally:
            start.kill()


def heard(start: Start) -> str:
    """The next line that a process says."""
    assert start.stdout is not None
    return start.stdout.readline().decode().strip()


def sign(start: Start) -> None:
    """Open the barrier, or ask an open window to end."""
    assert start.stdin is not None
    start.stdin.write(b"\n")


def together(folder: Path, ends: Callable[[Start], object], *wishes: str) -> list[str]:
    """What two starts at once say; a window that opened then ends like this."""
    with ExitStack() as stack:
        starts = [stack.enter_context(at_the_barrier(folder, *wishes)) for _side in range(2)]
        for start in starts:
            sign(start)
        answers = {start: heard(start) for start in starts}
        for start, answer in answers.items():
            if answer == ONE:
                ends(start)
            start.wait()
    return sorted(answers.values())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.mark.parametrize("ends", [sign, subprocess.Popen.kill], ids=["politely", "by kill -9"])
def test_of_two_starts_at_once_one_opens(
    folder: Path, ends: Callable[[Start], object], rounds: Callable[[int, int], int]
) -> None:
    """G9: each round finds what the one before left: nothing, or the lock file of the dead."""
    answers = []
    left = []
    for _round in range(rounds(2, 500)):
        answers.append(together(folder, ends))
        left.append(Paths(folder).lock.exists())

    assert answers == [[OTHER, ONE]] * len(answers)
    assert set(left) == {ends is not sign}


@pytest.mark.parametrize("left", [b"", bytes(40)], ids=["empty", "zeros"])
def test_a_lock_file_in_which_nothing_stands_keeps_nobody_out(folder: Path, left: bytes) -> None:
    """G9: the power went as the file was made, and nothing of it was on the disk yet."""
    folder.mkdir(mode=0o700)
    Paths(folder).lock.write_bytes(left)
    os.utime(Paths(folder).lock, (1, 1))

    assert together(folder, sign) == [OTHER, ONE]


def test_without_the_lock_two_are_open(folder: Path) -> None:
    """The control of SECURITY 13."""
    assert together(folder, sign, "no lock") == [ONE, ONE]
