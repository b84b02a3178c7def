"""What surrounds a group: recommendations, invitations and their funnel, evaluations, friends."""

from collections import defaultdict
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.groups.codes import Mark, Status
from ouderapp.groups.pictures import Ambassador, FunnelRow
from ouderapp.groups.queries.names import UNKNOWN, names_of, who_is
from ouderapp.groups.queries.series import phases_of, series_row
from ouderapp.groups.records import (
    EvaluationRow,
    InvitationRow,
    PhaseRow,
    RecommendationRow,
    Who,
)
from ouderapp.groups.rules import is_in_force, phase_on
from ouderapp.store import tables as t
from ouderapp.store.as_record import as_record

# How long after an invitation a family that takes the first step is seen as answering it.
ANSWER_WITHIN = timedelta(days=14)
IN_THE_CLASS = "huiswerkklas_gesprek"
BY_FAMILY = "gezin"
TELL_SCHOOL = "dossier_en_contact_met_school"


def recommendations_of(session: Session, series: Id) -> list[RecommendationRow]:
    """Who was recommended, with how far it came: recommended, invited, came (A04).

    `may_tell_back`: the family agrees today that the school hears of it; of a pupil without file
    the leerlingbegeleiding hears numbers only.
    """
    row, partner = t.Recommendation, t.Partner
    query = (
        sa.select(row, partner.name)
        .outerjoin(partner, sa.and_(partner.worker == "", partner.id == row.partner))
        .where(row.worker == "", row.series == series)
        .order_by(row.recommended_on, row.nr)
    )
    found = [
        (who, recommendation, partner_name)
        for recommendation, partner_name in session.execute(query)
        if (who := who_is(recommendation.person, recommendation.participant))
    ]
    names = names_of(session, (who for who, *_ in found), clock.today())
    first_came = _first_came(session, series)
    agreed = _agreed_to_tell_school(session, {who.person for who, *_ in found if who.person})
    return [
        as_record(
            RecommendationRow,
            recommendation,
            who=who,
            name=names[who].name,
            class_name=names[who].class_name,
            partner_name=partner_name,
            status=_status(recommendation, first_came.get(who)),
            first_came_on=first_came.get(who),
            may_tell_back=who.person in agreed,
        )
        for who, recommendation, partner_name in found
    ]


def invitations_of(session: Session, series: Id) -> list[InvitationRow]:
    """The invitations for a group, the newest first."""
    row = t.Invitation
    query = sa.select(row).where(row.worker == "", row.series == series)
    rows = session.scalars(query.order_by(row.prepared_on.desc(), row.nr.desc()))
    return [as_record(InvitationRow, one) for one in rows]


def evaluations_of(session: Session, series: Id) -> list[EvaluationRow]:
    """The evaluations of a group in order of day."""
    row = t.Evaluation
    query = sa.select(row).where(row.worker == "", row.series == series)
    return [as_record(EvaluationRow, one) for one in session.scalars(query.order_by(row.held_on))]


def funnel(session: Session, series: Id) -> list[FunnelRow]:
    """What followed on each invitation that was sent, in order of day (A18).

    `contacted`: families that took the first step within two weeks, talks in the class itself left
    out. `came`: different pupils who came after it, up to the next invitation or the end.
    """
    sent = sorted(
        ((row.sent_on, row) for row in invitations_of(session, series) if row.sent_on),
        key=lambda pair: pair[0],
    )
    phases = phases_of(session, series)
    ends = [day for day, _ in sent[1:]] + [series_row(session, series).until_on or date.max]
    return [
        FunnelRow(
            invitation=row.id,
            channel=row.channel,
            sent_on=sent_on,
            phase=_phase_opened(sent_on, phases),
            invited=row.invited,
            replied=row.replied,
            contacted=_contacted(session, sent_on),
            came=_came_between(session, series, sent_on, until_on),
        )
        for (sent_on, row), until_on in zip(sent, ends, strict=True)
    ]


