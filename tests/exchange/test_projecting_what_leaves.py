"""What leaves of a store under each policy (B07, P07, NEG-10, NEG-11, EXCHANGE 10)."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.exchange.field_lists import TABLES
from ouderapp.exchange.leaving import Leaving, RowUnfit
from ouderapp.exchange.manifest import Policy
from ouderapp.exchange.plan import Wanted
from ouderapp.store import tables
from tests.exchange.policies import CODED, COUNTS, DOSSIER
from tests.work_builders import a_consent, a_family, a_partner, a_person, a_school

TODAY = date(2025, 4, 30)


def leaving(session: Session, policy: Policy = CODED) -> dict[tuple[str, str], Wanted]:
    found = Leaving(session, policy, TODAY)
    return {(table, row.id): row for table in TABLES for row in found.rows(session, table)}


def a_contact(session: Session, family: Id | None, **more: Any) -> Id:
    facts = {"held_on": date(2025, 4, 3), "kind": "huisbezoek", "initiative": "gezin"}
    contact = tables.Contact(id=new_id(), family=family, **(facts | more))
    session.add(contact)
    session.flush()
    return Id(contact.id)


def test_coded_facts_leave_without_names_and_words(session: Session) -> None:
    family = a_family(session, postcode="9400", remark="woont boven de bakker")
    person = a_person(session, family, birth_year=1984, phone="0400 00 00 00")
    contact = a_contact(session, family, persons=(person,), summary="samen gelezen", minutes=45)

    found = leaving(session)

    assert found["family", family].data["postcode"] == "9400"
    assert found["person", person].data["birth_year"] == 1984
    assert found["contact", contact].data["minutes"] == 45
    assert found["contact", contact].data["persons"] == [person]
    words = str([row.data for row in found.values()])
    assert not [word for word in ("Haddad", "Rania", "bakker", "0400", "gelezen") if word in words]


def test_a_dossier_leaves_only_with_its_consent(session: Session) -> None:
    agreed, other = a_family(session, "Haddad"), a_family(session, "Peeters")
    a_consent(session, agreed, purpose="kantoor_dossier")
    rows = [a_contact(session, one, summary="samen gelezen") for one in (agreed, other)]

    found = leaving(session, DOSSIER)

    assert found["family", agreed].data["name"] == "Haddad"
    assert found["contact", rows[0]].data["summary"] == "samen gelezen"
    assert found["family", other].level == found["contact", rows[1]].level == "coded"
    assert "name" not in found["family", other].data


def test_a_note_in_a_closed_circle_stays_a_coded_fact(session: Session) -> None:
    family = a_family(session)
    a_consent(session, family, purpose="kantoor_dossier")
    contact = a_contact(session, family, summary="voor mezelf", circle="eigen")

    row = leaving(session, DOSSIER)["contact", contact]

    assert row.level == "coded"
    assert "summary" not in row.data


def test_under_counts_only_totals_leave(session: Session) -> None:
    family = a_family(session)
    a_contact(session, family)
    a_school(session)
    count = tables.Count(
        id=new_id(), month="2025-04", indicator="contacts", dimension="kind", key="a", value=1
    )
    session.add(count)
    session.flush()

    assert list(leaving(session, COUNTS)) == [("count", count.id)]
    assert ("count", count.id) in leaving(session, CODED)


@pytest.mark.parametrize("way", ["kept back", "withdrawn"])
def test_of_a_family_that_stays_no_row_leaves(session: Session, way: str) -> None:
    family = a_family(session, is_kept_back=way == "kept back")
    person = a_person(session, family)
    a_consent(
        session,
        family,
        purpose="dossier_en_contact_met_school",
        withdrawn_on=date(2025, 4, 4) if way == "withdrawn" else None,
    )
    a_contact(session, family, persons=(person,))
    school = a_school(session)
    session.add(tables.Schooling(id=new_id(), person=person, school=school, school_year=2024))
    session.flush()

    assert list(leaving(session)) == [("school", school)]


def test_a_person_who_stays_is_left_out_of_the_contacts_of_others(session: Session) -> None:
    shared, kept = a_family(session), a_family(session, is_kept_back=True)
    mother, neighbour = a_person(session, shared), a_person(session, kept)
    contact = a_contact(session, shared, persons=(mother, neighbour))

    assert leaving(session)["contact", contact].data["persons"] == [mother]


def test_a_child_of_two_homes_leaves_with_the_home_that_is_shared(session: Session) -> None:
    shared, kept = a_family(session), a_family(session, is_kept_back=True)
    child = a_person(session, shared, role="kind")
    second = tables.Member(id=new_id(), family=kept, person=child, role="kind")
    session.add(second)
    session.flush()

    found = leaving(session)

    assert ("person", child) in found
    assert ("member", second.id) not in found


def test_a_contact_without_a_family_leaves_as_a_fact(session: Session) -> None:
    contact = a_contact(session, None, summary="jongen 2B, fietssleutel")

    row = leaving(session, DOSSIER)["contact", contact]

    assert (row.level, row.data["family"]) == ("coded", None)


def test_private_notes_and_appointments_never_leave(session: Session) -> None:
    family = a_family(session)
    a_consent(session, family, purpose="kantoor_dossier")
    day = date(2025, 4, 1)
    session.add(
        tables.PrivateNote(
            id=new_id(), family=family, noted_on=day, lapses_on=day, words="alleen voor mij"
        )
    )
    session.add(tables.Appointment(id=new_id(), family=family, planned_on=day, kind="huisbezoek"))
    session.flush()

    found = leaving(session, DOSSIER)

    assert {table for table, _ in found} == {"family", "consent"}
    assert "alleen voor mij" not in str(found)


def test_text_leaves_in_one_form_whatever_was_pasted(session: Session) -> None:
    family = a_family(session, "Peeters")
    a_consent(session, family, purpose="kantoor_dossier")
    contact = a_contact(session, family, summary="e\u0301e\u0301n\r\ntwee\rdrie\x07\tvier")

    summary = leaving(session, DOSSIER)["contact", contact].data["summary"]

    assert summary == "één\ntwee\ndrie\tvier"


def test_a_code_that_fits_no_list_stops_the_bundle_and_says_where(session: Session) -> None:
    a_partner(session, kind="Geen Code")

    with pytest.raises(RowUnfit) as refused:
        leaving(session)

    assert refused.value.places == {"table": "partner", "column": "kind"}


def test_rows_that_came_from_another_worker_do_not_leave(session: Session) -> None:
    session.add(
        tables.Family(
            id=new_id(), worker="a" * 32, status="lopend", inflow="school", opened_on=TODAY
        )
    )
    session.flush()

    assert leaving(session) == {}
