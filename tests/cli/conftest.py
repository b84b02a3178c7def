"""A command line to speak to: words in, exit code and answers out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ouderapp.cli import door, vaults
from ouderapp.sealing.argon import Cost

PASSPHRASE = "zeven groene fietsen onderweg naar zee"
CHEAP = Cost(64, 1)


@dataclass(frozen=True)
class Said:
    """What came back: the exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The answer as data."""
        return json.loads(self.out)


Say = Callable[..., Said]


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "phrase.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


@pytest.fixture
def say(
    passphrase_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Say:
    """Say words to ouderapp, with the passphrase in a file."""
    monkeypatch.setattr(vaults, "cheap", CHEAP)

    def speak(*words: object) -> Said:
        code = door.run([*map(str, words), "--passphrase-file", str(passphrase_file)])
        answer = capsys.readouterr()
        return Said(code, answer.out, answer.err)

    return speak
