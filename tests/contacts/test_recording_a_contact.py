"""What a person may count on when writing down a contact (C01, C03, J3, J4)."""

from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.forbidden import AccountNumberInText, NationalNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import delete_contact, edit_contact, match_contact, record_contact
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.lists import contact, contacts_of, contacts_without_family
from ouderapp.contacts.records import PromiseAlong
from ouderapp.contacts.rules import (
    KindUnknown,
    MinutesImpossible,
    NoteOrFamilyMissing,
    NoteTooLong,
)
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_contact_draft, a_family, a_partner, a_person


def promises(session: Session) -> list[tables.FollowUp]:
    return list(session.scalars(sa.select(tables.FollowUp).order_by(tables.FollowUp.nr)))


def test_a_contact_stands_in_the_file_of_its_family_with_all_it_says(
    session: Session, today: date
) -> None:
    family = a_family(session)
    mother = a_person(session, family)
    partner = a_partner(session)
    draft = a_contact_draft(
        family,
        persons=(mother,),
        partners=(partner,),
        themes=("smartschool", "brief"),
        capitals=("financieel",),
        language="ar",
        has_interpreter=True,
        place="thuis",
        initiative="gezin",
    )

    record_contact(session, draft)

    [row] = contacts_of(session, family)
    assert (row.family_name, row.who) == ("Haddad", ("Rania", "Huis van het Kind"))
    assert (row.held_on, row.starts, row.minutes) == (date(2025, 3, 24), time(14, 5), 45)
    assert (row.kind, row.initiative, row.language) == (Kind.HOME_VISIT, "gezin", "ar")
    assert (row.themes, row.capitals) == (("brief", "smartschool"), ("financieel",))
    assert row.summary == "Samen de brief van school gelezen."


def test_a_contact_with_three_persons_is_one_contact(session: Session, today: date) -> None:
    family = a_family(session)
    persons = tuple(a_person(session, family, name) for name in ("Rania", "Sara", "Bilal"))

    record_contact(session, a_contact_draft(family, persons=persons))

    assert len(contacts_of(session, family)) == 1


def test_promises_are_written_down_in_the_same_act(database: Database, today: date) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
    theirs = PromiseAlong("rapport tonen", by="gezin")
    along = (PromiseAlong("attest opvragen", due_on=date(2025, 3, 28)), theirs)

    database.run(record_contact, a_contact_draft(family), along)

    with database.transaction() as session:
        found = [(p.words, p.by, p.due_on, p.noted_on) for p in promises(session)]
        assert {p.family for p in promises(session)} == {family}
    assert found == [
        ("attest opvragen", "werker", date(2025, 3, 28), date(2025, 3, 24)),
        ("rapport tonen", "gezin", None, date(2025, 3, 24)),
    ]
    database.run(undo)
    with database.transaction() as session:
        assert (contacts_of(session, family), promises(session)) == ([], [])


def test_a_contact_on_a_day_to_come_is_an_appointment(database: Database, today: date) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
    draft = a_contact_draft(family, held_on=date(2025, 3, 27), summary="oudercontact Sara")

    recorded = database.run(record_contact, draft, (PromiseAlong("rapport meenemen"),))

    with database.transaction() as session:
        [planned] = session.scalars(sa.select(tables.Appointment))
        act = session.scalars(sa.select(tables.Action)).all()[-1]
        assert recorded.is_appointment
        assert (planned.planned_on, planned.words) == (date(2025, 3, 27), "oudercontact Sara")
        assert contacts_of(session, family) == []
        assert [(p.contact, p.noted_on) for p in promises(session)] == [(None, today)]
        assert act.name == "Appointment made"


def test_a_contact_of_today_is_a_contact(session: Session, today: date) -> None:
    recorded = record_contact(session, a_contact_draft(held_on=today))

    assert not recorded.is_appointment


