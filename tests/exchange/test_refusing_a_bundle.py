"""Odd rows are held, strangers and copies are refused, and nothing is overwritten (B02, B14)."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.exchange.answering import revoke_worker
from ouderapp.exchange.inbox import KEPT_DAYS, calm_alarm, tidy_inbox
from ouderapp.exchange.own_office import change_policy
from ouderapp.exchange.receive import receive, receive_again
from ouderapp.store import tables
from tests.exchange.conftest import copied
from tests.exchange.office_rows import (
    a_contact,
    change,
    held_by,
    rows_of,
)
from tests.exchange.sides import Link, enrolled
from tests.exchange.test_making_a_bundle import a_month
from tests.work_builders import a_family, a_person


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
def test_impossible_days_are_held(link: Link, values: dict[str, Any], reason: str) -> None:
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
