"""Many records at once leave the same rows and entries as one by one."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.store import bulk, tables
from ouderapp.store.bulk import insert_many
from ouderapp.store.database import Database
from ouderapp.store.undo import undo


def rows_of(session: Session, table: Any) -> list[dict[str, Any]]:
    left_out = {"nr", "id", "at", "lsn", "action"}
    return [
        {k: v for k, v in vars(row).items() if k not in left_out and not k.startswith("_")}
        for row in session.scalars(sa.select(table))
    ]


def test_one_by_one_and_at_once_leave_the_same(database: Database) -> None:
    facts = {"name": "Şahin", "kind": "clb", "languages": ("tr", "nl"), "phone": "0470 11 22 33"}
    with database.transaction("One by one") as session:
        session.add(tables.Partner(id=new_id(), **facts))
        session.flush()
        one = rows_of(session, tables.Partner), rows_of(session, tables.Journal)

    with database.transaction("At once") as session:
        insert_many(session, "partner", [{"id": new_id(), **facts}])
        many = rows_of(session, tables.Partner), rows_of(session, tables.Journal)

    assert many[0][1:] == one[0]
    assert many[1][1:] == one[1]
    assert database.written == {"partner"}


def test_all_of_them_are_one_act_that_can_be_taken_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 3)
    with database.transaction("Partners taken in") as session:
        rows = [{"id": new_id(), "name": f"Dienst {n}", "kind": "clb"} for n in range(7)]
        assert insert_many(session, "partner", rows) == 7

    database.run(undo)

    with database.transaction() as session:
        assert session.scalars(sa.select(tables.Partner)).all() == []


def test_they_can_be_found_at_once(database: Database) -> None:
    with database.transaction("Persons taken in") as session:
        insert_many(session, "person", [{"id": new_id(), "given_name": "Gülşen"}])

        asked = sa.text("SELECT count(*) FROM search_index WHERE search_index MATCH 'gulsen'")
        assert session.scalar(asked) == 1


def test_records_that_are_not_searched_can_be_many_too(database: Database) -> None:
    with database.transaction("Days off taken in") as session:
        school = new_id()
        facts = {"community": "vlaams", "school_level": "secundair"}
        insert_many(session, "school", [{"id": school, **facts}])
        row = {"id": new_id(), "school": school, "day": date(2025, 5, 26), "reason": "studiedag"}
        insert_many(session, "day_off", [row])

        assert session.scalars(sa.select(tables.DayOff.day)).one() == date(2025, 5, 26)


def test_nothing_to_write_writes_nothing(database: Database) -> None:
    with database.transaction("Nothing") as session:
        assert insert_many(session, "person", []) == 0

    assert database.written == frozenset()
