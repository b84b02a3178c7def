"""Nobody is trusted before two people compared six words (B02, EXCHANGE 4)."""

import pytest

from ouderapp.base.errors import NotFound
from ouderapp.exchange.answering import answer_worker, confirm_worker, drop_worker, revoke_worker
from ouderapp.exchange.enrolment import (
    NotEnrolled,
    confirm_office,
    drop_office,
    make_worker_file,
    office_of,
    read_office_file,
)
from ouderapp.exchange.enrolment_file import LARGEST, enrolment_file, read_enrolment
from ouderapp.exchange.manifest import EnrolOffice, EnrolWorker, manifest_bytes
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.own_office import (
    NoOffice,
    add_recipient,
    change_policy,
    known_recipients,
    own_office,
    policies,
    retire_recipient,
    set_up_office,
)
from ouderapp.exchange.refusals.file import ArchiveEnd, FileSize
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.refusals.sender import KindWrong
from ouderapp.exchange.refusals.worker_side import (
    EnrolKeyWeak,
    EnrolOther,
    EnrolSignature,
    OfficeFileOlder,
)
from ouderapp.exchange.series import own_series
from ouderapp.sealing.envelope import sign_manifest
from ouderapp.sealing.keys import Opener, Signer
from ouderapp.store import tables
from ouderapp.store.database import Database
from tests.exchange import example
from tests.exchange.sides import enrolled, linked

WORKER = read_manifest(example.ENROL_WORKER, EnrolWorker)


def set_up(office: Database) -> None:
    office.run(set_up_office, "Voorbeeldkantoor", "000 00 00 00")


def test_both_sides_show_the_same_words_and_pin_each_other(
    worker: Database, office: Database
) -> None:
    link = linked(worker, office)

    known = worker.run(office_of)
    own = office.run(own_office)

    assert (known.org, known.recipients) == (own.org, own.recipients)
    assert (known.policy, known.org_name) == (own.policy, "Voorbeeldkantoor")
    assert known.worker == link.worker_id
    writer = office.run(lambda session: session.get_one(tables.Writer, link.key_id))
    assert (writer.state, writer.name) == ("confirmed", "Medewerker 1")


def test_before_the_words_nothing_is_pinned(worker: Database, office: Database) -> None:
    set_up(office)
    offer = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1"))
    worker.run(read_office_file, offer.answer)

    with pytest.raises(NotEnrolled):
        worker.run(office_of)
    assert not offer.is_known


def test_words_that_differ_leave_nothing_behind(worker: Database, office: Database) -> None:
    set_up(office)
    offer = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1"))
    answer = worker.run(read_office_file, offer.answer)

    worker.run(drop_office, answer.manifest)
    office.run(drop_worker, offer.key_id)

    with pytest.raises(EnrolOther):
        worker.run(confirm_office, answer.manifest)
    with pytest.raises(NotFound):
        office.run(confirm_worker, offer.key_id)


def test_the_answer_to_another_file_is_refused(worker: Database, office: Database) -> None:
    set_up(office)
    offer = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1"))
    worker.run(make_worker_file, "Medewerker 1")

    with pytest.raises(EnrolOther):
        worker.run(read_office_file, offer.answer)


def test_one_changed_sign_gives_other_words(worker: Database, office: Database) -> None:
    set_up(office)
    first = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1"))
    second = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1"))

    assert first.words != second.words


def test_a_renewed_key_keeps_the_worker_and_asks_for_the_words_again(
    worker: Database, office: Database
) -> None:
    link = linked(worker, office)

    offer = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1", renew=True))

    assert (offer.worker, offer.is_renewed, offer.is_known) == (link.worker_id, True, False)
    office.run(confirm_worker, offer.key_id)
    states = office.run(
        lambda session: {row.key_id: row.state for row in session.query(tables.Writer)}
    )
    assert states == {link.key_id: "former", offer.key_id: "confirmed"}


def test_an_unknown_key_gets_a_worker_of_its_own(worker: Database, office: Database) -> None:
    link = linked(worker, office)
    word = worker.run(make_worker_file, "Medewerker 1", renew=True)
    office.run(lambda session: session.delete(session.get_one(tables.Writer, link.key_id)))

    offer = office.run(answer_worker, word)

    assert not offer.is_renewed
    assert offer.worker != link.worker_id


