"""Only a receipt over the same state moves the starting point, by file or by voice (B08, B09)."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ouderapp.base import clock
from ouderapp.base.words import WordsMissing, word_list
from ouderapp.exchange.confirming import LARGEST, Applied, apply_receipt, apply_words
from ouderapp.exchange.identity import own_keys
from ouderapp.exchange.manifest import Receipt, manifest_bytes
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.outbox import confirmed_lsn, sent_bundles
from ouderapp.exchange.receipt import words_of
from ouderapp.exchange.refusals.file import FileSize
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.refusals.sender import KindWrong, OrgWrong, RecipientWrong, SignatureWrong
from ouderapp.exchange.refusals.worker_side import (
    NotForThisWorker,
    OfficeKeyChanged,
    ReceiptOtherBundle,
    ReceiptUnknown,
    ReceiptWords,
)
from ouderapp.exchange.series import own_series
from ouderapp.exchange.signed_file import open_archive, sealed_archive
from ouderapp.sealing.envelope import sign_manifest
from ouderapp.sealing.keys import Opener, Signer
from ouderapp.store import tables
from tests.exchange import example
from tests.exchange.sides import Link
from tests.exchange.test_making_a_bundle import a_month


def test_a_receipt_confirms_every_change_up_to_its_bundle(link: Link) -> None:
    link.write(a_month)
    link.make()
    made = link.make()

    applied = link.confirm(link.deliver(made))

    states = {one.seq: one.state for one in link.worker.run(sent_bundles)}
    assert (applied.result, applied.seq, applied.problem) == ("accepted", 2, None)
    assert states == {1: "confirmed", 2: "confirmed"}
    assert applied.confirmed_lsn == link.worker.run(confirmed_lsn) > 0
    assert list(link.worker.paths.outbox.iterdir()) == []


def test_a_month_that_was_confirmed_keeps_the_day_of_its_own_receipt(link: Link) -> None:
    link.write(a_month)
    with clock.standing_at(date(2025, 1, 31)):
        link.confirm(link.deliver(link.make()))
    with clock.standing_at(date(2025, 2, 28)):
        link.confirm(link.deliver(link.make()))

    days = [str(one.answered_at)[:10] for one in link.worker.run(sent_bundles)]

    assert sorted(days) == ["2025-01-31", "2025-02-28"]


def test_the_second_time_a_receipt_changes_nothing(link: Link) -> None:
    link.write(a_month)
    answer = link.deliver(link.make())
    first = link.confirm(answer)

    again = link.confirm(answer)

    assert again == first


def test_an_older_receipt_later_changes_nothing(link: Link) -> None:
    link.write(a_month)
    first = link.deliver(link.make())
    link.write(a_month, "Peeters")
    second = link.deliver(link.make())
    reached = link.confirm(second).confirmed_lsn

    applied = link.confirm(first)

    assert applied.confirmed_lsn == reached
    assert link.worker.run(own_series).base_lsn == reached


def test_the_six_words_do_the_same_as_the_file(link: Link) -> None:
    link.write(a_month)
    made = link.make()
    answer = link.deliver(made)
    assert answer.receipt

    applied = link.worker.run(apply_words, made.epoch_id, made.seq, answer.receipt.words)

    assert (applied.result, applied.problem) == ("accepted", None)
    assert link.worker.run(confirmed_lsn) == applied.confirmed_lsn > 0


@pytest.mark.parametrize("place", range(6))
def test_each_wrong_word_is_noticed_and_named(link: Link, place: int) -> None:
    link.write(a_month)
    made = link.make()
    answer = link.deliver(made)
    assert answer.receipt
    typed = list(answer.receipt.words)
    typed[place] = word_list()[(word_list().index(typed[place]) + 1) % 2048]

    with pytest.raises(ReceiptWords) as wrong:
        link.worker.run(apply_words, made.epoch_id, made.seq, typed)

    assert wrong.value.places == {"list": str(place + 1)}
    assert link.worker.run(confirmed_lsn) == 0


def test_words_for_no_bundle_are_refused(link: Link) -> None:
    with pytest.raises(ReceiptUnknown):
        link.worker.run(apply_words, "e" * 32, 1, ["a"] * 6)


def test_words_over_another_state_do_not_fit(link: Link) -> None:
    link.write(a_month)
    made = link.make()
    row = link.worker.run(lambda session: session.get_one(tables.Outbox, (made.epoch_id, 1)))
    other = words_of(row.receipt_key, row.manifest, "0" * 64)

    with pytest.raises((ReceiptWords, WordsMissing)):
        link.worker.run(apply_words, made.epoch_id, made.seq, other)


class Forge:
    """Receipts as the office signs them, with something else in them."""

    def __init__(self, link: Link) -> None:
        link.write(a_month)
        answer = link.deliver(link.make())
        assert answer.receipt
        self.link = link
        self.office = link.office.run(own_keys, "office").signer
        self.worker = link.worker.run(own_keys, "worker").opener
        found = open_archive(io.BytesIO(answer.receipt.content), [self.worker])
        self.receipt = read_manifest(found.content, Receipt)

    def file(self, signer: Signer | None = None, **changes: Any) -> bytes:
        raw = manifest_bytes(replace(self.receipt, **changes))
        signature = sign_manifest(raw, signer or self.office)
        return sealed_archive(signature, raw, self.worker.recipient)

    def apply(self, raw: bytes) -> Applied:
        applied: Applied = self.link.worker.run(apply_receipt, raw)
        return applied


@pytest.fixture
def forge(link: Link) -> Forge:
    """The receipt of one bundle, and the means to write another."""
    return Forge(link)


def test_a_different_state_makes_the_next_bundle_full(forge: Forge) -> None:
    applied = forge.apply(forge.file(state_digest="0" * 64))

    assert applied.problem
    assert applied.problem.reason == "receipt_differs"
    assert forge.link.worker.run(own_series).must_be_full
    assert forge.link.worker.run(confirmed_lsn) == 0


def test_after_a_full_bundle_the_starting_point_moves_again(forge: Forge) -> None:
    forge.apply(forge.file(state_digest="0" * 64))

    made = forge.link.make()
    forge.link.confirm(forge.link.deliver(made))

    assert made.kind == "full"
    assert not forge.link.worker.run(own_series).must_be_full


def test_a_refusal_shows_its_sentence_and_asks_for_a_full_bundle(forge: Forge) -> None:
    applied = forge.apply(forge.file(result="refused", reason="gap", need="full"))

    assert (applied.result, applied.problem and applied.problem.reason) == ("refused", "gap")
    assert [one.state for one in forge.link.worker.run(sent_bundles)] == ["refused"]
    assert forge.link.make().kind == "full"


def test_a_refusal_of_a_confirmed_bundle_changes_nothing(forge: Forge) -> None:
    forge.apply(forge.file())

    applied = forge.apply(forge.file(result="refused", reason="gap", need="full"))

    assert applied.result == "accepted"
    assert [one.state for one in forge.link.worker.run(sent_bundles)] == ["confirmed"]
    assert not forge.link.worker.run(own_series).must_be_full


def test_a_reason_of_a_newer_version_gives_the_general_sentence(forge: Forge) -> None:
    applied = forge.apply(forge.file(result="refused", reason="never_heard_of", need=""))

    assert type(applied.problem) is Refusal


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"worker": "0" * 32}, NotForThisWorker),
        ({"org": "0" * 32}, OrgWrong),
        ({"recipients": ("0" * 64,)}, RecipientWrong),
    ],
)
def test_a_receipt_for_somebody_else_is_refused(
    forge: Forge, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        forge.apply(forge.file(**changes))


def test_a_receipt_about_other_content_is_refused(forge: Forge) -> None:
    other = replace(forge.receipt.bundle, manifest="0" * 64)

    with pytest.raises(ReceiptOtherBundle):
        forge.apply(forge.file(bundle=other))
    with pytest.raises(ReceiptUnknown):
        forge.apply(forge.file(bundle=replace(forge.receipt.bundle, seq=9)))


def test_a_late_receipt_about_an_unknown_head_is_refused(forge: Forge) -> None:
    head = replace(forge.receipt.head, manifest="0" * 64)

    with pytest.raises(ReceiptOtherBundle):
        forge.apply(forge.file(result="late", head=head))


def test_a_receipt_by_another_key_asks_to_call(forge: Forge) -> None:
    with pytest.raises(OfficeKeyChanged) as changed:
        forge.apply(forge.file(signer=Signer.new()))

    assert changed.value.places == {"phone": "000 00 00 00"}


def test_a_receipt_with_a_broken_signature_is_refused(forge: Forge) -> None:
    raw = manifest_bytes(forge.receipt)
    signature = sign_manifest(raw + b" ", forge.office)

    with pytest.raises(SignatureWrong):
        forge.apply(sealed_archive(signature, raw, forge.worker.recipient))


def test_a_receipt_for_a_colleague_cannot_be_opened(forge: Forge) -> None:
    raw = manifest_bytes(forge.receipt)
    sealed = sealed_archive(sign_manifest(raw, forge.office), raw, Opener.new().recipient)

    with pytest.raises(NotForThisWorker):
        forge.apply(sealed)


def test_another_kind_of_file_is_no_receipt(forge: Forge) -> None:
    sealed = sealed_archive(
        sign_manifest(example.MANIFEST, forge.office), example.MANIFEST, forge.worker.recipient
    )

    with pytest.raises(KindWrong):
        forge.apply(sealed)
    with pytest.raises(FileSize):
        forge.apply(b"x" * (LARGEST + 1))
