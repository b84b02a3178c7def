"""Counting facts: from a store's facts to the numbers of every month and every work year."""

from collections import Counter, defaultdict
from datetime import date

from ouderapp.base.roles import is_child_role
from ouderapp.reports.records import CountRow, Facts, SessionFact
from ouderapp.reports.rules import (
    CONVERSATIONS,
    HOMEWORK_CLASS,
    VISIT,
    is_group_event,
    month_of,
    work_year,
    work_year_of,
    year_row,
)

Slot = tuple[str, str, str, str]


class Tally:
    """Numbers and distinct things, by month, indicator, dimension and key."""

    def __init__(self) -> None:
        self._numbers: Counter[Slot] = Counter()
        self._distinct: dict[Slot, set[object]] = defaultdict(set)

    def add(self, month: str, indicator: str, dimension: str, key: str, value: int = 1) -> None:
        self._numbers[(month, indicator, dimension, key)] += value

    def once(self, month: str, indicator: str, dimension: str, key: str, thing: object) -> None:
        self._distinct[(month, indicator, dimension, key)].add(thing)

    def rows(self) -> list[CountRow]:
        """All numbers that are not zero, sorted."""
        found = dict(self._numbers) | {slot: len(things) for slot, things in self._distinct.items()}
        return [CountRow(*slot, value) for slot, value in sorted(found.items()) if value]


def count(facts: Facts) -> list[CountRow]:
    """Every number of every month and work year, by DOMAIN 8.5; zeros are left out."""
    tally = Tally()
    _contacts(tally, facts)
    _families(tally, facts)
    _homework(tally, facts)
    _group_events(tally, facts)
    _dated(tally, facts)
    return tally.rows()


def _months(day: date) -> list[str]:
    """The month of a day, and the row of its work year with a mark before it."""
    start = work_year_of(day)
    return [month_of(day)] if start is None else [month_of(day), "y" + year_row(start)]


def _split(month: str, indicator: str) -> tuple[str, str]:
    """Month and indicator as kept: the numbers of a year have their own indicators."""
    return (month[1:], "year_" + indicator) if month.startswith("y") else (month, indicator)


def _contacts(tally: Tally, facts: Facts) -> None:
    caregivers = {m.person for m in facts.members if not is_child_role(m.role)}
    for contact in facts.contacts:
        for month in _months(contact.held_on):
            place, contacts = _split(month, "contacts")
            tally.add(place, contacts, "total", "")
            tally.add(place, contacts, "kind", contact.kind)
            tally.add(place, contacts, "initiative", contact.initiative)
            tally.add(place, contacts, "minutes", "", contact.minutes)
            if contact.kind in CONVERSATIONS:
                tally.add(place, contacts, "group", "conversation")
            if contact.kind == VISIT:
                tally.add(place, contacts, "group", "home_visit")
            if contact.family:
                tally.once(*_split(month, "families_with_contact"), "total", "", contact.family)
            for person in caregivers.intersection(contact.persons):
                tally.once(*_split(month, "parents_reached"), "total", "", person)


def _families(tally: Tally, facts: Facts) -> None:
    for family in facts.families:
        tally.add(month_of(family.opened_on), "dossiers", "opened", "")
        if family.closed_on:
            tally.add(month_of(family.closed_on), "dossiers", "closed", "")
    for start in _years(facts):
        _families_of_year(tally, facts, start)


def _families_of_year(tally: Tally, facts: Facts, start: int) -> None:
    first, last = work_year(start)
    place = year_row(start)
    reached = {c.family for c in facts.contacts if first <= c.held_on <= last}
    in_files = set()
    for family in facts.families:
        if family.id in reached:
            tally.add(place, "year_families", "status", family.status)
            tally.add(place, "year_families", "language", family.contact_language or "onbekend")
        if family.opened_on <= last and (family.closed_on is None or family.closed_on >= first):
            in_files.add(family.id)
    for member in facts.members:
        if member.family in in_files:
            tally.once(place, "year_persons", "total", "", member.person)
            if is_child_role(member.role):
                tally.once(place, "year_persons", "children", "", member.person)


