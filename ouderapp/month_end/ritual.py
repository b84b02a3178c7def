"""Making the bundle of a month and giving it along: phases to follow, and a way to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.base import canonical
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.exchange.enrolment import office_of
from ouderapp.exchange.export import BundleRequest, MadeBundle, make_bundle
from ouderapp.exchange.outbox import bundle_file
from ouderapp.exchange.preview import Preview
from ouderapp.exchange.stick import copy_to
from ouderapp.reports.commands import freeze_counts
from ouderapp.store.database import Database

READING, SEALING, WRITING = "reading", "sealing", "writing"
CHUNK = 64 << 10
FRAME_OF_ROW = 130
"""About so many bytes of a line are no content: names of keys, id, numbers."""

Report = Callable[[str, int], object]


class MakingStopped(Problem):
    """The person stopped it; nothing half made is left."""

    message = mark("Stopped. Nothing was made.")


@dataclass(frozen=True)
class Making:
    """What making needs of the screen: how it goes (phase, percent), and whether to stop."""

    report: Report = lambda phase, percent: None
    is_stopped: Callable[[], bool] = lambda: False
    expected: int = 0

    def check(self) -> None:
        """Raises MakingStopped when the person stopped it."""
        if self.is_stopped():
            raise MakingStopped


def request(period: str, making: Making | None = None) -> BundleRequest:
    """How the bundle of this month (YYYY-MM) is asked for, with the totals of all months."""
    work = making or Making()
    pieces = 0

    def fill_counts(session: Session, _period: str) -> None:
        work.report(READING, 10)
        work.check()
        freeze_counts(session, office_of(session).worker)
        work.report(READING, 30)
        work.check()

    def tick() -> None:
        nonlocal pieces
        pieces += 1
        work.check()
        share = min(1.0, pieces * CHUNK / max(work.expected, CHUNK))
        work.report(SEALING, 40 + int(55 * share))

    return BundleRequest(period, fill_counts, tick=tick)


def make(database: Database, period: str, making: Making) -> MadeBundle:
    """The bundle of this month in the outbox; raises MakingStopped, NotEnrolled and their kin."""
    made = make_bundle(database, request(period, making))
    making.report(SEALING, 100)
    return made


def give(database: Database, epoch_id: str, seq: int, folder: Path) -> Path:
    """A made bundle in this folder, read back; raises StickFull, StickGone, AlreadyThere, …"""
    source, file_hash = database.run(bundle_file, epoch_id, seq)
    return copy_to(source, folder, file_hash)


def size_of(found: Preview) -> int:
    """About how many bytes the bundle will hold, for the progress."""
    return sum(len(canonical.encode(dict(row.data))) + FRAME_OF_ROW for row in found.rows())


def counts_of(found: Preview) -> dict[str, int]:
    """How many records of each table travel, deletions left out."""
    counts: dict[str, int] = {}
    for row in found.rows():
        if row.op == "put":
            counts[row.table] = counts.get(row.table, 0) + 1
    return counts
