"""The door answers at once, in Dutch, and imports nothing that it does not need."""

import subprocess
import sys

import pytest

import ouderapp
from ouderapp.cli import door
from ouderapp.cli.words import WRONG_WORDS

HEAVY = {"PySide6", "sqlalchemy", "sqlcipher3", "alembic", "babel", "reportlab", "nacl", "docx"}


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(word: str) -> None:
    command = (
        "import sys; from ouderapp.cli.door import run\n"
        f"try:\n    run(['{word}'])\n"
        "except SystemExit:\n    sys.stderr.write(' '.join(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, encoding="utf-8", check=True
    )

    assert HEAVY & set(done.stderr.split()) == set()


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        door.run(["--version"])

    assert left.value.code == 0
    assert capsys.readouterr().out == f"ouderapp {ouderapp.__version__}\n"


def test_a_wrong_word_is_answered_in_dutch_with_its_own_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as left:
        door.run(["--kleur", "blauw"])

    assert left.value.code == WRONG_WORDS
    assert "Dit commando klopt niet" in capsys.readouterr().err
