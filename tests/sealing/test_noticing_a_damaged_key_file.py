"""No changed byte of the key file goes unnoticed, and the copy of before opens (G1, G8)."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from ouderapp.base.canonical import encode
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import (
    KeyFileDamaged,
    KeyFileNewer,
    KeyFileUnreadable,
    KeyProblem,
    WrongPassphrase,
)
from ouderapp.sealing.keyfile import (
    Created,
    open_with_passphrase,
    open_with_words,
)
from ouderapp.sealing.keyfile_disk import copy_of, put_back_copy
from ouderapp.sealing.keyfile_format import decode
from ouderapp.sealing.rotation import begin_rotation
from tests.sealing.cheap import CHEAP, PASSPHRASE


def test_a_box_that_opens_to_another_key_is_not_believed(paths: Paths, made: Created) -> None:
    """Sabotage 20: the check value commits to the master key."""
    text = paths.key_file.read_text()
    check = made.keys.check.hex()
    paths.key_file.write_text(text.replace(check, check[::-1]))

    with pytest.raises(KeyFileDamaged):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


def flipped(data: bytes, places: Iterable[int]) -> Iterator[bytes]:
    """The data once for each place, with this one bit changed."""
    for place in places:
        changed = bytearray(data)
        changed[place // 8] ^= 1 << place % 8
        yield bytes(changed)


def bits_of(data: bytes, rounds: Callable[[int, int], int]) -> range:
    """Every ninth bit, which touches every byte; every single one in a full run."""
    return range(0, len(data) * 8, rounds(9, 1))


def test_every_flipped_bit_is_noticed_and_the_copy_opens(
    paths: Paths, made: Created, rounds: Callable[[int, int], int]
) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    whole = paths.key_file.read_bytes()

    for damaged in flipped(whole, bits_of(whole, rounds)):
        paths.key_file.write_bytes(damaged)
        try:
            opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
        except KeyFileNewer:
            continue
        assert opened.keys == made.keys
        assert opened.from_copy or opened.is_suspect

    assert copy_of(paths).read_bytes() == whole


def opened_by(kind: str, paths: Paths, made: Created) -> Keys:
    """The keys, reached through the slot of this kind."""
    if kind == "recovery":
        return open_with_words(paths, made.words, cheap=CHEAP).keys
    return open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).keys


@pytest.mark.parametrize("own", ["passphrase", "recovery"])
def test_without_a_copy_no_flipped_bit_outside_the_other_slot_opens(
    paths: Paths, made: Created, own: str, rounds: Callable[[int, int], int]
) -> None:
    """Sabotage 18: every parameter of a slot, its generation and vault are bound into its box."""
    whole = paths.key_file.read_bytes()
    generation = decode(whole, CHEAP).gens[0]
    other = next(slot for slot in generation.slots if slot.kind != own)
    begin = whole.index(encode(other.shown()))
    outside = set(range(len(whole))) - set(range(begin, begin + len(encode(other.shown()))))

    bits = (bit for bit in bits_of(whole, rounds) if bit // 8 in outside)
    for damaged in flipped(whole, bits):
        paths.key_file.write_bytes(damaged)
        with pytest.raises(KeyProblem):
            opened_by(own, paths, made)


def test_a_file_cut_short_is_damaged_and_the_copy_opens(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    whole = paths.key_file.read_bytes()

    for length in range(0, len(whole), 7):
        paths.key_file.write_bytes(whole[:length])
        assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).from_copy


def test_a_copy_that_cannot_be_written_keeps_nobody_out(paths: Paths, made: Created) -> None:
    (copy_of(paths) / "in the way").mkdir(parents=True)

    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)

    assert opened.keys == made.keys


def test_a_key_file_that_cannot_be_read_says_so(paths: Paths) -> None:
    paths.key_file.mkdir(parents=True)

    with pytest.raises(KeyFileUnreadable):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


def test_the_copy_is_put_back_in_the_place_of_a_damaged_file(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    paths.key_file.write_bytes(b"damaged")
    assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).from_copy

    put_back_copy(paths)

    assert not open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).from_copy


def test_a_damaged_file_with_a_copy_still_asks_the_right_passphrase(
    paths: Paths, made: Created
) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    paths.key_file.write_bytes(b"damaged")

    with pytest.raises(WrongPassphrase):
        open_with_passphrase(paths, "iets anders", cheap=CHEAP)


def test_a_file_of_a_newer_version_is_not_passed_by(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    newer = paths.key_file.read_text().replace('"format":1', '"format":2')
    paths.key_file.write_text(newer)

    with pytest.raises(KeyFileNewer):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


def test_while_a_key_is_renewed_no_flipped_bit_costs_one_of_the_two_keys(
    paths: Paths, made: Created, rounds: Callable[[int, int], int]
) -> None:
    """The store may lie under either of them."""
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)
    whole = paths.key_file.read_bytes()

    for damaged in flipped(whole, range(0, len(whole) * 8, rounds(31, 1))):
        paths.key_file.write_bytes(damaged)
        try:
            opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
        except KeyFileNewer:
            continue
        assert (opened.keys, opened.older) == (fresh, (made.keys,))
        assert opened.from_copy or opened.is_suspect

    assert copy_of(paths).read_bytes() == whole
