"""The second reader's manifest, made from FORMAT.md alone."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tests.exchange.second_reader import is_manifest_signed, parse, refuse
from tests.exchange.second_reader_archive import Archive, signature_of

HEX32, HEX64 = "[0-9a-f]{32}", "[0-9a-f]{64}"
NO_HASH, EMPTY = "0" * 64, hashlib.sha256().hexdigest()
RANK = {"counts": 0, "coded": 1, "dossier": 2}
LARGEST = 9007199254740991


@dataclass
class Known:
    """What an office knows beforehand: its keys, its list of fields, its policies."""

    org: str
    own_recipient: str
    recipients: set[str]
    senders: dict[str, dict[str, str]]
    policies: dict[str, str]
    level: str
    fields: list[tuple[str, str, str, str]] = field(default_factory=list)


# --- 7: manifest ---------------------------------------------------------------------------


def is_hex(value: Any, pattern: str) -> bool:
    """A text of this form, whole."""
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_whole(value: Any, low: int, high: int = LARGEST) -> bool:
    """A whole number between both; a truth is none."""
    return type(value) is int and low <= value <= high


def is_day(value: Any) -> bool:
    """A real day."""
    if not is_hex(value, r"\d{4}-\d\d-\d\d"):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_moment(value: Any) -> bool:
    """A real moment in UTC."""
    try:
        datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 the Z says UTC
    except (TypeError, ValueError):
        return False
    return is_hex(value, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def ascending(values: Any, pattern: str, most: int) -> bool:
    """A list of such texts, each once and in order."""
    return (
        isinstance(values, list)
        and len(values) <= most
        and all(is_hex(one, pattern) for one in values)
        and values == sorted(set(values))
    )


def is_member(value: Any) -> bool:
    """One entry of the list of members, by its types only."""
    if not isinstance(value, dict) or set(value) != {"count", "name", "sha256", "size"}:
        return False
    is_name = isinstance(value["name"], str) and len(value["name"]) <= 100
    is_name = is_name and not re.search(r"[\x00-\x08\x0b-\x1f]", value["name"])
    numbers = is_whole(value["count"], 0) and is_whole(value["size"], 0)
    return numbers and is_name and is_hex(value["sha256"], HEX64)


def are_facts(value: Any) -> bool:
    """For the sheet of a lost laptop."""
    if not isinstance(value, dict):
        return False
    return (
        set(value) == {"disk_encryption", "families", "last_backup", "persons"}
        and value["disk_encryption"] in ("on", "off", "unknown")
        and is_whole(value["families"], 0)
        and is_whole(value["persons"], 0)
        and (value["last_backup"] == "" or is_day(value["last_backup"]))
    )


def of_form(pattern: str) -> Callable[[Any], bool]:
    """Whether a value is a text of this form."""
    return lambda value: is_hex(value, pattern)


def whole(low: int, high: int = LARGEST) -> Callable[[Any], bool]:
    """Whether a value is a whole number between both."""
    return lambda value: is_whole(value, low, high)


BUNDLE: dict[str, Callable[[Any], bool]] = {
    "app": of_form(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}"),
    "base_lsn": whole(0),
    "created": is_moment,
    "device": of_form(HEX32),
    "epoch": whole(1),
    "epoch_from": of_form(f"({HEX32})?"),
    "epoch_from_lsn": whole(0),
    "epoch_id": of_form(HEX32),
    "facts": are_facts,
    "format": lambda v: v == 1,
    "grants": [].__eq__,
    "kind": lambda v: v in ("full", "delta"),
    "level": lambda v: isinstance(v, str) and v in RANK,
    "members": lambda v: isinstance(v, list) and len(v) <= 20_000 and all(map(is_member, v)),
    "office_seq": whole(0),
    "org": of_form(HEX32),
    "period": of_form(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])"),
    "policy": of_form(HEX64),
    "prev": of_form(HEX64),
    "prev_seq": whole(0, 999_999),
    "receipt_key": of_form(HEX64),
    "recipients": lambda v: ascending(v, HEX64, 10) and len(v) > 0,
    "schema": whole(1, 9999),
    "seq": whole(1, 999_999),
    "state_count": whole(0),
    "state_digest": of_form(HEX64),
    "to_lsn": whole(0),
    "wiped": lambda v: isinstance(v, dict) and v == {"count": 0, "digest": EMPTY},
    "worker": of_form(HEX32),
}
KINDS = ("full", "delta", "receipt", "enrol_worker", "enrol_office")


def bundle_manifest(raw: bytes) -> dict[str, Any]:
    """The manifest of a bundle with exact keys and types (7.2, 7.3)."""
    try:
        found = parse(raw)
    except (ValueError, RecursionError):
        refuse("manifest_json")
    if not isinstance(found, dict) or type(found.get("format")) is not int:
        refuse("manifest_fields")
    if found["format"] != 1:
        refuse("format_newer" if found["format"] > 1 else "format_unknown")
    if not isinstance(found.get("kind"), str):
        refuse("manifest_fields")
    if found["kind"] not in KINDS:
        refuse("format_unknown")
    if found["kind"] not in ("full", "delta"):
        refuse("kind_wrong")
    if set(found) != set(BUNDLE) or not all(fits(found[name]) for name, fits in BUNDLE.items()):
        refuse("manifest_fields")
    is_sound = (
        (found["kind"] == "full") == (found["base_lsn"] == 0)
        and found["base_lsn"] <= found["to_lsn"]
        and found["prev_seq"] < found["seq"]
        and (found["prev_seq"] == 0) == (found["prev"] == NO_HASH)
        and (found["epoch_from"] != "" or found["epoch_from_lsn"] == 0)
    )
    return found if is_sound else refuse("manifest_fields")


def verified(archive: Archive, known: Known, receivers: int) -> dict[str, Any]:
    """Signature, manifest and everything about the sender, in the order of 14."""
    signature, raw = signature_of(archive), archive.manifest()
    sender = known.senders.get(signature[:16].hex())
    if sender is None:
        refuse("sender_unknown")
    if not is_manifest_signed(raw, signature, bytes.fromhex(sender["public"])):
        refuse("signature_wrong")
    found = bundle_manifest(raw)
    if found["schema"] > 1:
        refuse("schema_newer")
    for name, wanted in (
        ("org", known.org),
        ("worker", sender["worker"]),
        ("device", sender["device"]),
    ):
        if found[name] != wanted:
            refuse(f"{name}_wrong")
    if sender["state"] != "confirmed":
        refuse("sender_not_confirmed" if sender["state"] == "waiting" else "sender_revoked")
    if known.own_recipient not in found["recipients"]:
        refuse("recipient_wrong")
    if not set(found["recipients"]) <= known.recipients:
        refuse("recipient_unknown")
    if len(found["recipients"]) != receivers:
        refuse("recipient_count")
    check_members(found["members"], list(dict.fromkeys(table for table, *_ in known.fields)))
    return found


def check_members(members: list[dict[str, Any]], tables: list[str]) -> None:
    """Tables in order, each once, none empty (7.4)."""
    last = -1
    for one in members:
        name = re.fullmatch(r"records/([a-z][a-z_]{0,39})\.jsonl", one["name"])
        if not name or not 1 <= one["count"] <= one["size"] <= 2 << 30:
            refuse("member_list")
        if name[1] not in tables:
            refuse("row_table")
        if tables.index(name[1]) <= last:
            refuse("member_list")
        last = tables.index(name[1])


def check_policy(found: dict[str, Any], known: Known) -> None:
    """The policy in force, or the one before when it was no wider (10.1)."""
    level = known.policies.get(found["policy"])
    if level is None:
        refuse("policy_unknown")
    if RANK[level] > RANK[known.level] or found["level"] != level:
        refuse("policy_exceeded")
