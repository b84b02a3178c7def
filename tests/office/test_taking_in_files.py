"""One file or a whole stick: each file has its own result, and the others go on."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from ouderapp.exchange.confirming import apply_receipt, apply_words
from ouderapp.exchange.given_receipts import receipt_again
from ouderapp.exchange.receipt import words_of
from ouderapp.exchange.series import begin_new_epoch
from ouderapp.exchange.stick import StickGone
from ouderapp.office.intake import (
    Arrival,
    receive_file,
    receive_folder,
    retry_all,
    save_receipts,
)
from ouderapp.office.queries import open_files, received
from ouderapp.reports.queries import counted
from ouderapp.store import tables
from ouderapp.store.database import Database
from tests.exchange.conftest import Opening
from tests.exchange.sides import Link, linked
from tests.office.month import a_month, on_stick


def _contacts(office: Database) -> int:
    query = sa.select(sa.func.count()).select_from(tables.Contact)
    return office.run(lambda session: session.scalar(query) or 0)


def _confirm_without_the_office(link: Link) -> None:
    """As if somebody typed the words of a bundle that then got lost again."""
    entry = link.worker.run(lambda session: session.scalars(sa.select(tables.Outbox)).one())
    words = words_of(entry.receipt_key, entry.manifest, entry.state_digest)
    link.worker.run(apply_words, entry.epoch_id, entry.seq, words)


def test_a_stick_with_two_workers_goes_in_file_by_file(
    link: Link, second: Link, stick: Path
) -> None:
    """B20: several workers on one stick."""
    on_stick(a_month(link, "2025-03"), stick)
    on_stick(a_month(second, "2025-03", "Peeters"), stick)

    arrivals = receive_folder(link.office, stick)

    assert [one.reception.state for one in arrivals] == ["accepted", "accepted"]
    assert {row.worker_name for row in link.office.run(received)} == {
        "Medewerker 1",
        "Medewerker 2",
    }


def test_neg_08_the_same_bundle_twice_counts_once(link: Link, stick: Path) -> None:
    """B10, NEG-08: idempotent, no double counting, and the same receipt again."""
    file = a_month(link, "2025-03")
    first = receive_file(link.office, file)
    numbers = link.office.run(counted)

    again = receive_folder(link.office, on_stick(file, stick, "kopie.age").parent)[0]

    assert again.reception.state == "duplicate"
    assert again.reception.receipt is not None
    assert first.reception.receipt is not None
    assert again.reception.receipt.words == first.reception.receipt.words
    assert _contacts(link.office) == 1
    assert link.office.run(counted) == numbers


def test_rubbish_on_a_stick_is_named_and_left_alone(link: Link, stick: Path) -> None:
    """B14: what is no bundle never stops the one that is."""
    (stick / "vakantie.jpg").write_bytes(b"\xff\xd8" + bytes(5_000))
    (stick / "leeg.txt").touch()
    (stick / "kapot.age").write_bytes(b"not a bundle at all" * 90)
    (stick / "map").mkdir()
    (stick / "wijzer").symlink_to(stick / "leeg.txt")
    on_stick(a_month(link, "2025-03"), stick, "hernoemd.bin")

    arrivals = receive_folder(link.office, stick)

    states = {one.file: one.reception.state for one in arrivals}
    assert states == {
        "hernoemd.bin": "accepted",
        "kapot.age": "refused",
        "leeg.txt": "refused",
        "vakantie.jpg": "refused",
        "wijzer": "refused",
    }
    assert all(one.reception.problem for one in arrivals if one.file != "hernoemd.bin")
    assert len(list(link.office.paths.quarantine.iterdir())) == 2


def test_a_bundle_of_another_office_is_refused_with_its_sentence(
    link: Link, opening: Opening, stick: Path
) -> None:
    other = linked(opening("elsewhere"), opening("other office"))
    on_stick(a_month(other, "2025-03"), stick)
    on_stick(a_month(link, "2025-03"), stick)

    arrivals = receive_folder(link.office, stick)

    found = {one.reception.problem.reason for one in arrivals if one.reception.problem}
    assert found == {"envelope_not_for_us"}
    assert [row.reason for row in link.office.run(open_files)] == ["envelope_not_for_us"]
    assert _contacts(link.office) == 1


def test_a_stick_that_is_gone_says_so(office: Database, stick: Path) -> None:
    stick.rmdir()

    with pytest.raises(StickGone):
        receive_folder(office, stick)


def test_a_bundle_that_misses_one_before_it_waits_and_goes_in_after_it(
    link: Link, stick: Path
) -> None:
    """B04: parked with the number that is missing, and tried again by itself."""
    march = on_stick(a_month(link, "2025-03"), stick)
    _confirm_without_the_office(link)
    april = on_stick(a_month(link, "2025-04", "Peeters"), stick)

    early = receive_file(link.office, april)
    parked = [row.places for row in link.office.run(open_files)]
    on_time = receive_file(link.office, march)

    assert early.reception.state == "parked"
    assert parked == [{"list": "1"}]
    assert [one.seq for one in on_time.reception.followed] == [2]
    assert link.office.run(open_files) == []
    assert _contacts(link.office) == 2


def test_a_laptop_that_was_set_back_waits_for_a_person(link: Link, came_in: Arrival) -> None:
    """B13: a new series is never taken in by itself, also not on a second try."""
    assert came_in.reception.state == "accepted"
    link.worker.run(begin_new_epoch)
    file = a_month(link, "2025-04", "Peeters")

    arrival = receive_file(link.office, file)
    again = retry_all(link.office)

    assert arrival.reception.state == "waiting"
    assert [one.reception.state for one in again] == ["waiting"]
    assert _contacts(link.office) == 1


def test_receipts_are_files_that_the_worker_can_take_in(
    link: Link, came_in: Arrival, stick: Path
) -> None:
    """B08: a receipt in a folder, with a name that tells nothing."""
    (file,) = save_receipts([came_in], stick)

    applied = link.worker.run(apply_receipt, file.read_bytes())

    assert file.suffix == ".oudreceipt"
    assert applied.result == "accepted"


def test_the_receipt_can_be_given_once_more_from_the_list(link: Link, came_in: Arrival) -> None:
    """B09: the six words stand in the list of what came in, for a call later that day."""
    row = link.office.run(received)[0]

    receipt = link.office.run(receipt_again, row.id)

    assert came_in.reception.receipt is not None
    assert receipt.words == came_in.reception.receipt.words
    reception = came_in.reception
    done = link.worker.run(apply_words, reception.epoch_id, reception.seq, receipt.words)
    assert done.result == "accepted"


def test_old_words_are_not_given_when_the_office_holds_more_by_now(
    link: Link, came_in: Arrival
) -> None:
    receive_file(link.office, a_month(link, "2025-04", "Peeters"))

    older = link.office.run(receipt_again, link.office.run(received)[-1].id)

    assert came_in.reception.seq == 1
    assert older.words == ()
    assert older.content
