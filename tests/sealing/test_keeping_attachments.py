"""Attachments are files named by their content: encrypted, whole, kept once (SECURITY 4.2)."""

import random
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ouderapp.base.paths import Paths
from ouderapp.sealing.blobs import LARGEST, OVERHEAD, BlobDamaged, BlobMissing, Blobs, BlobTooLarge
from ouderapp.sealing.derive import Keys

KEYS = Keys(b"m" * 32, b"v" * 16)
CANARY = b"Brief aan de school over Elif Voorbeeld"


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(Paths(tmp_path), KEYS)


def test_what_was_put_comes_back(blobs: Blobs) -> None:
    name = blobs.put(CANARY)

    assert blobs.get(name) == CANARY
    assert list(blobs.names()) == [name]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_every_content_comes_back(blobs: Blobs, content: bytes) -> None:
    assert blobs.get(blobs.put(content)) == content


def test_the_file_says_nothing_and_belongs_to_one_person(blobs: Blobs) -> None:
    path = blobs.path(blobs.put(CANARY))

    assert CANARY[:8] not in path.read_bytes()
    assert path.stat().st_size == len(CANARY) + OVERHEAD
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_name_cannot_be_guessed_without_the_key(tmp_path: Path, blobs: Blobs) -> None:
    other = Blobs(Paths(tmp_path / "other"), Keys(b"n" * 32, b"v" * 16))

    assert other.put(CANARY) != blobs.put(CANARY)


def test_equal_content_is_kept_once(blobs: Blobs) -> None:
    one = blobs.put(CANARY)
    before = blobs.path(one).read_bytes()

    assert blobs.put(CANARY) == one
    assert blobs.path(one).read_bytes() == before


def test_a_damaged_file_is_written_again_when_its_content_returns(blobs: Blobs) -> None:
    name = blobs.put(CANARY)
    blobs.path(name).write_bytes(b"damaged")

    blobs.put(CANARY)

    assert blobs.get(name) == CANARY


def test_no_flipped_bit_or_cut_passes(blobs: Blobs) -> None:
    name = blobs.put(CANARY)
    whole = blobs.path(name).read_bytes()

    for place in range(len(whole) * 8):
        data = bytearray(whole)
        data[place // 8] ^= 1 << place % 8
        blobs.path(name).write_bytes(data)
        with pytest.raises(BlobDamaged):
            blobs.get(name)
    for length in range(len(whole)):
        blobs.path(name).write_bytes(whole[:length])
        with pytest.raises(BlobDamaged):
            blobs.get(name)


def test_a_file_under_the_name_of_another_is_damaged(blobs: Blobs) -> None:
    one, other = blobs.put(b"one"), blobs.put(b"other")

    blobs.path(one).write_bytes(blobs.path(other).read_bytes())

    with pytest.raises(BlobDamaged):
        blobs.get(one)


def test_a_box_that_opens_but_holds_other_bytes_is_damaged(blobs: Blobs) -> None:
    name = blobs.put(CANARY)

    blobs.path(name).write_bytes(blobs._sealed(name, b"other bytes"))

    with pytest.raises(BlobDamaged):
        blobs.get(name)


@pytest.mark.parametrize("name", ["", "ab", "../vault.json", "A" * 64, "0" * 64, "0" * 64 + "\n"])
def test_what_is_not_here_is_missing(blobs: Blobs, name: str) -> None:
    with pytest.raises(BlobMissing):
        blobs.get(name)


def test_twenty_mebibytes_fit_and_not_a_byte_more(blobs: Blobs) -> None:
    content = random.Random(3).randbytes(LARGEST)

    assert blobs.get(blobs.put(content)) == content
    with pytest.raises(BlobTooLarge) as refused:
        blobs.put(content + b"\0")
    assert refused.value.places == {"mb": 20}


def test_a_file_that_no_row_names_is_swept(blobs: Blobs) -> None:
    kept, orphan = blobs.put(b"kept"), blobs.put(b"orphan")
    half = blobs.path(kept).with_name(f".{kept}.0a1b2c3d.part")
    half.write_bytes(b"half")
    (blobs.path(kept).parent / "notes").write_bytes(b"not ours")

    swept = blobs.sweep({kept})

    assert swept == 2
    assert list(blobs.names()) == [kept]
    assert not half.exists()
    with pytest.raises(BlobMissing):
        blobs.get(orphan)


def test_a_file_is_removed_once_and_asking_twice_is_no_failure(blobs: Blobs) -> None:
    name = blobs.put(CANARY)

    blobs.remove(name)
    blobs.remove(name)
    blobs.remove("f" * 64)

    assert list(blobs.names()) == []


def test_a_vault_without_attachments_is_swept_too(blobs: Blobs) -> None:
    assert blobs.sweep(()) == 0
