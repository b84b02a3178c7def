"""Putting a backup back: into a new folder, proved, in a new series of bundles, then decided."""

import secrets
import shutil
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.backup import swap
from ouderapp.backup.opening import OpenedBackup, unpack
from ouderapp.backup.problems import BackupOfAnother, told
from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.exchange.series import begin_new_epoch
from ouderapp.sealing import atomic
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.key_problems import KeyProblem
from ouderapp.sealing.keyfile_disk import copy_of, read
from ouderapp.store.database import Database
from ouderapp.store.settings import set_setting, setting

SHOWN = ("family", "person", "contact", "help_request", "follow_up", "letter")
"""The tables of which a person is told how many there are."""
_LOWEST = Cost(8, 1)
"""Only the name of the vault is read: no cost is too low for that."""
RESTORED_FROM = "restored_from"
"""The setting that says from which moment the store was put back, until it was told."""


@dataclass(frozen=True)
class Here:
    """What the present store holds beside a backup; `changes` were made after it."""

    counts: dict[str, int]
    changes: int
    last_at: datetime | None


@dataclass(frozen=True)
class Preview:
    """What is shown before anything is put back; `here` is None when it cannot be read."""

    opened: OpenedBackup
    here: Here | None


def compared(session: Session, opened: OpenedBackup) -> Here:
    """What is newer in the open store than in this backup."""
    ask = session.connection().exec_driver_sql
    counts = {table: ask(f'SELECT count(*) FROM "{table}"').scalar() or 0 for table in SHOWN}
    changes, last = ask(
        "SELECT count(*), max(at) FROM journal WHERE lsn > ?", (opened.manifest.lsn,)
    ).one()
    return Here(counts, changes, datetime.fromisoformat(last) if last else None)


def preview(paths: Paths, opened: OpenedBackup) -> Preview:
    """The same when the store is closed; the keys of the backup may no longer open it."""
    if not paths.store.exists():
        return Preview(opened, None)
    try:
        database = Database.open(paths, opened.keys)
    except Problem:
        return Preview(opened, None)
    try:
        return Preview(opened, database.run(compared, opened))
    finally:
        database.close()


def restoring(paths: Paths, opened: OpenedBackup) -> Generator[None, None, None]:
    """Bring the backup to the point where it takes the place of the present store.

    Until the last step nothing of the present store is touched, and a failure leaves nothing
    behind. After the last step close the store and call `swap.finish`. Raises BackupOfAnother,
    BackupDamaged, BackupIncomplete, DiskFull and their kin.
    """
    check_owner(paths, opened)
    with told():
        sweep(paths)
        staged = paths.vault / f".restore.{secrets.token_hex(4)}"
        atomic.make_folder(staged)
        try:
            yield from unpack(opened, Paths(staged))
            _begin_anew(Paths(staged), opened)
            yield
            _sync(staged)
            swap.decide(paths, staged)
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
    log.event("backup_decided")
    yield


def restore(paths: Paths, opened: OpenedBackup) -> None:
    """Put a backup back at once; the store must be closed. Raises as `restoring`."""
    for _step in restoring(paths, opened):
        pass
    with told():
        swap.finish(paths)


def check_owner(paths: Paths, opened: OpenedBackup) -> None:
    """Refuse the backup of another vault; a folder without a vault takes any. BackupOfAnother."""
    for path in (paths.key_file, copy_of(paths)):
        try:
            here = read(path, _LOWEST)
        except KeyProblem:
            continue
        if here.vault != opened.keys.vault:
            raise BackupOfAnother
        return


def sweep(paths: Paths) -> None:
    """Remove what a restore that was stopped before its decision left behind."""
    for left in paths.vault.glob(".restore.*"):
        shutil.rmtree(left, ignore_errors=True)


def told_once(session: Session) -> str:
    """From which moment this store was put back, the first time that it is asked; else empty."""
    found = str(setting(session, RESTORED_FROM, ""))
    if found:
        set_setting(session, RESTORED_FROM, "")
    return found


def _begin_anew(staged: Paths, opened: OpenedBackup) -> None:
    """The office must see that this is another series than before (B13)."""
    database = Database.open(staged, opened.keys)
    try:
        database.run(_mark, opened.manifest.made_at)
        database.checkpoint()
    finally:
        database.close()
    for ending in ("-wal", "-shm"):
        staged.store.with_name(staged.store.name + ending).unlink(missing_ok=True)


def _mark(session: Session, made_at: str) -> None:
    if setting(session, "role", "worker") == "worker":
        begin_new_epoch(session)
    set_setting(session, RESTORED_FROM, made_at)


def _sync(folder: Path) -> None:
    for one in sorted(folder.rglob("*")):
        if one.is_dir():
            atomic.sync_folder(one)
        else:
            with one.open("r+b") as file:
                atomic.sync_file(file)
    atomic.sync_folder(folder)
