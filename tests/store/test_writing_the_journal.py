"""Every change of a record leaves one entry with what it said before and after."""

from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import new_id
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import UnnamedChange, last_lsn, pen_of, plain
from tests.work_builders import a_family, a_partner


def lines(session: Session) -> list[tables.Journal]:
    return list(session.scalars(sa.select(tables.Journal).order_by(tables.Journal.lsn)))


def test_a_new_record_leaves_what_it_says(session: Session) -> None:
    partner = a_partner(session, "CLB")

    (line,) = lines(session)
    assert (line.tbl, line.id, line.op, line.ver, line.lsn) == ("partner", partner, "insert", 1, 1)
    assert line.before is None
    assert line.after is not None
    assert line.after["name"] == "CLB"


def test_the_entry_holds_what_the_store_fills_in_itself(session: Session) -> None:
    a_partner(session)

    after = lines(session)[0].after or {}

    assert after["is_active"] is True
    assert after["languages"] == []


def test_the_entry_holds_no_words_of_the_machinery(session: Session) -> None:
    a_partner(session)

    after = lines(session)[0].after or {}

    assert not {"nr", "id", "worker", "ver", "lsn", "folded", "row_hash"} & set(after)


def test_a_change_leaves_both_sides_and_raises_the_version(session: Session) -> None:
    partner = session.get_one(tables.Partner, 1) if a_partner(session, "CLB") else None
    assert partner is not None

    partner.name = "Vrij CLB"
    session.flush()

    last = lines(session)[-1]
    assert (last.op, last.ver, partner.ver, partner.lsn) == ("update", 2, 2, 2)
    assert (last.before or {})["name"] == "CLB"
    assert (last.after or {})["name"] == "Vrij CLB"


def test_a_column_that_was_never_read_still_leaves_what_it_said(session: Session) -> None:
    a_partner(session, "CLB")
    partner = session.get_one(tables.Partner, 1)
    session.expire(partner)

    partner.name = "JAC"
    session.flush()

    assert (lines(session)[-1].before or {})["name"] == "CLB"


def test_writing_the_same_again_is_no_change(session: Session) -> None:
    family = a_family(session, home_languages=("ar", "fr"))
    row = session.scalars(sa.select(tables.Family).where(tables.Family.id == family)).one()

    row.home_languages = ["fr", "ar"]  # type: ignore[assignment]
    row.name = "Haddad"
    session.flush()

    assert len(lines(session)) == 1
    assert row.ver == 1


def test_a_deleted_record_leaves_what_it_said(session: Session) -> None:
    a_partner(session, "CLB")
    partner = session.get_one(tables.Partner, 1)

    partner.name = "changed but never kept"
    session.delete(partner)
    session.flush()

    last = lines(session)[-1]
    assert (last.op, last.after) == ("delete", None)
    assert (last.before or {})["name"] == "CLB"


def test_all_changes_of_one_transaction_are_one_act(database: Database) -> None:
    with database.transaction("Two partners noted") as session:
        a_partner(session, "CLB")
        a_partner(session, "JAC")

    with database.transaction() as session:
        acts = session.execute(sa.select(tables.Action.number, tables.Action.name)).all()
        assert [tuple(act) for act in acts] == [(1, "Two partners noted")]
        assert [line.action for line in lines(session)] == [1, 1]


def test_a_change_by_work_without_a_name_is_a_defect(database: Database) -> None:
    with pytest.raises(UnnamedChange), database.transaction() as session:
        a_partner(session)

    with database.transaction() as session:
        assert last_lsn(session) == 0


def test_the_entry_says_who_and_when(database: Database, today: date) -> None:
    database.author = "cd" * 16
    with database.transaction("Partner noted") as session:
        a_partner(session)

        (line,) = lines(session)
        assert line.author == "cd" * 16
        assert line.at.date() == today


def test_the_rows_of_a_colleague_leave_no_entry(session: Session) -> None:
    session.add(tables.Partner(id=new_id(), worker="ab" * 16, name="CLB", kind="clb"))
    session.flush()
    partner = session.get_one(tables.Partner, 1)
    partner.name = "JAC"
    session.flush()
    session.delete(partner)
    session.flush()

    assert lines(session) == []


def test_what_is_searched_is_folded_anew_at_every_change(session: Session) -> None:
    a_family(session, "Yıldız")
    family = session.get_one(tables.Family, 1)

    family.name = "Şahin"
    session.flush()

    assert family.folded.split() == ["sahin", "ǂshn"]


def test_the_day_does_not_change_with_the_clock_of_the_entry(session: Session) -> None:
    with clock.standing_at(date(2030, 1, 1)):
        a_partner(session, "later")
    with clock.standing_at(date(2020, 1, 1)):
        a_partner(session, "earlier")

    assert [line.lsn for line in lines(session)] == [1, 2]


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (date(2025, 3, 24), "2025-03-24"),
        (time(15, 30), "15:30"),
        (("fr", "ar", "fr"), ["ar", "fr"]),
        (None, None),
        (3, 3),
    ],
)
def test_values_are_held_as_json_holds_them(value: Any, held: Any) -> None:
    assert plain(value) == held


def test_a_session_from_elsewhere_gets_a_pen_without_a_name(database: Database) -> None:
    with Session(database._engine) as bare:
        assert pen_of(bare).name == ""
