"""On a full disk the reserve makes room for one more save and a lock (G2)."""

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ouderapp.sealing.reserve import SIZE, give_up_reserve, keep_reserve


@pytest.fixture
def no_large_files() -> Iterator[None]:
    """The system refuses files above 8 MiB, as a disk does that is nearly full."""
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE // 2, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))


def test_the_reserve_takes_sixteen_mebibytes_that_cannot_be_squeezed(tmp_path: Path) -> None:
    path = tmp_path / "reserve.bin"

    made = keep_reserve(path)

    assert made
    assert path.stat().st_size == SIZE
    assert path.stat().st_blocks * 512 >= SIZE
    assert len(set(path.read_bytes()[:4096])) > 200


def test_a_reserve_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "reserve.bin"
    keep_reserve(path)
    before = path.stat().st_ino

    assert keep_reserve(path)
    assert path.stat().st_ino == before


def test_half_a_reserve_is_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "reserve.bin"
    path.write_bytes(b"half")

    assert keep_reserve(path)
    assert path.stat().st_size == SIZE


def test_giving_it_up_frees_the_room_once(tmp_path: Path) -> None:
    path = tmp_path / "reserve.bin"
    keep_reserve(path)

    assert give_up_reserve(path)
    assert not give_up_reserve(path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_while_it_is_made_leaves_nothing_behind(
    tmp_path: Path, no_large_files: None
) -> None:
    assert not keep_reserve(tmp_path / "reserve.bin")
    assert list(tmp_path.iterdir()) == []


def test_where_no_room_is_free_it_is_not_made() -> None:
    full = Path("/proc/self")

    assert shutil.disk_usage(full).free == 0
    assert not keep_reserve(full / "reserve.bin")
