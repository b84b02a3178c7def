"""A reader made from the text alone reads every vector (B01, FORMAT.md 25)."""

import ast
import hashlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.exchange import (
    second_reader,
    second_reader_archive,
    second_reader_bundle,
    second_reader_rows,
)
from tests.exchange.second_reader import (
    Refused,
    enrolment_indices,
    indices,
    is_manifest_signed,
    is_signed,
    is_sound_key,
    open_envelope,
    parse,
    receipt_indices,
    stanzas,
)
from tests.exchange.second_reader_archive import member_header, padded, signed_only
from tests.exchange.second_reader_bundle import Known
from tests.exchange.second_reader_rows import read_bundle, read_payload, state_of

VECTORS = Path(__file__).parent / "vectors"
# What only an office with a store and a past can know.
NEEDS_A_PAST = {
    "duplicate", "late", "gap", "epoch_waits", "fork_sequence", "fork_chain", "fork_lsn",
    "row_fork", "row_backwards", "deleted_returns", "full_misses_rows", "reference_missing",
}  # fmt: skip


def load(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


KEYS = load("keys.json")
FIELDS = [tuple(row) for row in load("fields-1.json")["fields"]]
TABLES = list(dict.fromkeys(table for table, *_ in FIELDS))


def reason_of(work: Callable[[], Any]) -> str:
    try:
        work()
    except Refused as refused:
        return str(refused)
    return ""


def known(level: str = "coded") -> Known:
    def id32(label: str) -> str:
        return hashlib.sha256(f"ouderapp vector {label}".encode()).hexdigest()[:32]

    def policy(at: str) -> str:
        text = (
            f'{{"blob_max":0,"dossier":[],"id":"{id32("policy")}","level":"{at}",'
            '"match":false,"serial":1}'
        )
        return hashlib.sha256(text.encode()).hexdigest()

    states = {"worker": "confirmed", "colleague": "confirmed", "revoked": "", "waiting": "waiting"}
    senders = {
        KEYS["signers"][name]["key_id"]: {
            "public": KEYS["signers"][name]["public"],
            "worker": KEYS["worker"] if name == "worker" else id32(name),
            "device": KEYS["device"] if name == "worker" else id32(f"{name} device"),
            "state": state,
        }
        for name, state in states.items()
    }
    hashes = {name: KEYS["openers"][name]["hash"] for name in ("office", "second office", "escrow")}
    return Known(
        KEYS["org"],
        hashes["office"],
        set(hashes.values()),
        senders,
        {policy("dossier"): "dossier", policy(level): level},
        level,
        FIELDS,
    )


IDENTITY = KEYS["openers"]["office"]["identity"]


def test_it_shares_no_code_with_the_program() -> None:
    for module in (second_reader, second_reader_archive, second_reader_bundle, second_reader_rows):
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        names = {
            name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in ([node.module] if isinstance(node, ast.ImportFrom) else _names(node))
        }
        assert not [name for name in names if str(name).startswith("ouderapp")]


def _names(node: ast.Import) -> list[str]:
    return [alias.name for alias in node.names]


def test_canonical_json() -> None:
    for case in load("canonical.json"):
        raw = bytes.fromhex(case["bytes"])
        if case.get("refused"):
            with pytest.raises((ValueError, RecursionError)):
                parse(raw)
        else:
            assert parse(raw) == case["value"]


def test_archive_headers_and_padding() -> None:
    for case in load("ustar.json"):
        found = member_header(case["name"], case["size"]).hex() == case["header"]
        assert found is case["is_right"]
    assert all(padded(length) == wanted for length, wanted in load("padme.json"))


def test_words() -> None:
    cases = load("words.json")

    assert all(indices(bytes.fromhex(raw), 6) == found for raw, found in cases["indices"])


def test_signatures_and_digests() -> None:
    for case in load("signature.json"):
        given = [bytes.fromhex(case[name]) for name in ("manifest", "signature", "public")]
        assert is_manifest_signed(*given) is case["is_right"]
    for case in load("digest.json"):
        tables: dict[str, dict[str, Any]] = {}
        for table, row, _ in case["rows"]:
            tables.setdefault(table, {})[row["id"]] = row
        assert state_of(tables, TABLES) == (case["count"], case["digest"])


def test_heads_of_envelopes() -> None:
    for case in load("gate/cases.json"):
        raw = bytes.fromhex(case["head"])
        assert reason_of(partial(stanzas, raw)) == case["reason"], raw


def test_enrolments() -> None:
    folder = VECTORS / "enrol"
    for case in load("enrol/cases.json"):
        if "words" in case:
            both = [signed_only((folder / case[s]).read_bytes())[1] for s in ("worker", "office")]
            assert enrolment_indices(*both) == case["words"]
        elif "renewed" in case:
            assert is_renewed((folder / case["renewed"]).read_bytes(), case["old"])
        else:
            signature, raw = signed_only((folder / case["file"]).read_bytes())
            key = bytes.fromhex(parse(raw)["sign_key"])
            is_own = hashlib.sha256(key).digest()[:16] == signature[:16]
            holds = is_own and is_manifest_signed(raw, signature, key)
            is_weak = not is_sound_key(key) or parse(raw).get("recipient", "").endswith("q" * 58)
            reason = "enrol_key_weak" if is_weak else "" if holds else "enrol_signature"
            assert reason == case["reason"]


def is_renewed(file: bytes, old: str) -> bool:
    manifest = parse(signed_only(file)[1])
    listed = hashlib.sha256(manifest["recipient"].encode()).digest()
    message = bytes.fromhex(manifest["sign_key"]) + listed
    signature = bytes.fromhex(manifest["prev_sig"])
    return is_signed(b"ouderapp key change v1\0", message, signature, bytes.fromhex(old))


def test_receipts() -> None:
    identity = KEYS["openers"]["worker"]["identity"]
    public = bytes.fromhex(KEYS["signers"]["office"]["public"])
    for case in load("receipt/cases.json"):
        if "file" in case:
            payload = open_envelope((VECTORS / "receipt" / case["file"]).read_bytes(), identity)
            signature, raw = signed_only(payload)
            assert hashlib.sha256(raw).hexdigest() == case["manifest"]
            assert is_manifest_signed(raw, signature, public)
            assert parse(raw)["result"] == case["result"]
        else:
            given = [bytes.fromhex(case[name]) for name in ("key", "bundle", "state")]
            assert receipt_indices(*given) == case["words"]


def test_bundles() -> None:
    for case in load("bundle/cases.json"):
        name = case["file"]
        level = name if name in ("counts", "dossier") else "coded"
        raw = (VECTORS / "bundle" / f"{name}.age").read_bytes()
        payload = open_envelope(raw, IDENTITY)
        assert hashlib.sha256(payload).hexdigest() == case["payload"]
        assert stanzas(raw) == len(case["receivers"])
        if name in ("delta", "later", "chained"):
            first = read_bundle((VECTORS / "bundle" / "coded.age").read_bytes(), IDENTITY, known())
            assert read_payload(payload, known(), stanzas(raw), first)
        else:
            assert isinstance(read_bundle(raw, IDENTITY, known(level)), dict)


def test_refused_files() -> None:
    wrong, judged = [], 0
    for case in load("refused/cases.json"):
        path = VECTORS / "refused" / case["file"]
        if case["before"] and case["reason"] in NEEDS_A_PAST:
            continue
        raw = path.read_bytes()
        if path.suffix == ".age":
            found = reason_of(partial(read_bundle, raw, IDENTITY, known()))
        else:
            found = reason_of(partial(read_payload, raw, known(), 2))
        judged += 1
        if found != case["reason"]:
            wrong.append((case["file"], case["reason"], found))

    assert wrong == []
    assert judged >= 300


def test_what_needs_a_past_still_reads_as_a_signed_manifest() -> None:
    for case in load("refused/cases.json"):
        if case["before"]:
            raw = (VECTORS / "refused" / case["file"]).read_bytes()
            archive = second_reader_archive.Archive(raw)
            found = second_reader_bundle.verified(archive, known(), 2)
            assert found["worker"] == KEYS["worker"]
