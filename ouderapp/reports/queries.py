"""Reading what is to be counted: the facts of one store, and the counts that it holds."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.reports.records import (
    ContactFact,
    CountRow,
    DatedFact,
    Facts,
    FamilyFact,
    MemberFact,
    PhaseFact,
    SessionFact,
    Who,
)
from ouderapp.reports.rules import NO_FEEDBACK, TEACHER_MAIL
from ouderapp.reports.tally import count
from ouderapp.store import tables as t
from ouderapp.store.settings import setting


@dataclass(frozen=True)
class Reader:
    """A store, and whose rows are read in it."""

    session: Session
    worker: str


def facts_of(session: Session, worker: str = "") -> Facts:
    """Everything that a count needs of one's own rows, or at the office of this worker's rows.

    Rows that were set aside for a person to look at (`held`) are left out.
    """
    reader = Reader(session, worker)
    return Facts(
        contacts=_contacts(reader),
        families=_families(reader),
        members=[MemberFact(*row) for row in _own(reader, t.Member, "family", "person", "role")],
        sessions=_sessions(reader),
        phases=[PhaseFact(*row) for row in _own(reader, t.GroupPhase, "id", "series", "from_on")],
        referrals=[
            DatedFact(day, (direction,), has_outcome=outcome not in (None, NO_FEEDBACK))
            for day, direction, outcome in _own(
                reader, t.Referral, "sent_on", "direction", "outcome"
            )
        ],
        help_requests=[
            DatedFact(day, themes)
            for day, themes in _own(reader, t.HelpRequest, "raised_on", "themes")
        ],
        mails=_mails(reader),
        recommendations=_recommendations(reader),
        peers=_peers(reader),
        year_streams=_year_streams(reader),
    )


def counted(session: Session, worker: str | None = None) -> list[CountRow]:
    """The counts that this store holds: of everybody together, or of one worker."""
    c = t.Count
    query = sa.select(c.month, c.indicator, c.dimension, c.key, c.value)
    if worker is not None:
        query = query.where(c.worker == worker)
    return [CountRow(*row) for row in session.execute(query)]


def _own(reader: Reader, table: Any, *names: str) -> list[Any]:
    columns = [getattr(table, name) for name in names]
    query = sa.select(*columns).where(table.worker == reader.worker, table.held == "")
    return [tuple(row) for row in reader.session.execute(query.order_by(table.nr))]


def _contacts(reader: Reader) -> list[ContactFact]:
    names = ("held_on", "family", "kind", "initiative", "minutes", "persons")
    return [
        ContactFact(held_on, family, kind, initiative, minutes or 0, persons)
        for held_on, family, kind, initiative, minutes, persons in _own(reader, t.Contact, *names)
    ]


def _families(reader: Reader) -> list[FamilyFact]:
    names = ("id", "status", "opened_on", "closed_on", "contact_language")
    return [FamilyFact(*row) for row in _own(reader, t.Family, *names)]


def _who(person: str | None, participant: str | None) -> Who | None:
    if person:
        return "person", person
    return ("participant", participant) if participant else None


def _sessions(reader: Reader) -> list[SessionFact]:
    pupils: dict[str, list[Who]] = defaultdict(list)
    marks = _own(reader, t.Participation, "session", "person", "participant", "mark")
    for held, person, participant, mark in marks:
        who = _who(person, participant)
        if who and mark == "aanwezig":
            pupils[held].append(who)
    parents: dict[str, int] = defaultdict(int)
    for (held,) in _own(reader, t.ParentAttendance, "session"):
        parents[held] += 1
    kinds = dict(_own(reader, t.GroupSeries, "id", "kind"))
    names = ("id", "series", "held_on", "state", "phase", "heads")
    return [
        SessionFact(
            id_,
            series,
            kinds[series],
            held_on,
            state,
            phase,
            heads or 0,
            tuple(pupils[id_]),
            parents[id_],
        )  # fmt: skip
        for id_, series, held_on, state, phase, heads in _own(reader, t.GroupSession, *names)
    ]


def _mails(reader: Reader) -> list[DatedFact]:
    found = _own(reader, t.Letter, "dated_on", "template")
    return [DatedFact(day) for day, template in found if template == TEACHER_MAIL]


def _recommendations(reader: Reader) -> list[DatedFact]:
    names = ("recommended_on", "person", "participant")
    return [
        DatedFact(day, who=_who(person, participant))
        for day, person, participant in _own(reader, t.Recommendation, *names)
    ]


def _peers(reader: Reader) -> list[DatedFact]:
    names = ("since_on", "to_person", "to_participant")
    return [
        DatedFact(day, who=_who(person, participant))
        for day, person, participant in _own(reader, t.PeerLink, *names)
    ]


def _year_streams(reader: Reader) -> dict[tuple[Who, int], str]:
    """Year and stream by pupil and school year; year 0 holds the newest that is known."""
    found: dict[tuple[Who, int], str] = {}
    rows = _own(reader, t.Schooling, "person", "school_year", "year_stream")
    for person, year, stream in sorted(rows, key=lambda row: row[1]):
        if stream:
            found[(("person", person), year)] = found[(("person", person), 0)] = stream
    for participant, stream in _own(reader, t.Participant, "id", "year_stream"):
        if stream:
            found[(("participant", participant), 0)] = stream
    return found


def live_counts(session: Session) -> list[CountRow]:
    """What there is to report now: the office adds up what it received, a worker counts her own."""
    if setting(session, "role", "worker") == "office":
        return counted(session)
    return count(facts_of(session))
