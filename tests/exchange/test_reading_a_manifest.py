"""A manifest has exactly its keys and types, or a typed reason why not (B02, B19, EXCHANGE 7)."""

import copy
from typing import Any

import pytest

from ouderapp.base import canonical
from ouderapp.exchange.manifest import Bundle, EnrolOffice, EnrolWorker, Receipt, manifest_bytes
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.refusals.sender import (
    FormatNewer,
    FormatUnknown,
    KindWrong,
    ManifestFields,
    ManifestJson,
)
from tests.exchange import example

BUNDLE = canonical.decode_object(example.MANIFEST)
OFFICE = canonical.decode_object(example.ENROL_OFFICE)
HASH = "ab" * 32
RECEIPT: dict[str, Any] = {
    "app": "1.0.0",
    "bundle": {"epoch_id": "0" * 32, "manifest": HASH, "seq": 3},
    "counts": {"del": 0, "erase": 0, "give": 0, "held": 1, "put": 2},
    "created": "2026-11-30T17:00:00Z",
    "format": 1,
    "head": {"epoch_id": "", "manifest": "0" * 64, "seq": 0, "to_lsn": 0},
    "held": [{"id": "1" * 32, "reason": "code_unknown", "table": "contact"}],
    "kind": "receipt",
    "members": [],
    "need": "full",
    "office_epoch_id": "2" * 32,
    "org": "3" * 32,
    "reapply": [{"id": "4" * 32, "op": "del", "table": "contact", "ver": 2}],
    "reason": "gap",
    "recipients": [HASH],
    "result": "refused",
    "state_count": 0,
    "state_digest": HASH,
    "worker": "5" * 32,
}


def with_(value: dict[str, Any], **changes: Any) -> bytes:
    return canonical.encode(value | changes)


def test_a_receipt_is_read_and_written_back() -> None:
    raw = canonical.encode(RECEIPT)

    receipt = read_manifest(raw, Receipt)

    assert manifest_bytes(receipt) == raw
    assert receipt.held[0].reason == "code_unknown"


@pytest.mark.parametrize(
    "raw", [b"", b"{", b'{"a":1,"a":2}', b'{"a": 1}', b"\xff", b'{"a":1.5}', b"[" * 40, b"nul"]
)
def test_bytes_that_are_not_canonical_are_refused(raw: bytes) -> None:
    with pytest.raises(ManifestJson):
        read_manifest(raw, Bundle)


@pytest.mark.parametrize("raw", [b"[]", b"1", b'"full"', b"null", b"{}"])
def test_json_that_is_no_manifest_is_refused(raw: bytes) -> None:
    with pytest.raises(ManifestFields):
        read_manifest(raw, Bundle)


def test_the_format_speaks_before_anything_else() -> None:
    with pytest.raises(FormatNewer) as newer:
        read_manifest(b'{"format":2,"kind":"never heard of"}', Bundle)
    assert newer.value.places == {"need": 2}

    with pytest.raises(FormatUnknown):
        read_manifest(b'{"format":0}', Bundle)
    with pytest.raises(ManifestFields):
        read_manifest(b'{"format":true}', Bundle)


def test_the_kind_speaks_before_the_keys() -> None:
    with pytest.raises(FormatUnknown):
        read_manifest(b'{"format":1,"kind":"handover"}', Bundle)
    with pytest.raises(KindWrong):
        read_manifest(b'{"format":1,"kind":"receipt"}', Bundle)
    with pytest.raises(ManifestFields):
        read_manifest(b'{"format":1,"kind":7}', Bundle)


@pytest.mark.parametrize("name", sorted(BUNDLE))
def test_a_key_too_few_is_refused(name: str) -> None:
    less = {key: value for key, value in BUNDLE.items() if key != name}

    with pytest.raises(ManifestFields):
        read_manifest(canonical.encode(less), Bundle)


def test_a_key_too_many_is_refused() -> None:
    with pytest.raises(ManifestFields):
        read_manifest(with_(BUNDLE, note="x"), Bundle)


@pytest.mark.parametrize("wrong", [None, True, -1, "", "x", [], {}, [1], {"a": 1}, "2026-02-30"])
@pytest.mark.parametrize("name", sorted(set(BUNDLE) - {"format", "kind"}))
def test_a_value_of_another_type_is_refused_or_still_fits(name: str, wrong: Any) -> None:
    may_be = {("epoch_from", ""), ("members", ()), ("grants", ())}
    key = (name, tuple(wrong) if wrong == [] else wrong if isinstance(wrong, str) else None)
    raw = with_(BUNDLE, **{name: wrong})

    if key in may_be:
        assert manifest_bytes(read_manifest(raw, Bundle)) == raw
    else:
        with pytest.raises(ManifestFields):
            read_manifest(raw, Bundle)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "delta"},
        {"base_lsn": 3},
        {"base_lsn": 16, "kind": "delta"},
        {"prev_seq": 1},
        {"prev": HASH},
        {"seq": 3, "prev_seq": 3, "prev": HASH},
        {"seq": 0},
        {"seq": 1_000_000},
        {"epoch_from_lsn": 4},
        {"recipients": ["b" * 64, "a" * 64]},
        {"recipients": ["a" * 64, "a" * 64]},
        {"schema": 0},
        {"period": "2026-13"},
        {"created": "2026-11-31T17:00:00Z"},
        {"created": "2026-11-30T24:00:01Z"},
        {"app": "1.0"},
        {"org": "A" * 32},
        {"wiped": {"count": 1, "digest": HASH}},
        {"facts": {"disk_encryption": "on", "families": 1, "last_backup": "", "persons": -1}},
    ],
)
def test_numbers_that_contradict_each_other_are_refused(changes: dict[str, Any]) -> None:
    raw = with_(BUNDLE, **changes)

    with pytest.raises(ManifestFields):
        read_manifest(raw, Bundle)


def offices(*roles: str) -> list[dict[str, str]]:
    names = [f"age1{'q' * 57}{sign}" for sign in "acde"]
    return [{"recipient": name, "role": role} for name, role in zip(names, roles, strict=False)]


@pytest.mark.parametrize(
    ("recipients", "is_right"),
    [
        (offices("office"), True),
        (offices("office", "office", "escrow"), True),
        (offices("escrow", "office"), False),
        (offices("escrow"), False),
        ([], False),
        (offices("office", "office")[::-1], False),
        (offices("office") * 2, False),
    ],
)
def test_the_addresses_of_an_office_stand_in_order(recipients: Any, is_right: bool) -> None:
    raw = with_(copy.deepcopy(OFFICE), recipients=recipients)

    if is_right:
        assert manifest_bytes(read_manifest(raw, EnrolOffice)) == raw
    else:
        with pytest.raises(ManifestFields):
            read_manifest(raw, EnrolOffice)


@pytest.mark.parametrize("name", ["", "x" * 81, "a\x07b", 3, None])
def test_a_worker_without_a_sound_name_is_refused(name: Any) -> None:
    worker = canonical.decode_object(example.ENROL_WORKER)

    with pytest.raises(ManifestFields):
        read_manifest(with_(worker, name=name), EnrolWorker)
