"""Compaction of the journal: smaller, and every reading of it says the same (D24, D25, B03)."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.store import tables
from ouderapp.store.bin import in_the_bin, put_back
from ouderapp.store.compaction import compact_journal, smaller
from ouderapp.store.database import Database
from ouderapp.store.history import as_it_was, differences, history_of
from ouderapp.store.journal import action, image, last_lsn, moment
from ouderapp.store.soundness import soundness
from ouderapp.store.undo import REACH, find, redo, undo
from tests.work_builders import a_family, a_person

BEGIN = date(2025, 1, 6)
LATER = date(2025, 9, 1)


@action("Family opened")
def open_one(session: Session, name: str) -> Id:
    family = a_family(session, name)
    a_person(session, family, "Rania", "moeder", home_languages=("ar",))
    return family


@action("Family changed")
def change(session: Session, family: Id, /, **values: Any) -> None:
    record: Any = find(session, "family", family)
    for name, value in values.items():
        setattr(record, name, value)
    session.flush()


@action("Family deleted")
def delete(session: Session, family: Id) -> None:
    for tbl in ("member", "family"):
        table = tables.RECORDS[tbl]
        column = table.id if tbl == "family" else table.family
        for row in session.scalars(sa.select(table).where(column == family)):
            session.delete(row)
        session.flush()


def confirmed_up_to(session: Session, lsn: int) -> None:
    session.add(
        tables.Epoch(
            worker="", epoch_id="e" * 32, number=1, state="open", epoch_from="",
            epoch_from_lsn=0, last_seq=1, base_lsn=lsn, must_be_full=False,
        )
    )  # fmt: skip


def a_year_of_work(database: Database, chance: random.Random) -> list[Id]:
    """Families that are opened and changed on many days; one is deleted."""
    families: list[Id] = []
    for day in range(16):
        with clock.standing_at(BEGIN + timedelta(days=day)):
            if day % 4 == 0:
                families.append(database.run(open_one, f"gezin {day}"))
            for _ in range(30):
                one = chance.choice(families)
                values: dict[str, Any] = {"name": f"naam {day}"}
                values["remark"] = chance.choice((None, "", "let op"))
                values["home_languages"] = chance.choice(((), ("ar", "nl"), ("tr",)))
                if find_values(database, one) != values:
                    database.run(change, one, **values)
    return families


def find_values(database: Database, family: Id) -> dict[str, Any]:
    record: Any = database.run(find, "family", family)
    return {name: getattr(record, name) for name in ("name", "remark", "home_languages")}


def readings(session: Session, families: list[Id]) -> dict[str, Any]:
    """Everything that is ever read from the journal."""
    days = [BEGIN + timedelta(days=day) for day in range(-1, 42, 3)]
    found: dict[str, Any] = {"lsn": last_lsn(session), "bin": in_the_bin(session)}
    for family in families:
        found[f"history {family}"] = history_of(session, "family", family)
        for day in days:
            found[f"on {day} {family}"] = said(as_it_was(session, "family", family, day))
            found[f"from {day} {family}"] = differences(session, "family", family, day, days[-1])
    return found


def said(body: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if body is None else {k: v for k, v in body.items() if v not in (None, "", [])}


def weight(session: Session) -> int:
    rows = session.execute(sa.select(tables.Journal.before, tables.Journal.after))
    return sum(len(str(before or "")) + len(str(after or "")) for before, after in rows)


def compact_all(database: Database) -> int:
    total = 0
    while found := database.run(compact_journal, 100):
        total += found
    return total


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_reading_says_the_same_afterwards(database: Database, seed: int) -> None:
    families = a_year_of_work(database, random.Random(seed))
    with clock.standing_at(LATER):
        with database.transaction() as session:
            confirmed_up_to(session, last_lsn(session))
        before, heavy = database.run(readings, families), database.run(weight)

        looked_at = compact_all(database)

        assert database.run(readings, families) == before
        assert looked_at > 0
        assert database.run(weight) < heavy
        assert database.run(soundness).is_sound


def test_a_change_is_kept_by_the_fields_that_it_changed(database: Database) -> None:
    with clock.standing_at(BEGIN):
        family = database.run(open_one, "A")
        database.run(change, family, name="B")
        make_many_acts(database)
    with clock.standing_at(LATER):
        with database.transaction() as session:
            confirmed_up_to(session, 4)

        compact_all(database)

        with database.transaction() as session:
            line = session.get_one(tables.Journal, 4)
            assert (line.before, line.after) == ({"name": "A"}, {"name": "B"})


def make_many_acts(database: Database) -> None:
    """So many acts that undo reaches none of what was done before."""
    with database.transaction() as session:
        last = session.scalar(sa.select(sa.func.max(tables.Action.number))) or 0
        same = {"at": moment(), "author": "", "kind": "do", "target": None}
        session.add_all(
            tables.Action(number=last + one, name="Looked around", **same)
            for one in range(1, REACH + 1)
        )


def test_what_the_office_has_not_confirmed_stays_whole(database: Database) -> None:
    with clock.standing_at(BEGIN):
        database.run(open_one, "A")
        make_many_acts(database)

    with clock.standing_at(LATER):
        assert database.run(compact_journal) == 0


def test_without_an_office_a_year_has_to_pass(database: Database) -> None:
    with clock.standing_at(BEGIN):
        database.run(open_one, "A")
        make_many_acts(database)

    with clock.standing_at(BEGIN + timedelta(days=366)):
        assert database.run(compact_journal) > 0


def test_what_undo_reaches_stays_whole_and_can_be_undone(database: Database) -> None:
    with clock.standing_at(BEGIN):
        family = database.run(open_one, "A")
        for name in "BCD":
            database.run(change, family, name=name)
    with clock.standing_at(LATER):
        with database.transaction() as session:
            confirmed_up_to(session, last_lsn(session))

        assert compact_all(database) == 0
        for _ in range(3):
            database.run(undo)
        database.run(redo)

        assert find_values(database, family)["name"] == "B"


def test_what_lies_in_the_bin_comes_back_as_it_was(database: Database) -> None:
    with clock.standing_at(BEGIN):
        family = database.run(open_one, "A")
        database.run(change, family, remark="let op", home_languages=("ar",))
        before = image(database.run(find, "family", family))  # type: ignore[arg-type]
        make_many_acts(database)
    with clock.standing_at(LATER):
        with database.transaction() as session:
            confirmed_up_to(session, last_lsn(session))
        database.run(delete, family)
        compact_all(database)

        database.run(put_back, "family", family)

        assert image(database.run(find, "family", family)) == before  # type: ignore[arg-type]


def test_a_part_at_a_time_and_nothing_when_all_is_small(database: Database) -> None:
    with clock.standing_at(BEGIN):
        database.run(open_one, "A")
        make_many_acts(database)
    with clock.standing_at(LATER), database.transaction() as session:
        confirmed_up_to(session, 3)

    with clock.standing_at(LATER):
        parts = [database.run(compact_journal, 2) for _ in range(3)]

    assert parts == [2, 1, 0]


Body = st.dictionaries(
    st.sampled_from(("name", "remark", "minutes", "themes")),
    st.none() | st.text(max_size=3) | st.integers(0, 3) | st.lists(st.sampled_from("ab")),
)


@given(Body, st.lists(Body, max_size=5))
def test_the_small_entries_add_up_to_what_the_whole_ones_said(
    first: dict[str, Any], later: list[dict[str, Any]]
) -> None:
    full = dict.fromkeys(("name", "remark", "minutes", "themes")) | first
    _, state = smaller("insert", None, full)
    for change_ in later:
        after = full | change_
        _, changed = smaller("update", full, after)
        state, full = {**(state or {}), **(changed or {})}, after

    assert said(state) == said(full)


def test_what_undo_reaches_past_much_going_back_and_forth_stays_whole(database: Database) -> None:
    """D24: undo and redo are acts too, and push nothing out of reach."""
    with clock.standing_at(BEGIN):
        family = database.run(open_one, "A")
        for name in "BCD":
            database.run(change, family, name=name)
        with database.transaction() as session:
            last = session.scalar(sa.select(sa.func.max(tables.Action.number))) or 0
            same = {"at": moment(), "author": "", "name": "Changed"}
            session.add_all(
                tables.Action(
                    number=one + 1, kind=("undo", "redo")[(one - last) % 2], target=one, **same
                )
                for one in range(last, last + REACH + 20)
            )

    with clock.standing_at(LATER):
        with database.transaction() as session:
            confirmed_up_to(session, last_lsn(session))

        assert compact_all(database) == 0
