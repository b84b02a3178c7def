"""The order of bundles follows their numbers and hashes, never a clock (B04, B13, EXCHANGE 11)."""

from typing import Any

import pytest

from ouderapp.exchange.decide import Answer, Decision, Seen, Standing, decide
from ouderapp.exchange.manifest import NO_HASH, Bundle, Head
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.refusals.order import (
    EpochClosed,
    EpochWaits,
    ForkChain,
    ForkLsn,
    ForkSequence,
    Gap,
)
from ouderapp.exchange.refusals.refusal import Refusal
from tests.exchange import example

EPOCH, OTHER = "e" * 32, "f" * 32
FIRST = read_manifest(example.MANIFEST, Bundle)


def hash_of(seq: int) -> str:
    return f"{seq:064x}"


def bundle(seq: int, base: int, to: int, epoch: str = EPOCH, **more: Any) -> Bundle:
    numbers: dict[str, Any] = {
        "seq": seq,
        "base_lsn": base,
        "to_lsn": to,
        "epoch_id": epoch,
        "kind": "delta" if base else "full",
        "prev_seq": seq - 1,
        "prev": hash_of(seq - 1) if seq > 1 else NO_HASH,
    }
    return Bundle(**(vars(FIRST) | numbers | more))


def standing(seq: int = 3, to: int = 30, **more: Any) -> Standing:
    seen = {n: Seen(hash_of(n), n - 1, hash_of(n - 1)) for n in range(1, seq + 1)}
    return Standing(Head(EPOCH, hash_of(seq), seq, to), seen=seen, **more)


@pytest.mark.parametrize(
    ("known", "arriving", "answer"),
    [
        (Standing(), bundle(1, 0, 10), Decision(Answer.ACCEPT)),
        (Standing(), bundle(3, 0, 10), Decision(Answer.ACCEPT, (1, 2))),
        (standing(), bundle(4, 30, 40), Decision(Answer.ACCEPT)),
        (standing(), bundle(4, 10, 40), Decision(Answer.ACCEPT)),
        (standing(), bundle(4, 30, 30), Decision(Answer.ACCEPT)),
        (standing(), bundle(6, 30, 60), Decision(Answer.ACCEPT, (4, 5))),
        (standing(), bundle(4, 0, 40), Decision(Answer.ACCEPT)),
        (standing(), bundle(3, 20, 30), Decision(Answer.DUPLICATE)),
        (standing(), bundle(1, 0, 10), Decision(Answer.DUPLICATE)),
        (
            Standing(Head(EPOCH, hash_of(3), 3, 30), seen={3: Seen(hash_of(3), 2, hash_of(2))}),
            bundle(2, 10, 20),
            Decision(Answer.LATE),
        ),
        (
            standing(approved=OTHER),
            bundle(1, 0, 5, OTHER),
            Decision(Answer.NEW_EPOCH),
        ),
        (standing(approved=OTHER), bundle(2, 0, 5, OTHER), Decision(Answer.NEW_EPOCH, (1,))),
    ],
)
def test_a_bundle_that_may_come_gets_its_answer(
    known: Standing, arriving: Bundle, answer: Decision
) -> None:
    assert decide(known, arriving, hash_of(arriving.seq)) == answer


@pytest.mark.parametrize(
    ("known", "arriving", "manifest", "refusal"),
    [
        (standing(closed=frozenset({OTHER})), bundle(9, 0, 5, OTHER), hash_of(9), EpochClosed),
        (Standing(closed=frozenset({EPOCH})), bundle(1, 0, 5), hash_of(1), EpochClosed),
        (Standing(), bundle(2, 5, 10), hash_of(2), Gap),
        (standing(), bundle(2, 5, 10, OTHER), hash_of(2), Gap),
        (standing(approved=OTHER), bundle(2, 5, 10, OTHER), hash_of(2), Gap),
        (standing(), bundle(1, 0, 10, OTHER), hash_of(1), EpochWaits),
        (standing(), bundle(3, 20, 30), hash_of(77), ForkSequence),
        (standing(), bundle(4, 30, 40, prev=hash_of(77)), hash_of(4), ForkChain),
        (standing(), bundle(5, 30, 40, prev_seq=2, prev=hash_of(77)), hash_of(5), ForkChain),
        (
            Standing(Head(EPOCH, hash_of(3), 3, 30), seen={3: Seen(hash_of(3), 2, hash_of(2))}),
            bundle(2, 10, 20),
            hash_of(77),
            ForkChain,
        ),
        (standing(), bundle(4, 20, 29), hash_of(4), ForkLsn),
        (standing(), bundle(6, 31, 60), hash_of(6), Gap),
    ],
)
def test_a_bundle_that_may_not_come_has_a_typed_reason(
    known: Standing, arriving: Bundle, manifest: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        decide(known, arriving, manifest)


def test_missing_numbers_are_named() -> None:
    with pytest.raises(Gap) as gap:
        decide(standing(), bundle(6, 31, 60), hash_of(6))

    assert gap.value.places == {"list": "4, 5"}


def test_many_missing_numbers_are_named_as_a_span() -> None:
    with pytest.raises(Gap) as gap:
        decide(standing(), bundle(999_999, 31, 60), hash_of(6))

    assert gap.value.places == {"list": "4–999998"}
    assert len(decide(Standing(), bundle(999_999, 0, 1), hash_of(1)).skipped) == 1000
