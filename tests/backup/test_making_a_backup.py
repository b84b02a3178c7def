"""A backup is only called one when it was read back (X09, J20)."""

import random
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ouderapp.backup import archive, due, making, opening
from ouderapp.backup.making import make_backup
from ouderapp.backup.problems import BackupDamaged, BackupInTheWay
from ouderapp.backup.shelf import BLOBS, Kept, new_name, shelf, surplus
from ouderapp.base import clock
from ouderapp.sealing.rotation import begin_rotation
from ouderapp.store.database import Database
from ouderapp.store.problems import StoreDamaged
from tests.backup.conftest import CHEAP, PHRASE, Vault, content_of
from tests.backup.drills import new_family, some_work


def test_a_backup_opens_with_the_passphrase_and_says_what_it_holds(
    vault: Vault, work: Database
) -> None:
    work.run(new_family, "Haddad")

    made = make_backup(work)

    manifest = opening.open_with_passphrase(made, PHRASE, cheap=CHEAP).manifest
    assert (manifest.count("family"), manifest.vault) == (1, vault.keys.vault.hex())
    assert manifest.lsn == work.run(due.reached)


def test_it_opens_with_the_twelve_words_too(vault: Vault, work: Database) -> None:
    made = make_backup(work)

    opened = opening.open_with_words(made, vault.words, cheap=CHEAP)

    assert opened.keys == vault.keys


def test_nobody_else_can_read_it_and_nothing_unfinished_stays_beside_it(work: Database) -> None:
    made = make_backup(work)

    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    assert b"Haddad" not in made.read_bytes()
    assert b"SQLite format 3" not in made.read_bytes()


def test_what_is_saved_while_it_is_made_is_kept_and_not_half_in_it(work: Database) -> None:
    work.run(new_family, "Eerst")
    steps = making.making(work)
    next(steps)

    work.run(new_family, "Intussen")
    *_rest, made = steps

    assert made is not None
    held = opening.open_with_keys(made, work.keys)
    for _step in opening.check_backup(held, made.parent):
        pass
    assert held.manifest.count("family") == 1
    assert work.run(due.reached) > held.manifest.lsn


def test_a_checkpoint_in_the_middle_makes_it_begin_again_later(work: Database) -> None:
    work.run(new_family, "Eerst")
    steps = making.making(work)
    next(steps)
    next(steps)
    work.run(new_family, "Intussen")
    work.checkpoint()

    with pytest.raises(BackupInTheWay):
        list(steps)

    assert list(work.paths.backups.iterdir()) == []


def test_the_lock_stops_a_running_one_without_a_trace(work: Database) -> None:
    before = content_of(work.paths.vault)
    steps = making.making(work)
    for _ in range(3):
        next(steps)

    steps.close()

    assert list(work.paths.backups.iterdir()) == []
    assert content_of(work.paths.vault).keys() == before.keys()


def test_it_can_be_stopped_at_every_step(vault: Vault, work: Database) -> None:
    some_work(work, random.Random(3))
    number = len(list(making.making(work)))
    for path in shelf(work.paths.backups):
        path.path.unlink()

    for at in range(1, number):
        steps = making.making(work)
        for _ in range(at):
            next(steps)
        steps.close()

        left = [path for path in work.paths.backups.iterdir() if path.name != BLOBS]
        assert left == [], at


def test_a_damaged_store_makes_no_backup(vault: Vault, tmp_path: Path) -> None:
    database = vault.opened()
    some_work(database, random.Random(4))
    database.checkpoint()
    with vault.paths.store.open("r+b") as file:
        file.seek(vault.paths.store.stat().st_size // 2)
        file.write(bytes(64))

    with pytest.raises((StoreDamaged, BackupDamaged)):
        make_backup(database)

    assert list(vault.paths.backups.iterdir()) == []
    database.close()


def test_letters_beside_the_store_are_kept_once_for_all_backups(
    vault: Vault, work: Database
) -> None:
    some_work(work, random.Random(5), acts=40)
    make_backup(work)
    first = {path: path.stat().st_mtime_ns for path in (work.paths.backups / BLOBS).rglob("*")}

    make_backup(work)

    second = {path: path.stat().st_mtime_ns for path in (work.paths.backups / BLOBS).rglob("*")}
    assert first == second
    assert first


def test_seven_days_five_weeks_and_twelve_months_stay(tmp_path: Path) -> None:
    begin = datetime(2024, 1, 1, 12, tzinfo=UTC)
    days = [begin + timedelta(days=number) for number in range(800)]
    made = [Kept(tmp_path / new_name(day), day, 1) for day in days]

    stays = sorted(set(made) - set(surplus(made)), key=lambda one: one.moment, reverse=True)

    last = days[-1].date()
    assert [one.day for one in stays[:7]] == [last - timedelta(days=back) for back in range(7)]
    assert {one.day.isocalendar()[:2] for one in stays} >= {
        (last - timedelta(weeks=back)).isocalendar()[:2] for back in range(5)
    }
    months = sorted({(one.day.year, one.day.month) for one in stays}, reverse=True)
    assert len(months) == 12
    assert len(stays) <= 7 + 5 + 12


def test_of_several_on_one_day_the_newest_stays(tmp_path: Path) -> None:
    hours = [datetime(2025, 3, 25, hour, tzinfo=UTC) for hour in (8, 11, 15)]
    made = [Kept(tmp_path / new_name(hour), hour, 1) for hour in hours]

    assert [one.moment for one in surplus(made)] == [hours[1], hours[0]]


def test_it_is_due_once_a_day_at_unlock_and_when_idle_after_a_change(work: Database) -> None:
    with clock.standing_at(date(2025, 3, 24)):
        assert work.run(due.is_due, at_unlock=True)
        made = make_backup(work)
        work.run(due.note_made, opening.open_with_keys(made, work.keys).manifest.lsn)
        nothing_new = work.run(due.is_due, at_unlock=False)
        work.run(new_family, "Haddad")
        changed = (work.run(due.is_due, at_unlock=True), work.run(due.is_due, at_unlock=False))
    with clock.standing_at(date(2025, 3, 25)):
        next_day = work.run(due.is_due, at_unlock=True)

    assert (nothing_new, changed, next_day) == (False, (False, True), True)


def test_it_is_due_when_the_key_was_renewed_since(vault: Vault, work: Database) -> None:
    made = make_backup(work)
    work.run(due.note_made, opening.open_with_keys(made, work.keys).manifest.lsn)
    work.renew_key(begin_rotation(vault.paths, work.keys, PHRASE, cheap=CHEAP))

    asked = [work.run(due.is_due, at_unlock=at_unlock) for at_unlock in (True, False)]

    assert asked == [True, True]


def test_the_newest_one_is_tried_out_once_a_week(work: Database) -> None:
    with clock.standing_at(date(2025, 3, 3)):
        made = make_backup(work)
        first = work.run(due.is_check_due)
        work.run(due.note_checked, made.name)
        same_day = work.run(due.is_check_due)
    with clock.standing_at(date(2025, 3, 10)):
        week_later = work.run(due.is_check_due)

    assert (first, same_day, week_later) == (made.name, "", made.name)


def test_the_archive_is_one_that_any_reader_of_tar_knows(work: Database) -> None:
    import tarfile

    made = make_backup(work)

    with tarfile.open(made) as tar:
        names = tar.getnames()
    assert names == [archive.MAC, archive.MANIFEST, archive.KEY_FILE, archive.STORE]