def ambassadors(session: Session) -> list[Ambassador]:
    """Who brought others along, who brought most first; `second` were brought by those (A21)."""
    link = t.PeerLink
    brought: dict[Who, dict[Who, None]] = defaultdict(dict)
    into: dict[Who, set[str]] = defaultdict(set)
    for row in session.scalars(
        sa.select(link).where(link.worker == "").order_by(link.since_on, link.nr)
    ):
        one = who_is(row.from_person, row.from_participant)
        two = who_is(row.to_person, row.to_participant)
        if one and two:
            brought[one][two] = None
            into[one].add(row.into)
    people = {*brought, *(who for some in brought.values() for who in some)}
    names = names_of(session, people, clock.today())
    rows = [
        Ambassador(
            who=one,
            name=names.get(one, UNKNOWN).name,
            brought=tuple(names[two].name for two in some),
            first=len(some),
            second=len({three for two in some for three in brought.get(two, ())} - {one, *some}),
            into=tuple(sorted(into[one])),
        )
        for one, some in brought.items()
    ]
    return sorted(rows, key=lambda row: (-row.first, row.name))


def _status(row: t.Recommendation, first_came_on: date | None) -> Status:
    if first_came_on:
        return Status.CAME
    return Status.INVITED if row.invited_on else Status.RECOMMENDED


def _first_came(session: Session, series: Id) -> dict[Who, date]:
    """{somebody: the first day in this group}."""
    mark, held = t.Participation, t.GroupSession
    query = (
        sa.select(mark.person, mark.participant, sa.func.min(held.held_on))
        .join(held, sa.and_(held.worker == "", held.id == mark.session))
        .where(mark.worker == "", mark.mark == Mark.CAME, held.series == series)
        .group_by(mark.person, mark.participant)
    )
    rows = session.execute(query)
    return {who: day for one, two, day in rows if (who := who_is(one, two))}


def _agreed_to_tell_school(session: Session, persons: set[Id]) -> set[str]:
    """Those of these persons for whom a consent to talk with the school is in force today."""
    consent, member = t.Consent, t.Member
    query = (
        sa.select(member.person, consent.given_on, consent.lapses_on, consent.withdrawn_on)
        .join(consent, sa.and_(consent.worker == "", consent.family == member.family))
        .where(member.worker == "", member.person.in_(persons), consent.purpose == TELL_SCHOOL)
        .where(sa.or_(consent.person.is_(None), consent.person == member.person))
    )
    today = clock.today()
    return {
        person
        for person, given_on, lapses_on, withdrawn_on in session.execute(query)
        if is_in_force(given_on, lapses_on, withdrawn_on, today)
    }


def _phase_opened(sent_on: date, phases: list[PhaseRow]) -> str | None:
    """The phase that began within two weeks after an invitation, else the one of that day."""
    soon = [p for p in phases if sent_on <= p.from_on <= sent_on + ANSWER_WITHIN]
    phase = soon[0] if soon else phase_on(sent_on, phases)
    return (phase.name or phase.kind) if phase else None


def _contacted(session: Session, sent_on: date) -> int:
    contact = t.Contact
    query = sa.select(sa.func.count(sa.distinct(contact.family))).where(
        contact.worker == "",
        contact.initiative == BY_FAMILY,
        contact.kind != IN_THE_CLASS,
        contact.held_on >= sent_on,
        contact.held_on <= sent_on + ANSWER_WITHIN,
    )
    return session.scalar(query) or 0


def _came_between(session: Session, series: Id, after: date, until_on: date) -> int:
    mark, held = t.Participation, t.GroupSession
    query = (
        sa.select(mark.person, mark.participant)
        .distinct()
        .join(held, sa.and_(held.worker == "", held.id == mark.session))
        .where(mark.worker == "", mark.mark == Mark.CAME, held.series == series)
        .where(held.held_on > after, held.held_on <= until_on)
    )
    return len(list(session.execute(query)))
