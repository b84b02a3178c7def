"""Canonical JSON has one byte form for each value and refuses every other (B01, FORMAT.md 6)."""

import hashlib
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base.canonical import LARGEST, NotCanonical, decode, decode_object, encode

KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)

REFUSED = {
    "a byte order mark": b"\xef\xbb\xbf{}",
    "white space before": b" {}",
    "white space after": b"{}\n",
    "white space inside": b'{"a": 1}',
    "an empty file": b"",
    "two values": b"{}{}",
    "keys out of order": b'{"b":1,"a":1}',
    "a key twice": b'{"a":1,"a":1}',
    "a key twice with other values": b'{"a":1,"a":2}',
    "an empty key": b'{"":1}',
    "a key with a capital": b'{"A":1}',
    "a key that begins with a digit": b'{"1a":1}',
    "a key of 41 signs": b'{"' + b"a" * 41 + b'":1}',
    "a key that ends in a line feed": b'{"a\\n":1}',
    "a key written with an escape": b'{"\\u0061":1}',
    "a fraction": b"1.0",
    "an exponent": b"1e2",
    "a capital exponent": b"1E2",
    "minus zero": b"-0",
    "a plus sign": b"+1",
    "a leading zero": b"01",
    "a number above the limit": b"9007199254740992",
    "a number below the limit": b"-9007199254740992",
    "a number of 5,000 digits": b"9" * 5000,
    "not a number": b"NaN",
    "infinity": b"Infinity",
    "minus infinity": b"-Infinity",
    "an escaped slash": b'"\\/"',
    "an escaped letter": b'"\\u0061"',
    "a capital in an escape": b'"\\u001F"',
    "an escape that has a short form": b'"\\u000a"',
    "a raw control sign": b'"\x01"',
    "U+0000 as an escape": b'"\\u0000"',
    "U+0000 raw": b'"\x00"',
    "a lone surrogate": b'"\\ud800"',
    "a lone low surrogate": b'"\\udc00"',
    "a surrogate pair as escapes": b'"\\ud83d\\ude00"',
    "a surrogate in UTF-8": b'"\xed\xa0\x80"',
    "bytes that are not UTF-8": b'"\xff"',
    "an overlong form": b'"\xc0\xaf"',
    "a text without end": b'"abc',
    "a text that ends in a backslash": b'"abc\\',
    "a list without end": b"[1",
    "a comma at the end": b"[1,]",
    "a single quote": b"'a'",
    "a capital literal": b"True",
    "a comment": b"/**/1",
    "17 levels of lists": b"[" * 17 + b"]" * 17,
    "17 levels of objects": b'{"a":' * 17 + b"1" + b"}" * 17,
    "a tower that never closes": b"[" * 100_000,
    "a tower of closing brackets": b"]" * 100_000,
    "a tower of quotes that never close": b'[[[[[[[[[[[[[[[[["' + b'\\"' * 500_000,
}

ACCEPTED: dict[bytes, Any] = {
    b"{}": {},
    b"[]": [],
    b"null": None,
    b"true": True,
    b"false": False,
    b"0": 0,
    b"-1": -1,
    b"9007199254740991": LARGEST,
    b"-9007199254740991": -LARGEST,
    b'""': "",
    b'"a/b"': "a/b",
    b'"\x7f"': "\x7f",
    b'"\\"\\\\\\b\\f\\n\\r\\t"': '"\\\b\f\n\r\t',
    b'"\\u0001\\u001f"': "\x01\x1f",
    b'"\\\\u0000"': "\\u0000",
    '"é\U0001f600\u2028"'.encode(): "é\U0001f600\u2028",
    b'{"a":1,"a0":2,"a_b":3,"b":[{"a":null}]}': {"a": 1, "a0": 2, "a_b": 3, "b": [{"a": None}]},
    b'"[[[[[[[[[[[[[[[[[[[[[[[["': "[" * 24,
    b'"\\"[[[[[[[[[[[[[[[[[[[[[["': '"' + "[" * 22,
    b"[" * 16 + b"]" * 16: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]],
    b"[" + b",".join([b"[]"] * 20) + b"]": [[]] * 20,
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_bytes_in_another_form_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        decode(data)


@pytest.mark.parametrize(("data", "value"), ACCEPTED.items(), ids=range(len(ACCEPTED)))
def test_the_one_form_is_read_and_written_back_the_same(data: bytes, value: object) -> None:
    assert decode(data) == value
    assert encode(value) == data


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        b"bytes",
        {1, 2},
        {1: "a"},
        {None: 1},
        {"A": 1},
        LARGEST + 1,
        -LARGEST - 1,
        "\0",
        "\ud800",
        {"a": "\udfff"},
        ["\0"],
    ],
)
def test_a_value_without_a_canonical_form_is_not_written(value: object) -> None:
    with pytest.raises(NotCanonical):
        encode(value)


def test_a_value_deeper_than_sixteen_levels_is_not_written() -> None:
    sixteen: object = "end"
    for _ in range(16):
        sixteen = {"a": sixteen}

    assert encode(sixteen).count(b"{") == 16
    with pytest.raises(NotCanonical):
        encode([sixteen])


def test_a_tuple_is_written_as_a_list() -> None:
    assert encode((1, ("a",))) == b'[1,["a"]]'


@given(VALUES)
def test_every_value_comes_back_as_it_was(value: object) -> None:
    assert decode(encode(value)) == value


@given(VALUES, st.randoms(use_true_random=False))
def test_no_single_changed_byte_gives_the_same_value(value: object, random: Any) -> None:
    data = bytearray(encode(value))
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)

    try:
        other: object = decode(bytes(data))
    except NotCanonical:
        return

    assert json.dumps(other, sort_keys=True) != json.dumps(value, sort_keys=True)


@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_the_one_refusal(data: bytes) -> None:
    try:
        value = decode(data)
    except NotCanonical:
        return

    assert encode(value) == data


def test_a_long_object_is_checked_key_by_key() -> None:
    long = {f"k{number:03d}": number for number in range(200)}

    assert decode(encode(long)) == long
    with pytest.raises(NotCanonical):
        encode({**long, "K": 1})


def test_only_an_object_is_read_as_an_object() -> None:
    assert decode_object(b'{"a":1}') == {"a": 1}
    with pytest.raises(NotCanonical):
        decode_object(b"[1]")


def test_the_policy_of_the_worked_example_has_its_published_hash() -> None:
    policy = {
        "blob_max": 0,
        "dossier": ["handover"],
        "id": "da3e51b9be97d4e107f74bdb181c5048",
        "level": "coded",
        "match": False,
        "serial": 1,
    }

    assert hashlib.sha256(encode(policy)).hexdigest() == (
        "d6e82f540aaa4779708d097021e88fb075e3fcba767ed959d35d503a8a216f28"
    )


def test_a_hostile_text_costs_one_pass() -> None:
    tower = b"[" * 17 + b'"' + b'\\"' * 2_000_000

    began = time.process_time()
    with pytest.raises(NotCanonical):
        decode(tower)

    assert time.process_time() - began < 1
