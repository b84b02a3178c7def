"""What the office does with a verified bundle: a pure decision on its numbers (FORMAT.md 11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ouderapp.exchange.manifest import Bundle, Head
from ouderapp.exchange.refusals.order import (
    EpochClosed,
    EpochWaits,
    ForkChain,
    ForkLsn,
    ForkSequence,
    Gap,
)

# So many numbers are named one by one, and so many are listed at most.
_MOST_NAMED, _MOST_LISTED = 5, 1_000


class Answer(Enum):
    """Take it in, take it in as the begin of a new series, or nothing to take in."""

    ACCEPT = "accept"
    NEW_EPOCH = "new_epoch"
    LATE = "late"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Seen:
    """A bundle that was accepted or late before."""

    manifest: str
    prev_seq: int
    prev: str


@dataclass(frozen=True)
class Standing:
    """What the office knows of one worker; `seen` is about the epoch of the bundle at hand."""

    head: Head | None = None
    closed: frozenset[str] = frozenset()
    seen: Mapping[int, Seen] = field(default_factory=dict)
    approved: str = ""


@dataclass(frozen=True)
class Decision:
    """The answer, and the numbers that never came but whose content is in this bundle."""

    answer: Answer
    skipped: tuple[int, ...] = ()


def decide(standing: Standing, bundle: Bundle, manifest: str) -> Decision:
    """What to do with this bundle; the first row of the table in FORMAT.md 11 that fits wins.

    Raises epoch_closed, gap, epoch_waits, fork_sequence, fork_chain, fork_lsn.
    """
    head = standing.head
    if bundle.epoch_id in standing.closed:
        raise EpochClosed
    if head is None:
        if bundle.base_lsn > 0:
            raise _gap(0, bundle)
        return Decision(Answer.ACCEPT, _skipped(0, bundle))
    if head.epoch_id != bundle.epoch_id:
        return _other_epoch(standing, bundle)
    if bundle.seq in standing.seen:
        if standing.seen[bundle.seq].manifest == manifest:
            return Decision(Answer.DUPLICATE)
        raise ForkSequence(seq=bundle.seq)
    _check_chain(standing.seen, bundle, manifest)
    return _by_number(head, bundle)


def _other_epoch(standing: Standing, bundle: Bundle) -> Decision:
    if bundle.kind != "full":
        raise _gap(0, bundle)
    if standing.approved != bundle.epoch_id:
        # The words need the worker's id and the manifest hash: the caller fills them in.
        raise EpochWaits(words="")
    return Decision(Answer.NEW_EPOCH, _skipped(0, bundle))


def _check_chain(seen: Mapping[int, Seen], bundle: Bundle, manifest: str) -> None:
    before = seen.get(bundle.prev_seq)
    if before is not None and before.manifest != bundle.prev:
        raise ForkChain(prev=bundle.prev_seq)
    for later in seen.values():
        if later.prev_seq == bundle.seq and later.prev != manifest:
            raise ForkChain(prev=bundle.seq)


def _by_number(head: Head, bundle: Bundle) -> Decision:
    if bundle.seq < head.seq:
        return Decision(Answer.LATE)
    if bundle.to_lsn < head.to_lsn:
        raise ForkLsn
    if bundle.base_lsn > head.to_lsn:
        raise _gap(head.seq, bundle)
    return Decision(Answer.ACCEPT, _skipped(head.seq, bundle))


def _gap(last: int, bundle: Bundle) -> Gap:
    missing = range(last + 1, bundle.seq)
    if len(missing) > _MOST_NAMED:
        return Gap(list=f"{missing[0]}–{missing[-1]}")
    return Gap(list=", ".join(map(str, missing)) or "?")


def _skipped(last: int, bundle: Bundle) -> tuple[int, ...]:
    return tuple(range(last + 1, bundle.seq)[:_MOST_LISTED])