def test_a_replaced_laptop_keeps_the_worker_when_the_office_says_so(
    worker: Database, office: Database, opening: object
) -> None:
    link = linked(worker, office)
    office.run(revoke_worker, link.key_id)
    with worker.transaction("new laptop") as session:
        session.delete(session.get_one(tables.Identity, "worker"))

    offer = office.run(
        answer_worker, worker.run(make_worker_file, "Medewerker 1"), worker=link.worker_id
    )

    assert (offer.worker, offer.is_renewed) == (link.worker_id, False)


def test_a_new_policy_needs_no_new_words_but_an_older_one_is_refused(
    worker: Database, office: Database
) -> None:
    linked(worker, office)
    file = worker.run(make_worker_file, "Medewerker 1")
    old = office.run(answer_worker, file)
    office.run(change_policy, "counts")
    new = office.run(answer_worker, file)

    answer = worker.run(read_office_file, new.answer)
    worker.run(confirm_office, answer.manifest)

    assert answer.is_known
    assert answer.policy.level == worker.run(office_of).policy.level == "counts"
    assert not worker.run(own_series).must_be_full
    with pytest.raises(OfficeFileOlder):
        worker.run(read_office_file, old.answer)


def test_another_office_key_makes_the_next_bundle_full(
    worker: Database, office: Database, opening: object
) -> None:
    linked(worker, office)
    with office.transaction("new key") as session:
        session.delete(session.get_one(tables.Identity, "office"))

    enrolled(worker, office)

    assert worker.run(own_series).must_be_full


def test_a_retired_receiver_gets_no_new_bundles_but_stays_known(office: Database) -> None:
    set_up(office)
    extra = Opener.new().recipient
    office.run(add_recipient, extra, "escrow")
    assert [one.role for one in office.run(own_office).recipients] == ["office", "escrow"]

    office.run(retire_recipient, extra)

    assert [one.role for one in office.run(own_office).recipients] == ["office"]
    assert len(office.run(known_recipients)) == 2


def test_the_policy_in_force_and_the_one_before_are_known(office: Database) -> None:
    set_up(office)
    office.run(change_policy, "dossier")
    office.run(change_policy, "counts")

    assert [policy.level for policy in office.run(policies)] == ["counts", "dossier"]


def test_a_vault_without_an_office_says_so(office: Database) -> None:
    with pytest.raises(NoOffice):
        office.run(own_office)


def file_of(manifest: EnrolWorker, signer: Signer) -> bytes:
    return enrolment_file(manifest, signer)


def changed(**fields: str) -> EnrolWorker:
    return EnrolWorker(**(vars(WORKER) | fields))


SIGNER = Signer.new()
OWN = changed(sign_key=SIGNER.public.hex())


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"x" * (LARGEST + 1), FileSize),
        (b"", ArchiveEnd),
        (file_of(WORKER, SIGNER), EnrolSignature),
        (file_of(changed(sign_key="00" * 32), SIGNER), EnrolKeyWeak),
        (file_of(changed(sign_key="01" + "00" * 31), SIGNER), EnrolKeyWeak),
        (
            file_of(changed(sign_key=SIGNER.public.hex(), recipient="age1" + "q" * 58), SIGNER),
            EnrolKeyWeak,
        ),
        (file_of(OWN, SIGNER).replace(b"Medewerker 1", b"Medewerker 2"), EnrolSignature),
    ],
)
def test_an_enrolment_file_that_proves_nothing_is_refused(
    raw: bytes, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        read_enrolment(raw, EnrolWorker)


def test_a_file_of_the_other_side_is_refused() -> None:
    with pytest.raises(KindWrong):
        read_enrolment(file_of(OWN, SIGNER), EnrolOffice)


def test_a_vouch_by_a_stranger_is_no_vouch(worker: Database, office: Database) -> None:
    link = linked(worker, office)
    forged = changed(
        sign_key=SIGNER.public.hex(),
        prev_key=link.key_id,
        prev_sig=sign_manifest(b"", SIGNER)[16:].hex(),
    )

    offer = office.run(answer_worker, file_of(forged, SIGNER))

    assert not offer.is_renewed
    assert offer.worker != link.worker_id


def test_a_manifest_reads_back_from_its_file() -> None:
    manifest, read = read_enrolment(file_of(OWN, SIGNER), EnrolWorker)

    assert manifest == OWN
    assert read.raw == manifest_bytes(OWN)
