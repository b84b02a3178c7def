"""Making a backup in small steps, and giving it its name only when it was read back."""

import os
import re
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ouderapp.backup import archive
from ouderapp.backup.archive import KEY_FILE, LEDGER, STORE
from ouderapp.backup.manifest import FORMAT, Manifest, Part, TableDigest, encode, mac_of
from ouderapp.backup.manifest import written_moment as written
from ouderapp.backup.opening import read_through
from ouderapp.backup.problems import BackupDamaged, BackupInTheWay, told
from ouderapp.backup.shelf import blob_beside, new_name, shelf, surplus
from ouderapp.base import clock, log
from ouderapp.base.paths import Paths
from ouderapp.sealing import atomic
from ouderapp.sealing.derive import Keys
from ouderapp.store import reading_back
from ouderapp.store.database import Database

AUTOCHECKPOINT = 1000
"""Pages, as SQLite has it by itself."""

_BLOB = re.compile(r"[0-9a-f]{64}")
_PART = ".part"


@dataclass(frozen=True)
class _Standing:
    """What the store held when its file was copied."""

    epoch: str
    lsn: int
    schema: str
    counts: dict[str, int]


def make_backup(database: Database) -> Path:
    """Make one at once; gives its file. Raises as `making`."""
    *_steps, made = making(database)
    assert isinstance(made, Path)
    return made


def making(database: Database) -> Generator[Path | None, None, None]:
    """Make a backup; each step is short, and other work of the store may go between them.

    The last step gives the file. Closing the iterator stops it cleanly. Nothing stays behind when
    it stops or fails. Raises BackupInTheWay when the copy was overtaken by writing, StoreDamaged
    when the store itself is, DiskFull, StoreReadOnly and their kin.
    """
    paths, keys = database.paths, database.keys
    with told():
        atomic.make_folder(paths.backups)
        sweep(paths.backups)
        moment = clock.now()
        copy = paths.backups / f".{STORE}.{os.urandom(4).hex()}{_PART}"
        try:
            standing = yield from _copied(database, copy)
            digests = yield from _proved(copy, keys, standing)
            blobs = yield from _blobs(paths)
            manifest = _manifest(paths, copy, standing, digests, blobs)
            manifest = replace(manifest, made_at=written(moment), vault=keys.vault.hex())
            target = paths.backups / new_name(moment)
            yield from _written(target, manifest, keys, paths, copy)
        finally:
            _throw_away(copy)
        for one in surplus(shelf(paths.backups)):
            if one.path != target:
                atomic.remove_file(one.path)
    log.event("backup_made")
    yield target


def sweep(folder: Path) -> None:
    """Remove what a stopped program left under temporary names."""
    for left in folder.glob(f".*{_PART}*"):
        left.unlink(missing_ok=True)


def _copied(database: Database, copy: Path) -> Generator[None, None, _Standing]:
    """The file of the store as it lies, while the log holds what is written meanwhile."""
    with database.bare() as raw:
        raw.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        standing = _standing(raw)
    try:
        yield
        file = database.as_it_lies()
        before = os.fstat(file)
        os.lseek(file, 0, os.SEEK_SET)
        with os.fdopen(os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            while chunk := os.read(file, archive.CHUNK):
                target.write(chunk)
                yield
        after = os.fstat(file)
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise BackupInTheWay
    finally:
        with database.bare() as raw:
            raw.execute(f"PRAGMA wal_autocheckpoint = {AUTOCHECKPOINT}").fetchall()
    return standing


def _standing(raw: Any) -> _Standing:
    def one(asked: str) -> Any:
        row = raw.execute(asked).fetchone()
        return row[0] if row else None

    return _Standing(
        epoch=one("SELECT epoch_id FROM main.epoch WHERE worker = '' AND state = 'open'") or "",
        lsn=one("SELECT max(lsn) FROM main.journal") or 0,
        schema=one("SELECT version_num FROM main.alembic_version") or "",
        counts=reading_back.counts_of(raw),
    )


def _proved(
    copy: Path, keys: Keys, standing: _Standing
) -> Generator[None, None, tuple[TableDigest, ...]]:
    """Read the copy back on a fresh connection; what each table holds."""
    digests = []
    with reading_back.opened(copy, keys.db) as raw:
        yield from reading_back.check(raw)
        for table in reading_back.tables_of(raw):
            digests.append(TableDigest(**vars(reading_back.rows_of(raw, table))))
            yield
    if {one.name: one.count for one in digests} != standing.counts:
        raise BackupDamaged
    return tuple(digests)


def _blobs(paths: Paths) -> Generator[None, None, tuple[Part, ...]]:
    """Every letter that is not beside the backups yet, and what they all are."""
    found = []
    for path in sorted(paths.blobs.glob("[0-9a-f][0-9a-f]/*")):
        if _BLOB.fullmatch(path.name):
            beside = blob_beside(paths.backups, path.name)
            part = archive.part_of_file(path.name, path)
            if not beside.exists() or archive.part_of_file(path.name, beside) != part:
                atomic.make_folder(beside.parent)
                atomic.write_file(beside, path.read_bytes())
            found.append(part)
            yield
    return tuple(found)


def _manifest(
    paths: Paths,
    copy: Path,
    standing: _Standing,
    digests: tuple[TableDigest, ...],
    blobs: tuple[Part, ...],
) -> Manifest:
    members = (archive.part_of_file(name, path) for name, path in _members(paths, copy))
    return Manifest(
        blobs=blobs,
        epoch=standing.epoch,
        format=FORMAT,
        lsn=standing.lsn,
        made_at="",
        members=tuple(members),
        schema=standing.schema,
        tables=digests,
        vault="",
    )


def _members(paths: Paths, copy: Path) -> list[tuple[str, Path]]:
    ledger = paths.vault / LEDGER
    middle = [(LEDGER, ledger)] if ledger.exists() else []
    return [(KEY_FILE, paths.key_file), *middle, (STORE, copy)]


def _written(
    target: Path, manifest: Manifest, keys: Keys, paths: Paths, copy: Path
) -> Generator[None, None, None]:
    """The archive under a temporary name, read back from the disk, then renamed."""
    data = encode(manifest)
    unnamed = target.with_name(f".{target.name}.{os.urandom(4).hex()}{_PART}")
    try:
        with os.fdopen(os.open(unnamed, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for chunk in archive.pieces(mac_of(data, keys), data, _members(paths, copy)):
                file.write(chunk)
                yield
            atomic.sync_file(file)
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        yield
        with closing(read_through(unnamed, keys)) as steps:
            yield from steps
        atomic.patiently(lambda: unnamed.replace(target))
    except BaseException:
        unnamed.unlink(missing_ok=True)
        raise
    atomic.sync_folder(target.parent)


def _throw_away(copy: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
