"""What the dossier knows for one letter, with the consents that decide what may be told."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.base.roles import CHILD_ROLES
from ouderapp.families.codes import Interpreter
from ouderapp.families.rules import age_on, is_on, may_be_written_to, name_of
from ouderapp.letters.kinds import KINDS
from ouderapp.letters.records import LetterDraft, LetterFacts, Sender
from ouderapp.letters.rules import (
    Concerned,
    ConsentFact,
    NoLettersForPerson,
    consent_used,
    field_states,
)
from ouderapp.letters.texts import SOURCE, language_of, letter_languages
from ouderapp.profile.queries import profile_of
from ouderapp.store import tables
from ouderapp.store.as_record import as_record
from ouderapp.store.own import own

FAMILY_WORD = "gezin "


def letter_facts(session: Session, draft: LetterDraft) -> LetterFacts:
    """Everything that a letter of this kind could tell, and how each field stands on its day.

    Only the chosen parent's own phone is in it, never that of another adult (D04). Raises
    NotFound, and NoLettersForPerson for an adult with whom there is no contact (D03).
    """
    referral = own(session, tables.Referral, draft.referral)
    family = own(session, tables.Family, referral.family)
    partner = own(session, tables.Partner, referral.partner or "")
    parent = _parent(session, family.id, draft.parent)
    child = own(session, tables.Person, draft.child) if draft.child else None
    kind = KINDS[draft.template]
    consents = consents_of(session, family.id)
    concerned = concerned_in(parent.id, child, referral.consent)
    schooling = _schooling(session, child, draft.dated_on) if child else None
    return LetterFacts(
        sender=sender_of(session),
        partner=partner.name or "",
        partner_address=address_lines(partner),
        theme=referral.theme,
        family=family.name or "",
        family_name=short_name(family.name),
        since_on=family.opened_on,
        parent_name=name_of(parent.given_name, parent.family_name),
        phone=parent.phone or "",
        language=parent.language or family.contact_language or "",
        interpreter=_interpreter(parent, family),
        child_name=name_of(child.given_name, child.family_name) if child else "",
        child_given_name=(child.given_name or "") if child else "",
        age=_age(child, draft.dated_on),
        school=schooling[1] if schooling else "",
        class_name=schooling[0] if schooling else "",
        consent=consent_used(kind, consents, concerned, draft.dated_on),
        states=field_states(kind, consents, concerned, draft.dated_on),
        **_at_home(session, family.id),
    )


def leaflet_language(session: Session, draft: LetterDraft) -> str | None:
    """The language of the leaflet; None when this adult may not be written to (D03)."""
    parent = own(session, tables.Person, draft.parent)
    if not may_be_written_to(
        may_get_letters=parent.may_get_letters, has_no_contact=parent.has_no_contact
    ):
        return None
    family = own(session, tables.Family, own(session, tables.Referral, draft.referral).family)
    return draft.second or language_to_read(family, parent.letter_language)


def language_to_read(family: tables.Family, chosen: str | None) -> str:
    """The language a parent chose for letters, or else the one we talk in; Dutch without letters.

    Dutch when there is no catalogue of letters in that language.
    """
    wanted = language_of(chosen or family.letter_language or family.contact_language or SOURCE)
    return wanted if wanted in letter_languages() else SOURCE


def consents_of(session: Session, family: str) -> list[ConsentFact]:
    """Every consent of a family, in force or not, oldest first."""
    table = tables.Consent
    found = session.scalars(
        sa.select(table)
        .where(table.worker == "", table.family == family)
        .order_by(table.given_on, table.id)
    )
    return [as_record(ConsentFact, row) for row in found]


def concerned_in(parent: str, child: tables.Person | None, named: str | None) -> Concerned:
    """Whom a letter is about, for the rules of consent."""
    return Concerned(
        parent=parent,
        child=child.id if child else None,
        child_born_on=child.born_on if child else None,
        child_birth_year=child.birth_year if child else None,
        named_consent=named,
    )


def sender_of(session: Session) -> Sender:
    """Who writes, from the settings."""
    profile = profile_of(session)
    return Sender(
        name=profile.name,
        organisation=profile.organisation,
        address=_lines(profile.street, profile.number, profile.postcode, profile.municipality),
        municipality=profile.municipality,
        phone=profile.phone,
        email=profile.email,
    )


def address_lines(place: tables.Partner | tables.School) -> tuple[str, ...]:
    """Street with number, postcode with municipality; empty lines left out."""
    return _lines(place.street, place.number, place.postcode, place.municipality)


def short_name(name: str | None) -> str:
    """Haddad, also where the file says gezin Haddad."""
    found = (name or "").strip()
    return found[len(FAMILY_WORD) :] if found.lower().startswith(FAMILY_WORD) else found


def _lines(*parts: str | None) -> tuple[str, ...]:
    street, number, postcode, municipality = ((part or "").strip() for part in parts)
    found = (f"{street} {number}".strip(), f"{postcode} {municipality}".strip())
    return tuple(line for line in found if line)


def _parent(session: Session, family: str, person: Id) -> tables.Person:
    table = tables.Member
    is_member = session.scalar(
        sa.select(table.id).where(
            table.worker == "", table.family == family, table.person == person
        )
    )
    parent = own(session, tables.Person, person)
    if is_member is None:
        raise NotFound
    if parent.has_no_contact:
        raise NoLettersForPerson(name=name_of(parent.given_name, parent.family_name))
    return parent


def _interpreter(parent: tables.Person, family: tables.Family) -> bool | None:
    kinds = (parent.interpreter_kind, parent.interpreter, family.interpreter)
    known = [kind for kind in kinds if kind]
    return known[0] != Interpreter.NONE if known else None


def _age(child: tables.Person | None, day: date) -> int | None:
    found = age_on(day, child.born_on, child.birth_year) if child else None
    return found.years if found else None


def _schooling(session: Session, child: tables.Person, day: date) -> tuple[str, str] | None:
    """Class and school on this day; the newest when several fit."""
    table, school = tables.Schooling, tables.School
    found = session.execute(
        sa.select(table.class_name, school.name, table.from_on, table.until_on)
        .outerjoin(school, sa.and_(school.worker == table.worker, school.id == table.school))
        .where(table.worker == "", table.person == child.id)
        .order_by(table.school_year.desc(), table.from_on.desc())
    )
    for class_name, name, from_on, until_on in found:
        if is_on(day, from_on, until_on):
            return (class_name or "", name or "")
    return None


def _at_home(session: Session, family: str) -> dict[str, int]:
    """How many adults and children live in the family."""
    table = tables.Member
    roles = session.scalars(
        sa.select(table.role).where(
            table.worker == "", table.family == family, table.lives_here.is_(True)
        )
    ).all()
    children = sum(role in CHILD_ROLES for role in roles)
    return {"children": children, "adults": len(roles) - children}
