"""Each piece of work that the command line knows, on real vaults."""

from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.sample.fill import fill
from ouderapp.sealing.keyfile import create
from ouderapp.store.database import Database
from tests.cli.conftest import CHEAP, PASSPHRASE, Say


@pytest.fixture
def worker(tmp_path: Path) -> Database:
    """A worker's own store with the story in it, left open until somebody closes it."""
    paths = Paths(tmp_path / "worker")
    database = Database.open(paths, create(paths, PASSPHRASE, cheap=CHEAP).keys)
    database.run(fill, "V")
    return database


def test_a_practice_store_is_filled_and_is_sound(say: Say, tmp_path: Path) -> None:
    made = say("sample", "--set", "V", "--store", tmp_path / "practice")

    checked = say("check", "--store", tmp_path / "practice", "--json")

    assert made.code == 0
    assert checked.code == 0
    assert checked.data["is_sound"]
    assert checked.data["records"] > 100


def test_a_folder_without_files_is_named_and_nothing_is_made(say: Say, tmp_path: Path) -> None:
    said = say("check", "--store", tmp_path / "nowhere")

    assert said.code == 1
    assert f"In deze map staan geen dossiers van ouderapp: {tmp_path / 'nowhere'}" in said.err
    assert "Kijk de map na" in said.err
    assert not (tmp_path / "nowhere").exists()


def test_a_wrong_passphrase_is_told_apart_from_other_problems(
    say: Say, worker: Database, passphrase_file: Path
) -> None:
    worker.close()
    passphrase_file.write_text("acht blauwe fietsen onderweg naar zee\n", encoding="utf-8")

    said = say("check", "--store", worker.paths.vault, "--json")

    assert said.code == 1
    assert said.data["problem"] == "WrongPassphrase"


def test_a_missing_passphrase_file_is_named(say: Say, passphrase_file: Path) -> None:
    passphrase_file.unlink()

    said = say("sample", "--set", "V", "--store", passphrase_file.parent / "practice")

    assert said.code == 1
    assert str(passphrase_file) in said.err


def test_a_laptop_without_an_office_cannot_make_a_bundle(
    say: Say, worker: Database, tmp_path: Path
) -> None:
    worker.close()

    said = say("export", "--store", worker.paths.vault, "--month", "2025-03", "--out", tmp_path)

    assert said.code == 1
    assert "niet gekoppeld" in said.err


def test_a_month_that_is_none_is_refused_before_the_store_is_opened(
    say: Say, tmp_path: Path
) -> None:
    said = say("export", "--store", tmp_path, "--month", "maart", "--out", tmp_path, "--json")

    assert said.code == 1
    assert said.data["problem"] == "MonthUnreadable"


def test_a_bundle_goes_from_a_laptop_to_the_report_of_the_office(
    say: Say, worker: Database, tmp_path: Path
) -> None:
    office, stick = tmp_path / "office", tmp_path / "stick"
    stick.mkdir()
    asked = stick / "medewerker.oudid"
    asked.write_bytes(worker.run(make_worker_file, "Sofie"))

    say("office", "init", "--store", office, "--name", "Kantoor", "--phone", "050 00 00 00")
    offer = say("office", "enrol", asked, "--out", stick, "--store", office, "--json").data
    answer = worker.run(read_office_file, Path(offer["answer"]).read_bytes())
    worker.run(confirm_office, answer.manifest)
    worker.close()
    say("office", "confirm", offer["key"], "--store", office)
    store = worker.paths.vault
    bundle = say("export", "--store", store, "--month", "2025-03", "--out", stick, "--json").data
    received = say(
        "office", "receive", bundle["file"], "--receipts", stick, "--store", office, "--json"
    )
    overview = say("office", "overview", "--store", office, "--json")
    report = say("office", "report", "--year", 2024, "--out", stick, "--store", office, "--json")

    assert tuple(offer["words"]) == answer.words
    assert received.code == 0
    assert received.data["files"][0]["state"] == "accepted"
    assert len(list(stick.glob("*.oudreceipt"))) == 1
    assert overview.data["workers"][0]["last"] == "2025-03"
    assert {Path(file).suffix for file in report.data["files"]} == {".json", ".pdf", ".xlsx"}
    assert report.data["figures"]["year"]["contacts_total"] > 0


def test_a_file_that_is_no_bundle_gives_exit_code_one_and_its_reason(
    say: Say, tmp_path: Path
) -> None:
    say("office", "init", "--store", tmp_path / "o", "--name", "Kantoor", "--phone", "050")
    (tmp_path / "foto.age").write_bytes(b"no bundle")

    said = say("office", "receive", tmp_path / "foto.age", "--store", tmp_path / "o", "--json")

    assert said.code == 1
    assert said.data["files"][0]["state"] == "refused"
    assert said.data["files"][0]["reason"]
