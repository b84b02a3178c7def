"""A file is there whole or not at all, whatever happens while it is written (G1, G2)."""

import errno
import os
import stat
from pathlib import Path

import pytest

from ouderapp.sealing.atomic import (
    make_folder,
    new_file,
    patiently,
    remove_file,
    sweep_unfinished,
    sync_folder,
    where_possible,
    write_file,
)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_written_file_holds_its_bytes_and_belongs_to_one_person(tmp_path: Path) -> None:
    write_file(tmp_path / "vault.json", b"whole")

    assert (tmp_path / "vault.json").read_bytes() == b"whole"
    assert stat.S_IMODE((tmp_path / "vault.json").stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["vault.json"]


def test_a_failure_halfway_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    write_file(path, b"before")

    def write_half() -> None:
        with new_file(path) as file:
            file.write(b"half of it")
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        write_half()
    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["vault.json"]


def test_a_reader_sees_the_old_file_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    write_file(path, b"before")

    with new_file(path) as file:
        file.write(b"after")
        file.flush()
        seen = path.read_bytes()

    assert (seen, path.read_bytes()) == (b"before", b"after")


def test_a_place_that_cannot_take_the_name_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)

    with pytest.raises(OSError, match="taken"):
        write_file(tmp_path / "taken", b"never")

    assert names_in(tmp_path) == ["taken"]


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".vault.json.0a1b2c3d.part").write_bytes(b"half")
    (tmp_path / ".hidden").write_bytes(b"mine")
    (tmp_path / "kept.part").write_bytes(b"mine")
    (tmp_path / ".folder.part").mkdir()

    swept = sweep_unfinished(tmp_path)

    assert swept == 1
    assert names_in(tmp_path) == [".folder.part", ".hidden", "kept.part"]


def test_removing_a_file_twice_is_no_failure(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"")

    remove_file(tmp_path / "a")
    remove_file(tmp_path / "a")

    assert names_in(tmp_path) == []


def test_a_folder_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    make_folder(tmp_path / "vault" / "blobs")
    make_folder(tmp_path / "vault" / "blobs")

    assert stat.S_IMODE((tmp_path / "vault" / "blobs").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "vault").stat().st_mode) == 0o700


def test_a_file_that_another_program_holds_for_a_moment_is_tried_again() -> None:
    tries: list[int] = []

    def held_twice() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError

    patiently(held_twice)

    assert len(tries) == 3


def test_a_file_that_stays_held_is_a_failure_in_the_end() -> None:
    tries: list[int] = []

    def always_held() -> None:
        tries.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        patiently(always_held)
    assert len(tries) == 6


def test_a_file_system_that_cannot_sync_folders_is_accepted() -> None:
    sync_folder(Path("/proc/self"))


def test_a_disk_that_fails_to_sync_is_not_believed() -> None:
    def fail() -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(OSError, match="error"):
        where_possible(fail)
