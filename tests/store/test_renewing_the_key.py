"""A new key for a laptop that was lost and found: nothing lost, and nothing left (X01, 4.7)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.atomic import sync_folder
from ouderapp.sealing.blobs import BlobDamaged, Blobs
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import Created
from ouderapp.sealing.rotation import begin_rotation
from ouderapp.store import renewal, tables
from ouderapp.store.connection import connect, opens_with
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.problems import DiskFull, StoreDamaged
from ouderapp.store.soundness import soundness
from ouderapp.store.undo import undo
from tests.sealing.cheap import CHEAP, PASSPHRASE
from tests.store.renewal_run import PAPERS, write_letters


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folder of a vault that is not made yet."""
    return Paths(tmp_path / "vault")


@pytest.fixture
def made(paths: Paths) -> Created:
    return keyfile.create(paths, PASSPHRASE, cheap=CHEAP)


@pytest.fixture
def database(paths: Paths, made: Created) -> Iterator[Database]:
    """A store with three letters, the last of them in the bin."""
    opened = Database.open(paths, made.keys)
    letters = opened.run(write_letters)
    opened.run(throw_away, letters[2])
    yield opened
    opened.close()


@action("Letter moved to the bin")
def throw_away(session: Session, letter: str) -> None:
    session.delete(own(session, tables.Letter, letter))


def papers(session: Session) -> set[bytes]:
    blobs = Blobs(session.info["paths"], session.info["keys"])
    return {blobs.get(name) for name in session.scalars(sa.select(tables.Letter.pdf)) if name}


def renewed(database: Database) -> Keys:
    fresh = begin_rotation(database.paths, database.keys, PASSPHRASE, cheap=CHEAP)
    database.renew_key(fresh)
    return fresh


def test_a_store_that_got_a_new_key_lets_go_of_its_file_at_once(
    database: Database, paths: Paths
) -> None:
    fresh = renewed(database)

    database.close()

    Database.open(paths, fresh).close()


def test_every_row_and_every_paper_is_there_under_the_new_key(
    database: Database, paths: Paths, made: Created
) -> None:
    """X01."""
    before = database.run(soundness)

    fresh = renewed(database)

    assert (database.keys, database.run(papers)) == (fresh, set(PAPERS[:2]))
    assert database.run(soundness) == before
    assert before.is_sound
    assert opens_with(paths.store, fresh.db)
    assert not opens_with(paths.store, made.keys.db)


def test_what_lies_in_the_bin_comes_back_with_its_paper(database: Database) -> None:
    """D24: the journal names the paper by its new name."""
    renewed(database)

    database.run(undo)

    assert database.run(papers) == set(PAPERS)


def test_nothing_is_left_that_the_old_key_opens(
    database: Database, paths: Paths, made: Created
) -> None:
    (paths.vault / "before-0001.db").write_bytes(paths.store.read_bytes())

    renewed(database)

    assert list(paths.vault.glob("before-*")) == []
    assert list(paths.vault.glob("*.new*")) == []
    old = Blobs(paths, made.keys)
    assert len(list(old.names())) == len(PAPERS)
    for name in old.names():
        with pytest.raises(BlobDamaged):
            old.get(name)


def test_work_goes_on_after_it(database: Database, paths: Paths) -> None:
    fresh = renewed(database)

    database.run(write_letters)
    database.close()

    again = Database.open(paths, fresh)
    assert len(again.run(lambda session: list(session.scalars(sa.select(tables.Letter.id))))) == 5
    again.close()


def test_a_full_disk_leaves_the_old_key_in_place(
    database: Database, made: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: object) -> None:
        raise OSError(28, "no room")

    fresh = begin_rotation(database.paths, database.keys, PASSPHRASE, cheap=CHEAP)
    with monkeypatch.context() as broken:
        broken.setattr(renewal, "sync_file", full)
        with pytest.raises(DiskFull):
            database.renew_key(fresh)
    after = (database.keys, database.run(papers))
    database.renew_key(fresh)

    assert after == (made.keys, set(PAPERS[:2]))
    assert (database.keys, database.run(papers)) == (fresh, set(PAPERS[:2]))


def test_a_copy_that_is_not_equal_never_takes_the_place_of_the_store(
    database: Database, paths: Paths, made: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: one row less, and the old store stays."""
    encrypt = renewal._encrypt

    def forgetful(aside: Path, old: Keys, new: Keys, names: renewal.Names) -> None:
        raw = connect(aside, old.db)
        raw.execute("DELETE FROM journal WHERE lsn = 1")
        raw.close()
        encrypt(aside, old, new, names)

    monkeypatch.setattr(renewal, "_encrypt", forgetful)
    fresh = begin_rotation(paths, database.keys, PASSPHRASE, cheap=CHEAP)

    with pytest.raises(StoreDamaged):
        database.renew_key(fresh)

    assert (database.keys, database.run(papers)) == (made.keys, set(PAPERS[:2]))


def test_a_paper_that_was_damaged_before_stays_where_it_is(
    database: Database, paths: Paths, made: Created
) -> None:
    blobs = Blobs(paths, made.keys)
    name = next(iter(blobs.names()))
    blobs.path(name).write_bytes(b"damaged")

    renewed(database)

    assert blobs.path(name).read_bytes() == b"damaged"
    assert database.run(soundness).is_sound


def test_stopped_before_the_last_step_it_goes_on_at_the_next_unlock(
    database: Database, paths: Paths, made: Created
) -> None:
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)
    database.close()

    keys = renewal.settled(paths, keyfile.open_with_words(paths, made.words, cheap=CHEAP))

    again = Database.open(paths, keys)
    assert (keys, again.run(papers)) == (fresh, set(PAPERS[:2]))
    again.close()


def test_stopped_after_the_last_step_both_the_passphrase_and_the_old_sheet_open(
    database: Database, paths: Paths, made: Created
) -> None:
    """X03: until the new sheet is there."""
    fresh = renewed(database)
    database.close()

    by_phrase = keyfile.open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    by_words = keyfile.open_with_words(paths, made.words, cheap=CHEAP)

    assert renewal.settled(paths, by_phrase) == renewal.settled(paths, by_words) == fresh


def test_a_vault_without_a_store_has_nothing_to_bring(paths: Paths, made: Created) -> None:
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    opened = keyfile.open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)

    assert renewal.settled(paths, opened) == fresh


def test_a_store_of_neither_key_is_left_alone(
    database: Database, paths: Paths, made: Created
) -> None:
    database.close()
    before = paths.store.read_bytes()

    with pytest.raises(StoreDamaged):
        renewal.standing(paths, Keys(bytes(32), bytes(16)), Keys(b"x" * 32, bytes(16)))

    assert paths.store.read_bytes() == before


def test_a_log_of_the_old_store_is_never_read_into_the_new_one(
    database: Database, paths: Paths, made: Created, tmp_path: Path
) -> None:
    """C08: what was saved last and lies in the log only comes along; the log itself does not."""
    database.run(write_letters)
    left = tmp_path / "left"
    shutil.copytree(paths.vault, left)
    assert (left / "store.db-wal").stat().st_size > 0
    sync_folder(left)
    fresh = begin_rotation(Paths(left), made.keys, PASSPHRASE, cheap=CHEAP)

    renewal.bring_under(Paths(left), made.keys, fresh)

    again = Database.open(Paths(left), fresh)
    assert len(again.run(lambda session: list(session.scalars(sa.select(tables.Letter.id))))) == 5
    again.close()
