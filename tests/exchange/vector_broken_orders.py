"""Bundles that are sound alone and wrong after others: gaps, forks, returns, repeats."""

from collections.abc import Iterator
from typing import Any

from ouderapp.exchange.manifest import NO_HASH
from tests.exchange import vector_parts as parts
from tests.exchange.vector_files import after, delta

After = tuple[str, str, bytes, tuple[str, ...]]
BOTH = ("coded", "delta")
HASH = "cd" * 32
_ALONE: dict[str, Any] = {"prev_seq": 0, "prev": NO_HASH}


def broken_orders() -> Iterator[After]:
    """What, reason, payload, and the bundles before it."""
    coded = parts.everything("coded")
    yield "duplicate", "duplicate", parts.bundle(coded), ("coded",)
    yield "late", "late", _next(coded, seq=2, base=20, to=25), ("coded", "later")
    yield "gap-first", "gap", delta(coded), ()
    yield "gap-later", "gap", _next(coded, seq=5, base=90, to=99), BOTH
    yield "gap-epoch", "gap", _next(coded, seq=2, base=20, to=30, epoch_id="0" * 32), ("coded",)
    other = parts.bundle(coded, epoch_id="0" * 32, epoch=2, epoch_from=parts.EPOCH)
    yield "epoch-waits", "epoch_waits", other, ("coded",)
    yield "fork-sequence", "fork_sequence", parts.bundle(coded, period="2026-10"), ("coded",)
    yield "fork-chain-before", "fork_chain", delta(coded, prev=HASH), ("coded",)
    yield "fork-chain-behind", "fork_chain", delta(coded), ("coded", "chained")
    skipping = _next(coded, seq=4, base=20, to=40, prev_seq=2, prev=HASH)
    yield "fork-chain-after", "fork_chain", skipping, BOTH
    yield "fork-lsn", "fork_lsn", _next(coded, seq=3, base=20, to=25, **_ALONE), BOTH
    changed = _again(coded, status="afgerond")
    yield "row-fork", "row_fork", changed, ("coded",)
    yield "row-backwards", "row_backwards", _older(coded), BOTH
    yield "row-fork-deletion", "row_fork", _deleted(coded, ver=1), ("coded",)
    yield "deleted-returns", "deleted_returns", _returning(coded, "letter", 2), BOTH
    yield "erased-returns", "deleted_returns", _returning(coded, "evaluation", 9), BOTH
    less = {table: rows for table, rows in coded.items() if table != "letter"}
    full = parts.bundle(less, seq=2, to_lsn=30, prev_seq=1, prev=_hash(coded))
    yield "full-misses-rows", "full_misses_rows", full, ("coded",)
    yield "deletion-of-a-parent", "reference_missing", _deleted(coded, ver=2), ("coded",)


def _hash(coded: dict[str, list[parts.Row]]) -> str:
    return parts.hash_of(parts.manifest(coded))


def _next(coded: dict[str, list[parts.Row]], *, seq: int, base: int, to: int, **more: Any) -> bytes:
    """A bundle of no rows with these numbers."""
    numbers: dict[str, Any] = {"kind": "delta", "seq": seq, "base_lsn": base, "to_lsn": to}
    return parts.bundle({}, **(numbers | {"prev_seq": 1, "prev": _hash(coded)} | more))


def _second(rows: dict[str, list[parts.Row]], coded: dict[str, list[parts.Row]]) -> bytes:
    numbers: dict[str, Any] = {"kind": "delta", "seq": 2, "base_lsn": 20, "to_lsn": 30}
    return parts.bundle(rows, **numbers, prev_seq=1, prev=_hash(coded))


def _again(coded: dict[str, list[parts.Row]], **values: Any) -> bytes:
    """The same version of a family with other content."""
    row = coded["family"][0]
    changed = row | {"data": row["data"] | values, "lsn": 25}
    return _second({"family": [changed]}, coded)


def _older(coded: dict[str, list[parts.Row]]) -> bytes:
    """The first version of the family that is at its second."""
    row = parts.row("family", "coded", 0, lsn=35)
    numbers: dict[str, Any] = {"kind": "delta", "seq": 3, "base_lsn": 30, "to_lsn": 40}
    return parts.bundle({"family": [row]}, **numbers, prev_seq=1, prev=_hash(coded))


def _deleted(coded: dict[str, list[parts.Row]], ver: int) -> bytes:
    """A family is deleted on which others still hang."""
    gone = {"data": None, "level": "coded", "lsn": 25, "op": "del", "ver": ver}
    return _second({"family": [gone | {"id": parts.id32("family 0")}]}, coded)


def _returning(coded: dict[str, list[parts.Row]], table: str, ver: int) -> bytes:
    """A row comes back that was deleted or erased at version 2."""
    gone = after(coded)[table][0]["id"]
    row = next(one for one in coded[table] if one["id"] == gone)
    numbers: dict[str, Any] = {"kind": "delta", "seq": 3, "base_lsn": 30, "to_lsn": 40}
    changed = row | {"lsn": 35, "ver": ver}
    return parts.bundle({table: [changed]}, **numbers, prev_seq=1, prev=_hash(coded))
