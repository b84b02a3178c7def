"""What `ouderapp check` says of the backups: none, good, damaged (X09)."""

from pathlib import Path

import pytest

from ouderapp.backup.making import make_backup
from ouderapp.base.paths import Paths
from ouderapp.sealing.keyfile import create
from ouderapp.store.database import Database
from tests.backup.drills import new_family
from tests.cli.conftest import CHEAP, PASSPHRASE, Say


@pytest.fixture
def work(tmp_path: Path) -> Database:
    """A store with one family, left open until somebody closes it."""
    paths = Paths(tmp_path / "worker")
    database = Database.open(paths, create(paths, PASSPHRASE, cheap=CHEAP).keys)
    database.run(new_family, "Haddad")
    return database


def test_without_a_backup_nothing_is_said_of_one(say: Say, work: Database) -> None:
    work.close()

    said = say("check", "--store", work.paths.vault)

    assert said.code == 0
    assert "Back-up" not in said.out


def test_a_good_one_is_named_as_whole(say: Say, work: Database) -> None:
    made = make_backup(work)
    work.close()

    said = say("check", "--store", work.paths.vault)

    assert said.code == 0
    assert f"Back-up {made.name}: in orde." in said.out


def test_a_damaged_one_is_named_and_the_answer_is_not_good(say: Say, work: Database) -> None:
    good, made = make_backup(work), make_backup(work)
    work.close()
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)

    said = say("check", "--store", work.paths.vault)

    assert said.code == 1
    assert f"Back-up {made.name}: beschadigd of niet volledig. Reken er niet op." in said.out
    assert good.name != made.name
