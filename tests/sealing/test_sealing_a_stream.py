"""What is sealed is opened by its receivers only, whole or not at all (B01, B02, G3)."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.sealing import bech32
from ouderapp.sealing.envelope import (
    RecipientUnsound,
    open_sealed,
    seal,
)
from ouderapp.sealing.keys import Opener
from ouderapp.sealing.refusals import (
    EnvelopeDamaged,
    EnvelopeNotForUs,
    EnvelopeRefused,
    EnvelopeType,
)

OFFICE, ESCROW, STRANGER = (Opener(bytes([number]) * 32) for number in (1, 2, 3))
CHUNK = 64 << 10


def sealed(data: bytes, *openers: Opener) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(data), target, [opener.recipient for opener in openers or (OFFICE,)])
    return target.getvalue()


def opened(data: bytes, *openers: Opener) -> bytes:
    sink = io.BytesIO()
    open_sealed(io.BytesIO(data), sink, openers or (OFFICE,))
    return sink.getvalue()


def verdict(data: bytes) -> str:
    """The reason of a refusal, or `opened`; any other exception is a defect."""
    try:
        opened(data)
    except EnvelopeRefused as refused:
        return refused.reason
    return "opened"


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_every_receiver_opens_what_was_sealed(size: int) -> None:
    data = random.Random(size).randbytes(size)

    found = sealed(data, OFFICE, ESCROW)

    assert opened(found, OFFICE) == opened(found, ESCROW) == data
    assert opened(found, STRANGER, ESCROW) == data


@given(st.binary(max_size=300))
def test_every_content_comes_back(data: bytes) -> None:
    assert opened(sealed(data)) == data


def test_the_head_says_for_how_many_it_was_sealed() -> None:
    file = io.BytesIO(sealed(b"x", OFFICE, ESCROW))

    assert open_sealed(file, io.BytesIO(), [OFFICE]).recipients == 2


def test_nobody_else_opens_it_not_even_the_one_who_sealed_it() -> None:
    with pytest.raises(EnvelopeNotForUs):
        opened(sealed(b"x", OFFICE), STRANGER)
    with pytest.raises(EnvelopeNotForUs):
        open_sealed(io.BytesIO(sealed(b"x")), io.BytesIO(), [])


def test_a_file_cut_at_any_place_is_never_taken_for_its_end() -> None:
    whole = sealed(bytes(50))

    verdicts = {verdict(whole[:length]) for length in range(len(whole))}

    assert verdicts == {"envelope_unknown", "envelope_header", "envelope_damaged"}


@pytest.mark.parametrize("chunks", [1, 2])
def test_a_file_cut_between_two_pieces_is_damaged(chunks: int) -> None:
    whole = sealed(bytes(3 * CHUNK))
    head = len(whole) - 3 * (CHUNK + 16)

    with pytest.raises(EnvelopeDamaged):
        opened(whole[: head + chunks * (CHUNK + 16)])


def test_a_file_with_something_behind_it_is_damaged() -> None:
    with pytest.raises(EnvelopeDamaged):
        opened(sealed(bytes(100)) + b"\0")


def test_no_flipped_bit_passes() -> None:
    whole = sealed(bytes(50))

    for place in range(len(whole) * 8):
        data = bytearray(whole)
        data[place // 8] ^= 1 << place % 8
        assert verdict(bytes(data)).startswith("envelope_"), place


def test_no_damaged_file_passes_and_each_refusal_has_a_reason(
    rounds: Callable[[int, int], int],
) -> None:
    """G3 outside: cuts, splices, doubled and swapped pieces, bytes from another sealed file."""
    chance = random.Random(20261123)
    whole, other = sealed(bytes(2000)), sealed(bytes(2000))

    for number in range(rounds(2_000, 200_000)):
        start, end = sorted(chance.randrange(len(whole)) for _ in range(2))
        damaged = chance.choice(
            (
                whole[:start] + whole[end + 1 :],
                whole[:start] + other[start : end + 1] + whole[end + 1 :],
                whole[:end] + whole[start:],
                whole[:start] + chance.randbytes(end - start + 1) + whole[end + 1 :],
            )
        )
        if damaged != whole:
            assert verdict(damaged).startswith("envelope_"), number


def test_a_passphrase_file_is_refused_before_it_costs_time(tmp_path: Path) -> None:
    with pytest.raises(EnvelopeType):
        opened(
            b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n"
            + (b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n")
        )


@pytest.mark.parametrize(
    "recipients",
    [
        [],
        ["age1"],
        [OFFICE.recipient, bech32.encode("age", bytes(32))],
        [OFFICE.recipient.upper()],
    ],
)
def test_nothing_is_sealed_for_a_key_that_keeps_no_secret(recipients: list[str]) -> None:
    target = io.BytesIO()

    with pytest.raises(RecipientUnsound):
        seal(io.BytesIO(b"x"), target, recipients)

    assert target.getvalue() == b""
