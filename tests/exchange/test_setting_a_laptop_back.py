"""A restored laptop loses nothing at the office and brings nothing erased back (B12, B13)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.exchange.receive import receive_again
from ouderapp.exchange.series import begin_new_epoch, own_epoch
from ouderapp.sealing.spoken import epoch_words
from ouderapp.store import tables
from tests.exchange.conftest import copied
from tests.exchange.office_rows import change, delete, erase, held_by, rows_of, told_by
from tests.exchange.sides import Link, lines_of, payload_of
from tests.work_builders import DAY, a_family

SetBack = Callable[[], Link]


@pytest.fixture
def set_back(link: Link, tmp_path: Path) -> Iterator[SetBack]:
    """Keep a backup now; later put it back as the program does, in a new epoch."""
    opened = []

    def keep() -> SetBack:
        link.worker.checkpoint()
        database = copied(link.worker.paths.store, tmp_path / "restored")
        opened.append(database)

        def put_back() -> Link:
            database.run(begin_new_epoch)
            return Link(database, link.office, link.worker_id, link.key_id)

        return put_back

    yield keep  # type: ignore[misc]
    for database in opened:
        database.close()


def begin(link: Link) -> Id:
    family: Id = link.write(a_family)
    link.confirm(link.deliver(link.make()))
    return family


def test_a_restored_laptop_waits_until_a_person_compared_words(
    link: Link, set_back: Callable[[], SetBack]
) -> None:
    begin(link)
    restored = set_back()()
    made = restored.make()

    waiting = restored.deliver(made)

    assert (made.seq, made.kind, waiting.state) == (1, "full", "waiting")
    row = restored.worker.run(lambda session: session.get_one(tables.Outbox, (made.epoch_id, 1)))
    words = epoch_words(link.worker_id, made.epoch_id, bytes.fromhex(row.manifest))
    assert waiting.problem
    assert waiting.problem.places == {"words": " ".join(words)}
    assert waiting.receipt is None

    approved = receive_again(link.office, waiting.file_hash, approved=made.epoch_id)
    assert approved.state == "accepted"
    assert held_by(link) == told_by(restored)


def test_what_the_backup_did_not_have_is_set_aside_not_lost(
    link: Link, set_back: Callable[[], SetBack]
) -> None:
    family = begin(link)
    put_back = set_back()
    later = link.write(a_family, "Peeters")
    change(link, tables.Family, family, status="afgerond")
    link.confirm(link.deliver(link.make()))
    restored = put_back()
    made = restored.make()

    waiting = restored.deliver(made)
    receive_again(link.office, waiting.file_hash, approved=made.epoch_id)

    aside = link.office.run(lambda session: session.query(tables.SetAside).all())
    assert {(row.id, row.why) for row in aside} == {
        (later, "lost_by_restore"),
        (family, "before_restore"),
    }
    assert {row.body["status"] for row in aside} == {"lopend", "afgerond"}
    assert [row.status for row in rows_of(link.office, "family")] == ["lopend"]


def test_a_bundle_of_the_closed_series_is_refused(
    link: Link, set_back: Callable[[], SetBack]
) -> None:
    begin(link)
    restored = set_back()()
    old = link.make()
    made = restored.make()
    waiting = restored.deliver(made)
    receive_again(link.office, waiting.file_hash, approved=made.epoch_id)

    answer = link.deliver(old)

    assert answer.problem
    assert answer.problem.reason == "epoch_closed"


@pytest.mark.parametrize("way", ["deleted", "erased"])
def test_what_was_deleted_since_the_backup_does_not_come_back(
    link: Link, set_back: Callable[[], SetBack], way: str
) -> None:
    family = begin(link)
    put_back = set_back()
    if way == "deleted":
        delete(link, tables.Family, family)
    else:
        erase(link, "family", family)
    link.confirm(link.deliver(link.make()))
    restored = put_back()
    made = restored.make()
    waiting = restored.deliver(made)

    refused = receive_again(link.office, waiting.file_hash, approved=made.epoch_id)
    restored.confirm(refused)
    again = restored.make()
    second = restored.deliver(again)
    answer = receive_again(link.office, second.file_hash, approved=again.epoch_id)

    assert refused.problem
    assert (refused.problem.reason, refused.problem.places) == ("deleted_returns", {"n": 1})
    assert rows_of(restored.worker, "family") == []
    assert answer.state == "accepted"
    assert rows_of(link.office, "family") == []
    assert held_by(link) == told_by(restored)


def test_a_record_brought_back_on_purpose_after_that_takes_a_higher_version(
    link: Link, set_back: Callable[[], SetBack]
) -> None:
    family = begin(link)
    put_back = set_back()
    delete(link, tables.Family, family)
    link.confirm(link.deliver(link.make()))
    restored = put_back()
    made = restored.make()
    refused = receive_again(link.office, restored.deliver(made).file_hash, approved=made.epoch_id)
    restored.confirm(refused)
    restored.write(
        lambda session: session.add(
            tables.Family(id=family, ver=9, status="lopend", inflow="school", opened_on=DAY)
        )
    )

    again = restored.make()
    answer = receive_again(link.office, restored.deliver(again).file_hash, approved=again.epoch_id)

    ((_, line),) = lines_of(payload_of(restored, again))
    assert (line["op"], line["ver"], answer.state) == ("put", 3, "accepted")


def test_an_erased_record_leaves_no_content_in_the_journal(
    link: Link, set_back: Callable[[], SetBack]
) -> None:
    family = begin(link)
    put_back = set_back()
    erase(link, "family", family)
    link.confirm(link.deliver(link.make()))
    restored = put_back()
    made = restored.make()
    refused = receive_again(link.office, restored.deliver(made).file_hash, approved=made.epoch_id)

    restored.confirm(refused)

    lines = restored.worker.run(
        lambda session: session.query(tables.Journal).filter(tables.Journal.id == family).all()
    )
    assert lines
    assert [(line.before, line.after) for line in lines] == [(None, None)] * len(lines)


def test_something_new_that_hangs_on_it_keeps_a_deleted_record(
    link: Link, set_back: Callable[[], SetBack]
) -> None:
    family = begin(link)
    put_back = set_back()
    delete(link, tables.Family, family)
    link.confirm(link.deliver(link.make()))
    restored = put_back()
    made = restored.make()
    refused = receive_again(link.office, restored.deliver(made).file_hash, approved=made.epoch_id)
    restored.write(_household, family)

    restored.confirm(refused)

    assert [row.id for row in rows_of(restored.worker, "family")] == [family]
    again = restored.make()
    answer = receive_again(link.office, restored.deliver(again).file_hash, approved=again.epoch_id)
    assert answer.state == "accepted"
    assert held_by(link) == told_by(restored)


def _household(session: Session, family: Id) -> None:
    session.add(tables.Household(id="b" * 32, family=family, from_on=DAY))
    session.flush()


def test_the_new_series_says_where_it_came_from(link: Link) -> None:
    begin(link)
    before = link.worker.run(own_epoch)

    link.worker.run(begin_new_epoch)

    after: Any = link.worker.run(own_epoch)
    assert (after.number, after.epoch_from, after.last_seq) == (2, before.epoch_id, 0)
    assert after.epoch_from_lsn > 0
