"""Canonical JSON: one byte form for every value (FORMAT.md 6)."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

Value: TypeAlias = "None | bool | int | str | list[Value] | dict[str, Value]"

LEVELS = 16
LARGEST = 9007199254740991

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
# The closing quote is optional so that an unfinished string costs one pass, not one per quote.
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")
_STEP = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}
_REMEMBERED_KEYS = 64

_encoder = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
)
_decoder = json.JSONDecoder()


class NotCanonical(ValueError):
    """The bytes or the value do not have, or cannot have, the one canonical form."""


def encode(value: object) -> bytes:
    """The canonical bytes of a value made of dict, list, tuple, str, int, bool and None.

    Raises NotCanonical for anything else: floats, keys out of form, U+0000, lone surrogates,
    numbers beyond 2^53 - 1, more than 16 levels.
    """
    _check(value, LEVELS)
    try:
        return _encoder.encode(value).encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("surrogate") from error


def decode(data: bytes) -> Value:
    """The value of canonical bytes; raises NotCanonical when one byte could be otherwise."""
    _check_depth(data)
    try:
        value: Value = _decoder.decode(data.decode())
    except ValueError as error:
        raise NotCanonical("not JSON") from error
    if encode(value) != data:
        raise NotCanonical("another form")
    return value


def decode_object(data: bytes) -> dict[str, Value]:
    """The object of canonical bytes; raises NotCanonical also for a list, text or number."""
    value = decode(data)
    if not isinstance(value, dict):
        raise NotCanonical("not an object")
    return value


def _check(value: object, room: int) -> None:
    if isinstance(value, str):
        if "\0" in value:
            raise NotCanonical("U+0000")
    elif isinstance(value, int):
        if not -LARGEST <= value <= LARGEST:
            raise NotCanonical("number too large")
    elif isinstance(value, dict):
        _check_keys(tuple(value))
        _check_all(value.values(), room)
    elif isinstance(value, list | tuple):
        _check_all(value, room)
    elif value is not None:
        raise NotCanonical("kind of value")


def _check_all(values: Iterable[object], room: int) -> None:
    if not room:
        raise NotCanonical("too deep")
    for value in values:
        _check(value, room - 1)


def _check_keys(keys: tuple[object, ...]) -> None:
    # Rows of one table share their keys; very long objects are not worth remembering.
    if len(keys) <= _REMEMBERED_KEYS:
        _check_keys_once(keys)
    else:
        _check_keys_once.__wrapped__(keys)


@lru_cache(maxsize=256)
def _check_keys_once(keys: tuple[object, ...]) -> None:
    if not all(isinstance(key, str) and _KEY.fullmatch(key) for key in keys):
        raise NotCanonical("key")


def _check_depth(data: bytes) -> None:
    """Count before parsing: a parser must not meet a tower of brackets."""
    if data.count(b"[") + data.count(b"{") <= LEVELS:
        return
    steps = map(_STEP.__getitem__, _BRACKET.findall(_TEXT.sub(b"", data)))
    if max(accumulate(steps), default=0) > LEVELS:
        raise NotCanonical("too deep")
