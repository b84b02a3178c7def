"""The types of the values in a row: how each is checked, written out and read back."""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any

from ouderapp.base.canonical import LARGEST
from ouderapp.exchange import shapes
from ouderapp.exchange.shapes import Check

CODE = "[a-z][a-z0-9_-]{0,39}"
LANGUAGE = "[a-z]{2,3}(?:-[A-Z]{2})?"
LABEL = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}"
STREAM = "[0-9A-Za-z][0-9A-Za-z .+/-]{0,7}"

_FORM = re.compile(r"(?P<kind>[a-z]+)( (?P<rest>[a-z0-9_.]+))?(?P<optional>\?)?")

_is_code = shapes.matches(CODE)
_is_language = shapes.matches(LANGUAGE)

# The most members of a list, by kind.
_MOST = {"refs": 50, "codes": 20, "langs": 10}

_PLAIN: dict[str, Check] = {
    "ref": shapes.is_id32,
    "refs": shapes.is_list(shapes.is_id32, _MOST["refs"], is_sorted=True),
    "code": _is_code,
    "codes": shapes.is_list(_is_code, _MOST["codes"], is_sorted=True),
    "label": shapes.matches(LABEL),
    "stream": shapes.matches(STREAM),
    "date": shapes.is_date,
    "month": shapes.is_month,
    "time": shapes.is_time,
    "bool": shapes.is_bool,
    "lang": _is_language,
    "langs": shapes.is_list(_is_language, _MOST["langs"], is_sorted=True),
    "post": shapes.matches("[0-9]{4}"),
}


@dataclass(frozen=True)
class ValueType:
    """One type as the field list writes it, such as `text 120?` or `ref family`.

    `target` is the table of a `ref` or `refs`, the list of a `code` or `codes`, else empty;
    `most` is the largest number of code points of a `text` or of members of a list.
    """

    text: str
    kind: str
    target: str
    is_optional: bool
    fits: Check
    most: int = 0

    @property
    def is_reference(self) -> bool:
        """Whether it holds ids of rows of the same worker."""
        return self.kind in ("ref", "refs")


@lru_cache(maxsize=512)
def value_type(text: str) -> ValueType:
    """The type that this text names; raises ValueError for a text that names none."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    kind, rest, is_optional = found["kind"], found["rest"] or "", bool(found["optional"])
    fits = _check(kind, rest)
    target = rest if kind in ("ref", "refs", "code", "codes") else ""
    most = int(rest) if kind == "text" else _MOST.get(kind, 0)
    return ValueType(text, kind, target, is_optional, _or_none(fits) if is_optional else fits, most)


def _check(kind: str, rest: str) -> Check:
    if kind == "text":
        return shapes.is_text(0, int(rest))
    if kind == "int":
        low, _, high = rest.partition("..")
        return shapes.is_int(int(low or 0), int(high or LARGEST))
    return _PLAIN[kind]


def _or_none(fits: Check) -> Check:
    return lambda value: value is None or fits(value)


def written(value: Any) -> Any:
    """A value of the store as a row holds it: dates and times as text, lists sorted, each once."""
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, (tuple, list, set, frozenset)):
        return sorted(set(value))
    return value
