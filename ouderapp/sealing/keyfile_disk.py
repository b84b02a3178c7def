"""The key file and its copy of before the last change, on the disk (SECURITY 4.3)."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.atomic import write_file
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import (
    KeyFileForeign,
    KeyFileMissing,
    KeyFileUnreadable,
    KeyFileUnusable,
)
from ouderapp.sealing.keyfile_format import LIMIT, Generation, KeyFile, decode, encode


def copy_of(paths: Paths) -> Path:
    """`vault.json.1`, the key file of before the last change."""
    return paths.key_file.with_name(paths.key_file.name + ".1")


def read(path: Path, floor: Cost) -> KeyFile:
    """What a key file says; raises KeyFileMissing, KeyFileUnreadable and those of `decode`."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise KeyFileMissing from None
    except OSError:
        raise KeyFileUnreadable from None
    return decode(data, floor)


def readable(path: Path, floor: Cost) -> KeyFile | None:
    """The same, or None when it cannot be used."""
    try:
        return read(path, floor)
    except KeyFileUnusable:
        return None


def write(paths: Paths, file: KeyFile, floor: Cost) -> None:
    """Put a changed key file in place; the one of before is kept as the copy.

    At every moment one of the two is whole. A damaged file never takes the place of the copy.
    """
    data = encode(file)
    if readable(paths.key_file, floor):
        write_file(copy_of(paths), paths.key_file.read_bytes())
    write_file(paths.key_file, data)


def renew_copy(paths: Paths) -> None:
    """Make the copy equal to a key file that has proved to open.

    From then on an old passphrase or an old sheet opens neither of them. A disk that is full or
    read-only does not keep anybody from her files.
    """
    with suppress(OSError):
        make_copy(paths)


def make_copy(paths: Paths) -> None:
    """The same, for when work may go on only once the copy is equal; raises OSError."""
    data = paths.key_file.read_bytes()
    if not copy_of(paths).exists() or copy_of(paths).read_bytes() != data:
        write_file(copy_of(paths), data)


def put_back_copy(paths: Paths) -> None:
    """Let the copy take the place of a key file that is damaged or gone."""
    write_file(paths.key_file, copy_of(paths).read_bytes())


def own_generation(paths: Paths, keys: Keys, floor: Cost) -> tuple[KeyFile, Generation]:
    """The key file and the part of it that is about these keys; raises KeyFileForeign and kin."""
    file = readable(paths.key_file, floor) or read(copy_of(paths), floor)
    for generation in file.gens:
        if file.vault == keys.vault and generation.holds(keys):
            return file, generation
    raise KeyFileForeign


def differ_by_damage(file: KeyFile, copy: KeyFile) -> bool:
    """Whether the two differ as after damage: a slot is nearly the same, or its frame is not.

    A slot that was written anew shares no bytes with the one before it.
    """
    return any(
        _is_near(one[0], other[0]) and one != other
        for one, other in product(_parts(file), _parts(copy))
    )


def _parts(file: KeyFile) -> Iterator[tuple[bytes, object]]:
    for generation in file.gens:
        for slot in generation.slots:
            yield slot.body, (file.vault, generation.gen, generation.check, slot)


def _is_near(one: bytes, other: bytes) -> bool:
    equal = sum(left == right for left, right in zip(one, other, strict=False))
    return len(one) == len(other) and equal * 2 > len(one)
