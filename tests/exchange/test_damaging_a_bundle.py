"""Damaged copies are refused for a typed reason, and the store stays as it is (B02, G3)."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from ouderapp.exchange.first_pass import FirstPass, first_pass
from ouderapp.exchange.receive import receive
from ouderapp.exchange.refusals.catalogue import catalogue
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.trust import Trust, trust_of
from ouderapp.sealing.envelope import seal
from ouderapp.sealing.refusals import EnvelopeRefused
from ouderapp.store.database import Database
from tests.exchange import vector_parts as parts
from tests.exchange.vector_office import become_office, image_of, make_heads

BUNDLES = Path(__file__).parent / "vectors" / "bundle"
RECEIVERS = [parts.OPENERS[name].recipient for name in ("office", "escrow")]
Rounds = Callable[[int, int], int]


@pytest.fixture
def office(opening: Callable[[str], Database]) -> Database:
    """The office of the vectors."""
    database = opening("office")
    database.run(become_office)
    database.run(make_heads)
    return database


def outcome(trust: Trust, raw: bytes) -> str:
    """The reason for which a copy is refused; empty when it is taken for sound."""
    try:
        first_pass(io.BytesIO(raw), FirstPass(trust))
    except (Refusal, EnvelopeRefused) as problem:
        return problem.reason
    return ""


def damaged(raw: bytes, other: bytes, random: Random) -> bytes:
    """The bytes with one kind of damage somewhere, at the head twice as often as elsewhere."""
    place = random.randrange(500 if random.random() < 0.3 else len(raw)) % len(raw)
    length = random.randrange(1, 200)
    kind = random.randrange(7)
    if kind == 0:
        return raw[:place] + bytes([raw[place] ^ 1 << random.randrange(8)]) + raw[place + 1 :]
    if kind == 1:
        return raw[:place]
    if kind == 2:
        return raw[:place] + raw[place + length :]
    if kind == 3:
        return raw[:place] + random.randbytes(length) + raw[place:]
    if kind == 4:
        return raw[:place] + other[place:]
    if kind == 5:
        return raw[:place] + bytes(length) + raw[place + length :]
    return raw + random.randbytes(length)


def damages(raw: bytes, other: bytes, rounds: int, seed: int) -> Iterator[bytes]:
    random = Random(seed)
    for _ in range(rounds):
        found = damaged(raw, other, random)
        if random.random() < 0.2:
            found = damaged(found or raw, other, random)
        if found not in (raw, other):
            yield found


def test_no_damaged_envelope_is_taken_for_sound(office: Database, rounds: Rounds) -> None:
    raw, other = ((BUNDLES / f"{name}.age").read_bytes() for name in ("coded", "delta"))
    trust, before = office.run(trust_of), image_of(office)

    found = {outcome(trust, one) for one in damages(raw, other, rounds(2_000, 60_000), 1)}

    assert found <= set(catalogue())
    assert image_of(office) == before


def test_no_damaged_archive_is_taken_for_sound_when_it_is_sealed_again(
    office: Database, rounds: Rounds
) -> None:
    raw, other = ((BUNDLES / f"{name}.tar").read_bytes() for name in ("coded", "delta"))
    trust, before = office.run(trust_of), image_of(office)

    found = set()
    for one in damages(raw, other, rounds(1_000, 40_000), 2):
        sealed = io.BytesIO()
        seal(io.BytesIO(one), sealed, RECEIVERS)
        found.add(outcome(trust, sealed.getvalue()))

    assert found <= set(catalogue())
    assert image_of(office) == before


def test_every_length_of_a_cut_file_is_refused(office: Database) -> None:
    raw = (BUNDLES / "minimal.age").read_bytes()
    trust = office.run(trust_of)

    found = {outcome(trust, raw[:length]) for length in range(len(raw))}

    assert found <= {"envelope_unknown", "envelope_header", "envelope_damaged"}


def test_every_single_bit_of_a_bundle_matters(office: Database, rounds: Rounds) -> None:
    raw = (BUNDLES / "minimal.age").read_bytes()
    trust = office.run(trust_of)

    bits = range(0, len(raw) * 8, rounds(37, 1))
    flipped = (
        raw[: bit // 8] + bytes([raw[bit // 8] ^ 1 << bit % 8]) + raw[bit // 8 + 1 :]
        for bit in bits
    )

    assert "" not in {outcome(trust, one) for one in flipped}


def test_through_the_whole_door_nothing_changes_either(
    office: Database, tmp_path: Path, rounds: Rounds
) -> None:
    raw, other = ((BUNDLES / f"{name}.age").read_bytes() for name in ("coded", "delta"))
    before, file = image_of(office), tmp_path / "damaged"

    for one in damages(raw, other, rounds(60, 2_000), 3):
        file.write_bytes(one)
        answer = receive(office, file)
        assert answer.state == "refused"
        assert answer.problem
        assert answer.problem.reason in catalogue()

    assert image_of(office) == before


def test_the_whole_one_is_taken_for_sound(office: Database) -> None:
    raw = (BUNDLES / "coded.age").read_bytes()

    assert outcome(office.run(trust_of), raw) == ""
