"""Whole files as vectors: bundles of each level, enrolments, receipts."""

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ouderapp.base import canonical
from ouderapp.base.errors import Problem
from ouderapp.base.words import word_list
from ouderapp.exchange.manifest import NO_HASH, EnrolWorker, manifest_bytes
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.signed_file import archive_of, signed_archive
from ouderapp.sealing.envelope import open_sealed, seal, sign_manifest
from ouderapp.sealing.keys import key_change
from ouderapp.sealing.spoken import enrolment_words, receipt_words
from tests.exchange import example
from tests.exchange import vector_parts as parts

CREATED = "2026-11-30T17:05:00Z"


def keep(path: Path, payload: bytes, *names: str) -> None:
    """An envelope around this payload for these keys; one that is there and right is kept."""
    opener = parts.OPENERS[names[0]]
    if path.exists():
        sink = io.BytesIO()
        try:
            with path.open("rb") as file:
                open_sealed(file, sink, [opener])
        except Problem:
            pass
        if sink.getvalue() == payload:
            return
    with path.open("wb") as target:
        seal(io.BytesIO(payload), target, [parts.OPENERS[name].recipient for name in names])


def write(path: Path, value: Any) -> None:
    """A file of JSON, a case a line."""
    lines = ",\n".join(json.dumps(one, sort_keys=True) for one in value)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def first_bundles() -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """Name to payload and receivers; the last three follow `coded` at the same office."""
    both = ("office", "escrow")
    three = ("office", "second office", "escrow")
    coded = parts.everything("coded")
    found: dict[str, tuple[bytes, tuple[str, ...]]] = {"minimal": (parts.bundle({}), both)}
    for level in ("counts", "coded", "dossier"):
        found[level] = (parts.bundle(parts.everything(level), level=level), both)
    found["three-receivers"] = (
        parts.bundle(coded, recipients=parts.recipients(*three)),
        three,
    )
    found["delta"] = (delta(coded), both)
    found["later"] = (delta(coded, seq=3), both)
    found["chained"] = (delta(coded, seq=3, prev_seq=2, prev="ab" * 32), both)
    return found


def after(coded: Mapping[str, list[parts.Row]]) -> dict[str, list[parts.Row]]:
    """A change, a deletion and an erasure after the coded bundle."""
    changed = parts.row("family", "coded", 0, ver=2, lsn=21)
    changed["data"] = changed["data"] | {"status": "afgerond", "closed_on": "2026-12-01"}
    gone = {"data": None, "level": "coded", "lsn": 22, "op": "del", "ver": 2}
    return {
        "family": [changed],
        "evaluation": [gone | {"id": coded["evaluation"][1]["id"], "op": "erase", "lsn": 23}],
        "letter": [gone | {"id": coded["letter"][0]["id"]}],
    }


def delta(coded: Mapping[str, list[parts.Row]], **more: Any) -> bytes:
    """The bundle that follows `coded`."""
    rows = after(coded)
    left = {table: {one["id"]: one for one in found} for table, found in coded.items()}
    for table, found in rows.items():
        for one in found:
            if one["op"] == "put":
                left[table][one["id"]] = one
            else:
                del left[table][one["id"]]
    in_order = {table: [found[id_] for id_ in sorted(found)] for table, found in left.items()}
    state = parts.state_of(in_order)
    numbers: dict[str, Any] = {
        "kind": "delta",
        "seq": 2,
        "base_lsn": 20,
        "to_lsn": 30,
        "prev_seq": 1,
        "prev": hashlib.sha256(canonical.encode(parts.manifest(coded))).hexdigest(),
        "state_count": state.count,
        "state_digest": state.hex(),
    }
    return parts.bundle(rows, **(numbers | more))


def bundles(folder: Path) -> None:
    """Payloads as `.tar`, envelopes as `.age`, and what a reader must find in them."""
    folder.mkdir(exist_ok=True)
    cases = []
    for name, (payload, receivers) in first_bundles().items():
        (folder / f"{name}.tar").write_bytes(payload)
        keep(folder / f"{name}.age", payload, *receivers)
        case = {"file": name, "payload": hashlib.sha256(payload).hexdigest()}
        cases.append(case | {"receivers": list(receivers)})
    write(folder / "cases.json", cases)


