"""Who delivered what, what is missing, what waits, and where numbers differ."""

from collections import defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.exchange.own_office import own_office
from ouderapp.office.records import (
    Difference,
    InboxRow,
    LaptopRow,
    OfficeRow,
    ReceivedRow,
    WorkerRow,
)
from ouderapp.office.rules import deliveries
from ouderapp.reports.queries import counted, facts_of
from ouderapp.reports.records import CountRow
from ouderapp.reports.tally import count
from ouderapp.store import tables as t

DONE = ("accepted", "duplicate", "late")


def office(session: Session) -> OfficeRow | None:
    """This office, None when it was not set up yet."""
    if session.scalars(sa.select(t.Office)).first() is None:
        return None
    own = own_office(session)
    return OfficeRow(own.name, own.phone, own.policy.level, own.policy.serial)


def laptops(session: Session) -> list[LaptopRow]:
    """Every laptop that was ever enrolled, by name, the newest of a worker first."""
    writer = t.Writer
    query = sa.select(writer).order_by(writer.name, writer.at.desc())
    return [
        LaptopRow(row.key_id, row.worker, row.name, row.state, row.at)
        for row in session.scalars(query)
    ]


def workers(session: Session, today: date) -> list[WorkerRow]:
    """Every worker whom the office enrolled, by name, with what came in and what is missing."""
    came = _months_in(session)
    heads = {head.worker: head for head in session.scalars(sa.select(t.Head))}
    rows = [
        _worker_row(writer, heads.get(writer.worker), came[writer.worker], today)
        for writer in _current_writers(session)
    ]
    return sorted(rows, key=lambda row: row.name)


def received(session: Session, limit: int = 500) -> list[ReceivedRow]:
    """The bundles that are in, the newest first."""
    names = _names(session)
    query = sa.select(t.Received).order_by(t.Received.at.desc(), t.Received.seq.desc())
    return [
        ReceivedRow(
            id=row.manifest,
            worker=row.worker,
            worker_name=names.get(row.worker, ""),
            seq=row.seq,
            period=row.period,
            kind=row.kind,
            result=row.result,
            at=row.at,
            puts=int(row.counts.get("put", 0)),
            held=int(row.counts.get("held", 0)),
        )
        for row in session.scalars(query.limit(limit))
    ]


def open_files(session: Session) -> list[InboxRow]:
    """Files that were refused, wait or are parked: alarms first, then the newest."""
    names, box = _names(session), t.Inbox
    query = sa.select(box).where(box.state.not_in(DONE))
    found = session.scalars(query.order_by(box.is_alarm.desc(), box.at.desc()))
    return [
        InboxRow(
            row.file_hash,
            row.state,
            row.reason,
            row.is_alarm,
            names.get(row.worker, ""),
            row.seq,
            row.at,
            dict(row.places),
        )  # fmt: skip
        for row in found
    ]


def differences(session: Session) -> list[Difference]:
    """Numbers that a worker sent and that her rows at the office do not give (B18).

    A family whose rows were taken out again (withdrawn, kept back) makes such a difference, and
    that is right: what was counted stays counted.
    """
    names = _names(session)
    return [
        Difference(name, *slot, sent, found)
        for worker, name in sorted(names.items(), key=lambda pair: pair[1])
        for slot, sent, found in _differing(session, worker)
    ]


def _differing(session: Session, worker: str) -> list[tuple[tuple[str, str, str, str], int, int]]:
    sent = {_slot(row): row.value for row in counted(session, worker)}
    found = {_slot(row): row.value for row in count(facts_of(session, worker))}
    return [
        (slot, sent.get(slot, 0), found.get(slot, 0))
        for slot in sorted(sent.keys() | found.keys())
        if sent.get(slot, 0) != found.get(slot, 0)
    ]


def _slot(row: CountRow) -> tuple[str, str, str, str]:
    return row.month, row.indicator, row.dimension, row.key


def _current_writers(session: Session) -> list[Any]:
    """The newest enrolment of each worker."""
    newest: dict[str, Any] = {}
    for writer in session.scalars(sa.select(t.Writer).order_by(t.Writer.at)):
        if writer.worker not in newest or writer.state != "former":
            newest[writer.worker] = writer
    return list(newest.values())


def _names(session: Session) -> dict[str, str]:
    return {writer.worker: writer.name for writer in _current_writers(session)}


def _months_in(session: Session) -> dict[str, set[str]]:
    came: dict[str, set[str]] = defaultdict(set)
    for worker, period in session.execute(sa.select(t.Received.worker, t.Received.period)):
        came[worker].add(period)
    return came


def _worker_row(writer: Any, head: Any, came: set[str], today: date) -> WorkerRow:
    first = min([*came, f"{writer.at.year:04d}-{writer.at.month:02d}"])
    return WorkerRow(
        id=writer.worker,
        name=writer.name,
        state=writer.state,
        last_seq=head.seq if head else 0,
        last_period=head.period if head else "",
        last_at=head.at if head else None,
        deliveries=deliveries(came, first, today),
    )
