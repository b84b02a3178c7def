"""The office holds what the worker holds, or says why not, in any order (B04, B10, B12, B14)."""

import shutil
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id, new_id
from ouderapp.exchange.answering import revoke_worker
from ouderapp.exchange.digest import StateDigest
from ouderapp.exchange.field_lists import TABLES
from ouderapp.exchange.inbox import KEPT_DAYS, calm_alarm, tidy_inbox
from ouderapp.exchange.leftovers import stored_state
from ouderapp.exchange.own_office import change_policy
from ouderapp.exchange.receive import receive, receive_again
from ouderapp.exchange.telling import told_state
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.tables.base import RECORDS
from tests.exchange.conftest import copied
from tests.exchange.sides import Link, enrolled
from tests.exchange.test_making_a_bundle import a_month
from tests.work_builders import a_family, a_person


def held_by(link: Link) -> tuple[int, str]:
    state: StateDigest = link.office.run(
        lambda session: stored_state(session.connection(), link.worker_id)
    )
    return state.count, state.hex()


def told_by(link: Link) -> tuple[int, str]:
    state = link.worker.run(told_state)
    return state.count, state.hex()


def rows_of(database: Database, table: str) -> list[Any]:
    return list(database.run(lambda session: session.query(RECORDS[table]).all()))


def a_contact(session: Session, family: Id, **more: Any) -> Id:
    facts = {"held_on": date(2025, 4, 3), "kind": "huisbezoek", "initiative": "gezin"}
    contact = tables.Contact(id=new_id(), family=family, **(facts | more))
    session.add(contact)
    session.flush()
    return Id(contact.id)


def change(link: Link, table: type[Any], id_: Id, **values: Any) -> None:
    def work(session: Session) -> None:
        record = own(session, table, id_)
        for name, value in values.items():
            setattr(record, name, value)
        session.flush()

    link.write(work)


def delete(link: Link, table: type[Any], id_: Id) -> None:
    link.write(lambda session: session.delete(own(session, table, id_)))


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
    from ouderapp.sample.generate import generate

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


def erase(link: Link, table: str, id_: Id) -> None:
    def work(session: Session) -> None:
        session.delete(own(session, RECORDS[table], id_))
        session.add(tables.Tombstone(worker="", tbl=table, id=id_, kind="erase"))

    link.write(work)


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


def odd_contact(link: Link, family: Id) -> Id:
    contact: Id = link.write(a_contact, family, kind="ruimtevaart")
    return contact


def test_an_odd_row_is_held_and_the_rest_goes_in(link: Link) -> None:
    family = link.write(a_month)
    contact = odd_contact(link, family)

    answer = link.deliver(link.make())
    applied = link.confirm(answer)

    assert (answer.state, answer.counts["held"]) == ("accepted", 1)
    assert answer.held == (("contact", contact, "code_unknown"),)
    assert [(row.id, row.held) for row in rows_of(link.office, "contact") if row.held] == [
        (contact, "code_unknown")
    ]
    assert [(one.table, one.id, one.reason) for one in applied.held] == [
        ("contact", contact, "code_unknown")
    ]


def test_a_held_row_is_repaired_by_its_next_version(link: Link) -> None:
    family = link.write(a_month)
    contact = odd_contact(link, family)
    link.confirm(link.deliver(link.make()))
    change(link, tables.Contact, contact, kind="telefoon")

    answer = link.deliver(link.make())

    assert answer.counts["held"] == 0
    assert [row.held for row in rows_of(link.office, "contact")] == ["", ""]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"opened_on": date(1850, 1, 1)}, "date_odd"),
        ({"closed_on": date(2020, 1, 1)}, "range_odd"),
    ],
)
def test_impossible_days_are_held(link: Link, values: dict[str, date], reason: str) -> None:
    link.write(lambda session: a_family(session, **values))

    answer = link.deliver(link.make())

    assert [why for *_, why in answer.held] == [reason]


def test_a_copied_laptop_is_noticed_and_nothing_is_overwritten(link: Link, tmp_path: Path) -> None:
    family = link.write(a_family)
    link.confirm(link.deliver(link.make()))
    link.worker.checkpoint()
    copy = copied(link.worker.paths.store, tmp_path / "copy")
    other = Link(copy, link.office, link.worker_id, link.key_id)
    change(link, tables.Family, family, status="afgerond")
    change(other, tables.Family, family, status="verhuisd")
    link.deliver(link.make())

    answer = other.deliver(other.make())
    copy.close()

    assert (answer.state, answer.problem and answer.problem.reason) == ("refused", "fork_sequence")
    assert [row.status for row in rows_of(link.office, "family")] == ["afgerond"]
    (alarm,) = link.office.run(
        lambda session: session.query(tables.Inbox).filter(tables.Inbox.is_alarm).all()
    )
    link.office.run(calm_alarm, alarm.file_hash)


