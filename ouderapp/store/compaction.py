"""Keeps the journal small: what the office has confirmed holds only what each change changed."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.store.bin import bin_days
from ouderapp.store.journal import action, last_lsn, moment, pen_of
from ouderapp.store.settings import set_setting, setting
from ouderapp.store.tables import Epoch
from ouderapp.store.tables.journal import Action, Journal
from ouderapp.store.undo import REACH, stacks

A_PART = 2000
"""Entries in one transaction, so that nobody waits for it."""
A_YEAR = timedelta(days=365)
"""After which an entry is made small without a receipt: not every worker has an office."""
MARK = "journal_compacted_lsn"


@action(mark("Journal made smaller"), kind="system")
def compact_journal(session: Session, most: int = A_PART) -> int:
    """Make the next entries small; gives how many were looked at, 0 when all that may be are.

    The rule: an entry that a receipt of the office covers, or that is a year old, that no undo
    reaches any more and that is older than the days of the bin, keeps its number, its moment,
    its author, its act and its version; of what the record said it keeps the fields that this
    change changed, and of a new record the fields that held something. What was deleted stays
    whole until the bin forgets it. History, comparing two dates, undo, the bin and the next
    bundle say the same before and after.
    """
    begun = int(setting(session, MARK, 0))
    limit = _limit(session)
    asked = sa.select(Journal).where(Journal.lsn > begun, Journal.lsn <= limit)
    lines = list(session.scalars(asked.order_by(Journal.lsn).limit(most)))
    for line in lines:
        line.before, line.after = smaller(line.op, line.before, line.after)
    if lines:
        set_setting(session, MARK, lines[-1].lsn)
        pen_of(session).written.add("journal")
    return len(lines)


Image = dict[str, Any] | None


def smaller(op: str, before: Image, after: Image) -> tuple[Image, Image]:
    """The images of an entry without what follows from the entries before it."""
    if op == "insert" and after is not None:
        return before, {name: value for name, value in after.items() if _says(value)}
    if op == "update" and before is not None and after is not None:
        changed = [name for name in sorted(before | after) if before.get(name) != after.get(name)]
        return (
            {name: before[name] for name in changed if name in before},
            {name: after[name] for name in changed if name in after},
        )
    return before, after


def _says(value: Any) -> bool:
    return value is not None and value != [] and value != ""


def _limit(session: Session) -> int:
    """The last entry that may be made small."""
    confirmed = sa.select(Epoch.base_lsn).where(Epoch.worker == "", Epoch.state == "open")
    receipt = session.scalar(confirmed) or 0
    old = _last_before(session, A_YEAR)
    in_bin = _last_before(session, timedelta(days=bin_days(session)))
    newest = sa.select(Action.number).order_by(Action.number.desc()).limit(REACH).subquery()
    within_reach = [act.number for stack in stacks(session) for act in stack]
    reached = session.scalar(
        sa.select(sa.func.min(Journal.lsn)).where(
            sa.or_(Journal.action.in_(sa.select(newest)), Journal.action.in_(within_reach))
        )
    )
    beyond_undo = last_lsn(session) if reached is None else reached - 1
    return min(max(receipt, old), in_bin, beyond_undo)


def _last_before(session: Session, ago: timedelta) -> int:
    """The last entry before the first one that is younger than this; the clock may be wrong."""
    young = sa.select(sa.func.min(Journal.lsn)).where(Journal.at > moment() - ago)
    first = session.scalar(young)
    if first is not None:
        return first - 1
    return last_lsn(session)
