"""A small model of a disk: what a power cut could have left of a folder (SECURITY 12.2)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path

import pytest

Disk = dict[str, bytes]
MOST_VARIANTS = 16


@dataclass
class Recorder:
    """Follows every fsync and rename below one folder, and knows what is safe after each.

    A name is safe after the fsync of the folder, a content after the fsync of its file. What is
    not safe may or may not survive, each on its own; unsafe content may be empty or cut in half.
    """

    folder: Path
    synced: dict[int, bytes] = field(default_factory=dict)
    seen: dict[int, bytes] = field(default_factory=dict)
    safe: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[str, int]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    disks: list[Disk] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)

    def fsynced(self, descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if path == self.folder:
            self.safe.update(self.pending)
            self.pending.clear()
            self.steps.append("folder")
        elif path.parent == self.folder:
            self.synced[path.stat().st_ino] = path.read_bytes()
            self.steps.append("file")
        self._cut()

    def renamed(self, target: Path) -> None:
        if target.parent == self.folder:
            number = target.stat().st_ino
            self.seen[number] = target.read_bytes()
            if self.synced.get(number) != self.seen[number]:
                # The number belonged to a file that is gone.
                self.synced.pop(number, None)
            self.pending.append((target.name, number))
            self.steps.append(f"name {target.name}")
            self._cut()

    def begin_with(self, path: Path) -> None:
        """This file was safe before the recording began."""
        number = path.stat().st_ino
        self.synced[number] = path.read_bytes()
        self.safe[path.name] = number

    def told(self, what: str) -> None:
        """From here on this was said to the person."""
        self.marks.append((len(self.disks), what))

    def _cut(self) -> None:
        """Add every disk that a cut at this moment could leave."""
        for survived in self._survivals():
            names = {**self.safe, **dict(survived)}
            variants = [self._contents(number) for number in names.values()]
            for contents in islice(product(*variants), MOST_VARIANTS):
                self.disks.append(dict(zip(names, contents, strict=True)))

    def _survivals(self) -> Iterator[list[tuple[str, int]]]:
        """The pending names as far as they came, and each of them alone."""
        for count in range(len(self.pending) + 1):
            yield self.pending[:count]
        for one in self.pending[1:]:
            yield [one]

    def _contents(self, number: int) -> list[bytes]:
        if number in self.synced:
            return [self.synced[number]]
        whole = self.seen[number]
        return [b"", whole[: len(whole) // 2], whole]

    def acknowledged(self, disk: int) -> str:
        """What was the last thing told before this disk was left."""
        return [what for at, what in [(0, ""), *self.marks] if at <= disk][-1]


@contextmanager
def recording(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """Follow what the program asks of the system; nothing is changed by it."""
    recorder = Recorder(folder)
    fsync, replace = os.fsync, os.replace

    def recorded_fsync(descriptor: int) -> None:
        fsync(descriptor)
        recorder.fsynced(descriptor)

    def recorded_replace(source: Path, target: Path) -> None:
        replace(source, target)
        recorder.renamed(Path(target))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", recorded_fsync)
        patched.setattr(os, "replace", recorded_replace)
        yield recorder


def put_on_disk(disk: Disk, folder: Path) -> None:
    """Make this the content of an empty folder."""
    for path in folder.iterdir():
        path.unlink()
    for name, content in disk.items():
        (folder / name).write_bytes(content)
