"""Rows that a known worker signed and that must be refused all the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from ouderapp.base import canonical
from ouderapp.exchange.field_lists import LISTS, TABLES
from tests.exchange import vector_parts as parts
from tests.exchange.vector_broken_archives import SMALL, Refused

FAMILY = SMALL["family"][0]
LINE = canonical.encode(FAMILY)
WRONG: Mapping[str, tuple[Any, ...]] = {
    "ref": ("", None, "x" * 32, 5, "A" * 32),
    "refs": (None, "x", ["b" * 32, "a" * 32], ["a" * 32] * 2, [None]),
    "code": ("", "Lopend", "a b", "'; DROP TABLE family; --", "=1+1", True),
    "codes": (["b", "a"], ["a", "a"], "a", [1], ["a" * 41]),
    "label": ("", " a", "<script>"),
    "stream": ("", "1A\n", "123456789"),
    "date": ("2026-02-30", "2026-2-1", "20260201", "0000-01-01", 20260201),
    "month": ("2026-13", "2026"),
    "time": ("24:00", "9:30", "09:30:00"),
    "int": (-1, "1", True, 10**15),
    "bool": (0, 1, "true", None),
    "lang": ("NL", "nl_BE", ""),
    "langs": (["nl", "ar"], "nl"),
    "post": ("900", 9000, "90000"),
    "text": ("x" * 1001, "\u0007", 5, ["a"]),
}


def broken_rows() -> Iterator[Refused]:
    """In the order in which a receiver judges a line, then what it does to the store."""
    yield from _lines()
    yield from _keys()
    yield from _values()
    yield from _places()
    yield from _store()


def with_line(raw: bytes, count: int | None = None) -> bytes:
    """A bundle whose table of families holds these bytes."""
    members = [("records/family.jsonl", raw)]
    listed = parts.listed(members)
    listed[0]["count"] = max(1, listed[0]["count"]) if count is None else count
    return parts.archive(parts.manifest({}, members=listed), members)


def with_row(**changes: Any) -> bytes:
    """A bundle whose family has other keys."""
    return with_line(canonical.encode(FAMILY | changes) + b"\n")


def _lines() -> Iterator[Refused]:
    for what, raw in (
        ("empty-line", b"\n"),
        ("blank", b" \n"),
        ("word", b"family\n"),
        ("list", b"[]\n"),
        ("cut", LINE[:-1] + b"\n"),
        ("trailing", LINE + b" \n"),
        ("return", LINE + b"\r\n"),
        ("spaced", LINE.replace(b":", b": ", 1) + b"\n"),
        ("fraction", LINE.replace(b'"lsn":10', b'"lsn":10.0') + b"\n"),
        ("double", LINE.replace(b'"lsn":10', b'"lsn":10,"lsn":10') + b"\n"),
        ("escaped", LINE.replace(b'"put"', b'"\\u0070ut"') + b"\n"),
        ("nul", LINE.replace(b'"put"', b'"put\\u0000"') + b"\n"),
        ("surrogate", LINE.replace(b'"put"', b'"\\udfff"') + b"\n"),
        ("not-utf-8", LINE.replace(b'"put"', b'"\xc3\x28"') + b"\n"),
        ("deep", b"[" * 900_000 + b"\n"),
        ("huge-number", LINE.replace(b'"ver":1', b'"ver":' + b"9" * 5000) + b"\n"),
        ("two-in-one", LINE + LINE + b"\n"),
        ("without-end", LINE),
        ("half-a-line-more", LINE + b"\n" + b"{"),
    ):
        yield f"row-json-{what}", "row_json", with_line(raw)
    yield "row-too-long", "row_too_long", with_line(b"x" * (1 << 20) + b"\n")


def _keys() -> Iterator[Refused]:
    for name in FAMILY:
        less = {key: value for key, value in FAMILY.items() if key != name}
        yield f"row-without-{name}", "row_fields", with_line(canonical.encode(less) + b"\n")
    for name, value in (("worker", "0" * 32), ("held", ""), ("grant", "0" * 32), ("to", "")):
        yield f"row-with-{name}", "row_fields", with_row(**{name: value})
    for name in FAMILY["data"]:
        less = {key: value for key, value in FAMILY["data"].items() if key != name}
        yield f"row-data-without-{name}", "row_fields", with_row(data=less)
    for name in ("name", "remark", "is_kept_back", "rijksregisternummer"):
        yield f"row-data-with-{name}", "row_fields", with_row(data=FAMILY["data"] | {name: ""})


def _values() -> Iterator[Refused]:
    for name, value in (
        ("id", "../../family"), ("id", "5" * 31), ("op", "give"), ("op", "drop"), ("op", None),
        ("ver", 0), ("ver", -1), ("ver", "1"), ("ver", True), ("lsn", "10"), ("lsn", None),
        ("level", "all"), ("level", None), ("data", None), ("data", []), ("data", "x"),
    ):  # fmt: skip
        yield f"row-value-{name}", "row_value", with_row(**{name: value})
    yield "row-value-del-with-data", "row_value", with_row(op="del")
    for table, name, kind in _one_of_each():
        for number, value in enumerate(WRONG[kind]):
            rows = {table: [parts.row(table, _level(table))]}
            rows[table][0]["data"][name] = value
            yield f"value-{kind}-{number}", "row_value", parts.bundle(rows, level=_policy(table))


def _one_of_each() -> Iterator[tuple[str, str, str]]:
    """For every kind of value the first required field of it, else the first of any."""
    fields = [
        (kind.is_optional, TABLES.index(table), table, name, kind.kind)
        for table in TABLES
        for name, kind in LISTS[table][_level(table)]
        if _level(table) == "coded" or kind.kind in ("month", "text")
    ]
    for wanted in WRONG:
        found = min((one for one in fields if one[4] == wanted), default=None)
        if found is not None:
            yield found[2], found[3], wanted


def _level(table: str) -> str:
    return "counts" if "counts" in LISTS[table] else "coded"


def _policy(_table: str) -> str:
    return "coded"


def _places() -> Iterator[Refused]:
    two = [parts.row("family", "coded", number) for number in range(2)]
    backwards = sorted(two, key=lambda one: str(one["id"]), reverse=True)
    yield "row-order", "row_order", with_line(parts.lines(backwards))
    yield "row-twice", "row_order", with_line(LINE + b"\n" + LINE + b"\n")
    yield "row-lsn-zero", "row_lsn", with_row(lsn=0)
    yield "row-lsn-above", "row_lsn", with_row(lsn=21)
    yield "row-level-dossier", "row_level", with_line(parts.lines([parts.row("family", "dossier")]))
    yield "row-level-counts", "row_level", with_row(level="counts")
    yield "row-level-of-a-deletion", "row_level", with_row(op="del", data=None, level="counts")
    yield "row-count-more", "row_count", with_line(LINE + b"\n", count=2)
    yield (
        "row-count-less",
        "row_count",
        with_line(parts.lines(sorted(two, key=lambda one: str(one["id"]))), count=1),
    )


def _store() -> Iterator[Refused]:
    for table, name in (("member", "person"), ("contact", "persons"), ("contact", "family")):
        row = parts.row(table, "coded")
        rows = {"family": [FAMILY], table: [row]}
        strange = "0" * 31 + "1"
        row["data"][name] = [strange] if name == "persons" else strange
        yield f"reference-{table}-{name}", "reference_missing", parts.bundle(_closed(rows))
    small = dict(SMALL)
    for what, more in (
        ("count", {"state_count": 3}),
        ("digest", {"state_digest": "0" * 64}),
        ("empty", {"state_count": 0}),
    ):
        yield f"state-{what}", "state_differs", parts.bundle(small, **more)
    gone = FAMILY | {"op": "del", "data": None}
    yield "state-only-a-deletion", "state_differs", parts.bundle({"family": [gone]}, state_count=1)


def _closed(rows: dict[str, list[parts.Row]]) -> dict[str, list[parts.Row]]:
    """The rows with everything else that they refer to."""
    whole = parts.everything("coded")
    before = [table for table in TABLES if table in whole and table not in rows]
    last = max(TABLES.index(table) for table in rows)
    kept = {table: whole[table] for table in before if TABLES.index(table) < last}
    found = kept | rows
    return {table: found[table] for table in TABLES if table in found}
