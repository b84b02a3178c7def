"""Which keys each kind of manifest has, and what form each value takes (FORMAT.md 7, 4, 16)."""

from ouderapp.base.canonical import LARGEST
from ouderapp.exchange import shapes
from ouderapp.exchange.manifest import EMPTY_HASH, FORMAT
from ouderapp.exchange.shapes import Check

BUNDLE_KINDS = ("full", "delta")
LEVELS = ("counts", "coded", "dossier")
MOST_HELD, MOST_REAPPLIED = 1_000, 20_000
"""How many rows a receipt names: the longest of them together stay under its 4 MiB."""

_any_int = shapes.is_int(0, LARGEST)
_seq = shapes.is_int(1, 999_999)
_seq_or_none = shapes.is_int(0, 999_999)
_member = shapes.is_object(
    {
        "count": _any_int,
        "name": shapes.is_text(0, 100),
        "sha256": shapes.is_hash64,
        "size": _any_int,
    }
)
_members = shapes.is_list(_member, 20_000)
_no_members = shapes.is_list(_member, 0)
_key_id_or_empty = shapes.is_id32_or_empty
_no_grants = shapes.is_list(shapes.is_id32, 0)


def _is_day_or_empty(value: object) -> bool:
    return value == "" or shapes.is_date(value)


POLICY = shapes.is_object(
    {
        "blob_max": shapes.is_int(0, 20_971_520),
        "dossier": shapes.is_list(shapes.is_one_of("followup", "handover"), 2, is_sorted=True),
        "id": shapes.is_id32,
        "level": shapes.is_one_of(*LEVELS),
        "match": shapes.is_bool,
        "serial": shapes.is_int(1, LARGEST),
    }
)

_COMMON: dict[str, Check] = {
    "app": shapes.is_app,
    "created": shapes.is_moment,
    "format": shapes.is_int(FORMAT, FORMAT),
    "members": _no_members,
}

BUNDLE: dict[str, Check] = _COMMON | {
    "kind": shapes.is_one_of(*BUNDLE_KINDS),
    "members": _members,
    "org": shapes.is_id32,
    "worker": shapes.is_id32,
    "device": shapes.is_id32,
    "schema": shapes.is_int(1, 9999),
    "epoch": shapes.is_int(1, LARGEST),
    "epoch_id": shapes.is_id32,
    "epoch_from": shapes.is_id32_or_empty,
    "epoch_from_lsn": _any_int,
    "seq": _seq,
    "prev_seq": _seq_or_none,
    "prev": shapes.is_hash64,
    "base_lsn": _any_int,
    "to_lsn": _any_int,
    "period": shapes.is_month,
    "policy": shapes.is_hash64,
    "level": shapes.is_one_of(*LEVELS),
    "recipients": shapes.is_list(shapes.is_hash64, 10, is_sorted=True),
    "receipt_key": shapes.is_hash64,
    "state_count": _any_int,
    "state_digest": shapes.is_hash64,
    "office_seq": _any_int,
    "grants": _no_grants,
    "wiped": shapes.is_object(
        {"count": shapes.is_int(0, 0), "digest": shapes.is_one_of(EMPTY_HASH)}
    ),
    "facts": shapes.is_object(
        {
            "disk_encryption": shapes.is_one_of("on", "off", "unknown"),
            "families": _any_int,
            "last_backup": _is_day_or_empty,
            "persons": _any_int,
        }
    ),
}

RECEIPT: dict[str, Check] = _COMMON | {
    "kind": shapes.is_one_of("receipt"),
    "org": shapes.is_id32,
    "worker": shapes.is_id32,
    "office_epoch_id": shapes.is_id32,
    "result": shapes.is_one_of("accepted", "late", "refused"),
    "reason": shapes.matches("([a-z_]{1,40})?"),
    "need": shapes.is_one_of("", "full", "update"),
    "bundle": shapes.is_object(
        {"epoch_id": shapes.is_id32, "manifest": shapes.is_hash64, "seq": _seq}
    ),
    "head": shapes.is_object(
        {
            "epoch_id": shapes.is_id32_or_empty,
            "manifest": shapes.is_hash64,
            "seq": _seq_or_none,
            "to_lsn": _any_int,
        }
    ),
    "counts": shapes.is_object(dict.fromkeys(("del", "erase", "give", "held", "put"), _any_int)),
    "state_count": _any_int,
    "state_digest": shapes.is_hash64,
    "held": shapes.is_list(
        shapes.is_object(
            {
                "id": shapes.is_id32,
                "reason": shapes.matches("[a-z_]{1,40}"),
                "table": shapes.matches("[a-z][a-z_]{0,39}"),
            }
        ),
        MOST_HELD,
    ),
    "reapply": shapes.is_list(
        shapes.is_object(
            {
                "id": shapes.is_id32,
                "op": shapes.is_one_of("del", "erase"),
                "table": shapes.matches("[a-z][a-z_]{0,39}"),
                "ver": shapes.is_int(1, LARGEST),
            }
        ),
        MOST_REAPPLIED,
    ),
    "recipients": shapes.is_list(shapes.is_hash64, 1),
}

_ENROL: dict[str, Check] = _COMMON | {
    "nonce": shapes.is_hash64,
    "prev_key": _key_id_or_empty,
    "prev_sig": shapes.is_signature_or_empty,
    "sign_key": shapes.is_hash64,
}

ENROL_WORKER: dict[str, Check] = _ENROL | {
    "kind": shapes.is_one_of("enrol_worker"),
    "device": shapes.is_id32,
    "name": shapes.is_text(1, 80),
    "recipient": shapes.is_age_recipient,
}

ENROL_OFFICE: dict[str, Check] = _ENROL | {
    "kind": shapes.is_one_of("enrol_office"),
    "office_epoch_id": shapes.is_id32,
    "org": shapes.is_id32,
    "org_name": shapes.is_text(1, 120),
    "phone": shapes.is_text(1, 40),
    "policy": POLICY,
    "recipients": shapes.is_list(
        shapes.is_object(
            {
                "recipient": shapes.is_age_recipient,
                "role": shapes.is_one_of("office", "escrow"),
            }
        ),
        10,
    ),
    "worker": shapes.is_id32,
    "worker_file": shapes.is_hash64,
    "worker_name": shapes.is_text(1, 80),
}
