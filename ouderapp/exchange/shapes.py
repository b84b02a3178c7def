"""The small checks of values from outside: each says yes or no and never raises."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

Check: TypeAlias = Callable[[object], bool]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def matches(pattern: str) -> Check:
    """Whether the value is a text of this form, whole."""
    form = re.compile(pattern).fullmatch

    def check(value: object) -> bool:
        return isinstance(value, str) and form(value) is not None

    return check


is_id32 = matches("[0-9a-f]{32}")
is_hash64 = matches("[0-9a-f]{64}")
is_id32_or_empty = matches("([0-9a-f]{32})?")
is_signature_or_empty = matches("([0-9a-f]{128})?")
is_app = matches(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}")
is_age_recipient = matches("age1[02-9ac-hj-np-z]{58}")
_is_moment = matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_is_month = matches("[0-9]{4}-(0[1-9]|1[0-2])")
_is_day = matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_is_time = matches("([01][0-9]|2[0-3]):[0-5][0-9]")


def is_int(low: int, high: int) -> Check:
    """Whether the value is a whole number between both, ends included; True is no number."""

    def check(value: object) -> bool:
        return type(value) is int and low <= value <= high

    return check


def is_text(least: int, most: int) -> Check:
    """Whether the value is a text of so many code points, no control signs but LF and TAB."""

    def check(value: object) -> bool:
        return isinstance(value, str) and least <= len(value) <= most and not _CONTROL.search(value)

    return check


def is_one_of(*words: str) -> Check:
    """Whether the value is one of these texts."""
    return lambda value: isinstance(value, str) and value in words


def is_bool(value: object) -> bool:
    """Whether the value is true or false."""
    return isinstance(value, bool)


def is_object(fields: Mapping[str, Check]) -> Check:
    """Whether the value is an object with exactly these keys, every value fit."""

    def check(value: object) -> bool:
        return (
            isinstance(value, dict)
            and value.keys() == fields.keys()
            and all(fits(value[name]) for name, fits in fields.items())
        )

    return check


def is_list(fits: Check, most: int, *, is_sorted: bool = False) -> Check:
    """Whether the value is a list of at most so many fit values; sorted also means unique."""

    def check(value: object) -> bool:
        if not isinstance(value, list) or len(value) > most or not all(map(fits, value)):
            return False
        return not is_sorted or all(a < b for a, b in pairwise(value))

    return check


def is_date(value: object) -> bool:
    """Whether the value is a real day, `YYYY-MM-DD`."""
    return isinstance(value, str) and _day(value)


def is_month(value: object) -> bool:
    """Whether the value is a month, `YYYY-MM`, of the year 1 or later."""
    return _is_month(value) and not str(value).startswith("0000")


def is_time(value: object) -> bool:
    """Whether the value is a time of day, `HH:MM`."""
    return _is_time(value)


def is_moment(value: object) -> bool:
    """Whether the value is a real moment, `YYYY-MM-DDTHH:MM:SSZ`."""
    if not _is_moment(value):
        return False
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def _day(text: str) -> bool:
    if not _is_day(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
