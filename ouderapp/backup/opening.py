"""The order of checks on the way back: nothing unproved ever reaches SQLite (SECURITY 7.2)."""

import hmac
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ouderapp.backup import archive
from ouderapp.backup.manifest import Manifest, decode, mac_of
from ouderapp.backup.problems import (
    BackupDamaged,
    BackupIncomplete,
    BackupNewer,
    BackupOfAnother,
    BackupPassphrase,
    BackupWords,
    told,
    told_of_file,
)
from ouderapp.backup.shelf import blob_beside
from ouderapp.base.paths import Paths
from ouderapp.sealing import atomic, keyfile
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import (
    KeyFileNewer,
    KeyFileUnusable,
    WrongPassphrase,
    WrongRecoveryWords,
)
from ouderapp.store import reading_back
from ouderapp.store.problems import StoreDamaged, StoreForeign


@dataclass(frozen=True, repr=False)
class OpenedBackup:
    """A backup whose seal was compared: its facts can be believed, its members not yet."""

    path: Path
    keys: Keys
    manifest: Manifest


def open_with_passphrase(path: Path, typed: str, *, cheap: Cost | None = None) -> OpenedBackup:
    """The facts of a backup. Raises BackupPassphrase, BackupForeign, BackupDamaged, BackupNewer."""
    return _opened(path, lambda paths: keyfile.open_with_passphrase(paths, typed, cheap=cheap))


def open_with_words(path: Path, words: Sequence[str], *, cheap: Cost | None = None) -> OpenedBackup:
    """The same with the twelve words of that time; raises BackupWords in place of the first."""
    return _opened(path, lambda paths: keyfile.open_with_words(paths, words, cheap=cheap))


def open_with_keys(path: Path, *known: Keys) -> OpenedBackup:
    """The same with keys that are known.

    Raises BackupOfAnother when they are of another vault, BackupPassphrase when the backup is
    under a key of before.
    """
    with told_of_file(), path.open("rb") as file:
        head = archive.read_head(file)
    return _sealed(path, head, known)


def read_through(path: Path, keys: Keys) -> Generator[None, None, None]:
    """Every byte of the archive against its seal, without opening the store in it.

    Raises BackupForeign, BackupDamaged, BackupOfAnother.
    """
    with told_of_file(), path.open("rb") as file:
        yield from read_bytes(file, keys)


def read_bytes(file: BinaryIO, keys: Keys) -> Iterator[None]:
    """The same for a file that is open, from its begin."""
    manifest = _sealed(Path(), archive.read_head(file), (keys,)).manifest
    file.seek(0)
    yield from _members(file, manifest, {})


def check_backup(opened: OpenedBackup, folder: Path) -> Iterator[None]:
    """Prove a backup whole as if it were put back, in a folder that is removed afterwards.

    Raises BackupDamaged, BackupIncomplete, DiskFull and its kin.
    """
    with told():
        aside = Path(tempfile.mkdtemp(prefix=".check.", suffix=".part", dir=folder))
    try:
        yield from unpack(opened, Paths(aside))
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def unpack(opened: OpenedBackup, target: Paths) -> Iterator[None]:
    """Put the members and the letters into an empty folder and prove every one of them.

    Raises BackupDamaged, BackupIncomplete, DiskFull and its kin.
    """
    manifest = opened.manifest
    files = {
        archive.KEY_FILE: target.key_file,
        archive.LEDGER: target.vault / archive.LEDGER,
        archive.STORE: target.store,
    }
    with told_of_file(), opened.path.open("rb") as file:
        yield from _members(file, manifest, files)
    yield from _blobs(opened, target)
    yield from _proved(opened, target)


def _members(file: BinaryIO, manifest: Manifest, files: dict[str, Path]) -> Iterator[None]:
    file.seek(archive.read_head(file).members_at)
    for part in manifest.members:
        if part.name not in files:
            yield from archive.read_member(file, part, None)
            continue
        with told(), atomic.new_file(files[part.name]) as target:
            yield from archive.read_member(file, part, target)
    archive.check_end(file, manifest.members)


def _blobs(opened: OpenedBackup, target: Paths) -> Iterator[None]:
    bad = 0
    for part in opened.manifest.blobs:
        beside = blob_beside(opened.path.parent, part.name)
        try:
            content = beside.read_bytes()
        except OSError:
            content = b""
        if archive.part_of(part.name, content) == part:
            place = target.blobs / part.name[:2] / part.name
            with told():
                atomic.make_folder(place.parent)
                atomic.write_file(place, content)
        else:
            bad += 1
        yield
    if bad:
        raise BackupIncomplete(number=bad)


def _proved(opened: OpenedBackup, target: Paths) -> Iterator[None]:
    """Only now is the store opened: pages, structure, counts and digests."""
    told_rows = {one.name: (one.count, one.digest) for one in opened.manifest.tables}
    try:
        with reading_back.opened(target.store, opened.keys.db) as raw:
            yield from reading_back.check(raw)
            if set(reading_back.tables_of(raw)) != set(told_rows):
                raise BackupDamaged
            for table, told_row in told_rows.items():
                found = reading_back.rows_of(raw, table)
                if (found.count, found.digest) != told_row:
                    raise BackupDamaged
                yield
    except (StoreDamaged, StoreForeign):
        raise BackupDamaged from None


def _opened(path: Path, way: Callable[[Paths], keyfile.Opened]) -> OpenedBackup:
    with told_of_file(), path.open("rb") as file:
        head = archive.read_head(file)
    with tempfile.TemporaryDirectory(prefix="oud-") as folder, told():
        paths = Paths(Path(folder))
        atomic.write_file(paths.key_file, head.key_file)
        try:
            found = way(paths)
        except WrongPassphrase:
            raise BackupPassphrase from None
        except WrongRecoveryWords:
            raise BackupWords from None
        except KeyFileNewer:
            raise BackupNewer from None
        except KeyFileUnusable:
            raise BackupDamaged from None
    return _sealed(path, head, (found.keys, *found.older))


def _sealed(path: Path, head: archive.Head, known: Sequence[Keys]) -> OpenedBackup:
    for keys in known:
        if hmac.compare_digest(mac_of(head.manifest, keys), head.mac):
            manifest = decode(head.manifest)
            if manifest.vault != keys.vault.hex():
                raise BackupDamaged
            return OpenedBackup(path, keys, manifest)
    if any(keys.check.hex().encode() in head.key_file for keys in known):
        raise BackupDamaged
    is_ours = any(keys.vault.hex().encode() in head.key_file for keys in known)
    raise BackupPassphrase if is_ours else BackupOfAnother
