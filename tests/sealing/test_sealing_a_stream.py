"""What is sealed is opened by its receivers only, whole or not at all (B01, B02, G3)."""

import errno
import io
import random
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base.errors import Problem
from ouderapp.sealing import bech32
from ouderapp.sealing.envelope import (
    SIGNATURE_SIZE,
    RecipientUnsound,
    is_manifest_signed,
    open_sealed,
    seal,
    sign_manifest,
    signer_of,
)
from ouderapp.sealing.keys import Opener, Signer
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


def test_the_age_program_opens_what_we_sealed(tmp_path: Path) -> None:
    data = random.Random(7).randbytes(200_000)
    (tmp_path / "key").write_text(OFFICE.text + "\n")

    done = subprocess.run(
        ["age", "-d", "-i", tmp_path / "key"],
        input=sealed(data, ESCROW, OFFICE),
        capture_output=True,
        check=True,
    )

    assert done.stdout == data


def test_we_open_what_the_age_program_sealed() -> None:
    data = random.Random(8).randbytes(200_000)

    done = subprocess.run(
        ["age", "-r", OFFICE.recipient, "-r", ESCROW.recipient],
        input=data,
        capture_output=True,
        check=True,
    )

    assert opened(done.stdout, ESCROW) == data


def test_a_key_made_by_the_age_program_is_read() -> None:
    made = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout

    opener = Opener.read(made.splitlines()[-1])

    assert opener is not None
    assert f"# public key: {opener.recipient}" in made


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


class Failing(io.BytesIO):
    """A file whose disk gives out, or a reader that refuses, at its second use."""

    def __init__(self, data: bytes, failure: Exception) -> None:
        super().__init__(data)
        self._failure, self._uses = failure, 0

    def _use(self) -> None:
        self._uses += 1
        if self._uses > 1:
            raise self._failure

    def read(self, size: int | None = -1, /) -> bytes:
        self._use()
        return super().read(size)

    def write(self, data: object, /) -> int:
        self._use()
        return super().write(data)  # type: ignore[arg-type]


class Refused(Problem):
    """What a reader of the content may raise."""


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), Refused(), ValueError()])
def test_a_failure_of_source_or_target_stays_what_it_is(failure: Exception) -> None:
    data = bytes(3 * CHUNK)

    with pytest.raises(type(failure)) as while_sealing:
        seal(io.BytesIO(data), Failing(b"", failure), [OFFICE.recipient])
    with pytest.raises(type(failure)) as while_reading:
        seal(Failing(data, failure), io.BytesIO(), [OFFICE.recipient])
    with pytest.raises(type(failure)) as while_opening:
        open_sealed(io.BytesIO(sealed(data)), Failing(b"", failure), [OFFICE])
    with pytest.raises(type(failure)) as while_decrypting:
        open_sealed(Failing(sealed(data), failure), io.BytesIO(), [OFFICE])

    raised = (while_sealing, while_reading, while_opening, while_decrypting)
    assert [one.value for one in raised] == [failure] * 4


class Full(io.BytesIO):
    """A place without any room."""

    def write(self, data: object, /) -> int:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("size", [1, 1_000, CHUNK, CHUNK + 1])
def test_a_failure_at_the_very_last_piece_is_not_lost(size: int) -> None:
    """A disk that is full at the end of a small file must not look like a good copy."""
    with pytest.raises(OSError, match="full"):
        seal(io.BytesIO(bytes(size)), Full(), [OFFICE.recipient])
    with pytest.raises(OSError, match="full"):
        open_sealed(io.BytesIO(sealed(bytes(size))), Full(), [OFFICE])


class Parser:
    """A sink that gives no number back, and one that takes a little at a time."""

    def __init__(self, most: int | None) -> None:
        self.taken, self._most = b"", most

    def write(self, data: bytes, /) -> int | None:
        self.taken += data[: self._most]
        return None if self._most is None else len(data[: self._most])


@pytest.mark.parametrize("most", [None, 1000])
def test_a_sink_gets_every_byte_once(most: int | None) -> None:
    data = random.Random(9).randbytes(100_000)
    sink = Parser(most)

    open_sealed(io.BytesIO(sealed(data)), sink, [OFFICE])

    assert sink.taken == data


class Zeros:
    """A source of so many zero bytes."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int, /) -> bytes:
        taken = min(size, self.left)
        self.left -= taken
        return bytes(taken)


class Counted:
    """A sink that keeps nothing."""

    size = 0

    def write(self, data: bytes, /) -> None:
        self.size += len(data)


def test_memory_stays_small_however_large_the_file_is(
    tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    size = rounds(48, 2048) << 20
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sink = Counted()

    with (tmp_path / "large.age").open("w+b") as file:
        seal(Zeros(size), file, [OFFICE.recipient])
        open_sealed(file, sink, [OFFICE])

    assert sink.size == size
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 << 10


def test_a_signature_names_its_key_and_covers_the_manifest() -> None:
    worker = Signer(bytes.fromhex("11" * 32))
    manifest = b'{"format":1}'

    signature = sign_manifest(manifest, worker)

    assert len(signature) == SIGNATURE_SIZE
    assert signer_of(signature) == worker.key_id
    assert is_manifest_signed(manifest, signature, worker.public)


def test_no_other_manifest_key_or_signature_is_believed() -> None:
    worker, other = Signer.new(), Signer.new()
    manifest = b'{"format":1}'
    signature = sign_manifest(manifest, worker)
    bare = worker.key_id + worker.sign(manifest)

    assert not is_manifest_signed(manifest + b" ", signature, worker.public)
    assert not is_manifest_signed(manifest, signature, other.public)
    assert not is_manifest_signed(manifest, signature[:-1], worker.public)
    assert not is_manifest_signed(manifest, signature + b"\0", worker.public)
    assert not is_manifest_signed(manifest, bare, worker.public)
