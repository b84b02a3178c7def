"""The second reader's rows: lines, field list, references, digest; made from FORMAT.md alone."""

import hashlib
import re
from typing import Any

from tests.exchange.second_reader import canonical_bytes, open_envelope, parse, refuse, stanzas
from tests.exchange.second_reader_archive import Archive
from tests.exchange.second_reader_bundle import (
    HEX32,
    LARGEST,
    RANK,
    Known,
    ascending,
    check_policy,
    is_day,
    is_hex,
    is_whole,
    verified,
)

LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?"
CODE = "[a-z][a-z0-9_-]{0,39}"
TEXTS = {
    "ref": HEX32,
    "code": CODE,
    "label": "[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}",
    "stream": "[0-9A-Za-z][0-9A-Za-z .+/-]{0,7}",
    "month": "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])",
    "time": "([01][0-9]|2[0-3]):[0-5][0-9]",
    "lang": LANGUAGE,
    "post": "[0-9]{4}",
}
LISTS = {"refs": (HEX32, 50), "codes": (CODE, 20), "langs": (LANGUAGE, 10)}


def fits(kind: str, value: Any) -> bool:
    """Whether a value has the type that the list says (8)."""
    if kind.endswith("?"):
        return value is None or fits(kind[:-1], value)
    word, _, rest = kind.partition(" ")
    if word in TEXTS:
        return is_hex(value, TEXTS[word])
    if word in LISTS:
        return ascending(value, *LISTS[word])
    if word == "int":
        low, _, high = rest.partition("..")
        return is_whole(value, int(low), int(high))
    if word == "text":
        is_short = isinstance(value, str) and len(value) <= int(rest)
        return is_short and not re.search(r"[\x00-\x08\x0b-\x1f]", value)
    return is_day(value) if word == "date" else isinstance(value, bool)


def fields_of(known: Known, table: str, level: str) -> dict[str, str]:
    """The list of a table at a level; empty when it has none."""
    rows = [row for row in known.fields if row[0] == table]
    if level not in {row[3] for row in rows}:
        return {}
    included = {level, "coded"} if level == "dossier" else {level}
    return {name: kind for _, name, kind, at in rows if at in included}


def check_row(raw: bytes, table: str, found: dict[str, Any], known: Known, last: str) -> Any:
    """One line, step by step in the order of 8."""
    if len(raw) >= 1 << 20:
        refuse("row_too_long")
    try:
        row = parse(raw)
    except (ValueError, RecursionError):
        refuse("row_json")
    if not isinstance(row, dict):
        refuse("row_json")
    if set(row) != {"data", "id", "level", "lsn", "op", "ver"}:
        refuse("row_fields")
    heads = {
        "id": is_hex(row["id"], HEX32),
        "level": isinstance(row["level"], str) and row["level"] in RANK,
        "lsn": is_whole(row["lsn"], 0),
        "op": row["op"] in ("put", "del", "erase"),
        "ver": is_whole(row["ver"], 1, LARGEST),
    }
    if not all(heads.values()):
        refuse("row_value")
    if row["id"] <= last:
        refuse("row_order")
    if not found["base_lsn"] < row["lsn"] <= found["to_lsn"]:
        refuse("row_lsn")
    if row["op"] == "put":
        check_data(row, fields_of(known, table, row["level"]), found["level"])
    elif row["data"] is not None:
        refuse("row_value")
    elif row["level"] != found["level"]:
        refuse("row_level")
    return row


def check_data(row: dict[str, Any], fields: dict[str, str], most: str) -> None:
    """Exactly the fields of the list, each of its type."""
    if not fields or RANK[row["level"]] > RANK[most]:
        refuse("row_level")
    if not isinstance(row["data"], dict):
        refuse("row_value")
    if set(row["data"]) != set(fields):
        refuse("row_fields")
    if not all(fits(kind, row["data"][name]) for name, kind in fields.items()):
        refuse("row_value")


def table_of(content: bytes, table: str, found: dict[str, Any], known: Known) -> list[Any]:
    """Every row of a member."""
    *lines, rest = content.split(b"\n")
    rows: list[Any] = []
    for raw in lines:
        rows.append(check_row(raw, table, found, known, rows[-1]["id"] if rows else ""))
    if rest:
        refuse("row_json")
    return rows


def check_references(table: str, rows: list[Any], known: Known, here: dict[str, set[str]]) -> None:
    """Every id that a row names must be here by then."""
    kinds = {name: kind.rstrip("?") for at, name, kind, _ in known.fields if at == table}
    for row in rows:
        for name, value in (row["data"] or {}).items():
            word, _, target = kinds[name].partition(" ")
            named = [value] if word == "ref" and value is not None else value
            if word in ("ref", "refs") and named and not set(named) <= here.get(target, set()):
                refuse("reference_missing")
        if row["op"] == "put":
            here.setdefault(table, set()).add(row["id"])


def state_of(tables: dict[str, dict[str, Any]], order: list[str]) -> tuple[int, str]:
    """Count and digest of live rows (12)."""
    total, count = hashlib.sha256(b"ouderapp state v1\0"), 0
    for table in order:
        for id_ in sorted(tables.get(table, {})):
            row = tables[table][id_]
            hashed = {name: row[name] for name in ("data", "id", "level", "ver")}
            total.update(hashlib.sha256(table.encode() + b"\0" + canonical_bytes(hashed)).digest())
            count += 1
    return count, total.hexdigest()


def read_payload(
    raw: bytes, known: Known, receivers: int, before: dict[str, dict[str, Any]] | None = None
) -> dict[str, dict[str, Any]]:
    """The live rows after a bundle at an office that holds `before`; refuses as an office would."""
    archive = Archive(raw)
    found = verified(archive, known, receivers)
    contents = contents_of(archive, found)
    check_policy(found, known)
    if not before and found["base_lsn"]:
        refuse("gap")
    tables = {name: dict(rows) for name, rows in (before or {}).items()}
    here = {name: set(rows) for name, rows in tables.items()}
    gone: list[tuple[str, str]] = []
    for member, content in contents:
        table = member["name"][8:-6]
        rows = table_of(content, table, found, known)
        check_references(table, rows, known, here)
        if len(rows) != member["count"]:
            refuse("row_count")
        live = tables.setdefault(table, {})
        live.update({row["id"]: row for row in rows if row["op"] == "put"})
        gone += [(table, row["id"]) for row in rows if row["op"] != "put"]
    for table, id_ in gone:
        tables.get(table, {}).pop(id_, None)
    order = list(dict.fromkeys(table for table, *_ in known.fields))
    if state_of(tables, order) != (found["state_count"], found["state_digest"]):
        refuse("state_differs")
    return tables


def contents_of(archive: Archive, found: dict[str, Any]) -> list[tuple[dict[str, Any], bytes]]:
    """The members with their content, each what the manifest promises, and the end."""
    manifest = canonical_bytes(found)
    sizes = [(one["name"], one["size"]) for one in found["members"]]
    every = [("manifest.sig", 80), ("manifest.json", len(manifest)), *sizes]
    contents = []
    for member in found["members"]:
        content = archive.member_hashed(member, every)
        contents.append((member, content))
    archive.end([size for _, size in every])
    return contents


def read_bundle(raw: bytes, identity: str, known: Known) -> dict[str, dict[str, Any]]:
    """The live rows of a whole file at an empty office."""
    if not 512 <= len(raw) <= 4 << 30:
        refuse("file_size")
    return read_payload(open_envelope(raw, identity), known, stanzas(raw))
