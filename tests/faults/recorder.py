"""Builds the recorder with the C compiler of the system, and runs a program under it."""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("recorder.c")
ROOT = Path(__file__).parent.parent.parent
KINDS = ("kill", "torn", "full", "always-full", "broken", "always-broken")
_HEAD = struct.Struct("<cQQQII")


@dataclass(frozen=True)
class Operation:
    """One thing that a program asked of the disk, in the order in which it was asked.

    `kind` is C create, W write, T truncate to `offset`, S sync of a file, D sync of a folder,
    R rename, L link, U remove, M make a folder, or A: this was told to the person.
    """

    kind: str
    inode: int
    offset: int
    path: str
    target: str
    data: bytes


def built(folder: Path) -> Path:
    """The library in this folder; raises RuntimeError when the system has no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise RuntimeError("the fault tools need a C compiler: install gcc and libc6-dev")
    library = folder / "recorder.so"
    flags = ("-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror")
    subprocess.run([compiler, *flags, "-o", str(library), str(SOURCE), "-ldl"], check=True)
    return library


@dataclass(frozen=True)
class Run:
    """How one run of a scenario ended, and what it asked of the disk."""

    code: int
    said: str
    trace: Path
    acks: Path

    @property
    def operations(self) -> list[Operation]:
        """Everything below the folder, and what was told in between."""
        return operations_in(self.trace)

    @property
    def told(self) -> list[str]:
        """What was told to the person, in order."""
        return self.acks.read_text().splitlines() if self.acks.exists() else []


def run(
    library: Path, scenario: str, folder: Path, side: Path, *words: str, at: int = 0, kind: str = ""
) -> Run:
    """Run the module of a scenario on a folder, with operation `at` going wrong in this way.

    `side` is a folder outside of the one that is watched, for the trace and what was told; the
    words are handed to the scenario.
    """
    trace, acks = side / "trace", side / "acks"
    for old in (trace, acks):
        old.unlink(missing_ok=True)
    surroundings = {
        "LD_PRELOAD": str(library),
        "FAULTS_FOLDER": str(folder.resolve()),
        "FAULTS_TRACE": str(trace),
        "FAULTS_ACKS": str(acks.resolve()),
        "FAULTS_AT": str(at),
        "FAULTS_KIND": kind,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    ended = subprocess.run(
        [sys.executable, "-m", scenario, str(folder), str(acks), *words],
        cwd=ROOT,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
    )
    return Run(ended.returncode, ended.stdout + ended.stderr, trace, acks)


def operations_in(trace: Path) -> list[Operation]:
    """Everything that a recorder wrote down in this file."""
    return list(_read(trace.read_bytes()))


def _read(trace: bytes) -> Iterator[Operation]:
    place = 0
    while place < len(trace):
        kind, inode, offset, length, path, target = _HEAD.unpack_from(trace, place)
        place += _HEAD.size
        ends = (place + path, place + path + target)
        size = length if kind in b"WA" else 0
        yield Operation(
            kind.decode(),
            inode,
            offset,
            trace[place : ends[0]].decode(),
            trace[ends[0] : ends[1]].decode(),
            trace[ends[1] : ends[1] + size],
        )
        place = ends[1] + size
