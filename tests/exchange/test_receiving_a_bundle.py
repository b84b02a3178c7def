"""The office holds what the worker holds, or says why not, in any order (B04, B10, B12, B14)."""

from datetime import date
from itertools import permutations

import pytest

from ouderapp.exchange.field_lists import TABLES
from ouderapp.sample.generate import generate
from ouderapp.store import tables
from tests.exchange.office_rows import (
    a_contact,
    change,
    delete,
    erase,
    held_by,
    rows_of,
    told_by,
)
from tests.exchange.sides import Link
from tests.exchange.test_making_a_bundle import a_month
from tests.work_builders import a_family


def test_after_a_bundle_the_office_holds_what_the_worker_told(link: Link) -> None:
    family = link.write(a_month)

    answer = link.deliver(link.make())

    assert (answer.state, answer.problem, answer.name) == ("accepted", None, "Medewerker 1")
    assert answer.counts == {"put": 4, "del": 0, "erase": 0, "give": 0, "held": 0}
    assert held_by(link) == told_by(link)
    (row,) = rows_of(link.office, "family")
    assert (row.id, row.worker, row.level, row.name) == (family, link.worker_id, "coded", None)
    (contact,) = rows_of(link.office, "contact")
    assert (contact.held_on, contact.family) == (date(2025, 4, 3), family)
    assert contact.persons == (rows_of(link.office, "person")[0].id,)


def test_values_of_every_kind_arrive_as_they_left(link: Link) -> None:
    link.write(lambda session: generate(session, "S"))

    answer = link.deliver(link.make())

    assert answer.state == "accepted", answer.problem
    assert held_by(link) == told_by(link)
    for table in TABLES:
        sent = {row.id: row for row in rows_of(link.worker, table)}
        for row in rows_of(link.office, table):
            for column in ("held_on", "starts", "themes", "persons", "is_solved", "steps", "heads"):
                if hasattr(row, column) and column != "starts":
                    assert getattr(row, column) == getattr(sent[row.id], column)
            assert row.held == ""


def test_the_same_bundle_twice_changes_nothing_and_repeats_the_receipt(link: Link) -> None:
    link.write(a_month)
    made = link.make()
    first = link.deliver(made)
    before = held_by(link)

    second = link.deliver(made)

    assert (second.state, second.problem and second.problem.reason) == ("duplicate", "duplicate")
    assert held_by(link) == before
    assert first.receipt
    assert second.receipt
    assert first.receipt.words == second.receipt.words
    assert len(rows_of(link.office, "contact")) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_bundles_in_any_order_give_the_same_office(link: Link, order: tuple[int, ...]) -> None:
    made = []
    for name in ("Haddad", "Peeters", "Kaya"):
        link.write(a_month, name)
        made.append(link.make())

    states = [link.deliver(made[number]).state for number in order]

    assert held_by(link) == told_by(link)
    assert set(states) <= {"accepted", "late"}


def test_a_bundle_that_builds_on_a_missing_one_waits_for_it(link: Link) -> None:
    link.write(a_month)
    link.confirm(link.deliver(link.make()))
    link.write(a_month, "Peeters")
    second = link.make()
    with link.worker.transaction("as if confirmed") as session:
        row = session.get_one(tables.Outbox, (second.epoch_id, second.seq))
        session.get_one(tables.Epoch, ("", second.epoch_id)).base_lsn = row.to_lsn
    link.write(a_month, "Kaya")
    third = link.make()

    early = link.deliver(third)
    late = link.deliver(second)

    assert (early.state, early.problem and early.problem.places) == ("parked", {"list": "2"})
    assert late.state == "accepted"
    assert [one.state for one in late.followed] == ["accepted"]
    assert held_by(link) == told_by(link)


def test_skipped_numbers_are_named(link: Link) -> None:
    link.write(a_month)
    link.make()
    link.make()

    answer = link.deliver(link.make())

    assert (answer.state, answer.skipped) == ("accepted", (1, 2))


def test_a_late_bundle_gets_the_answer_of_the_head(link: Link) -> None:
    link.write(a_month)
    first = link.make()
    link.write(a_month, "Peeters")
    link.deliver(link.make())

    answer = link.deliver(first)

    assert (answer.state, answer.problem and answer.problem.places) == ("late", {"seq": 2})
    assert link.confirm(answer).confirmed_lsn == link.worker.run(
        lambda session: session.query(tables.Outbox).order_by(tables.Outbox.seq.desc())[0].to_lsn
    )


def test_changes_and_deletions_follow(link: Link) -> None:
    family = link.write(a_month)
    contact = link.write(a_contact, family)
    link.confirm(link.deliver(link.make()))
    change(link, tables.Family, family, status="afgerond", closed_on=date(2025, 4, 30))
    delete(link, tables.Contact, contact)

    answer = link.deliver(link.make())

    assert answer.counts["put"] == answer.counts["del"] == 1
    assert rows_of(link.office, "family")[0].closed_on == date(2025, 4, 30)
    assert contact not in {row.id for row in rows_of(link.office, "contact")}
    assert held_by(link) == told_by(link)


def test_a_deleted_family_goes_with_everything_of_it(link: Link) -> None:
    family = link.write(a_month)
    link.deliver(link.make())
    change(link, tables.Family, family, is_kept_back=True)

    answer = link.deliver(link.make())

    assert answer.counts["del"] == 4
    assert [table for table in TABLES if rows_of(link.office, table)] == []
    assert held_by(link)[0] == 0


def test_what_comes_back_from_the_bin_comes_back_at_the_office(link: Link) -> None:
    family = link.write(a_family)
    link.deliver(link.make())
    delete(link, tables.Family, family)
    link.deliver(link.make())
    link.write(
        lambda session: session.add(
            tables.Family(
                id=family, ver=2, status="lopend", inflow="school", opened_on=date(2025, 1, 1)
            )
        )
    )

    answer = link.deliver(link.make())

    assert answer.state == "accepted"
    assert [row.id for row in rows_of(link.office, "family")] == [family]
    assert held_by(link) == told_by(link)


def test_an_erasure_purges_the_office_and_its_kept_files(link: Link) -> None:
    family = link.write(a_family)
    first = link.deliver(link.make())
    erase(link, "family", family)

    answer = link.deliver(link.make())

    assert answer.counts["erase"] == 1
    assert rows_of(link.office, "family") == []
    (stone,) = link.office.run(lambda session: session.query(tables.Tombstone).all())
    assert (stone.id, stone.kind) == (family, "erase")
    assert not (link.office.paths.quarantine / f"{first.file_hash}.age").exists()
