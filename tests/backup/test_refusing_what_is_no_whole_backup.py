"""Damage and strangers are named, and the store stays as it was (G8, issue of trust)."""

import hmac
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ouderapp.backup import archive, opening
from ouderapp.backup.making import make_backup
from ouderapp.backup.manifest import mac_of
from ouderapp.backup.problems import (
    BackupDamaged,
    BackupForeign,
    BackupIncomplete,
    BackupNewer,
    BackupOfAnother,
    BackupPassphrase,
    BackupProblem,
    BackupWords,
)
from ouderapp.backup.restoring import restore
from ouderapp.backup.shelf import BLOBS
from ouderapp.base.errors import Problem
from ouderapp.sealing.blobs import Blobs
from ouderapp.store import reading_back
from ouderapp.store.database import Database
from tests.backup.conftest import CHEAP, PHRASE, Vault, a_vault, content_of
from tests.backup.drills import some_work


def damaged(data: bytes, dice: random.Random) -> bytes:
    """One thing about these bytes is otherwise: a bit, a sector, the length, a piece twice."""
    found, at = bytearray(data), dice.randrange(len(data))
    match dice.randrange(5):
        case 0:
            found[at] ^= 1 << dice.randrange(8)
        case 1:
            found[at : at + 512] = dice.randbytes(len(found[at : at + 512]))
        case 2:
            del found[at:]
        case 3:
            found[at:at] = dice.randbytes(dice.randrange(1, 64))
        case _:
            found += dice.randbytes(dice.randrange(1, 600))
    return bytes(found)


def test_every_damaged_copy_is_found_before_the_store_in_it_is_opened(
    work: Database,
    monkeypatch: pytest.MonkeyPatch,
    rounds: Callable[[int, int], int],
) -> None:
    """G8: whatever was damaged, SQLite never sees it."""
    some_work(work, random.Random(1))
    whole = make_backup(work).read_bytes()
    monkeypatch.setattr(reading_back, "opened", _must_not_be_asked)
    dice, undetected = random.Random(2), 0

    for _ in range(rounds(10_000, 100_000)):
        copy = damaged(whole, dice)
        try:
            for _step in opening.read_bytes(io.BytesIO(copy), work.keys):
                pass
        except BackupProblem:
            continue
        undetected += copy != whole

    assert undetected == 0


def _must_not_be_asked(_path: Path, _key: bytes) -> None:
    raise AssertionError


