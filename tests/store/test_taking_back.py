"""Ctrl+Z takes back the last act, Ctrl+Y does it again, also after a restart (D24)."""

import random
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store import tables
from ouderapp.store.bin import empty_bin
from ouderapp.store.database import Database
from ouderapp.store.journal import action, image, last_lsn
from ouderapp.store.tables.base import RECORDS
from ouderapp.store.undo import (
    DEPTH,
    REACH,
    ChangedSince,
    NothingToRedo,
    NothingToUndo,
    find,
    redo,
    stacks,
    undo,
)
from tests.work_builders import a_family, a_person


@action("Family opened")
def open_family(session: Session, name: str) -> str:
    family = a_family(session, name)
    a_person(session, family, "Rania", "moeder", home_languages=("ar",), born_on=date(1985, 2, 1))
    return family


@action("Family renamed")
def rename(session: Session, family: str, name: str) -> None:
    find(session, "family", family).name = name  # type: ignore[union-attr]
    session.flush()


@action("Contact deleted")
def delete_all(session: Session, tbl: str) -> None:
    for row in session.scalars(sa.select(RECORDS[tbl])):
        session.delete(row)
        session.flush()


@action("Taken in", kind="system")
def rename_from_outside(session: Session, family: str, name: str) -> None:
    rename(session, family, name)


def name_of(session: Session, family: str) -> str | None:
    record = find(session, "family", family)
    return record.name if record is not None else None


def everything(session: Session) -> dict[str, Any]:
    """What every record says, by table and id."""
    return {
        f"{name} {row.id}": image(row)
        for name, table in RECORDS.all().items()
        for row in session.scalars(sa.select(table))
    }


def names_on(stack: list[tables.Action]) -> list[str]:
    return [act.name for act in stack]


def test_undo_takes_back_the_last_act_as_a_whole(database: Database) -> None:
    database.run(open_family, "Haddad")

    undone = database.run(undo)

    assert undone.name == "Family opened"
    assert {tbl for tbl, _ in undone.records} == {"family", "person", "member"}
    assert database.run(everything) == {}


def test_redo_does_again_what_was_taken_back(database: Database) -> None:
    family = database.run(open_family, "Haddad")
    before = database.run(everything)
    database.run(undo)

    database.run(redo)

    assert database.run(name_of, family) == "Haddad"
    assert database.run(everything) == before


def test_undo_goes_on_back_and_redo_forward(database: Database) -> None:
    family = database.run(open_family, "A")
    for name in ("B", "C"):
        database.run(rename, family, name)

    seen = []
    for act in (undo, undo, redo, undo, redo, redo):
        database.run(act)
        seen.append(database.run(name_of, family))

    assert seen == ["B", "A", "B", "A", "B", "C"]


def test_something_new_forgets_what_could_be_done_again(database: Database) -> None:
    family = database.run(open_family, "A")
    database.run(rename, family, "B")
    database.run(undo)
    database.run(rename, family, "C")

    with pytest.raises(NothingToRedo):
        database.run(redo)


def test_there_is_nothing_to_take_back_in_a_new_store(database: Database) -> None:
    with pytest.raises(NothingToUndo):
        database.run(undo)
    with pytest.raises(NothingToRedo):
        database.run(redo)


def test_undo_works_after_a_restart(paths: Paths, keys: Keys) -> None:
    first = Database.open(paths, keys)
    family = first.run(open_family, "A")
    first.run(rename, family, "B")
    first.close()

    again = Database.open(paths, keys)
    again.run(undo)

    assert again.run(name_of, family) == "A"
    again.close()


def test_what_came_from_outside_cannot_be_taken_back(database: Database) -> None:
    family = database.run(open_family, "A")
    database.run(rename_from_outside, family, "B")

    with pytest.raises(ChangedSince):
        database.run(undo)

    assert database.run(name_of, family) == "B"


def test_a_deleted_record_that_is_back_is_not_made_twice(database: Database) -> None:
    database.run(open_family, "A")
    database.run(delete_all, "member")
    with database.transaction("Taken in", "system") as session:
        line = session.scalars(sa.select(tables.Journal).where(tables.Journal.op == "delete")).one()
        body = line.before or {}
        session.add(tables.Member(id=line.id, **body))

    with pytest.raises(ChangedSince):
        database.run(undo)


