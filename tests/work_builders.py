"""Families, persons and contacts for tests: everything valid by default, every name invented."""

from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.records import ContactDraft
from ouderapp.store import tables

DAY = date(2025, 3, 24)


def a_family(session: Session, name: str = "Haddad", **more: Any) -> Id:
    """A family that is followed, without anybody in it."""
    facts = {"status": "lopend", "inflow": "school", "opened_on": date(2024, 9, 2)} | more
    return _added(session, tables.Family(id=new_id(), name=name, **facts))


def a_person(
    session: Session, family: Id, given_name: str = "Rania", role: str = "moeder", **more: Any
) -> Id:
    """Somebody of this family."""
    person = _added(session, tables.Person(id=new_id(), given_name=given_name, **more))
    _added(session, tables.Member(id=new_id(), family=family, person=person, role=role))
    return person


def a_partner(session: Session, name: str = "Huis van het Kind", kind: str = "clb") -> Id:
    """An organisation of the directory."""
    return _added(session, tables.Partner(id=new_id(), name=name, kind=kind))


def a_school(session: Session, name: str = "Voorbeeldcollege") -> Id:
    """A school of the directory."""
    facts = {"community": "vlaams", "school_level": "secundair"}
    return _added(session, tables.School(id=new_id(), name=name, **facts))


def a_consent(session: Session, family: Id, **more: Any) -> Id:
    """A consent in writing that still holds."""
    facts = {"purpose": "gegevens_delen", "form": "schriftelijk", "given_on": date(2025, 1, 10)}
    return _added(session, tables.Consent(id=new_id(), family=family, **(facts | more)))


def a_contact_draft(family: Id | None = None, **more: Any) -> ContactDraft:
    """A home visit of yesterday afternoon."""
    facts: dict[str, Any] = {
        "held_on": DAY,
        "starts": time(14, 5),
        "minutes": 45,
        "kind": Kind.HOME_VISIT,
        "summary": "Samen de brief van school gelezen.",
    }
    return ContactDraft(family=family, **(facts | more))


def _added(session: Session, row: Any) -> Id:
    session.add(row)
    session.flush()
    return Id(row.id)
