"""The key file is judged before any work is done for it: strict, within limits (SECURITY 4.3)."""

import base64
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import canonical
from ouderapp.sealing.argon import CEILING, FLOOR, Cost
from ouderapp.sealing.key_problems import (
    KeyFileDamaged,
    KeyFileHostile,
    KeyFileNewer,
    KeyFileUnusable,
)
from ouderapp.sealing.keyfile_format import KeyFile, decode, encode

SLOT: dict[str, Any] = {
    "box": "ab" * 48,
    "kind": "passphrase",
    "m": FLOOR.m,
    "nonce": "cd" * 24,
    "salt": "ef" * 16,
    "t": FLOOR.t,
}
RECOVERY = {**SLOT, "kind": "recovery"}
OFFICE: dict[str, Any] = {"box": "AAAA", "kind": "office", "recipients": ["12" * 32]}
OLDER: dict[str, Any] = {"box": "ab" * 48, "kind": "older", "nonce": "cd" * 24}
GENERATION: dict[str, Any] = {"check": "01" * 16, "gen": 1, "slots": [OFFICE, SLOT, RECOVERY]}
SECOND = {**GENERATION, "gen": 2, "slots": [OFFICE, OLDER, SLOT, RECOVERY]}
FILE: dict[str, Any] = {"format": 1, "gens": [GENERATION], "vault": "23" * 16}


def with_slot(**changed: Any) -> dict[str, Any]:
    return {**FILE, "gens": [{**GENERATION, "slots": [{**SLOT, **changed}]}]}


def with_office(**changed: Any) -> dict[str, Any]:
    return {**FILE, "gens": [{**GENERATION, "slots": [{**OFFICE, **changed}]}]}


def with_generation(**changed: Any) -> dict[str, Any]:
    return {**FILE, "gens": [{**GENERATION, **changed}]}


def without(told: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != key}


DAMAGED = {
    "no format": without(FILE, "format"),
    "a format of before the first": {**FILE, "format": 0},
    "a format that is a text": {**FILE, "format": "1"},
    "a key too many": {**FILE, "z": 1},
    "no vault": without(FILE, "vault"),
    "a vault of another length": {**FILE, "vault": "23" * 15},
    "a vault in capitals": {**FILE, "vault": "AB" * 16},
    "a vault that is a number": {**FILE, "vault": 1},
    "no generation": {**FILE, "gens": []},
    "three generations": {**FILE, "gens": [GENERATION, SECOND, {**GENERATION, "gen": 3}]},
    "generations in the wrong order": {**FILE, "gens": [SECOND, GENERATION]},
    "a generation twice": {**FILE, "gens": [GENERATION, GENERATION]},
    "generations that are no list": {**FILE, "gens": GENERATION},
    "a generation that is a list": {**FILE, "gens": [[]]},
    "generation zero": with_generation(gen=0),
    "a generation numbered true": with_generation(gen=True),
    "no check": {**FILE, "gens": [without(GENERATION, "check")]},
    "a check of another length": with_generation(check="01"),
    "no slot": with_generation(slots=[]),
    "four slots": with_generation(slots=[OFFICE, SLOT, RECOVERY, RECOVERY]),
    "a slot twice": with_generation(slots=[SLOT, SLOT]),
    "slots in the wrong order": with_generation(slots=[RECOVERY, SLOT]),
    "a kind nobody knows": with_slot(kind="token"),
    "a kind that is a list": with_slot(kind=[]),
    "no kind": {**FILE, "gens": [{**GENERATION, "slots": [without(SLOT, "kind")]}]},
    "a slot with a key too many": with_slot(z=1),
    "a memory that is a text": with_slot(m="65536"),
    "passes that are true": with_slot(t=True),
    "a box of another length": with_slot(box="ab" * 47),
    "a nonce of another length": with_slot(nonce="cd" * 23),
    "a salt that is not hexadecimal": with_slot(salt="zz" * 16),
    "an office box that is no base64": with_office(box="A"),
    "an office box with loose bits": with_office(box="AB=="),
    "an office box that is nothing": with_office(box=None),
    "an office slot for nobody": with_office(recipients=[]),
    "an office slot for ten": with_office(recipients=["12" * 32] * 10),
    "an office slot for a number": with_office(recipients=[1]),
    "an office slot for half a hash": with_office(recipients=["12" * 16]),
    "an office slot with a cost": with_office(m=FLOOR.m),
    "an older slot with a cost": with_generation(slots=[{**OLDER, "m": FLOOR.m}]),
    "an older slot with half a box": with_generation(slots=[{**OLDER, "box": "ab" * 24}]),
}

