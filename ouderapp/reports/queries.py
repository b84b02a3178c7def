"""Reading what is to be counted: the facts of one store, and the counts that it holds."""

from collections import defaultdict
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


def facts_of(session: Session) -> Facts:
    """Everything in this store that a count needs; rows of other workers and held rows left out."""
    return Facts(
        contacts=_contacts(session),
        families=_families(session),
        members=[MemberFact(*row) for row in _own(session, t.Member, "family", "person", "role")],
        sessions=_sessions(session),
        phases=[PhaseFact(*row) for row in _own(session, t.GroupPhase, "id", "series", "from_on")],
        referrals=[
            DatedFact(day, (direction,), has_outcome=outcome not in (None, NO_FEEDBACK))
            for day, direction, outcome in _own(
                session, t.Referral, "sent_on", "direction", "outcome"
            )
        ],
        help_requests=[
            DatedFact(day, themes)
            for day, themes in _own(session, t.HelpRequest, "raised_on", "themes")
        ],
        mails=_mails(session),
        recommendations=_recommendations(session),
        peers=_peers(session),
        year_streams=_year_streams(session),
    )


def counted(session: Session) -> list[CountRow]:
    """The counts that this store holds: its own, and at the office those of every worker."""
    c = t.Count
    found = session.execute(sa.select(c.month, c.indicator, c.dimension, c.key, c.value))
    return [CountRow(*row) for row in found]


def _own(session: Session, table: Any, *names: str) -> list[Any]:
    columns = [getattr(table, name) for name in names]
    found = session.execute(sa.select(*columns).where(table.worker == "").order_by(table.nr))
    return [tuple(row) for row in found]


def _contacts(session: Session) -> list[ContactFact]:
    names = ("held_on", "family", "kind", "initiative", "minutes", "persons")
    return [
        ContactFact(held_on, family, kind, initiative, minutes or 0, persons)
        for held_on, family, kind, initiative, minutes, persons in _own(session, t.Contact, *names)
    ]


def _families(session: Session) -> list[FamilyFact]:
    names = ("id", "status", "opened_on", "closed_on", "contact_language")
    return [FamilyFact(*row) for row in _own(session, t.Family, *names)]


def _who(person: str | None, participant: str | None) -> Who | None:
    if person:
        return "person", person
    return ("participant", participant) if participant else None


def _sessions(session: Session) -> list[SessionFact]:
    pupils: dict[str, list[Who]] = defaultdict(list)
    marks = _own(session, t.Participation, "session", "person", "participant", "mark")
    for held, person, participant, mark in marks:
        who = _who(person, participant)
        if who and mark == "aanwezig":
            pupils[held].append(who)
    parents: dict[str, int] = defaultdict(int)
    for (held,) in _own(session, t.ParentAttendance, "session"):
        parents[held] += 1
    kinds = dict(_own(session, t.GroupSeries, "id", "kind"))
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
        for id_, series, held_on, state, phase, heads in _own(session, t.GroupSession, *names)
    ]


def _mails(session: Session) -> list[DatedFact]:
    found = _own(session, t.Letter, "dated_on", "template")
    return [DatedFact(day) for day, template in found if template == TEACHER_MAIL]


def _recommendations(session: Session) -> list[DatedFact]:
    names = ("recommended_on", "person", "participant")
    return [
        DatedFact(day, who=_who(person, participant))
        for day, person, participant in _own(session, t.Recommendation, *names)
    ]


def _peers(session: Session) -> list[DatedFact]:
    names = ("since_on", "to_person", "to_participant")
    return [
        DatedFact(day, who=_who(person, participant))
        for day, person, participant in _own(session, t.PeerLink, *names)
    ]


def _year_streams(session: Session) -> dict[tuple[Who, int], str]:
    """Year and stream by pupil and school year; year 0 holds the newest that is known."""
    found: dict[tuple[Who, int], str] = {}
    rows = _own(session, t.Schooling, "person", "school_year", "year_stream")
    for person, year, stream in sorted(rows, key=lambda row: row[1]):
        if stream:
            found[(("person", person), year)] = found[(("person", person), 0)] = stream
    for participant, stream in _own(session, t.Participant, "id", "year_stream"):
        if stream:
            found[(("participant", participant), 0)] = stream
    return found


def live_counts(session: Session) -> list[CountRow]:
    """What there is to report now: the office adds up what it received, a worker counts her own."""
    if setting(session, "role", "worker") == "office":
        return counted(session)
    return count(facts_of(session))
