"""A prepared statement answers as the session itself would, only sooner."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.families.overview import ConsentLine
from ouderapp.store import tables
from ouderapp.store.prepared import Prepared, columns_for
from ouderapp.store.tables import Contact
from tests.work_builders import a_family

OF_FAMILY = Prepared(
    sa.select(Contact.id, Contact.held_on, Contact.capitals, Contact.has_interpreter)
    .where(Contact.worker == "", Contact.family == sa.bindparam("family"))
    .where(Contact.held_on >= sa.bindparam("day", type_=sa.Date()))
    .order_by(Contact.held_on)
)


def a_contact(session: Session, family: str, held_on: date) -> str:
    facts = {"kind": "telefoon", "initiative": "gezin", "capitals": ("sociaal",)}
    row = Contact(id=new_id(), family=family, held_on=held_on, has_interpreter=True, **facts)
    session.add(row)
    return row.id


def test_values_go_in_and_come_out_as_python_knows_them(session: Session) -> None:
    family = a_family(session)
    a_contact(session, family, date(2025, 3, 3))
    later = a_contact(session, family, date(2025, 3, 10))

    (row,) = OF_FAMILY(session, family=family, day=date(2025, 3, 4))

    assert row == {
        "id": later,
        "held_on": date(2025, 3, 10),
        "capitals": ("sociaal",),
        "has_interpreter": True,
    }


def test_what_waits_in_the_session_is_found(session: Session) -> None:
    family = a_family(session)
    day = date(2025, 3, 3)
    assert OF_FAMILY.rows(session, family=family, day=day) == []

    waiting = a_contact(session, family, day)

    assert OF_FAMILY.rows(session, family=family, day=day)[0][0] == waiting


def test_two_columns_of_one_name_are_refused(session: Session) -> None:
    unclear = Prepared(sa.select(tables.Family.id, tables.Person.id))

    with pytest.raises(AttributeError, match="id"):
        unclear(session)


def test_a_record_says_which_columns_it_needs() -> None:
    names = [column.key for column in columns_for(ConsentLine, tables.Consent, "form")]

    assert names == ["id", "purpose", "given_on", "lapses_on"]
