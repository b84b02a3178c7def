"""What was backed up comes back whole, and what stood here is set aside (X09, B13, G8)."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ouderapp.backup import opening, restoring, swap
from ouderapp.backup.making import make_backup
from ouderapp.backup.restoring import restore
from ouderapp.exchange.series import own_epoch
from ouderapp.sealing import keyfile
from ouderapp.store.database import Database
from tests.backup.conftest import CHEAP, PHRASE, Vault
from tests.backup.drills import digest, new_family, some_work


def a_backup(vault: Vault, seed: int = 1) -> tuple[Path, dict[str, object]]:
    """A backup of a store with some work in it, and what it must hold."""
    database = vault.opened()
    some_work(database, random.Random(seed))
    made, held = make_backup(database), digest(database)
    database.close()
    return made, held


def test_everything_of_that_day_is_back_and_today_is_set_aside(vault: Vault) -> None:
    made, held = a_backup(vault)
    database = vault.opened()
    some_work(database, random.Random(2))
    today = digest(database)
    database.close()

    restore(vault.paths, opening.open_with_passphrase(made, PHRASE, cheap=CHEAP))

    database = vault.opened()
    assert digest(database) == held
    database.close()
    (aside,) = swap.set_aside_folders(vault.paths)
    database = replace(vault, paths=type(vault.paths)(aside)).opened()
    assert digest(database) == today
    database.close()


def test_two_restores_set_two_stores_aside(vault: Vault) -> None:
    made, _held = a_backup(vault)
    opened = opening.open_with_keys(made, vault.keys)

    restore(vault.paths, opened)
    restore(vault.paths, opened)

    assert len(swap.set_aside_folders(vault.paths)) == 2


def test_a_restored_store_is_in_a_new_series_of_bundles(vault: Vault) -> None:
    database = vault.opened()
    before = database.run(lambda session: own_epoch(session).epoch_id)
    made = make_backup(database)
    database.close()

    restore(vault.paths, opening.open_with_keys(made, vault.keys))

    database = vault.opened()
    after = database.run(own_epoch)
    assert (after.number, after.epoch_from) == (2, before)
    database.close()


def test_it_says_once_from_which_moment_it_was_put_back(vault: Vault) -> None:
    made, _held = a_backup(vault)
    opened = opening.open_with_keys(made, vault.keys)

    restore(vault.paths, opened)

    database = vault.opened()
    assert database.run(restoring.told_once) == opened.manifest.made_at
    assert database.run(restoring.told_once) == ""
    database.close()


def test_the_passphrase_of_that_day_opens_what_was_put_back(vault: Vault) -> None:
    made, _held = a_backup(vault)
    keyfile.change_passphrase(vault.paths, vault.keys, "zeven nieuwe woorden van nu", cheap=CHEAP)

    restore(vault.paths, opening.open_with_passphrase(made, PHRASE, cheap=CHEAP))

    assert keyfile.open_with_passphrase(vault.paths, PHRASE, cheap=CHEAP).keys == vault.keys


def test_what_is_newer_here_is_told_before_anything_is_done(vault: Vault) -> None:
    made, _held = a_backup(vault)
    opened = opening.open_with_keys(made, vault.keys)
    database = vault.opened()
    database.run(new_family, "Peeters")
    database.run(new_family, "Janssens")
    database.close()

    shown = restoring.preview(vault.paths, opened)

    assert shown.here is not None
    assert shown.here.changes == 2
    assert shown.here.last_at is not None
    assert shown.here.counts["family"] == opened.manifest.count("family") + 2


def test_a_store_that_cannot_be_read_is_no_reason_not_to_restore(vault: Vault) -> None:
    made, held = a_backup(vault)
    vault.paths.store.write_bytes(bytes(4096))
    opened = opening.open_with_passphrase(made, PHRASE, cheap=CHEAP)

    shown = restoring.preview(vault.paths, opened)
    restore(vault.paths, opened)

    assert shown.here is None
    database = vault.opened()
    assert digest(database) == held
    database.close()
    (aside,) = swap.set_aside_folders(vault.paths)
    assert (aside / "store.db").read_bytes() == bytes(4096)


def test_a_lost_key_file_comes_back_with_the_backup(vault: Vault) -> None:
    made, held = a_backup(vault)
    for file in vault.paths.vault.glob("vault.json*"):
        file.unlink()

    restore(vault.paths, opening.open_with_words(made, vault.words, cheap=CHEAP))

    keys = keyfile.open_with_passphrase(vault.paths, PHRASE, cheap=CHEAP).keys
    database = Database.open(vault.paths, keys)
    assert digest(database) == held
    database.close()


def _stopped(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """The program dies at this move of a file."""
    left = [at]
    move = swap._move

    def one(path: Path, folder: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        move(path, folder)

    monkeypatch.setattr(swap, "_move", one)


@pytest.mark.parametrize("at", range(6))
def test_a_restore_that_was_cut_off_goes_on_at_the_next_start(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    made, held = a_backup(vault)
    with monkeypatch.context() as stopped:
        _stopped(stopped, at)
        with pytest.raises(KeyboardInterrupt):
            restore(vault.paths, opening.open_with_keys(made, vault.keys))
    assert swap.is_halfway(vault.paths)

    swap.finish(vault.paths)

    assert not swap.is_halfway(vault.paths)
    database = vault.opened()
    assert digest(database) == held
    database.close()
    (aside,) = swap.set_aside_folders(vault.paths)
    assert (aside / "store.db").stat().st_size


def test_drills_on_random_days_give_every_record_back(
    empty_vault: Vault, tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    """G8: by passphrase and by words, on the folder itself and on an empty one elsewhere."""
    vault = empty_vault.at(tmp_path / "vault")
    dice = random.Random(8)
    database = vault.opened()
    for number in range(rounds(100, 1_000)):
        some_work(database, dice, acts=dice.randrange(3))
        made, held = make_backup(database), digest(database)
        target = replace(vault, paths=type(vault.paths)(tmp_path / f"other-{number}"))
        target.paths.vault.mkdir()
        if number % 2:
            opened = opening.open_with_words(made, vault.words, cheap=CHEAP)
        else:
            opened = opening.open_with_passphrase(made, PHRASE, cheap=CHEAP)

        restore(target.paths, opened)

        restored = Database.open(target.paths, opened.keys)
        assert digest(restored) == held, number
        restored.close()
        shutil.rmtree(target.paths.vault)
    database.close()
