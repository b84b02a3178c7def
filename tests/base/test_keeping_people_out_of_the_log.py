"""The log says what happened and where in the code, and never a word of a person (SECURITY 8)."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ouderapp.base import log
from ouderapp.base.ids import new_id


@pytest.fixture(autouse=True)
def started(tmp_path: Path) -> Iterator[None]:
    log.start(tmp_path)
    yield
    log.stop()


def a_failure(words: str) -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_numbers_ids_and_codes_are_written(tmp_path: Path) -> None:
    family = new_id()

    log.event("bundle_made", rows=12, family=family, level="coded")

    assert log.newest(tmp_path).endswith(f"bundle_made rows=12 family={family} level=coded")


def test_a_word_of_a_person_is_written_as_a_dash(tmp_path: Path) -> None:
    log.event("file_refused", name="Lijst van Rania Haddad.xlsx")

    assert "Rania" not in log.newest(tmp_path)
    assert log.newest(tmp_path).endswith("file_refused name=-")


def test_a_bug_leaves_its_class_and_place_but_not_its_message(tmp_path: Path) -> None:
    log.bug(a_failure("Rania Haddad"))

    line = log.newest(tmp_path)
    assert "bug builtins.ValueError" in line
    assert f"{Path(__file__).name}:" in line
    assert "Rania" not in line


def test_a_place_in_the_code_hides_the_folders_of_the_laptop(tmp_path: Path) -> None:
    log.bug(a_failure(""))

    assert str(Path(__file__).parent.parent) not in log.newest(tmp_path)


def test_only_the_owner_may_read_the_log(tmp_path: Path) -> None:
    log.event("started")

    assert stat.S_IMODE((tmp_path / log.FILE).stat().st_mode) == 0o600


def test_an_event_without_a_log_goes_nowhere(tmp_path: Path) -> None:
    log.stop()

    log.event("started")

    assert log.newest(tmp_path) == ""


def test_the_cause_of_a_bug_is_noted_too(tmp_path: Path) -> None:
    error = RuntimeError()
    error.__cause__ = a_failure("")

    log.bug(error)

    assert "ValueError" in log.newest(tmp_path)


def test_a_full_log_is_put_aside_and_only_three_files_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST", 200)

    for number in range(60):
        log.event("step", number=number)

    files = sorted(file.name for file in tmp_path.iterdir())
    assert files == ["ouderapp.log", "ouderapp.log.1", "ouderapp.log.2"]
    assert "number=59" in log.newest(tmp_path)


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / log.FILE).mkdir()

    log.event("started")

    assert (tmp_path / log.FILE).is_dir()
