"""A full disk, a locked one or none at all: it is said, and nothing half stays (X09)."""

import errno
import os
import random
from pathlib import Path
from typing import Any

import pytest

from ouderapp.backup import making, medium, opening, swap
from ouderapp.backup.making import make_backup
from ouderapp.backup.problems import MediumGone
from ouderapp.backup.restoring import restore
from ouderapp.base.errors import Problem
from ouderapp.exchange.stick import StickFull, StickLocked
from ouderapp.sealing import atomic
from ouderapp.store.database import Database
from ouderapp.store.problems import DiskFull, StoreReadOnly
from tests.backup.conftest import CHEAP, PHRASE, Vault, content_of
from tests.backup.drills import new_family, some_work


def _full_after(monkeypatch: pytest.MonkeyPatch, syncs: int, code: int) -> None:
    """The disk refuses from this sync on."""
    left = [syncs]
    sync = atomic.sync_file

    def one(file: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(code, os.strerror(code))
        sync(file)

    monkeypatch.setattr(atomic, "sync_file", one)


@pytest.mark.parametrize(
    ("code", "problem"), [(errno.ENOSPC, DiskFull), (errno.EROFS, StoreReadOnly)]
)
def test_a_full_disk_in_the_middle_of_making_leaves_nothing(
    work: Database, monkeypatch: pytest.MonkeyPatch, code: int, problem: type[Problem]
) -> None:
    work.run(new_family, "Haddad")
    _full_after(monkeypatch, 0, code)

    with pytest.raises(problem):
        make_backup(work)

    assert list(work.paths.backups.iterdir()) == []


@pytest.mark.parametrize("syncs", range(6))
def test_a_full_disk_in_the_middle_of_a_restore_leaves_the_store_as_it_was(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, syncs: int
) -> None:
    database = vault.opened()
    some_work(database, random.Random(9), acts=20)
    made = make_backup(database)
    database.close()
    before = content_of(vault.paths.vault)
    opened = opening.open_with_keys(made, vault.keys)
    _full_after(monkeypatch, syncs, errno.ENOSPC)

    with pytest.raises(DiskFull):
        restore(vault.paths, opened)

    assert content_of(vault.paths.vault) == before
    assert not list(vault.paths.vault.glob(f"{swap.ASIDE}*"))


def test_a_second_medium_holds_what_can_be_put_back(vault: Vault, tmp_path: Path) -> None:
    database = vault.opened()
    some_work(database, random.Random(9), acts=20)
    made = make_backup(database)
    stick = tmp_path / "stick"
    stick.mkdir()

    for _step in medium.copying(made, stick, database.keys):
        pass

    database.close()
    copy = opening.open_with_passphrase(stick / made.name, PHRASE, cheap=CHEAP)
    for _step in opening.check_backup(copy, tmp_path):
        pass
    assert copy.manifest.count("family") >= 1


def test_a_medium_that_is_not_there_is_said_and_nothing_is_made(
    work: Database, tmp_path: Path
) -> None:
    made = make_backup(work)

    with pytest.raises(MediumGone):
        list(medium.copying(made, tmp_path / "stick", work.keys))

    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize(
    ("code", "problem"), [(errno.ENOSPC, StickFull), (errno.EROFS, StickLocked)]
)
def test_a_full_or_locked_medium_keeps_nothing_half(
    work: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    problem: type[Problem],
) -> None:
    made = make_backup(work)
    stick = tmp_path / "stick"
    stick.mkdir()
    _full_after(monkeypatch, 0, code)

    with pytest.raises(problem):
        list(medium.copying(made, stick, work.keys))

    assert list(stick.iterdir()) == []


def test_a_temporary_file_of_a_stopped_program_is_swept_at_the_next_backup(
    work: Database,
) -> None:
    work.paths.backups.mkdir()
    left = work.paths.backups / ".store.db.0011.part"
    left.write_bytes(b"half")

    making.make_backup(work)

    assert not left.exists()
