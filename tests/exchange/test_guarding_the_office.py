"""What the office refuses although it is signed, and what its own machine does to it (B02, B20)."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from ouderapp.base.i18n import _
from ouderapp.exchange.answering import answer_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.first_pass import FirstPass, first_pass
from ouderapp.exchange.own_office import change_policy
from ouderapp.exchange.quarantine import Quarantined
from ouderapp.exchange.receive import receive
from ouderapp.exchange.refusals.catalogue import catalogue, problem_for
from ouderapp.exchange.refusals.refusal import HINTS, Refusal
from ouderapp.exchange.refusals.rows import ChangedUnderway, RowValue
from ouderapp.exchange.refusals.sender import SchemaTooOld
from ouderapp.exchange.taking_in import Returning, take_in
from ouderapp.exchange.trust import check_schema, trust_of
from ouderapp.sample.generate import generate
from ouderapp.store.database import Database
from tests.exchange import vector_parts as parts
from tests.exchange.office_rows import a_contact, held_by, rows_of, told_by
from tests.exchange.sides import Link, linked
from tests.exchange.test_damaging_a_bundle import BUNDLES
from tests.exchange.vector_files import keep
from tests.exchange.vector_office import become_office, image_of, make_heads
from tests.work_builders import a_consent, a_family


@pytest.fixture
def vectors(opening: Any) -> Database:
    """The office of the vectors, at policy `dossier`."""
    database: Database = opening("vectors")
    database.run(become_office, "dossier")
    database.run(make_heads)
    return database


def test_a_dossier_without_consent_is_refused_even_if_it_is_signed(
    vectors: Database, tmp_path: Path
) -> None:
    rows = parts.everything("dossier")
    del rows["consent"]
    for one in rows["referral"]:
        one["data"]["consent"] = None
    path = tmp_path / "bundle.age"
    keep(path, parts.bundle(rows, level="dossier"), "office", "escrow")

    answer = receive(vectors, path)

    assert answer.problem
    assert (answer.problem.reason, answer.problem.places["table"]) == ("row_level", "family")


@pytest.mark.parametrize("what", ["withdrawn", "another purpose", "another family"])
def test_a_consent_that_does_not_fit_is_none(vectors: Database, tmp_path: Path, what: str) -> None:
    rows = parts.everything("dossier")
    for one in rows["consent"]:
        if what == "withdrawn":
            one["data"]["withdrawn_on"] = "2026-11-17"
        elif what == "another purpose":
            one["data"]["purpose"] = "kantoor"
        else:
            one["data"]["family"] = parts.id32("family 1")
    path = tmp_path / "bundle.age"
    keep(path, parts.bundle(rows, level="dossier"), "office", "escrow")

    answer = receive(vectors, path)

    assert answer.problem
    assert answer.problem.reason == "row_level"


def test_a_file_that_changes_while_it_is_read_is_refused(vectors: Database, tmp_path: Path) -> None:
    path = tmp_path / "bundle.age"
    shutil.copy(BUNDLES / "coded.age", path)
    trust = vectors.run(trust_of)
    with path.open("rb") as file:
        verified = first_pass(file, FirstPass(trust))
    shutil.copy(BUNDLES / "minimal.age", path)
    before = image_of(vectors)

    with pytest.raises(ChangedUnderway):
        vectors.run(take_in, Quarantined(path, "0" * 64, 1), trust, verified, "", Returning())

    assert image_of(vectors) == before


def test_a_table_that_changes_while_it_is_read_is_refused(
    vectors: Database, tmp_path: Path
) -> None:
    rows = parts.everything("coded")
    members, path = parts.members_of(rows), tmp_path / "bundle.age"
    keep(path, parts.bundle(rows), "office", "escrow")
    trust = vectors.run(trust_of)
    with path.open("rb") as file:
        verified = first_pass(file, FirstPass(trust))
    name, content = members[1]
    members[1] = name, content.replace(b'"1A"', b'"1B"').replace(b"9000", b"9001")
    keep(path, parts.archive(verified.raw, members), "office", "escrow")

    with pytest.raises(ChangedUnderway):
        vectors.run(take_in, Quarantined(path, "0" * 64, 1), trust, verified, "", Returning())


def test_a_full_disk_leaves_the_bundle_waiting(link: Link) -> None:
    link.write(lambda session: generate(session, "S"))
    made = link.make()
    pages = link.office.run(lambda s: s.connection().exec_driver_sql("PRAGMA page_count").scalar())
    limit = "PRAGMA max_page_count"
    link.office.run(lambda s: s.connection().exec_driver_sql(f"{limit} = {pages}"))

    busy = link.deliver(made)

    assert (busy.state, busy.problem and busy.problem.reason) == ("busy", "store_busy")
    link.office.run(lambda s: s.connection().exec_driver_sql(f"{limit} = 1000000"))
    assert link.deliver(made).state == "accepted"


def test_a_narrower_policy_takes_names_and_words_away_from_the_office(
    worker: Database, office: Database
) -> None:
    link = linked(worker, office, level="dossier")
    family = link.write(a_family, "Haddad")
    link.write(a_consent, family, purpose="kantoor_dossier")
    link.write(a_contact, family, summary="samen gelezen")
    link.confirm(link.deliver(link.make()))
    assert [row.name for row in rows_of(office, "family")] == ["Haddad"]

    office.run(change_policy, "coded")
    offer = office.run(answer_worker, worker.run(make_worker_file, "Medewerker 1"))
    worker.run(confirm_office, worker.run(read_office_file, offer.answer).manifest)
    made = link.make()
    answer = link.deliver(made)

    assert (made.kind, answer.state, answer.problem) == ("full", "accepted", None)
    assert [(row.name, row.level) for row in rows_of(office, "family")] == [(None, "coded")]
    assert [row.summary for row in rows_of(office, "contact")] == [None]
    assert held_by(link) == told_by(link)


def test_every_reason_has_one_class_a_sentence_and_a_next_step() -> None:
    kinds = catalogue()

    assert len(kinds) == len({kind.__name__ for kind in kinds.values()}) > 60
    for reason, kind in kinds.items():
        assert kind.reason == reason
        assert kind.message != Refusal.message, reason
        assert getattr(kind, "next", "") in HINTS


def test_a_stored_reason_still_has_its_sentence() -> None:
    stored = problem_for("row_value", {"n": 3, "table": "contact", "column": "kind"})
    bare = problem_for("row_value")

    assert isinstance(stored, RowValue)
    assert _(stored.message).format(**stored.places)
    assert set(bare.places) == {"n", "table", "column"}


def test_a_schema_before_the_oldest_that_is_read_is_refused() -> None:
    with pytest.raises(SchemaTooOld):
        check_schema(1, oldest=2, newest=3)
