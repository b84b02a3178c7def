"""Reading what is to be counted: the facts of one store, and the counts that it holds."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
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
from ouderapp.reports.rules import (
    HOMEWORK_CLASS,
    NO_FEEDBACK,
    TEACHER_MAIL,
    month_of,
    work_year,
)
from ouderapp.reports.tally import count
from ouderapp.store import tables as t
from ouderapp.store.settings import setting


@dataclass(frozen=True)
class Reader:
    """A store, whose rows are read in it, and of which days (None: all)."""

    session: Session
    worker: str
    days: tuple[date, date] | None = None

    def inside(self, day: Any) -> tuple[Any, ...]:
        """The condition on a column of days."""
        return () if self.days is None else (day.between(*self.days),)


def facts_of(session: Session, worker: str = "", start: int | None = None) -> Facts:
    """Everything that a count needs of one's own rows, or at the office of this worker's rows.

    With `start` only what the work year that began then needs. Rows that were set aside for a
    person to look at (`held`) are left out.
    """
    reader = Reader(session, worker, None if start is None else work_year(start))
    return Facts(
        only=start,
        came=_came(reader),
        contacts=_contacts(reader),
        families=_families(reader),
        members=[MemberFact(*row) for row in _own(reader, t.Member, "family", "person", "role")],
        sessions=_sessions(reader),
        phases=[PhaseFact(*row) for row in _own(reader, t.GroupPhase, "id", "series", "from_on")],
        referrals=[
            DatedFact(day, (direction,), has_outcome=outcome not in (None, NO_FEEDBACK))
            for day, direction, outcome in _dated(
                reader, t.Referral, "sent_on", "direction", "outcome"
            )
        ],
        help_requests=[
            DatedFact(day, themes)
            for day, themes in _dated(reader, t.HelpRequest, "raised_on", "themes")
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


def _own(reader: Reader, table: Any, *names: str, only: tuple[Any, ...] = ()) -> Iterator[Any]:
    """Row by row: a whole table at once would hold its room for the rest of the day."""
    columns = [getattr(table, name) for name in names]
    query = sa.select(*columns).where(table.worker == reader.worker, table.held == "", *only)
    few = query.execution_options(yield_per=1_000)
    return iter(reader.session.connection().execute(few))


def _dated(reader: Reader, table: Any, day: str, *names: str) -> Iterator[Any]:
    """The rows of the days that are read; the day comes first."""
    return _own(reader, table, day, *names, only=reader.inside(getattr(table, day)))


def _contacts(reader: Reader) -> list[ContactFact]:
    names = ("held_on", "family", "kind", "initiative", "minutes", "persons")
    return [
        ContactFact(held_on, family, kind, initiative, minutes or 0, persons)
        for held_on, family, kind, initiative, minutes, persons in _dated(reader, t.Contact, *names)
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
    ids = _of_sessions(reader, t.Participation)
    marks = _own(reader, t.Participation, "session", "person", "participant", "mark", only=ids)
    for held, person, participant, mark in marks:
        who = _who(person, participant)
        if who and mark == "aanwezig":
            pupils[held].append(who)
    parents: dict[str, int] = defaultdict(int)
    alone = _of_sessions(reader, t.ParentAttendance)
    for (held,) in _own(reader, t.ParentAttendance, "session", only=alone):
        parents[held] += 1
    series = _own(reader, t.GroupSeries, "id", "kind")
    kinds = {id_: kind for id_, kind in series}  # noqa: C416 - a row is no pair for `dict`
    names = ("held_on", "id", "series", "state", "phase", "heads")
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
        for held_on, id_, series, state, phase, heads in _dated(reader, t.GroupSession, *names)
    ]


def _of_sessions(reader: Reader, table: Any) -> tuple[Any, ...]:
    """The condition that a row belongs to a session of the days that are read."""
    s = t.GroupSession
    mine = sa.select(s.id).where(s.worker == reader.worker, *reader.inside(s.held_on))
    return () if reader.days is None else (table.session.in_(mine),)


def _came(reader: Reader) -> frozenset[Who]:
    """Who came to any homework class, of those recommended in the days that are read."""
    if reader.days is None:
        return frozenset()
    p, s, g, r = t.Participation, t.GroupSession, t.GroupSeries, t.Recommendation
    mine = (r.worker == reader.worker, *reader.inside(r.recommended_on))
    query = (
        sa.select(p.person, p.participant)
        .join(s, sa.and_(s.worker == p.worker, s.id == p.session))
        .join(g, sa.and_(g.worker == s.worker, g.id == s.series))
        .where(p.worker == reader.worker, p.held == "", s.held == "", g.kind == HOMEWORK_CLASS)
        .where(p.mark == "aanwezig", s.state == "gehouden")
        .where(
            sa.or_(
                p.person.in_(sa.select(r.person).where(*mine)),
                p.participant.in_(sa.select(r.participant).where(*mine)),
            )
        )
    )
    found = (_who(person, participant) for person, participant in reader.session.execute(query))
    return frozenset(who for who in found if who)


def _mails(reader: Reader) -> list[DatedFact]:
    only = (t.Letter.template == TEACHER_MAIL, *reader.inside(t.Letter.dated_on))
    return [DatedFact(day) for (day,) in _own(reader, t.Letter, "dated_on", only=only)]


def _recommendations(reader: Reader) -> list[DatedFact]:
    names = ("recommended_on", "person", "participant")
    return [
        DatedFact(day, who=_who(person, participant))
        for day, person, participant in _dated(reader, t.Recommendation, *names)
    ]


def _peers(reader: Reader) -> list[DatedFact]:
    names = ("since_on", "to_person", "to_participant")
    return [
        DatedFact(day, who=_who(person, participant))
        for day, person, participant in _dated(reader, t.PeerLink, *names)
    ]


def _year_streams(reader: Reader) -> dict[tuple[Who, int], str]:
    """Year and stream by pupil and school year; year 0 holds the newest that is known."""
    found: dict[tuple[Who, int], str] = {}
    only = _seen(reader)
    rows = _own(reader, t.Schooling, "school_year", "nr", "person", "year_stream", only=only)
    for year, _nr, person, stream in sorted(rows, key=itemgetter(0, 1)):
        if stream:
            found[(("person", person), year)] = found[(("person", person), 0)] = stream
    for participant, stream in _own(reader, t.Participant, "id", "year_stream"):
        if stream:
            found[(("participant", participant), 0)] = stream
    return found


def _seen(reader: Reader) -> tuple[Any, ...]:
    """The condition that a schooling is of a pupil in a session of the days that are read."""
    p = t.Participation
    mine = sa.select(p.person).where(p.worker == reader.worker, *_of_sessions(reader, p))
    return () if reader.days is None else (t.Schooling.person.in_(mine),)


def live_counts(session: Session, start: int) -> list[CountRow]:
    """What there is to report now on the work year that began in September of `start`.

    The office adds up what it received, a worker counts her own records.
    """
    if not _is_office(session):
        return count(facts_of(session, start=start))
    first, last = work_year(start)
    return [row for row in counted(session) if month_of(first) <= row.month <= month_of(last)]


def live_years(session: Session) -> list[int]:
    """The work years on which there is something to report, by the years in which they began."""
    if _is_office(session):
        c = t.Count
        ends = session.scalars(sa.select(c.month).where(c.indicator.like("year_%")).distinct())
        return sorted(int(end[:4]) - 1 for end in ends)
    spans = [_span(session, day) for day in _DAYS]
    days = [day for span in spans for day in span if day is not None]
    if not days:
        return []
    years = range(min(days).year - 1, max(days).year + 1)
    return [start for start in years if _has_any(session, start)]


# By these days a record counts in a work year.
_DAYS = (
    t.Contact.held_on,
    t.GroupSession.held_on,
    t.Family.opened_on,
    t.HelpRequest.raised_on,
    t.Referral.sent_on,
)


def _span(session: Session, day: Any) -> tuple[date | None, date | None]:
    first, last = session.execute(sa.select(sa.func.min(day), sa.func.max(day))).one()
    return first, last


def _has_any(session: Session, start: int) -> bool:
    """Whether any record counts in this work year."""
    found = (sa.exists().where(day.between(*work_year(start))) for day in _DAYS)
    return any(session.scalar(sa.select(one)) for one in found)


def _is_office(session: Session) -> bool:
    return bool(setting(session, "role", "worker") == "office")
