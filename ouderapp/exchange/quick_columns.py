"""How each kind of value stands in a line, and what a column of them means (FORMAT.md 8)."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from ouderapp.exchange.puts import list_text, stored_form
from ouderapp.exchange.value_types import CODE, LABEL, LANGUAGE, STREAM, ValueType

Tokens: TypeAlias = Sequence[str]

_ID = "[0-9a-f]{32}"
# What stands between the quotes; the token is empty for null.
_QUOTED = {
    "ref": _ID,
    "code": CODE,
    "label": LABEL,
    "stream": STREAM,
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "month": "[0-9]{4}-[0-9]{2}",
    "time": "[0-9]{2}:[0-9]{2}",
    "lang": LANGUAGE,
    "post": "[0-9]{4}",
}
_LISTED = {"refs": _ID, "codes": CODE, "langs": LANGUAGE}
_BARE = {"int": "0|-?[1-9][0-9]{0,15}", "bool": "true|false"}
# A text may be empty, so its token has its quotes. A line feed and a tab are the only control
# signs it may hold, and both are escaped.
_TEXT = r'"(?:[^"\\\x00-\x1f]++|\\["\\nt])*+"'
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t"}
_TRUTHS = {"true": 1, "false": 0, "": None}


class Doubtful(Exception):  # noqa: N818 it never leaves: the line is read again, slowly
    """A token that the expression let through and that may still be wrong."""


class Column:
    """One field of many lines; each method takes the tokens of all of them."""

    def __init__(self, kind: ValueType, pattern: str) -> None:
        self._kind = kind
        self.pattern = f"(?:null|{pattern})" if kind.is_optional else pattern

    def stored(self, tokens: Tokens) -> Sequence[Any]:
        """What the store keeps of them; raises Doubtful."""
        return [token or None for token in tokens] if self._kind.is_optional else tokens

    def values(self, tokens: Tokens) -> Sequence[Any]:
        """What they mean, for a look at what is odd."""
        return [token or None for token in tokens]

    def ids(self, tokens: Tokens) -> set[str]:
        """Every id that they name."""
        return set(tokens) - {""}


class _Judged(Column):
    """Few different values, over and over: each is judged once."""

    def __init__(self, kind: ValueType, pattern: str, meant: Callable[[str], Any]) -> None:
        super().__init__(kind, pattern)
        self._meant = meant

    def stored(self, tokens: Tokens) -> Sequence[Any]:
        return _each(self._meant, tokens)


class _Lists(Column):
    def stored(self, tokens: Tokens) -> Sequence[Any]:
        return _each(lambda token: list_text(self._members(token)), tokens)

    def values(self, tokens: Tokens) -> Sequence[Any]:
        return _each(_split, tokens)

    def ids(self, tokens: Tokens) -> set[str]:
        return {one for token in set(tokens) for one in _split(token)}

    def _members(self, token: str) -> tuple[str, ...]:
        value = _split(token)
        is_in_order = len(value) < 2 or list(value) == sorted(set(value))
        if not is_in_order or len(value) > self._kind.most:
            raise Doubtful
        return value


class _Texts(Column):
    def __init__(self, kind: ValueType) -> None:
        super().__init__(kind, "")
        self.pattern = f"(null|{_TEXT})" if kind.is_optional else f"({_TEXT})"

    def stored(self, tokens: Tokens) -> Sequence[Any]:
        found = [None if one == "null" else _text(one) for one in tokens]
        if max(map(len, filter(None, found)), default=0) > self._kind.most:
            raise Doubtful
        return found


def column_of(kind: ValueType) -> Column:
    """How a field of this type is read."""
    if kind.kind == "text":
        return _Texts(kind)
    if kind.kind in _LISTED:
        one = f'"{_LISTED[kind.kind]}"'
        return _Lists(kind, rf"\[((?:{one}(?:,{one})*)?)\]")
    if kind.kind in _BARE:
        meant = _TRUTHS.__getitem__ if kind.kind == "bool" else _number(kind)
        return _Judged(kind, f"({_BARE[kind.kind]})", meant)
    pattern = f'"({_QUOTED[kind.kind]})"'
    if kind.kind in ("date", "month", "time"):
        return _Judged(kind, pattern, _moment(kind))
    return Column(kind, pattern)


def _each(meant: Callable[[str], Any], tokens: Tokens) -> list[Any]:
    known = {token: meant(token) for token in set(tokens)}
    return [known[token] for token in tokens]


def _split(token: str) -> tuple[str, ...]:
    return tuple(token[1:-1].split('","')) if token else ()


def _text(token: str) -> str:
    return _ESCAPED.sub(_unescaped, token[1:-1]) if "\\" in token else token[1:-1]


def _unescaped(found: re.Match[str]) -> str:
    return _MEANT.get(found[1], found[1])


def _number(kind: ValueType) -> Callable[[str], Any]:
    def meant(token: str) -> int | None:
        value = int(token) if token else None
        if not kind.fits(value):
            raise Doubtful
        return value

    return meant


def _moment(kind: ValueType) -> Callable[[str], Any]:
    """Days repeat in every bundle, so what was judged is remembered."""
    form = stored_form(kind)

    @lru_cache(maxsize=8192)
    def meant(token: str) -> Any:
        value = token or None
        if not kind.fits(value):
            raise Doubtful
        return form(value)

    return meant