def _years(facts: Facts) -> list[int]:
    """The work years in which anything happened that counts in a year."""
    days = [c.held_on for c in facts.contacts] + [s.held_on for s in facts.sessions]
    days += [f.opened_on for f in facts.families] + [q.day for q in facts.help_requests]
    days += [r.day for r in facts.referrals]
    found = {start for day in days if (start := work_year_of(day)) is not None}
    return sorted(found if facts.only is None else found & {facts.only})


def _homework(tally: Tally, facts: Facts) -> None:
    order = _phase_order(facts)
    came: set[object] = set(facts.came)
    for session in facts.sessions:
        if session.kind != HOMEWORK_CLASS:
            continue
        came.update(session.pupils if session.state == "gehouden" else ())
        for month in _months(session.held_on):
            _session(tally, facts, session, month, order)
    for fact in facts.recommendations:
        for month in _months(fact.day):
            place, indicator = _split(month, "homework_recommended")
            tally.once(place, indicator, "total", "", fact.who)
            if fact.who in came:
                tally.once(place, indicator, "reached", "", fact.who)


def _session(
    tally: Tally, facts: Facts, session: SessionFact, month: str, order: dict[str, str]
) -> None:
    place, sessions = _split(month, "homework_sessions")
    tally.add(place, sessions, "planned", "")
    phase = order.get(session.phase or "", "")
    tally.add(*_split(month, "homework_phase_planned"), "phase", phase)
    if session.state == "geannuleerd":
        tally.add(place, sessions, "cancelled", "")
    if session.state != "gehouden":
        return
    tally.add(place, sessions, "held", "")
    tally.add(*_split(month, "homework_phase_sessions"), "phase", phase)
    tally.add(*_split(month, "homework_phase_attendances"), "phase", phase, len(session.pupils))
    tally.add(*_split(month, "homework_attendances"), "total", "", len(session.pupils))
    tally.add(*_split(month, "homework_parents"), "total", "", session.parents)
    for pupil in session.pupils:
        place, pupils = _split(month, "homework_pupils")
        tally.once(place, pupils, "total", "", pupil)
        start = session.held_on.year - (session.held_on.month < 9)
        stream = facts.year_streams.get((pupil, start)) or facts.year_streams.get((pupil, 0))
        tally.once(place, pupils, "year_stream", stream or "onbekend", pupil)


def _phase_order(facts: Facts) -> dict[str, str]:
    """The phases of each series as 1, 2, … in the order in which they began."""
    order = {}
    by_series: dict[str, int] = defaultdict(int)
    for phase in sorted(facts.phases, key=lambda p: (p.series, p.from_on, p.id)):
        by_series[phase.series] += 1
        order[phase.id] = str(by_series[phase.series])
    return order


def _group_events(tally: Tally, facts: Facts) -> None:
    for session in facts.sessions:
        if is_group_event(session.kind) and session.state == "gehouden":
            for month in _months(session.held_on):
                place, events = _split(month, "group_events")
                tally.add(place, events, "total", "")
                tally.add(place, events, "kind", session.kind)
                tally.add(place, events, "heads", "", session.heads)


def _dated(tally: Tally, facts: Facts) -> None:
    for referral in facts.referrals:
        for month in _months(referral.day):
            place, referrals = _split(month, "referrals")
            tally.add(place, referrals, "direction", referral.codes[0])
            if referral.has_outcome and referral.codes[0] == "uit":
                tally.add(place, referrals, "outcome", "known")
    for request in facts.help_requests:
        for month in _months(request.day):
            place, requests = _split(month, "help_requests")
            tally.add(place, requests, "total", "")
            for theme in request.codes:
                tally.add(place, requests, "theme", theme)
    for mail in facts.mails:
        for month in _months(mail.day):
            tally.add(*_split(month, "teacher_mails"), "total", "")
    for peer in facts.peers:
        for month in _months(peer.day):
            tally.once(*_split(month, "peers_brought"), "total", "", peer.who)