HOSTILE = {
    "more memory than the ceiling": with_slot(m=CEILING.m + 1),
    "more passes than the ceiling": with_slot(t=CEILING.t + 1),
    "less memory than the floor": with_slot(m=FLOOR.m - 1),
    "fewer passes than the floor": with_slot(t=FLOOR.t - 1),
    "a memory below zero": with_slot(m=-1),
    "all the memory there is": with_slot(m=canonical.LARGEST),
}


def test_a_file_by_the_rules_is_read_and_written_back_the_same() -> None:
    for told in (FILE, {**FILE, "gens": [GENERATION, SECOND]}):
        data = canonical.encode(told)

        assert encode(decode(data, FLOOR)) == data


@pytest.mark.parametrize("told", DAMAGED.values(), ids=DAMAGED)
def test_a_file_that_breaks_a_rule_is_damaged(told: dict[str, Any]) -> None:
    with pytest.raises(KeyFileDamaged):
        decode(canonical.encode(told), FLOOR)


@pytest.mark.parametrize("told", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_asks_too_much_is_refused_at_once(told: dict[str, Any]) -> None:
    """Sabotage 16 and 17: the limits hold on the way in."""
    began = time.process_time()

    with pytest.raises(KeyFileHostile):
        decode(canonical.encode(told), FLOOR)

    assert time.process_time() - began < 0.1


@pytest.mark.parametrize("number", [2, 3, 999])
def test_a_newer_format_is_said_to_be_newer(number: int) -> None:
    with pytest.raises(KeyFileNewer):
        decode(canonical.encode({"format": number, "ways": []}), FLOOR)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"not json", canonical.encode(FILE) + b"\n", b" " * 5000]
)
def test_other_bytes_are_a_damaged_file(data: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        decode(data, FLOOR)


def test_a_file_is_at_most_4096_bytes_long() -> None:
    room = 4096 - len(canonical.encode(with_office(box="")))
    fits = base64.b64encode(bytes(room // 4 * 3)).decode()
    too_long = base64.b64encode(bytes(room // 4 * 3 + 3)).decode()
    read = decode(canonical.encode(with_office(box=fits)), FLOOR)

    assert len(encode(read)) <= 4096
    with pytest.raises(KeyFileDamaged):
        decode(canonical.encode(with_office(box=too_long)), FLOOR)
    with pytest.raises(ValueError, match="too many"):
        encode(KeyFile(read.vault, read.gens * 3))


def test_a_cheap_file_is_read_only_by_who_says_so() -> None:
    told = canonical.encode(with_slot(m=8, t=1))

    assert decode(told, Cost(8, 1)).vault == bytes([0x23]) * 16
    with pytest.raises(KeyFileHostile):
        decode(told, FLOOR)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**40) | st.text("abcdef0123456789", max_size=40),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["box", "check", "format", "gen", "gens", "kind", "m", "slots", "vault"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(JSON, st.sampled_from(["format", "gens", "vault", "slot", "generation"]))
def test_whatever_is_written_there_the_answer_has_a_name(value: Any, where: str) -> None:
    told = {
        "slot": with_slot(box=value),
        "generation": with_generation(slots=value),
    }.get(where, {**FILE, where: value})
    named = True
    try:
        decode(canonical.encode(told), FLOOR)
    except KeyFileUnusable as problem:
        named = bool(problem.message)

    assert named
