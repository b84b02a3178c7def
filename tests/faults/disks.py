"""What a power cut could have left of a folder, worked out from what was asked of the disk."""

import hashlib
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.recorder import Operation

SECTOR = 512
Pending = tuple[int, bytes | None]
"""Bytes at an offset; without bytes, the length to which the file is cut or drawn out."""
Survivor = tuple[int, int]
"""The place of a write among the pending ones, and how many of its bytes came through."""
WHOLE = 1 << 62


@dataclass(eq=False)
class File:
    """What is safe of one file, and what was asked since it was last synced."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Pending] = field(default_factory=list)
    digests: dict[tuple[Survivor, ...], str] = field(default_factory=dict)

    def sync(self) -> None:
        for one in self.pending:
            _lay(self.safe, one)
        if self.pending:
            self.digests.clear()
        self.pending.clear()


@dataclass(frozen=True)
class Left:
    """What is left of one file: all that is safe, and these of the pending writes."""

    file: File
    survived: tuple[Survivor, ...] = ()

    def content(self) -> bytes:
        """The bytes on the disk."""
        found = bytearray(self.file.safe)
        for at, length in self.survived:
            offset, data = self.file.pending[at]
            _lay(found, (offset, data if data is None else data[:length]))
        return bytes(found)

    def digest(self) -> str:
        """What tells these bytes from all others; worked out once for each way of surviving."""
        known = self.file.digests
        if self.survived not in known:
            known[self.survived] = hashlib.sha256(self.content()).hexdigest()
        return known[self.survived]


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

    def least(self) -> dict[str, Left]:
        """Only what was synced."""
        return {path: Left(file) for path, file in self.names.items()}

    def most(self) -> dict[str, Left]:
        """Everything that was asked."""
        names = _named(self.names, self.pending)
        return {path: Left(file, _all(file)) for path, file in names.items()}

    def names_behind(self) -> dict[str, Left]:
        """Every byte came through, but no name that was not synced."""
        return {path: Left(file, _all(file)) for path, file in self.names.items()}

    def chance(self, dice: random.Random) -> dict[str, Left]:
        """What was synced and, of the rest, what the dice let through."""
        names = _named(self.names, self._survivors(dice))
        return {path: Left(file, _some(file, dice)) for path, file in names.items()}

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


def _all(file: File) -> tuple[Survivor, ...]:
    return tuple((at, WHOLE) for at in range(len(file.pending)))


def _some(file: File, dice: random.Random) -> tuple[Survivor, ...]:
    """A prefix, or any of them; the last of a prefix may be torn at a sector."""
    if not file.pending:
        return ()
    way = dice.random()
    if way < 0.1:
        return _all(file)
    if way < 0.5:
        until = dice.randint(0, len(file.pending))
        torn = [_torn(file, until, dice)] if until < len(file.pending) else []
        return (*_all(file)[:until], *(one for one in torn if one[1]))
    kept = (at for at in range(len(file.pending)) if dice.random() < 0.5)
    return tuple((at, WHOLE) if dice.random() < 0.8 else _torn(file, at, dice) for at in kept)


def _torn(file: File, at: int, dice: random.Random) -> Survivor:
    """A write up to some border between two sectors of the file."""
    offset, data = file.pending[at]
    if data is None:
        return at, WHOLE
    borders = range(-offset % SECTOR, len(data), SECTOR)
    return at, dice.choice((0, *borders))


def _lay(content: bytearray, one: Pending) -> None:
    offset, data = one
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data
