"""Manifests that a known worker signed and that must be refused all the same."""

from collections.abc import Iterator
from typing import Any

from tests.exchange import vector_parts as parts
from tests.exchange.vector_broken_archives import MEMBERS, RAW, SMALL, Refused

GOOD = parts.manifest(SMALL)
HASH = "ab" * 32


def broken_manifests() -> Iterator[Refused]:
    """In the order in which a receiver judges."""
    yield from _json()
    yield from _fields()
    yield from _sender()
    yield from _recipients()
    yield from _members()
    yield from _policies()


def signed(**changes: Any) -> bytes:
    """The sound bundle with these fields of its manifest replaced."""
    return parts.archive(GOOD | changes, MEMBERS)


def _json() -> Iterator[Refused]:
    for what, raw in (
        ("empty", b""),
        ("cut", RAW[:-1]),
        ("space", RAW.replace(b",", b", ", 1)),
        ("newline", RAW + b"\n"),
        ("mark", b"\xef\xbb\xbf" + RAW),
        ("double-key", RAW.replace(b'"seq":1', b'"seq":1,"seq":1')),
        ("fraction", RAW.replace(b'"seq":1', b'"seq":1.0')),
        ("exponent", RAW.replace(b'"seq":1', b'"seq":1e0')),
        ("huge", RAW.replace(b'"seq":1', b'"seq":9007199254740992')),
        ("minus-zero", RAW.replace(b'"epoch":1', b'"epoch":-0')),
        ("escape", RAW.replace(b'"full"', b'"\\u0066ull"')),
        ("nul", RAW.replace(b'"full"', b'"full\\u0000"')),
        ("surrogate", RAW.replace(b'"full"', b'"\\ud800"')),
        ("not-utf-8", RAW.replace(b'"full"', b'"\xff"')),
        ("deep", b"[" * 5000 + b"]" * 5000),
        ("unsorted", b'{"z":1,"a":1}'),
        ("capital-key", b'{"A":1}'),
    ):
        yield f"manifest-json-{what}", "manifest_json", parts.archive(raw, MEMBERS)


def _fields() -> Iterator[Refused]:
    for what, raw in (("list", b"[]"), ("number", b"1"), ("nothing", b"null"), ("empty", b"{}")):
        yield f"manifest-fields-{what}", "manifest_fields", parts.archive(raw, MEMBERS)
    yield "format-newer", "format_newer", signed(format=2)
    yield "format-far", "format_newer", parts.archive(b'{"format":99}', MEMBERS)
    yield "format-none", "format_unknown", signed(format=0)
    yield "format-word", "manifest_fields", signed(format="1")
    yield "format-true", "manifest_fields", signed(format=True)
    yield "kind-unknown", "format_unknown", signed(kind="handover")
    yield "kind-receipt", "kind_wrong", signed(kind="receipt")
    yield "kind-enrolment", "kind_wrong", signed(kind="enrol_worker")
    yield "kind-number", "manifest_fields", signed(kind=1)
    for name in sorted(set(GOOD) - {"format", "kind"}):
        less = {key: value for key, value in GOOD.items() if key != name}
        yield f"without-{name}", "manifest_fields", parts.archive(less, MEMBERS)
    yield "extra-key", "manifest_fields", signed(note="")
    for name, value in (
        ("app", "1"), ("app", 1), ("base_lsn", -1), ("base_lsn", 5),
        ("created", "2026-02-30T00:00:00Z"),
        ("created", "2026-11-30"), ("epoch", 0), ("epoch_from_lsn", 1), ("epoch_id", "x"),
        ("facts", {}), ("grants", [{"answer": "accepted", "id": "0" * 32}]), ("kind", "delta"),
        ("level", "all"), ("members", {}), ("members", [{}]), ("period", "2026-13"), ("prev", HASH),
        ("prev_seq", 1), ("receipt_key", "00"), ("recipients", []), ("recipients", [HASH, HASH]),
        ("schema", 0), ("schema", "1"), ("seq", 0), ("seq", 1_000_000), ("state_count", "2"),
        ("to_lsn", None), ("wiped", {"count": 1, "digest": HASH}), ("worker", "A" * 32),
    ):  # fmt: skip
        yield f"field-{name}", "manifest_fields", signed(**{name: value})


def _sender() -> Iterator[Refused]:
    yield "schema-newer", "schema_newer", signed(schema=2)
    yield "org-wrong", "org_wrong", signed(org="0" * 32)
    yield "worker-wrong", "worker_wrong", signed(worker=parts.id32("colleague"))
    colleague = parts.archive(RAW, MEMBERS, "colleague")
    yield "worker-of-a-colleague", "worker_wrong", colleague
    yield "device-wrong", "device_wrong", signed(device="0" * 32)


def _recipients() -> Iterator[Refused]:
    yield "recipient-wrong", "recipient_wrong", signed(recipients=parts.recipients("escrow"))
    strange = parts.recipients("office", "stranger")
    yield "recipient-unknown", "recipient_unknown", signed(recipients=strange)
    yield "recipient-one", "recipient_count", signed(recipients=parts.recipients("office"))
    three = parts.recipients("office", "second office", "escrow")
    yield "recipient-three", "recipient_count", signed(recipients=three)


def _members() -> Iterator[Refused]:
    family, person = parts.listed(MEMBERS)
    for what, listed in (
        ("swapped", [person, family]),
        ("twice", [family, family]),
        ("count-zero", [family | {"count": 0}, person]),
        ("size-zero", [family | {"size": 0}, person]),
        ("more-lines-than-bytes", [family | {"count": family["size"] + 1}, person]),
        ("too-large", [family | {"size": (2 << 30) + 1}, person]),
        ("path", [family | {"name": "records/../family.jsonl"}, person]),
        ("absolute", [family | {"name": "/etc/passwd"}, person]),
        ("ending", [family | {"name": "records/family.json"}, person]),
        ("capital", [family | {"name": "records/Family.jsonl"}, person]),
        ("signature", [family | {"name": "manifest.sig"}, person]),
        ("blob", [family | {"name": "blobs/" + HASH}, person]),
        ("long-name", [family | {"name": "records/" + "f" * 41 + ".jsonl"}, person]),
    ):
        yield f"members-{what}", "member_list", signed(members=listed)
    unknown = [family | {"name": "records/private_note.jsonl"}]
    yield "members-private-notes", "row_table", signed(members=unknown)
    yield (
        "members-sql",
        "row_table",
        signed(members=[family | {"name": "records/sqlite_master.jsonl"}]),
    )
    wrong = [family | {"sha256": HASH}, person]
    yield "member-hash", "member_hash", signed(members=wrong)
    longer = [family | {"size": family["size"] + 1}, person]
    yield "member-size", "archive_header", signed(members=longer)


def _policies() -> Iterator[Refused]:
    yield "policy-unknown", "policy_unknown", signed(policy=HASH)
    yield "policy-wider-level", "policy_exceeded", signed(level="dossier")
    wider = parts.hash_of(parts.policy("dossier"))
    yield "policy-wider", "policy_exceeded", signed(policy=wider, level="dossier")
