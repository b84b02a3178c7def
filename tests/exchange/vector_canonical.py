"""Byte strings that are canonical JSON, with their value, and others that are not."""

from collections.abc import Iterator
from typing import Any

from ouderapp.base import canonical

VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 42, 9007199254740991, -9007199254740991, "", "a", "é", "日本",
    "\U0001f600", "\x7f", "\u0080", "\u2028", "/", "\\", '"', "\n", "\t", "\r", "\b", "\f",
    "\x01", "\x1f", "a\\b\"c", "\u00e9", "e\u0301", "\ufeff", "\uffff", "<>&'", "x" * 1000,
    [], [1], [1, 2, 3], [[]], [[[[]]]], ["b", "a"], [None, True, "x"], {}, {"a": 1},
    {"a": 1, "b": 2}, {"a": {"b": {"c": []}}}, {"a_b": 1}, {"a1": 1}, {"x" * 40: 1},
    {"a": [], "b": {}, "c": ""}, {"aa": 1, "ab": 2, "b": 3}, [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]],
    {"a": "ü", "z": "ß"}, [0, -5, 10], {"id": "0" * 32}, [""], {"a": None},
)  # fmt: skip

BROKEN: tuple[bytes, ...] = (
    b"", b" ", b"nul", b"nulL", b"True", b"NaN", b"Infinity", b"-Infinity", b"-", b"+1", b"01",
    b"-0", b"-01", b"1.0", b"1.5", b"1e3", b"1E3", b"0.0", b".5", b"5.", b"0x10", b"1_000",
    b"9007199254740992", b"-9007199254740992", b"9" * 5000, b"'a'", b'"', b'"a', b'a"', b'"\n"',
    b'"\t"', b'"\x00"', b'"\x1f"', b'"\\u0000"', b'"\\u0001"x', b'"\\u000A"', b'"\\u000a"',
    b'"\\u0009"', b'"\\u0022"', b'"\\u005c"', b'"\\/"', b'"\\u0061"', b'"\\u00e9"', b'"\\u00E9"',
    b'"\\u001F"', b'"\\ud800"', b'"\\udc00"', b'"\\ud83d\\ude00"', b'"\\x41"', b'"\\a"',
    b'"\xff"', b'"\xc0\x80"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b'"\xc3"',
    b"\xef\xbb\xbfnull", b" null", b"null ", b"null\n", b"[1 ]", b"[ 1]", b"[1, 2]", b"[1,]",
    b"[,1]", b"[1,,2]", b"[", b"]", b"[1", b"1]", b"[]]", b"[}", b"{", b"}", b"{]", b'{"a"}',
    b'{"a":}', b'{"a":1,}', b'{,"a":1}', b'{"a" :1}', b'{"a": 1}', b'{"a":1 }', b"{a:1}",
    b"{'a':1}", b'{"b":1,"a":2}', b'{"a":1,"a":1}', b'{"a":1,"a":2}', b'{"A":1}', b'{"":1}',
    b'{"1a":1}', b'{"_a":1}', b'{"a-b":1}', b'{"a b":1}', b'{"\xc3\xa9":1}', b'{"a\\u0062":1}',
    b'{"' + b"x" * 41 + b'":1}', b'{"ab":1,"aa":2}', b"[" * 17 + b"]" * 17, b"[" * 100_000,
    b'{"a":' * 17 + b"1" + b"}" * 17, b"[1][2]", b"null null", b"//", b"/* */1", b"\x00",
    b"[\x00]", b'["a" "b"]', b'{"a":1"b":2}', b"--1", b"1-", b"1a", b"tru", b"truee", b"undefined",
    b'{"a":1,"b":2,"a":3}', b'"\\"', b'"\\u"', b'"\\u00"', b'"\\u00zz"', b"\xff\xfe[\x00]\x00",
)  # fmt: skip


def accepted() -> Iterator[dict[str, Any]]:
    """Values with their one byte form."""
    for value in VALUES:
        yield {"bytes": canonical.encode(value).hex(), "value": value}


def refused() -> Iterator[dict[str, Any]]:
    """Byte strings without a value."""
    for raw in BROKEN:
        yield {"bytes": raw.hex(), "refused": True}