def test_control_without_its_seals_most_damage_would_be_taken(
    work: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a reader that compares no digest takes nearly every flipped bit."""
    some_work(work, random.Random(1))
    whole = make_backup(work).read_bytes()
    monkeypatch.setattr(hmac, "compare_digest", lambda _one, _other: True)
    dice, undetected = random.Random(2), 0

    for _ in range(50):
        found = bytearray(whole)
        found[dice.randrange(len(whole) // 2, len(whole) - 2048)] ^= 1
        try:
            for _step in opening.read_bytes(io.BytesIO(found), work.keys):
                pass
        except BackupProblem:
            continue
        undetected += 1

    assert undetected > 40


def _with_an_old_page(vault: Vault, database: Database) -> None:
    """One page of the file goes back to what it was before the last work, under its own seal."""
    database.checkpoint()
    before = vault.paths.store.read_bytes()
    some_work(database, random.Random(6), acts=30)
    database.checkpoint()
    after = vault.paths.store.read_bytes()
    pages = [
        at
        for at in range(4096, min(len(before), len(after)), 4096)
        if before[at : at + 4096] != after[at : at + 4096]
    ]
    with vault.paths.store.open("r+b") as file:
        file.seek(pages[len(pages) // 2])
        file.write(before[pages[len(pages) // 2] :][:4096])


def test_one_page_of_an_old_copy_makes_no_backup(vault: Vault) -> None:
    database = vault.opened()
    some_work(database, random.Random(5), acts=30)
    _with_an_old_page(vault, database)

    with pytest.raises(Problem):
        make_backup(database)

    assert [path.name for path in vault.paths.backups.iterdir()] == []
    database.close()


def test_control_a_backup_that_is_not_read_back_keeps_the_damage(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without reading back the same page becomes a backup, and nobody knows."""
    database = vault.opened()
    some_work(database, random.Random(5), acts=30)
    _with_an_old_page(vault, database)
    monkeypatch.setattr(reading_back, "check", lambda _raw: iter(()))
    monkeypatch.setattr(reading_back, "counts_of", lambda _raw: {})
    monkeypatch.setattr(reading_back, "tables_of", lambda _raw: [])

    made = make_backup(database)

    assert made.exists()
    database.close()


def test_the_passphrase_of_another_day_is_named_as_such(work: Database) -> None:
    made = make_backup(work)

    with pytest.raises(BackupPassphrase):
        opening.open_with_passphrase(made, "een andere zin van later", cheap=CHEAP)


def test_words_of_another_sheet_are_named_as_such(work: Database, tmp_path: Path) -> None:
    made, other = make_backup(work), a_vault(tmp_path / "other")

    with pytest.raises(BackupWords):
        opening.open_with_words(made, other.words, cheap=CHEAP)


def test_the_backup_of_a_colleague_is_not_put_back_here(vault: Vault, tmp_path: Path) -> None:
    other = a_vault(tmp_path / "other")
    database = other.opened()
    made = make_backup(database)
    database.close()
    before = content_of(vault.paths.vault)

    with pytest.raises(BackupOfAnother):
        restore(vault.paths, opening.open_with_passphrase(made, PHRASE, cheap=CHEAP))

    assert content_of(vault.paths.vault) == before
    with pytest.raises(BackupOfAnother):
        opening.open_with_keys(made, vault.keys)


@pytest.mark.parametrize("kind", ["plain", "cipher", "text", "empty", "folder", "missing"])
def test_another_file_is_no_backup(work: Database, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "ander.oudbackup"
    content = {
        "plain": b"SQLite format 3\0" + bytes(4096),
        "cipher": work.paths.store.read_bytes(),
        "text": b"Verslag van de vergadering\n" * 40,
        "empty": b"",
    }
    if kind in content:
        file.write_bytes(content[kind])
    elif kind == "folder":
        file.mkdir()

    with pytest.raises((BackupForeign, BackupDamaged)):
        opening.open_with_passphrase(file, PHRASE, cheap=CHEAP)


def test_a_backup_of_a_newer_program_asks_for_the_newer_program(
    work: Database, tmp_path: Path
) -> None:
    data = b'{"format":2}'
    paths = [(archive.KEY_FILE, work.paths.key_file), (archive.STORE, work.paths.store)]
    seal = mac_of(data, work.keys)
    file = tmp_path / "later.oudbackup"
    file.write_bytes(b"".join(archive.pieces(seal, data, paths)))

    with pytest.raises(BackupNewer):
        opening.open_with_keys(file, work.keys)


def test_without_the_letters_beside_it_a_backup_is_not_complete(
    vault: Vault, tmp_path: Path
) -> None:
    database = vault.opened()
    for number in range(3):
        Blobs(database.paths, database.keys).put(b"brief %d" % number)
    made = make_backup(database)
    database.close()
    alone = tmp_path / made.name
    alone.write_bytes(made.read_bytes())
    before = content_of(vault.paths.vault)

    with pytest.raises(BackupIncomplete) as refused:
        restore(vault.paths, opening.open_with_keys(alone, vault.keys))

    assert refused.value.places == {"number": 3}
    assert content_of(vault.paths.vault) == before


def test_a_letter_that_is_damaged_beside_a_backup_is_mended_by_the_next_one(
    work: Database,
) -> None:
    Blobs(work.paths, work.keys).put(b"brief")
    make_backup(work)
    (letter,) = (work.paths.backups / BLOBS).glob("*/*")
    letter.write_bytes(b"stuk")

    made = make_backup(work)

    for _step in opening.check_backup(opening.open_with_keys(made, work.keys), made.parent):
        pass
    assert letter.read_bytes() != b"stuk"