def test_a_note_without_family_waits_and_is_matched_later(session: Session, today: date) -> None:
    draft = a_contact_draft(summary="jongen 2B, fietssleutel")
    loose = record_contact(session, draft, (PromiseAlong("sleutel brengen"),)).id
    waiting = contacts_without_family(session)
    family = a_family(session)

    match_contact(session, loose, family)

    assert [row.summary for row in waiting] == ["jongen 2B, fietssleutel"]
    assert contacts_without_family(session) == []
    assert [row.id for row in contacts_of(session, family)] == [loose]
    assert [p.family for p in promises(session)] == [family]


def test_a_family_without_a_note_is_enough(session: Session, today: date) -> None:
    family = a_family(session)

    record_contact(session, a_contact_draft(family, summary="  "))

    assert contacts_of(session, family)[0].summary is None


def test_neither_note_nor_family_is_refused(session: Session) -> None:
    with pytest.raises(NoteOrFamilyMissing) as told:
        record_contact(session, a_contact_draft(summary=" "))

    assert told.value.field == "summary"


def test_a_note_of_501_signs_is_refused_and_one_of_500_is_not(session: Session) -> None:
    record_contact(session, a_contact_draft(summary="a" * 500))

    with pytest.raises(NoteTooLong) as told:
        record_contact(session, a_contact_draft(summary="a" * 503))

    assert told.value.places == {"too_many": 3}


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        ({"kind": "koffie"}, KindUnknown, "kind"),
        ({"initiative": "buur"}, KindUnknown, "initiative"),
        ({"minutes": 1441}, MinutesImpossible, "minutes"),
        ({"minutes": -1}, MinutesImpossible, "minutes"),
        ({"summary": "nummer 85.07.30-033.28"}, NationalNumberInText, "summary"),
        ({"place": "BE68 5390 0754 7034"}, AccountNumberInText, "place"),
    ],
)
def test_what_does_not_belong_in_a_contact_is_refused_with_the_field_named(
    session: Session, wrong: dict[str, Any], problem: type[Exception], field: str
) -> None:
    with pytest.raises(problem) as told:
        record_contact(session, a_contact_draft(**wrong))

    assert getattr(told.value, "field", "") == field


def test_a_promise_with_an_account_number_is_refused_and_nothing_is_kept(
    database: Database, today: date
) -> None:
    along = (PromiseAlong("storten op BE68 5390 0754 7034"),)

    with pytest.raises(AccountNumberInText):
        database.run(record_contact, a_contact_draft(), along)

    with database.transaction() as session:
        assert contacts_without_family(session) == []


def test_a_changed_contact_says_the_new_words(session: Session, today: date) -> None:
    family = a_family(session)
    made = record_contact(session, a_contact_draft(family)).id

    edit_contact(
        session, made, a_contact_draft(family, summary="Toch de brief van mei.", minutes=30)
    )

    assert contact(session, made).summary == "Toch de brief van mei."
    assert contact(session, made).minutes == 30


def test_a_deleted_contact_leaves_its_promise_and_capital_and_comes_back_whole(
    database: Database, today: date
) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
    made = database.run(record_contact, a_contact_draft(family), (PromiseAlong("attest"),)).id
    with database.transaction("test") as session:
        add_capital(session, family, made)

    database.run(delete_contact, made)

    with database.transaction() as session:
        assert contacts_of(session, family) == []
        assert [p.contact for p in promises(session)] == [None]
    database.run(undo)
    with database.transaction() as session:
        assert [row.id for row in contacts_of(session, family)] == [made]
        assert [p.contact for p in promises(session)] == [made]
        assert session.scalar(sa.select(tables.CapitalObservation.evidence)) == made


def test_a_contact_that_is_gone_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        contact(session, new_id())
    with pytest.raises(NotFound):
        delete_contact(session, new_id())


def add_capital(session: Session, family: Id, evidence: Id) -> None:
    session.add(
        tables.CapitalObservation(
            id=new_id(),
            family=family,
            observed_on=date(2025, 3, 24),
            capital="financieel",
            by="werker",
            tendency="groei",
            evidence=evidence,
        )
    )
