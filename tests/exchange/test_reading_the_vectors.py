"""Our own reader agrees with every vector that is checked in (B01, B02, FORMAT.md 25)."""

import hashlib
import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ouderapp.base import canonical
from ouderapp.base.errors import Problem
from ouderapp.base.words import index_of, indices, word_list
from ouderapp.exchange.archive import header
from ouderapp.exchange.digest import StateDigest, row_hash
from ouderapp.exchange.enrolment_file import is_vouched, read_enrolment
from ouderapp.exchange.manifest import EnrolOffice, EnrolWorker, Receipt
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.padding import padded_length
from ouderapp.exchange.receive import receive
from ouderapp.exchange.refusals.catalogue import catalogue
from ouderapp.exchange.signed_file import open_archive
from ouderapp.sealing.envelope import is_manifest_signed, open_sealed, seal
from ouderapp.sealing.gate import read_header
from ouderapp.sealing.spoken import enrolment_words, receipt_words
from ouderapp.store.database import Database
from tests.exchange import vector_parts as parts
from tests.exchange.vector_office import become_office, image_of, make_heads

VECTORS = Path(__file__).parent / "vectors"


def load(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def reason_of(work: Callable[[], Any]) -> str:
    try:
        work()
    except Problem as problem:
        return problem.reason
    return ""


def test_canonical_json_is_accepted_or_refused_as_the_vectors_say() -> None:
    cases = load("canonical.json")
    for case in cases:
        raw = bytes.fromhex(case["bytes"])
        if case.get("refused"):
            with pytest.raises(canonical.NotCanonical):
                canonical.decode(raw)
        else:
            assert canonical.decode(raw) == case["value"]

    assert len(cases) >= 150


def test_headers_lengths_signatures_and_digests_are_those_of_the_vectors() -> None:
    for case in load("ustar.json"):
        assert (header(case["name"], case["size"]).hex() == case["header"]) is case["is_right"]
    for length, padded in load("padme.json"):
        assert padded_length(length) == padded
    for case in load("signature.json"):
        given = [bytes.fromhex(case[name]) for name in ("manifest", "signature", "public")]
        assert is_manifest_signed(*given) is case["is_right"]
    for case in load("digest.json"):
        state = StateDigest()
        for table, row, hash_ in case["rows"]:
            found = row_hash(table, row["id"], row["level"], row["ver"], row["data"])
            assert found.hex() == hash_
            state.add(found)
        assert (state.count, state.hex()) == (case["count"], case["digest"])

    assert len(load("padme.json")) >= 60


def test_words_are_read_and_typed_as_the_vectors_say() -> None:
    cases = load("words.json")

    assert all(list(indices(bytes.fromhex(raw), 6)) == found for raw, found in cases["indices"])
    assert [(text, index_of(text)) for text, _ in cases["typed"]] == [
        tuple(pair) for pair in cases["typed"]
    ]


def test_heads_of_envelopes_pass_or_not_as_the_vectors_say() -> None:
    for case in load("gate/cases.json"):
        raw = bytes.fromhex(case["head"])
        assert reason_of(partial(read_header, raw)) == case["reason"]


def test_enrolment_files_are_those_of_the_vectors() -> None:
    folder = VECTORS / "enrol"
    for case in load("enrol/cases.json"):
        if "reason" in case:
            raw = (folder / case["file"]).read_bytes()
            work = partial(read_enrolment, raw, EnrolWorker)
            if case["file"] == "office.oudid":
                work = partial(read_enrolment, raw, EnrolOffice)  # type: ignore[arg-type]
            assert reason_of(work) == case["reason"]
        elif "words" in case:
            worker = read_enrolment((folder / case["worker"]).read_bytes(), EnrolWorker)[1]
            office = read_enrolment((folder / case["office"]).read_bytes(), EnrolOffice)[1]
            words = enrolment_words(worker.raw, office.raw)
            assert [word_list().index(word) for word in words] == case["words"]
        else:
            manifest, _ = read_enrolment((folder / case["renewed"]).read_bytes(), EnrolWorker)
            assert is_vouched(manifest, bytes.fromhex(case["old"]))


def test_receipts_are_those_of_the_vectors() -> None:
    for case in load("receipt/cases.json"):
        if "file" in case:
            with (VECTORS / "receipt" / case["file"]).open("rb") as file:
                found = open_archive(file, [parts.OPENERS["worker"]])
            receipt = read_manifest(found.content, Receipt)
            assert hashlib.sha256(found.content).hexdigest() == case["manifest"]
            assert receipt.result == case["result"]
        else:
            given = [bytes.fromhex(case[name]) for name in ("key", "bundle", "state")]
            words = receipt_words(*given)
            assert [word_list().index(word) for word in words] == case["words"]


@pytest.fixture
def vector_office(opening: Callable[[str], Database]) -> Callable[..., Database]:
    """Opens the office of the vectors at a policy, with these bundles taken in."""

    def opened(level: str = "coded", before: tuple[str, ...] = ()) -> Database:
        database = opening("-".join(["vectors", level, *before]))
        database.run(become_office, level)
        database.run(make_heads)
        for name in before:
            assert receive(database, VECTORS / "bundle" / f"{name}.age").state == "accepted"
        return database

    return opened


@pytest.mark.parametrize(
    ("name", "level", "before"),
    [
        ("minimal", "coded", ()),
        ("counts", "counts", ()),
        ("coded", "coded", ()),
        ("dossier", "dossier", ()),
        ("three-receivers", "coded", ()),
        ("delta", "coded", ("coded",)),
        ("later", "coded", ("coded",)),
        ("chained", "coded", ("coded",)),
    ],
)
def test_a_sound_bundle_is_taken_in(
    vector_office: Callable[..., Database], name: str, level: str, before: tuple[str, ...]
) -> None:
    database = vector_office(level, before)
    path = VECTORS / "bundle" / f"{name}.age"

    answer = receive(database, path)

    assert (answer.state, answer.problem) == ("accepted", None)
    sink = io.BytesIO()
    with path.open("rb") as file:
        open_sealed(file, sink, [parts.OPENERS["office"]])
    assert sink.getvalue() == path.with_suffix(".tar").read_bytes()


def test_every_bundle_of_the_folder_is_tried_above() -> None:
    listed = {case["file"] for case in load("bundle/cases.json")}

    assert listed == {path.stem for path in (VECTORS / "bundle").glob("*.age")}
    assert len(listed) == 8


def test_every_refused_file_is_refused_for_its_reason_and_nothing_changes(
    vector_office: Callable[..., Database], tmp_path: Path
) -> None:
    cases = load("refused/cases.json")
    offices: dict[tuple[str, ...], tuple[Database, Any]] = {}
    wrong = []
    for case in cases:
        before = tuple(case["before"])
        if before not in offices:
            database = vector_office("coded", before)
            offices[before] = database, image_of(database)
        path = sealed(VECTORS / "refused" / case["file"], tmp_path)
        answer = receive(offices[before][0], path)
        if answer.problem is None or answer.problem.reason != case["reason"]:
            wrong.append((case["file"], case["reason"], answer.problem))

    assert wrong == []
    assert len(cases) >= 200
    for before, (database, image) in offices.items():
        if before != ("coded", "later"):
            assert image_of(database) == image, before


def sealed(path: Path, folder: Path) -> Path:
    """The file itself, or an envelope around a payload."""
    if path.suffix == ".age":
        return path
    target = folder / "sealed.age"
    receivers = [parts.OPENERS[name].recipient for name in ("office", "escrow")]
    with path.open("rb") as source, target.open("wb") as file:
        seal(source, file, receivers)
    return target


def test_every_reason_that_a_file_can_have_has_a_vector() -> None:
    shown = {case["reason"] for case in load("refused/cases.json")}
    shown |= {case["reason"] for case in load("enrol/cases.json") if "reason" in case}
    # Not about the content of a file, or shown by tests of the worker's side.
    elsewhere = {
        "file_unreadable", "file_not_regular", "schema_too_old", "epoch_closed",
        "changed_underway", "store_busy", "store_error", "not_for_this_worker",
        "office_key_changed", "office_file_older", "receipt_unknown", "receipt_other_bundle",
        "receipt_differs", "receipt_words", "enrol_other", "enrol_words_differ"
    }  # fmt: skip

    assert set(catalogue()) - shown - elsewhere == set()
