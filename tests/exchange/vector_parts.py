"""The parts of which vectors are made: keys with published seeds, rows of every table, bundles."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from ouderapp.base import canonical
from ouderapp.exchange.archive import payload, piece
from ouderapp.exchange.code_lists import LISTS as CODES
from ouderapp.exchange.digest import StateDigest, row_hash
from ouderapp.exchange.field_lists import LISTS, TABLES
from ouderapp.exchange.manifest import EMPTY_HASH, NO_HASH
from ouderapp.exchange.value_types import ValueType
from ouderapp.sealing.envelope import sign_manifest
from ouderapp.sealing.keys import Opener, Signer, recipient_hash

Row = dict[str, Any]
Member = tuple[str, bytes]


def seed(label: str) -> bytes:
    """SHA-256 of a published label."""
    return hashlib.sha256(label.encode()).digest()


def id32(label: str) -> str:
    """An identity from a label."""
    return seed(f"ouderapp vector {label}")[:16].hex()


SIGNERS = {
    name: Signer(seed(f"ouderapp vector {name} sign"))
    for name in ("worker", "office", "colleague", "stranger", "revoked", "waiting")
}
OPENERS = {
    name: Opener(seed(f"ouderapp vector {name} age"))
    for name in ("worker", "office", "second office", "escrow", "stranger")
}
ORG, WORKER, DEVICE, EPOCH = (id32(name) for name in ("org", "worker", "device", "epoch"))


def policy(level: str = "coded", serial: int = 1) -> dict[str, Any]:
    """The policy of the vectors at a level."""
    return {
        "blob_max": 0,
        "dossier": [],
        "id": id32("policy"),
        "level": level,
        "match": False,
        "serial": serial,
    }


def hash_of(value: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form."""
    return hashlib.sha256(canonical.encode(value)).hexdigest()


def recipients(*names: str) -> list[str]:
    """The recipient hashes of these keys, ascending."""
    return sorted(recipient_hash(OPENERS[name].recipient).hex() for name in names)


def sample(table: str, kind: ValueType, number: int, name: str) -> Any:
    """A value of this type; optional ones are empty in every second row."""
    if kind.is_optional and number % 2:
        return None
    samples: dict[str, Any] = {
        "ref": id32(f"{kind.target} 0"),
        "refs": [id32(f"{kind.target} 0")],
        "code": _code(kind),
        "codes": [_code(kind)],
        "label": "regels 2026.1",
        "stream": "1A",
        "date": "2026-11-17" if name.startswith(("until", "closed")) else "2026-11-16",
        "month": "2026-11",
        "time": "16:20" if name == "ends" else "15:30",
        "bool": number % 2 == 0,
        "lang": "nl",
        "langs": ["ar", "nl"],
        "post": "9000",
        "text": f'Regel\n"één" \\ {table} {number}',
    }
    if kind.kind == "int":
        low = int(kind.text.split()[1].split("..")[0])
        return low + number
    value = samples[kind.kind]
    return value[: kind.most] if kind.kind == "text" else value


def _code(kind: ValueType) -> str:
    known = CODES.get(kind.target)
    return min(known) if known else "waarde_1"


def row(table: str, level: str, number: int = 0, **more: Any) -> Row:
    """One row of a table at a level with every field filled; `more` replaces its keys."""
    data = {name: sample(table, kind, number, name) for name, kind in LISTS[table][level]}
    if table == "consent":
        data |= {"purpose": "kantoor_dossier", "withdrawn_on": None}
    if table in ("consent", "member"):
        data |= {"family": id32(f"family {number}"), "person": id32(f"person {number}")}
    if level == "dossier":
        data |= {
            name: id32(f"{name} 0") for name in ("family", "person") if data.get(name, 1) is None
        }
    base = {"data": data, "level": level, "lsn": 10 + number, "op": "put", "ver": 1}
    return base | {"id": id32(f"{table} {number}")} | more


def everything(level: str) -> dict[str, list[Row]]:
    """Two rows of every table that a level has; coded where it has no list of its own."""
    found = {}
    for table in TABLES:
        lists = LISTS[table]
        own = level if level in lists else "counts" if "counts" in lists else "coded"
        if level != "counts" or own == "counts":
            rows = [row(table, own, number) for number in range(2)]
            found[table] = sorted(rows, key=lambda one: str(one["id"]))
    return found


def lines(rows: Iterable[Row]) -> bytes:
    """The content of a member."""
    return b"".join(canonical.encode(one) + b"\n" for one in rows)


def members_of(rows: Mapping[str, list[Row]]) -> list[Member]:
    """Every table as a member."""
    return [(f"records/{table}.jsonl", lines(found)) for table, found in rows.items()]


def state_of(rows: Mapping[str, list[Row]]) -> StateDigest:
    """Count and digest of what these rows leave at an empty office."""
    digest = StateDigest()
    for table, found in rows.items():
        for one in found:
            if one["op"] == "put":
                digest.add(row_hash(table, one["id"], one["level"], one["ver"], one["data"]))
    return digest


def listed(members: Iterable[Member]) -> list[dict[str, Any]]:
    """How the manifest lists members."""
    return [
        {
            "count": content.count(b"\n"),
            "name": name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
        }
        for name, content in members
    ]


def manifest(rows: Mapping[str, list[Row]], **more: Any) -> dict[str, Any]:
    """The manifest of a first full bundle with these rows; `more` replaces its keys."""
    level = str(more.get("level", "coded"))
    state = state_of(rows)
    base = {
        "app": "1.0.0",
        "base_lsn": 0,
        "created": "2026-11-30T17:00:00Z",
        "device": DEVICE,
        "epoch": 1,
        "epoch_from": "",
        "epoch_from_lsn": 0,
        "epoch_id": EPOCH,
        "facts": {
            "disk_encryption": "on",
            "families": 2,
            "last_backup": "2026-11-30",
            "persons": 2,
        },
        "format": 1,
        "grants": [],
        "kind": "full",
        "level": level,
        "members": listed(members_of(rows)),
        "office_seq": 0,
        "org": ORG,
        "period": "2026-11",
        "policy": hash_of(policy(level)),
        "prev": NO_HASH,
        "prev_seq": 0,
        "receipt_key": seed("ouderapp vector receipt key").hex(),
        "recipients": recipients("office", "escrow"),
        "schema": 1,
        "seq": 1,
        "state_count": state.count,
        "state_digest": state.hex(),
        "to_lsn": 20,
        "wiped": {"count": 0, "digest": EMPTY_HASH},
        "worker": WORKER,
    }
    return base | more


def archive(
    content: Mapping[str, Any] | bytes, members: Iterable[Member], signer: str = "worker"
) -> bytes:
    """A whole payload: signature, manifest, members, padding."""
    raw = content if isinstance(content, bytes) else canonical.encode(content)
    signature = sign_manifest(raw, SIGNERS[signer])
    return raw_archive(signature, raw, members)


def raw_archive(signature: bytes, raw: bytes, members: Iterable[Member]) -> bytes:
    """The same with any signature."""
    pieces = [piece("manifest.sig", signature), piece("manifest.json", raw)]
    return b"".join(payload([*pieces, *(piece(*member) for member in members)]))


def bundle(rows: Mapping[str, list[Row]], **more: Any) -> bytes:
    """The payload of a bundle with these rows."""
    return archive(manifest(rows, **more), members_of(rows))
