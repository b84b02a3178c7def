"""However much returns, each receipt can be read, and the next one names the rest (B12, G7)."""

from pathlib import Path

import pytest

from ouderapp.base.canonical import LARGEST as LARGEST_NUMBER
from ouderapp.exchange import receipt as receipts
from ouderapp.exchange.confirming import LARGEST
from ouderapp.exchange.digest import StateDigest
from ouderapp.exchange.field_lists import TABLES
from ouderapp.exchange.first_pass import FirstPass, first_pass
from ouderapp.exchange.manifest import Receipt
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.manifest_shapes import MOST_HELD, MOST_REAPPLIED
from ouderapp.exchange.receive import receive_again
from ouderapp.exchange.series import begin_new_epoch
from ouderapp.exchange.trust import trust_of
from ouderapp.sealing.envelope import SIGNATURE_SIZE
from tests.exchange.conftest import copied
from tests.exchange.office_rows import erase, held_by, rows_of, told_by
from tests.exchange.sides import Link
from tests.exchange.test_making_a_bundle import a_month


def test_a_receipt_with_more_rows_than_fit_stays_readable_and_names_the_first_to_go(
    link: Link,
) -> None:
    with link.path(link.make()).open("rb") as file:
        verified = first_pass(file, FirstPass(link.office.run(trust_of)))
    longest = max(TABLES, key=len)
    rows = [(longest, f"{at:032x}", LARGEST_NUMBER, "erase") for at in range(45_000)]
    rows.append((TABLES[-1], "f" * 32, 1, "del"))
    held = [(longest, f"{at:032x}", "r" * 40) for at in range(MOST_HELD)]
    outcome = receipts.Outcome("refused", "deleted_returns", "", held=held, reapply=rows)

    signed = link.office.run(
        lambda session: receipts.signed_receipt(
            session.connection(), trust_of(session), verified, outcome, StateDigest()
        )
    )
    content = receipts.receipt_file(verified.sender, verified.bundle, signed).content

    read = read_manifest(signed[SIGNATURE_SIZE:], Receipt)
    assert len(content) < LARGEST
    assert (len(read.held), len(read.reapply)) == (MOST_HELD, MOST_REAPPLIED)
    assert (read.reapply[0].table, read.reapply[0].op) == (TABLES[-1], "del")


def test_what_one_receipt_has_no_room_for_goes_with_the_next_ones(
    link: Link, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A family, a person, a member and a contact return; each receipt has room for two.

    A person who is a member of no family any more does not leave the laptop: then one is left.
    """
    monkeypatch.setattr(receipts, "MOST_REAPPLIED", 2)
    link.write(a_month)
    link.confirm(link.deliver(link.make()))
    link.worker.checkpoint()
    database = copied(link.worker.paths.store, tmp_path / "restored")
    for table in reversed(TABLES):
        for row in rows_of(link.worker, table):
            erase(link, table, row.id)
    link.confirm(link.deliver(link.make()))
    database.run(begin_new_epoch)
    restored = Link(database, link.office, link.worker_id, link.key_id)

    told = [_told_of_returning(restored) for _ in range(3)]

    assert told == [4, 1, 0]
    assert rows_of(database, "family") == rows_of(link.office, "family") == []
    assert held_by(link) == told_by(restored)
    database.close()


def _told_of_returning(link: Link) -> object:
    """How many rows the office turns down in the next bundle, whose receipt is taken in."""
    made = link.make()
    waiting = link.deliver(made)
    answer = receive_again(link.office, waiting.file_hash, approved=made.epoch_id)
    link.confirm(answer)
    return answer.problem.places["n"] if answer.problem else 0
