"""One regular expression a table and level: a line that fits it is canonical and well typed."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from ouderapp.exchange.value_types import CODE, LABEL, LANGUAGE, STREAM, ValueType

_ID = "[0-9a-f]{32}"
_WHOLE = "0|-?[1-9][0-9]{0,15}"

# What stands between the quotes, or instead of a quoted text; the group is the value.
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
_BARE = {"int": _WHOLE, "bool": "true|false"}
# A line feed and a tab are the only control signs that a text may hold, and both are escaped.
_SIGN = r'(?:[^"\\\x00-\x1f]|\\["\\nt])'
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t"}

_DOUBT = object()
Finish: TypeAlias = Callable[[str], Any]

_TAIL = rf',"id":"({_ID})","level":"%s","lsn":({_WHOLE}),"op":"put","ver":([1-9][0-9]{{0,15}})\}}'


class QuickLines:
    """Reads the `put` lines of one table at one level; whatever it is not sure of, it leaves."""

    def __init__(self, level: str, fields: Sequence[tuple[str, ValueType]]) -> None:
        in_order = sorted(fields, key=lambda field: field[0])
        self._names = [name for name, _ in in_order]
        parts = ",".join(f'"{name}":{_pattern(kind)}' for name, kind in in_order)
        self._match = re.compile(r'\{"data":\{' + parts + r"\}" + _TAIL % level).fullmatch
        self._finish = [
            (name, _FINISH[kind.kind](kind)) for name, kind in in_order if kind.kind in _FINISH
        ]
        self._texts = [name for name, kind in in_order if kind.kind == "text"]

    def read(self, text: str) -> tuple[str, int, int, dict[str, Any]] | None:
        """Id, lsn, version and data of a line that surely fits; None sends it to be read slowly."""
        found = self._match(text)
        if found is None:
            return None
        *values, id_, lsn, ver = found.groups()
        data: dict[str, Any] = dict(zip(self._names, values, strict=True))
        for name, finish in self._finish:
            raw = data[name]
            if raw is not None:
                data[name] = value = finish(raw)
                if value is _DOUBT:
                    return None
        if "\\" in text:
            for name in self._texts:
                if data[name] is not None:
                    data[name] = _ESCAPED.sub(_meant, data[name])
        return id_, int(lsn), int(ver), data


def _pattern(kind: ValueType) -> str:
    if kind.kind in _BARE:
        return _or_null(kind, f"({_BARE[kind.kind]})")
    if kind.kind in _LISTED:
        one = f'"{_LISTED[kind.kind]}"'
        return rf"\[((?:{one}(?:,{one})*)?)\]"
    inner = f"{_SIGN}{{0,{kind.most}}}" if kind.kind == "text" else _QUOTED[kind.kind]
    return _or_null(kind, f'"({inner})"')


def _or_null(kind: ValueType, pattern: str) -> str:
    return f"(?:null|{pattern})" if kind.is_optional else pattern


def _meant(found: re.Match[str]) -> str:
    return _MEANT.get(found[1], found[1])


def _number(kind: ValueType) -> Finish:
    def finish(raw: str) -> Any:
        value = int(raw)
        return value if kind.fits(value) else _DOUBT

    return finish


def _truth(_kind: ValueType) -> Finish:
    return {"true": True, "false": False}.__getitem__


def _list(kind: ValueType) -> Finish:
    def finish(raw: str) -> Any:
        if not raw:
            return []
        value = raw[1:-1].split('","')
        is_in_order = len(value) == 1 or value == sorted(set(value))
        return value if is_in_order and len(value) <= kind.most else _DOUBT

    return finish


def _checked(kind: ValueType) -> Finish:
    """Days and times repeat in every bundle, so each is judged once."""

    @lru_cache(maxsize=8192)
    def finish(raw: str) -> Any:
        return raw if kind.fits(raw) else _DOUBT

    return finish


# What the expression alone does not settle, by kind of value.
_FINISH: dict[str, Callable[[ValueType], Finish]] = {
    "int": _number,
    "bool": _truth,
    "date": _checked,
    "month": _checked,
    "time": _checked,
    **dict.fromkeys(_LISTED, _list),
}