def receipts(folder: Path) -> None:
    """Answers to the coded bundle, encrypted to the worker."""
    folder.mkdir(exist_ok=True)
    coded = parts.everything("coded")
    bundle = parts.manifest(coded)
    manifest = hashlib.sha256(canonical.encode(bundle)).hexdigest()
    state = parts.state_of(coded)
    held = [{"id": parts.id32("contact 0"), "reason": "code_unknown", "table": "contact"}]
    gone = [{"id": parts.id32("family 9"), "op": "erase", "table": "family", "ver": 3}]
    none = {"epoch_id": "", "manifest": NO_HASH, "seq": 0, "to_lsn": 0}
    changes: dict[str, dict[str, Any]] = {
        "accepted": {},
        "late": {"result": "late"},
        "refused": {"result": "refused", "reason": "gap", "need": "full", "head": none},
        "held": {"held": held, "counts": _counts(put=state.count, held=1)},
        "reapply": {"result": "refused", "reason": "deleted_returns", "reapply": gone},
    }
    cases = []
    for name, change in changes.items():
        raw = canonical.encode(_receipt(manifest, state.count, state.hex()) | change)
        signature = sign_manifest(raw, parts.SIGNERS["office"])
        keep(folder / f"{name}.oudreceipt", archive_of(signature, raw), "worker")
        case = {"file": f"{name}.oudreceipt", "manifest": hashlib.sha256(raw).hexdigest()}
        cases.append(case | {"result": change.get("result", "accepted")})
    key = bytes.fromhex(bundle["receipt_key"])
    words = receipt_words(key, bytes.fromhex(manifest), bytes.fromhex(state.hex()))
    spoken = {"bundle": manifest, "key": key.hex(), "state": state.hex(), "words": places(words)}
    write(folder / "cases.json", [*cases, spoken])


def places(words: tuple[str, ...]) -> list[int]:
    """Words as their indices."""
    return [word_list().index(word) for word in words]


def _counts(**some: int) -> dict[str, int]:
    return dict.fromkeys(("del", "erase", "give", "held", "put"), 0) | some


def _receipt(manifest: str, count: int, digest: str) -> dict[str, Any]:
    return {
        "app": "1.0.0",
        "bundle": {"epoch_id": parts.EPOCH, "manifest": manifest, "seq": 1},
        "counts": _counts(put=count),
        "created": CREATED,
        "format": 1,
        "head": {"epoch_id": parts.EPOCH, "manifest": manifest, "seq": 1, "to_lsn": 20},
        "held": [],
        "kind": "receipt",
        "members": [],
        "need": "",
        "office_epoch_id": parts.id32("office epoch"),
        "org": parts.ORG,
        "reapply": [],
        "reason": "",
        "recipients": parts.recipients("worker"),
        "result": "accepted",
        "state_count": count,
        "state_digest": digest,
        "worker": parts.WORKER,
    }


def enrolments(folder: Path) -> None:
    """A pair with its words, a renewed key, and files that prove nothing."""
    folder.mkdir(exist_ok=True)
    worker = read_manifest(example.ENROL_WORKER, EnrolWorker)
    signer, new = parts.SIGNERS["worker"], parts.SIGNERS["colleague"]
    vouch = signer.sign(key_change(new.public, [worker.recipient])).hex()
    renewed = vars(worker) | {"sign_key": new.public.hex()}
    renewed |= {"prev_key": signer.key_id.hex(), "prev_sig": vouch}
    weak = vars(worker) | {"sign_key": "01" + "00" * 31}
    low = vars(worker) | {"recipient": "age1" + "q" * 58}
    raw = example.ENROL_WORKER
    files = {
        "worker.oudid": (signed_archive(raw, signer), ""),
        "office.oudid": (signed_archive(example.ENROL_OFFICE, parts.SIGNERS["office"]), ""),
        "renewed.oudid": (signed_archive(manifest_bytes(EnrolWorker(**renewed)), new), ""),
        "weak.oudid": (
            signed_archive(manifest_bytes(EnrolWorker(**weak)), signer),
            "enrol_key_weak",
        ),
        "recipient.oudid": (
            signed_archive(manifest_bytes(EnrolWorker(**low)), signer),
            "enrol_key_weak",
        ),
        "stranger.oudid": (signed_archive(raw, parts.SIGNERS["stranger"]), "enrol_signature"),
        "changed.oudid": (
            archive_of(sign_manifest(raw, signer), raw.replace(b"Medewerker 1", b"Medewerker 2")),
            "enrol_signature",
        ),
    }
    for name, (content, _) in files.items():
        (folder / name).write_bytes(content)
    cases: list[dict[str, Any]] = [
        {"file": name, "reason": reason} for name, (_, reason) in files.items()
    ]
    words = places(enrolment_words(example.ENROL_WORKER, example.ENROL_OFFICE))
    cases.append({"worker": "worker.oudid", "office": "office.oudid", "words": words})
    cases.append({"renewed": "renewed.oudid", "old": signer.public.hex()})
    write(folder / "cases.json", cases)
