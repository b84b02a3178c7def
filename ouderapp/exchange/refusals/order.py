"""What the order of bundles of one worker can come to (FORMAT.md 15.3)."""

from ouderapp.base.i18n import mark
from ouderapp.exchange.refusals.refusal import Refusal


class Gap(Refusal):
    """`list` names the missing numbers; the bundle is parked and tried again."""

    reason = "gap"
    next = "F"
    message = mark(
        "Something is missing: no. {list}. This bundle waits until it is there, "
        "or ask for a full bundle."
    )


class EpochWaits(Refusal):
    """No refusal: the bundle waits for a person."""

    reason = "epoch_waits"
    next = "C"
    message = mark("The laptop was set back. Call the worker and compare the six words: {words}.")


class EpochClosed(Refusal):
    reason = "epoch_closed"
    next = "C"
    is_alarm = True
    message = mark("This bundle belongs to a closed series, from before the laptop was set back.")


class ForkSequence(Refusal):
    reason = "fork_sequence"
    next = "C"
    is_alarm = True
    message = mark(
        "Another bundle with no. {seq} exists already. Perhaps a copy of the laptop is in use."
    )


class ForkChain(Refusal):
    reason = "fork_chain"
    next = "C"
    is_alarm = True
    message = mark(
        "This bundle does not follow on no. {prev}. Perhaps a copy of the laptop is in use."
    )


class ForkLsn(Refusal):
    reason = "fork_lsn"
    next = "C"
    is_alarm = True
    message = mark("This bundle has a newer number but holds older data.")


class Late(Refusal):
    """No refusal: an answer."""

    reason = "late"
    message = mark("This bundle is late. Everything in it was already here with no. {seq}.")


class Duplicate(Refusal):
    """No refusal: an answer."""

    reason = "duplicate"
    message = mark("This bundle was already here. Here is the same receipt.")
