"""Whatever a power cut leaves of the key file, the vault opens with what was told last (G1)."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import KeyProblem
from ouderapp.sealing.keyfile import (
    change_passphrase,
    create,
    keep_words,
    new_words,
    open_with_passphrase,
    renew_words,
)
from ouderapp.sealing.rotation import begin_rotation
from tests.sealing.cheap import CHEAP
from tests.sealing.power_cut import Recorder, put_on_disk, recording

FIRST, SECOND = "banaan fiets wolk deur tafel zon", "een heel nieuwe wachtzin"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "vault").mkdir()
    return Paths(tmp_path / "vault")


@pytest.fixture
def empty(tmp_path: Path) -> Paths:
    """Another folder, in which the disks are put together."""
    (tmp_path / "disk").mkdir()
    return Paths(tmp_path / "disk")


def fits(paths: Paths, passphrase: str) -> bool:
    try:
        open_with_passphrase(paths, passphrase, cheap=CHEAP)
    except KeyProblem:
        return False
    return True


def test_a_change_is_written_in_the_order_that_survives(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage 3 to 6: copy first, each file synced before its name, each name before the next."""
    made = create(paths, FIRST, cheap=CHEAP)

    with recording(paths.vault, monkeypatch) as recorder:
        change_passphrase(paths, made.keys, SECOND, cheap=CHEAP)

    assert recorder.steps == [
        "file",
        "name vault.json.1",
        "folder",
        "file",
        "name vault.json",
        "folder",
    ]


def test_a_new_vault_is_there_when_it_is_told(
    paths: Paths, empty: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with recording(paths.vault, monkeypatch) as recorder:
        made = create(paths, FIRST, cheap=CHEAP)
        recorder.told("made")
        change_passphrase(paths, made.keys, FIRST, cheap=CHEAP)

    for number, disk in enumerate(recorder.disks):
        put_on_disk(disk, empty.vault)
        if recorder.acknowledged(number):
            assert open_with_passphrase(empty, FIRST, cheap=CHEAP).keys == made.keys


def test_a_cut_at_any_moment_of_a_year_of_changes_leaves_a_vault_that_opens(
    paths: Paths, empty: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = create(paths, FIRST, cheap=CHEAP)
    passphrases = [FIRST, *(f"wachtzin van maand {month}" for month in range(1, 7))]
    with recording(paths.vault, monkeypatch) as recorder:
        recorder.begin_with(paths.key_file)
        for month in range(1, 7):
            change_passphrase(paths, made.keys, passphrases[month], cheap=CHEAP)
            recorder.told(str(month))
            open_with_passphrase(paths, passphrases[month], cheap=CHEAP)
            renew_words(paths, made.keys, cheap=CHEAP)

    lost = []
    for number, disk in enumerate(recorder.disks):
        put_on_disk(disk, empty.vault)
        month = int(recorder.acknowledged(number) or 0)
        if not any(fits(empty, passphrase) for passphrase in passphrases[month : month + 2]):
            lost.append(number)

    assert len(recorder.disks) > 100
    assert lost == []


def test_a_cut_while_a_key_is_renewed_leaves_the_old_or_the_new_key(
    paths: Paths, empty: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = create(paths, FIRST, cheap=CHEAP)
    with recording(paths.vault, monkeypatch) as recorder:
        recorder.begin_with(paths.key_file)
        fresh = begin_rotation(paths, made.keys, FIRST, cheap=CHEAP)
        recorder.told("both")
        keep_words(paths, fresh, new_words(), cheap=CHEAP)
        recorder.told("new")

    for number, disk in enumerate(recorder.disks):
        put_on_disk(disk, empty.vault)
        opened = open_with_passphrase(empty, FIRST, cheap=CHEAP)
        reached: set[bytes] = {keys.master for keys in (opened.keys, *opened.older)}
        needed: Keys = fresh if recorder.acknowledged(number) else made.keys
        assert needed.master in reached


def write_and_rename_only(path: Path, data: bytes) -> None:
    """What a hasty program does: the name is changed before the content is on the disk."""
    path.with_suffix(".new").write_bytes(data)
    path.with_suffix(".new").replace(path)


def sync_the_file_only(path: Path, data: bytes) -> None:
    """Half a cure: the content is safe, but not the name."""
    with path.with_suffix(".new").open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.with_suffix(".new").replace(path)


def disks_without_all_told(recorder: Recorder, expected: dict[str, bytes]) -> int:
    return sum(
        disk.get("a") != expected[recorder.acknowledged(number)]
        for number, disk in enumerate(recorder.disks)
        if recorder.acknowledged(number)
    )


@pytest.mark.parametrize("hasty", [write_and_rename_only, sync_the_file_only])
def test_the_control_a_hasty_writer_loses_what_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hasty: Callable[[Path, bytes], None]
) -> None:
    """Control of G1: the model must find this, or it would find nothing."""
    (tmp_path / "vault").mkdir()
    path = tmp_path / "vault" / "a"
    told = {str(number): str(number).encode() * 40 for number in range(4)}

    with recording(path.parent, monkeypatch) as recorder:
        for name, data in told.items():
            hasty(path, data)
            recorder.told(name)
        hasty(path, told["3"])

    assert disks_without_all_told(recorder, told) > 0
