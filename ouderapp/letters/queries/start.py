"""A letter that is half filled in: who, about whom, in which languages (UX J10)."""

from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.roles import CAREGIVER_ROLES, CHILD_ROLES
from ouderapp.families.rules import name_of
from ouderapp.letters.content import DAYS_TO_ANSWER
from ouderapp.letters.kinds import LetterKind, Template, kind_for
from ouderapp.letters.queries.dossier import concerned_in, consents_of, language_to_read
from ouderapp.letters.records import LetterDraft, ReaderRow, WritableRow
from ouderapp.letters.rules import ConsentFact, field_states, is_covered
from ouderapp.letters.texts import SOURCE, translator
from ouderapp.store import tables
from ouderapp.store.own import own

OUT = "uit"


def letter_start(session: Session, referral: Id, today: date) -> LetterDraft | None:
    """The draft of the letter for this referral; None when no letter exists for its partner."""
    row = own(session, tables.Referral, referral)
    kind = _kind_of(session, row)
    readers = [one for one in readers_of(session, Id(row.family)) if not one.has_no_contact]
    if kind is None or not readers:
        return None
    named = _named_consent(session, row, kind)
    signed = [one for one in readers if named and one.id in named.given_by]
    parent = (signed or readers)[0]
    return LetterDraft(
        referral=referral,
        template=kind.template,
        parent=parent.id,
        dated_on=today,
        child=_child(session, row, kind, named),
        second=_second(session, row.family, parent),
        question=row.reason or _question(session, row) or "",
        answer_before=row.answer_by or today + timedelta(days=DAYS_TO_ANSWER),
    )


def writable_letters(session: Session, family: Id, today: date) -> list[WritableRow]:
    """Every outgoing referral of a family for which a letter exists, newest first."""
    referral, partner = tables.Referral, tables.Partner
    rows = session.execute(
        sa.select(referral, partner.name, partner.kind)
        .join(partner, sa.and_(partner.worker == referral.worker, partner.id == referral.partner))
        .where(referral.worker == "", referral.family == family, referral.direction == OUT)
        .order_by(referral.sent_on.desc(), referral.id)
    ).all()
    consents = consents_of(session, family)
    found = []
    for row, name, partner_kind in rows:
        kind = kind_for(partner_kind)
        draft = letter_start(session, Id(row.id), today) if kind else None
        if kind is None or draft is None:
            continue
        child = own(session, tables.Person, draft.child) if draft.child else None
        concerned = concerned_in(draft.parent, child, row.consent)
        states = field_states(kind, consents, concerned, today)
        found.append(
            WritableRow(
                Id(row.id),
                kind.template,
                row.sent_on,
                name or "",
                row.theme,
                is_covered(states),
                states,
            )
        )
    return found


def readers_of(session: Session, family: Id) -> list[ReaderRow]:
    """The adults of a family: those who may get letters first, caregivers before others."""
    member, person = tables.Member, tables.Person
    rows = session.execute(
        sa.select(person, member.role)
        .join(member, sa.and_(member.worker == person.worker, member.person == person.id))
        .where(person.worker == "", member.family == family)
        .where(member.role.not_in(sorted(CHILD_ROLES)))
    ).all()
    found = [
        ReaderRow(
            id=Id(one.id),
            name=name_of(one.given_name, one.family_name),
            role=role,
            language=one.language,
            letter_language=one.letter_language,
            may_get_letters=one.may_get_letters and not one.has_no_contact,
            has_no_contact=one.has_no_contact,
        )
        for one, role in rows
    ]
    return sorted(
        found,
        key=lambda one: (not one.may_get_letters, one.role not in CAREGIVER_ROLES, one.name),
    )


def _kind_of(session: Session, referral: tables.Referral) -> LetterKind | None:
    if not referral.partner or referral.direction != OUT:
        return None
    return kind_for(own(session, tables.Partner, referral.partner).kind)


def _named_consent(
    session: Session, referral: tables.Referral, kind: LetterKind
) -> ConsentFact | None:
    """The consent that the referral names, or else the newest one for this partner."""
    consents = consents_of(session, referral.family)
    named = [one for one in consents if one.id == referral.consent]
    fitting = [one for one in consents if one.purpose in kind.purposes]
    return next(iter(named or fitting[::-1]), None)


def _child(
    session: Session, referral: tables.Referral, kind: LetterKind, named: ConsentFact | None
) -> Id | None:
    """The child of the referral or of its consent; the only child of a family by itself."""
    if kind.template not in (Template.CLB, Template.LEISURE):
        return None
    known = referral.person or (named.person if named else None)
    children = _children(session, referral.family)
    if known in children:
        return Id(str(known))
    return children[0] if len(children) == 1 else None


def _children(session: Session, family: str) -> list[Id]:
    table = tables.Member
    found = session.scalars(
        sa.select(table.person)
        .where(table.worker == "", table.family == family, table.role.in_(sorted(CHILD_ROLES)))
        .order_by(table.nr)
    )
    return [Id(person) for person in found]


def _question(session: Session, referral: tables.Referral) -> str | None:
    """The newest help request of the family with the same theme, in its own words."""
    table = tables.HelpRequest
    found = session.scalars(
        sa.select(table)
        .where(table.worker == "", table.family == referral.family)
        .order_by(table.raised_on.desc(), table.id)
    )
    return next((row.words for row in found if referral.theme in row.themes), None)


def _second(session: Session, family: str, parent: ReaderRow) -> str | None:
    """The language that the parent reads when there are letters in it; None for Dutch."""
    wanted = language_to_read(own(session, tables.Family, family), parent.letter_language)
    return wanted if wanted != SOURCE and translator(wanted).is_whole else None
