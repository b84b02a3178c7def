"""A dialog for files leaves no name of a folder in the settings of Qt (X02)."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_visited_folder_is_written_down_nowhere(tmp_path: Path) -> None:
    folder, settings = tmp_path / "Gezin Haddad", tmp_path / "config"
    folder.mkdir()

    answer = subprocess.run(
        [sys.executable, "-m", "tests.ui.saved_once", str(folder)],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(settings), "QT_QPA_PLATFORMTHEME": ""},
        capture_output=True,
        text=True,
    )

    written = [file for file in settings.rglob("*") if file.is_file()]
    assert answer.stdout == "brief.pdf", answer.stderr
    assert written, "Qt wrote no settings: this test would see nothing"
    assert [file.name for file in written if b"Haddad" in file.read_bytes()] == []
