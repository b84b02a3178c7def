"""Which rows the next bundle holds and which number it gets: pure functions (FORMAT.md 13)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from ouderapp.exchange.digest import row_hash
from ouderapp.exchange.manifest import NO_HASH

Key: TypeAlias = tuple[str, str]


class Wanted(NamedTuple):
    """One row as it should leave now."""

    table: str
    id: str
    level: str
    data: Mapping[str, Any]


class Told(NamedTuple):
    """What the office was last told of one record; `row_hash` is empty unless `op` is put."""

    table: str
    id: str
    op: str
    ver: int
    lsn: int
    level: str = ""
    row_hash: str = ""


def retold(old: Told | None, wanted: Wanted, lsn: int) -> Told | None:
    """What to tell anew of a record that leaves; None when the office was told exactly this.

    An erased record never comes back, whatever the store holds.
    """
    ver = old.ver if old else 0
    if old is not None and old.op == "erase":
        return None
    if old is not None and old.op == "put" and _hash(wanted, ver) == old.row_hash:
        return None
    return Told(wanted.table, wanted.id, "put", ver + 1, lsn, wanted.level, _hash(wanted, ver + 1))


def withdrawn(
    told: Mapping[str, Told], wanted: Collection[str], erased: Collection[str], lsn: int
) -> Iterator[Told]:
    """What to tell of records of one table that leave no more; all by id."""
    for id_, old in told.items():
        op = "erase" if id_ in erased else "del"
        if id_ not in wanted and (old.op == "put" or (old.op == "del" and op == "erase")):
            yield Told(old.table, id_, op, old.ver + 1, lsn)


def _hash(wanted: Wanted, ver: int) -> str:
    return row_hash(wanted.table, wanted.id, wanted.level, ver, wanted.data).hex()


@dataclass(frozen=True)
class Series:
    """The worker's own epoch: highest number taken, last lsn that a receipt confirmed."""

    epoch_id: str
    last_seq: int
    base_lsn: int
    must_be_full: bool


@dataclass(frozen=True)
class Made:
    """A bundle of this epoch as the outbox remembers it; `manifest` is empty if never signed."""

    seq: int
    state: str
    manifest: str
    policy: str
    schema: int


@dataclass(frozen=True)
class Plan:
    """The numbers of the next bundle."""

    kind: str
    seq: int
    prev_seq: int
    prev: str
    base_lsn: int
    to_lsn: int


def plan_of(
    series: Series, outbox: Sequence[Made], *, policy: str, schema: int, to_lsn: int
) -> Plan:
    """The next bundle: everything since the last receipt.

    All of it when there was no receipt yet, when the office asked for it, or when policy or
    schema differ from those of the last confirmed bundle.
    """
    signed = [made for made in outbox if made.manifest]
    before = max(signed, key=lambda made: made.seq, default=None)
    confirmed = [made for made in outbox if made.state == "confirmed"]
    last = max(confirmed, key=lambda made: made.seq, default=None)
    is_full = series.must_be_full or last is None or (last.policy, last.schema) != (policy, schema)
    base = 0 if is_full else series.base_lsn
    return Plan(
        kind="delta" if base else "full",
        seq=series.last_seq + 1,
        prev_seq=before.seq if before else 0,
        prev=before.manifest if before else NO_HASH,
        base_lsn=base,
        to_lsn=max(to_lsn, base),
    )
