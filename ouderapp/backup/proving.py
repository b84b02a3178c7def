"""Proving every backup on this laptop, one after the other, without a window."""

from dataclasses import dataclass

from ouderapp.backup.opening import check_backup, open_with_keys
from ouderapp.backup.problems import BackupPassphrase, BackupProblem
from ouderapp.backup.shelf import shelf
from ouderapp.store.database import Database


@dataclass(frozen=True)
class Proof:
    """What was found about one backup; `is_older` when it is under a key of before."""

    file: str
    is_whole: bool
    is_older: bool = False


def prove_all(database: Database) -> tuple[Proof, ...]:
    """Every backup put back in a folder that is then removed, newest first.

    Raises DiskFull and its kin when there is no room to do that.
    """
    folder = database.paths.backups
    return tuple(_proof(database, one.path.name) for one in shelf(folder))


def _proof(database: Database, name: str) -> Proof:
    path = database.paths.backups / name
    try:
        opened = open_with_keys(path, database.keys)
        for _step in check_backup(opened, path.parent):
            pass
    except BackupPassphrase:
        return Proof(name, is_whole=True, is_older=True)
    except BackupProblem:
        return Proof(name, is_whole=False)
    return Proof(name, is_whole=True)
