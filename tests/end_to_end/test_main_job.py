"""The main job from end to end: what the worker wrote, what left, what the office counts."""

import io
import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from ouderapp.base import i18n
from ouderapp.demo.main_job import FiguresDiffer, FolderNotEmpty, Result, run
from ouderapp.sample.casus import CasusUnreadable, read
from ouderapp.sealing.argon import Cost

CASUS = read()
CHEAP = Cost(8, 1)


@pytest.fixture(scope="session")
def opened(out: Path) -> dict[str, dict[str, bytes]]:
    """{bundle: {member: bytes}}, opened with the real age and tar."""
    identity = out / "office-identity.txt"
    found = {}
    for bundle in sorted((out / "bundels").glob("*.age")):
        plain = subprocess.run(
            ["age", "-d", "-i", str(identity), str(bundle)], capture_output=True, check=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
            found[bundle.name] = {
                member.name: _content(archive, member) for member in archive.getmembers()
            }
    return found


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    assert file is not None
    return file.read()


def _rows(members: dict[str, bytes], table: str) -> list[dict[str, Any]]:
    lines = members.get(f"records/{table}.jsonl", b"").splitlines()
    return [json.loads(line) for line in lines]


def _by_month(opened: dict[str, dict[str, bytes]]) -> dict[str, dict[str, bytes]]:
    return {json.loads(m["manifest.json"])["period"]: m for m in opened.values()}


def test_the_office_counts_from_the_bundles_alone_what_the_story_expects(out: Path) -> None:
    found = json.loads((out / "report.json").read_text("utf-8"))

    for bundle in CASUS.block("monthly_bundles"):
        expected = bundle["expected_statistics_by_event_month"]
        assert found["months"][bundle["month"]] == expected
    assert found["year"] == CASUS.data["expected_year_statistics"]
    assert found["published"] == CASUS.data["expected_published_statistics"]


def test_the_report_is_also_paper_and_a_workbook(out: Path) -> None:
    paper = PdfReader(out / "report.pdf")
    book = openpyxl.load_workbook(out / "report.xlsx")

    assert "1.070" in "".join(page.extract_text() for page in paper.pages)
    assert len(book.worksheets) == 5


def test_every_month_was_received_and_its_receipt_taken_in(done: Result) -> None:
    """B04, B08: seven bundles in a chain, seven receipts."""
    assert [month.period for month in done.months] == [b.month for b in CASUS.bundles]
    assert all(len(month.words) == 6 for month in done.months)


def test_a_bundle_holds_the_contacts_of_its_month(opened: dict[str, dict[str, bytes]]) -> None:
    """The rows of contacts are those of the story, but for the family that withdrew."""
    months = _by_month(opened)
    for bundle in CASUS.block("monthly_bundles"):
        expected = {CASUS.ids[key] for key in bundle["contact_keys_in_bundle"]}
        sent = {
            row["id"] for row in _rows(months[bundle["month"]], "contact") if row["op"] == "put"
        }
        withdrawn = {CASUS.ids["C-37"]}
        assert sent == expected - withdrawn


def test_a_visit_written_down_later_travels_later(opened: dict[str, dict[str, bytes]]) -> None:
    """NEG-07: C-06 of 30 December is in the January bundle and corrects December."""
    months = _by_month(opened)
    late = CASUS.ids["C-06"]

    assert late not in {row["id"] for row in _rows(months["2024-12"], "contact")}
    assert late in {row["id"] for row in _rows(months["2025-01"], "contact")}


def test_after_withdrawal_no_row_of_the_family_leaves(opened: dict[str, dict[str, bytes]]) -> None:
    """NEG-10: from April on the office is told to take the rows of this family out."""
    months = _by_month(opened)
    family = CASUS.ids["GEZ-04"]

    gone = [row for row in _rows(months["2025-04"], "family") if row["id"] == family]
    assert [row["op"] for row in gone] == ["del"]
    for period in ("2025-04", "2025-05", "2025-06"):
        assert all(
            row["data"]["family"] != family
            for row in _rows(months[period], "contact")
            if row["op"] == "put"
        )


def test_no_name_and_no_free_text_leaves(opened: dict[str, dict[str, bytes]]) -> None:
    """B03, decision 12: under `coded` no person, place of theirs, or word of a note."""
    whole = b"".join(part for members in opened.values() for part in members.values())
    names = [p[part] for p in CASUS.block("persons") for part in ("given_name", "family_name")]
    names += [p["given_name"] for p in CASUS.block("participants_without_dossier")]
    texts = [c["summary_nl"] for c in CASUS.block("contacts")]
    texts += [q["text_nl"] for q in CASUS.block("questions")]

    found = [text for text in names + texts if text.encode("utf-8") in whole]

    assert found == []


def test_a_private_note_is_in_no_bundle_and_on_no_paper(
    opened: dict[str, dict[str, bytes]], out: Path
) -> None:
    """NEG-11: not its words, not even that it exists."""
    note = CASUS.block("private_notes")[0]
    whole = b"".join(part for members in opened.values() for part in members.values())
    papers = [page.extract_text() for f in out.rglob("*.pdf") for page in PdfReader(f).pages]

    assert note["text_nl"].encode("utf-8") not in whole
    assert CASUS.ids[note["key"]].encode("ascii") not in whole
    assert not any("persoonlijke notitie" in text for text in papers)


def test_file_names_say_nothing(out: Path) -> None:
    """Decision 20: random letters and a number, never a person, a place or a month."""
    names = [file.name for file in (out / "bundels").iterdir()]
    names += [file.name for file in (out / "ontvangstbewijzen").iterdir()]

    assert all(name.startswith(("oud-", "bon-")) for name in names)
    assert not any("2025" in name or "2024" in name for name in names)


def test_each_referral_letter_of_the_story_is_there_with_its_leaflet(out: Path) -> None:
    """R06, R08: three letters on paper; the leaflet in a language that the parents read."""
    printed = [row for row in CASUS.block("letters") if row.get("printed")]

    assert len(list((out / "brieven").glob("brief-*.pdf"))) == len(printed)
    assert len(list((out / "brieven").glob("blad-*.pdf"))) == len(printed)


def test_another_story_counts_as_it_should(tmp_path: Path) -> None:
    """Other ids, other years, other names: nothing is tied to this story."""
    other = tmp_path / "other.json"
    other.write_text(json.dumps(_another(CASUS.data)), "utf-8")

    result = run(tmp_path / "out", other, pictures=False, cheap=CHEAP)

    year = result.figures["year"]
    assert year["period"] == ["2029-09-01", "2030-06-30"]
    assert year["contacts_total"] == 37


def _another(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _another(item) for key, item in value.items() if key != "id"}
    if isinstance(value, list):
        return [_another(item) for item in value]
    if isinstance(value, str) and value[:3] in ("202",) and value[4:5] == "-":
        return f"{int(value[:4]) + 5}{value[4:]}"
    return value.replace("Makiese", "Vandevoorde") if isinstance(value, str) else value


def test_figures_that_differ_from_the_story_end_with_a_problem(tmp_path: Path) -> None:
    """The control: a story that expects something else does not pass."""
    wrong = json.loads(json.dumps(CASUS.data))
    wrong["expected_year_statistics"]["contacts_total"] = 38
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(wrong), "utf-8")

    with pytest.raises(FiguresDiffer):
        run(tmp_path / "out", file, pictures=False, cheap=CHEAP)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")

    with pytest.raises(FolderNotEmpty):
        run(tmp_path, pictures=False, cheap=CHEAP)

    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"persons": 3}', '{"families": [{}]}'])
def test_a_file_that_is_no_story_is_refused(tmp_path: Path, text: str) -> None:
    i18n.install()
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")

    with pytest.raises(CasusUnreadable):
        run(tmp_path / "out", file, pictures=False, cheap=CHEAP)


def test_the_real_programs_are_the_ones_that_open_a_bundle() -> None:
    assert shutil.which("age")