def test_a_stranger_is_refused_without_an_answer(link: Link, opening: Callable[..., Any]) -> None:
    stranger = enrolled(opening("stranger"), link.office, "Vreemde")
    made = stranger.make()
    with link.office.transaction("forget") as session:
        session.delete(session.get_one(tables.Writer, stranger.key_id))

    answer = stranger.deliver(made)

    assert (answer.state, answer.problem and answer.problem.reason) == ("refused", "sender_unknown")
    assert answer.receipt is None


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("waiting", "sender_not_confirmed"),
        ("former", "sender_revoked"),
    ],
)
def test_a_laptop_that_is_not_confirmed_is_refused(link: Link, state: str, reason: str) -> None:
    made = link.make()
    with link.office.transaction("state") as session:
        session.get_one(tables.Writer, link.key_id).state = state

    answer = link.deliver(made)

    assert (answer.problem and answer.problem.reason, answer.receipt) == (reason, None)


def test_a_lost_laptop_delivers_nothing_any_more(link: Link) -> None:
    link.write(a_month)
    link.deliver(link.make())
    link.office.run(revoke_worker, link.key_id)

    answer = link.deliver(link.make())

    assert answer.problem
    assert (answer.problem.reason, held_by(link)[0]) == ("sender_revoked", 4)


def test_a_wider_policy_than_the_one_in_force_is_refused(link: Link) -> None:
    made = link.make()
    link.office.run(change_policy, "counts")

    answer = link.deliver(made)

    assert answer.problem
    assert answer.problem.reason == "policy_exceeded"


def test_the_policy_before_still_counts_when_it_was_no_wider(link: Link) -> None:
    made = link.make()
    link.office.run(change_policy, "dossier")

    assert link.deliver(made).state == "accepted"


def test_a_policy_of_long_ago_is_unknown(link: Link) -> None:
    made = link.make()
    for level in ("dossier", "coded"):
        link.office.run(change_policy, level)

    answer = link.deliver(made)

    assert answer.problem
    assert answer.problem.reason == "policy_unknown"


def test_two_workers_with_the_same_family_do_not_touch_each_other(
    link: Link, opening: Callable[..., Any]
) -> None:
    family = link.write(a_family)
    other = enrolled(opening("colleague"), link.office, "Medewerker 2")
    other.write(
        lambda session: session.add(
            tables.Family(id=family, status="nieuw", inflow="school", opened_on=date(2025, 1, 1))
        )
    )

    link.deliver(link.make())
    other.deliver(other.make())

    found = {(row.worker, row.status) for row in rows_of(link.office, "family")}
    assert found == {(link.worker_id, "lopend"), (other.worker_id, "nieuw")}


def test_a_stick_full_of_something_else_is_told_apart(link: Link, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    files = {
        "small.age": (b"x", "file_size"),
        "foreign.age": (b"x" * 600, "envelope_unknown"),
        "header.age": (b"age-encryption.org/v1\n" + b"x" * 600, "envelope_header"),
    }
    for name, (content, _) in files.items():
        (folder / name).write_bytes(content)
    (folder / "link.age").symlink_to(folder / "small.age")

    found = {path.name: receive(link.office, path).problem for path in folder.iterdir()}
    found["folder"] = receive(link.office, folder).problem
    found["gone"] = receive(link.office, folder / "gone.age").problem

    assert {name: problem and problem.reason for name, problem in found.items()} == {
        name: reason for name, (_, reason) in files.items()
    } | {"link.age": "file_not_regular", "folder": "file_not_regular", "gone": "file_unreadable"}


def test_a_renamed_file_still_works(link: Link, tmp_path: Path) -> None:
    renamed = tmp_path / "bijlage (1).dat"
    shutil.copy(link.path(link.make()), renamed)

    assert receive(link.office, renamed).state == "accepted"


def test_a_refused_file_can_be_tried_again(link: Link) -> None:
    made = link.make()
    with link.office.transaction("not yet") as session:
        session.get_one(tables.Writer, link.key_id).state = "waiting"
    refused = link.deliver(made)
    with link.office.transaction("confirmed") as session:
        session.get_one(tables.Writer, link.key_id).state = "confirmed"

    answer = receive_again(link.office, refused.file_hash)

    assert answer.state == "accepted"
    assert receive_again(link.office, "0" * 64).problem is not None


def test_copies_of_what_is_in_are_kept_thirty_days(link: Link) -> None:
    with clock.standing_at(date(2025, 4, 30)):
        answer = link.deliver(link.make())
    path = link.office.paths.quarantine / f"{answer.file_hash}.age"

    with clock.standing_at(date(2025, 5, 29)):
        assert link.office.run(tidy_inbox) == 0
    with clock.standing_at(date(2025, 5, 31)):
        assert link.office.run(tidy_inbox) == 1

    assert KEPT_DAYS == 30
    assert not path.exists()


def test_a_worker_who_made_a_person_without_a_family_sends_no_person(link: Link) -> None:
    family = link.write(a_family)
    link.write(a_person, family)
    link.write(lambda session: session.delete(session.query(tables.Member).one()))

    link.deliver(link.make())

    assert rows_of(link.office, "person") == []
