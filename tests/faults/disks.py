"""What a power cut could have left of a folder, worked out from what was asked of the disk."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.recorder import Operation

SECTOR = 512
Pending = tuple[int, bytes | None]
"""Bytes at an offset; without bytes, the length to which the file is cut or drawn out."""


@dataclass
class File:
    """What is safe of one file, and what was asked since it was last synced."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Pending] = field(default_factory=list)

    def sync(self) -> None:
        for one in self.pending:
            _lay(self.safe, one)
        self.pending.clear()

    def with_these(self, survived: Iterable[Pending]) -> bytes:
        """The bytes when only these of the pending writes reached the disk."""
        content = bytearray(self.safe)
        for one in survived:
            _lay(content, one)
        return bytes(content)


@dataclass(frozen=True)
class Name:
    """A name that was given or taken: `file` None says that it is gone."""

    path: str
    file: File | None
    group: int
    """Names of one rename stand or fall together."""
    is_birth: bool = False


@dataclass
class Disk:
    """Follows the operations; contents belong to files, names to folders (SECURITY 12.2)."""

    names: dict[str, File] = field(default_factory=dict)
    pending: list[Name] = field(default_factory=list)
    files: dict[int, File] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    _acts: int = 0

    def ask(self, one: Operation) -> None:
        """Take in the next operation."""
        match one.kind:
            case "C":
                self.files[one.inode] = File()
                self._name(one.path, self.files[one.inode], is_birth=True)
            case "W":
                self._file(one).pending.append((one.offset, one.data))
            case "T":
                self._file(one).pending.append((one.offset, None))
            case "S":
                self._file(one).sync()
                self._settle(lambda name: name.is_birth and name.file is self.files[one.inode])
            case "D":
                self._settle(lambda name: str(Path(name.path).parent) == one.path)
            case "R":
                self._rename(one)
            case "L":
                self._name(one.target, self.files[one.inode])
            case "U":
                self._name(one.path, None)
            case "A":
                self.told += one.data.decode().splitlines()

    def least(self) -> dict[str, bytes]:
        """Only what was synced."""
        return {path: bytes(file.safe) for path, file in self.names.items()}

    def most(self) -> dict[str, bytes]:
        """Everything that was asked."""
        names = _named(self.names, self.pending)
        return {path: file.with_these(file.pending) for path, file in names.items()}

    def chance(self, dice: random.Random) -> dict[str, bytes]:
        """What was synced and, of the rest, what the dice let through."""
        names = _named(self.names, self._survivors(dice))
        return {path: file.with_these(_some(file.pending, dice)) for path, file in names.items()}

    def _survivors(self, dice: random.Random) -> list[Name]:
        """Names come in order up to some point; seldom any of them."""
        groups = sorted({name.group for name in self.pending})
        if dice.random() < 0.5:
            kept = set(groups[: dice.randint(0, len(groups))])
        else:
            kept = {group for group in groups if dice.random() < 0.5}
        return [name for name in self.pending if name.group in kept]

    def _rename(self, one: Operation) -> None:
        self._acts += 1
        file = self.files[one.inode]
        self.pending.append(Name(one.path, None, self._acts))
        self.pending.append(Name(one.target, file, self._acts))

    def _name(self, path: str, file: File | None, *, is_birth: bool = False) -> None:
        self._acts += 1
        self.pending.append(Name(path, file, self._acts, is_birth))

    def _settle(self, is_safe: Callable[[Name], bool]) -> None:
        """Names that are safe now overtake what was asked of the same path before."""
        groups = {name.group for name in self.pending if is_safe(name)}
        done = [name for name in self.pending if name.group in groups]
        last = {name.path: name.group for name in done}
        self.names = _named(self.names, done)
        self.pending = [
            name
            for name in self.pending
            if name.group > last.get(name.path, -1) and name.group not in groups
        ]

    def _file(self, one: Operation) -> File:
        return self.files.setdefault(one.inode, File())


def _named(names: dict[str, File], asked: Iterable[Name]) -> dict[str, File]:
    found = dict(names)
    for name in asked:
        if name.file is None:
            found.pop(name.path, None)
        else:
            found[name.path] = name.file
    return found


def _some(pending: list[Pending], dice: random.Random) -> Iterator[Pending]:
    """A prefix, or any of them; the last of a prefix may be torn at a sector."""
    way = dice.random()
    if way < 0.2:
        yield from pending
    elif way < 0.6:
        until = dice.randint(0, len(pending))
        yield from pending[:until]
        if until < len(pending):
            yield from _torn(pending[until], dice)
    else:
        for one in pending:
            if dice.random() < 0.5:
                yield one if dice.random() < 0.8 else next(_torn(one, dice), one)


def _torn(one: Pending, dice: random.Random) -> Iterator[Pending]:
    offset, data = one
    if data is not None and len(data) > SECTOR:
        yield (offset, data[: SECTOR * dice.randint(0, len(data) // SECTOR)])


def _lay(content: bytearray, one: Pending) -> None:
    offset, data = one
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data