def test_a_record_that_is_gone_cannot_be_changed_back(database: Database) -> None:
    family = database.run(open_family, "A")
    database.run(rename, family, "B")
    with database.transaction("Taken in", "system") as session:
        for tbl in ("member", "family"):
            for row in session.scalars(sa.select(RECORDS[tbl])):
                session.delete(row)
            session.flush()

    with pytest.raises(ChangedSince):
        database.run(undo)


def test_a_column_that_came_later_does_not_hinder_undo(database: Database) -> None:
    family = database.run(open_family, "A")
    with database.transaction() as session:
        line = session.scalars(sa.select(tables.Journal).where(tables.Journal.id == family)).one()
        older = {k: v for k, v in (line.after or {}).items() if k != "remark"}
        line.after = older | {"a column of long ago": 1}

    database.run(undo)

    assert database.run(everything) == {}


def test_every_version_is_higher_than_the_one_before(database: Database) -> None:
    database.run(open_family, "A")
    for act in (undo, redo, undo, redo):
        database.run(act)

    with database.transaction() as session:
        lines = session.scalars(
            sa.select(tables.Journal)
            .where(tables.Journal.tbl == "family")
            .order_by(tables.Journal.lsn)
        )
        assert [line.ver for line in lines] == [1, 2, 3, 4, 5]


def test_a_record_comes_back_with_days_hours_and_lists(database: Database) -> None:
    with database.transaction("Contact recorded") as session:
        session.add(
            tables.Contact(
                id=new_id(),
                held_on=date(2025, 3, 24),
                starts=time(15, 30),
                kind="telefoon",
                initiative="gezin",
                themes=("taal", "smartschool"),
                minutes=None,
            )
        )
    before = database.run(everything)
    database.run(delete_all, "contact")

    database.run(undo)

    assert database.run(everything) == before


def test_a_hundred_acts_can_be_taken_back_and_done_again(database: Database) -> None:
    family = database.run(open_family, "0")
    for number in range(1, DEPTH + 6):
        database.run(rename, family, str(number))

    for _ in range(DEPTH):
        database.run(undo)
    lowest = database.run(name_of, family)
    for _ in range(DEPTH):
        database.run(redo)

    assert lowest == "5"
    assert database.run(name_of, family) == str(DEPTH + 5)


def test_going_back_and_forth_for_long_keeps_the_acts_before_within_reach(
    database: Database,
) -> None:
    """D24: undo and redo are acts themselves, yet they push none of the hundred away."""
    family = database.run(open_family, "A")
    for name in ("B", "C"):
        database.run(rename, family, name)
    for _ in range(REACH // 2 + 3):
        database.run(undo)
        database.run(redo)

    seen = []
    for act in (undo, undo, redo, redo):
        database.run(act)
        seen.append(database.run(name_of, family))

    assert seen == ["B", "A", "B", "C"]


def test_what_was_taken_back_stays_within_reach_of_redo(database: Database) -> None:
    """D24: however often the one above it is taken back and done again."""
    family = database.run(open_family, "A")
    for name in ("B", "C"):
        database.run(rename, family, name)
    for act in (undo, undo, *(redo, undo) * (REACH // 2 + 3), redo, redo):
        database.run(act)

    assert database.run(name_of, family) == "C"


def test_an_act_of_which_the_bin_was_emptied_is_passed_over(database: Database) -> None:
    family = database.run(open_family, "A")
    database.run(rename, family, "B")
    database.run(delete_all, "member")
    database.run(empty_bin)

    database.run(undo)

    assert database.run(name_of, family) == "A"
    with database.transaction() as session:
        done, taken_back = stacks(session)
        assert (names_on(done), names_on(taken_back)) == ([], ["Family renamed"])


def test_taking_everything_back_leaves_an_empty_store(
    database: Database, rounds: Callable[[int, int], int]
) -> None:
    """Y18: do and undo in any order; the journal only grows."""
    chance = random.Random(2025)
    states = [database.run(everything)]
    families: list[str] = []
    for step in range(rounds(40, 95)):
        if families and chance.random() < 0.6:
            database.run(rename, chance.choice(families), f"name {step}")
        else:
            families.append(database.run(open_family, f"family {step}"))
        states.append(database.run(everything))

    for state in reversed(states[:-1]):
        database.run(undo)
        assert database.run(everything) == state

    assert database.run(last_lsn) > 0
