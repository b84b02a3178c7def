"""The walls between the parts stand, and each of them bites."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent

# One broken wall for every contract of pyproject.toml: the file to plant, and what it imports.
BREACHES = {
    "Each layer imports only what stands below it": ("base/x.py", "ouderapp.store.database"),
    "Qt only where something is shown": ("store/x.py", "PySide6"),
    "No SQL in ui": ("ui/x.py", "sqlalchemy"),
    "Tables are touched by commands, queries and exchange only": (
        "contacts/x.py",
        "ouderapp.store.tables",
    ),
    "Records and rules are pure": ("contacts/rules.py", "ouderapp.base.clock"),
    "reportlab only where pages are drawn": ("exchange/x.py", "reportlab"),
    "Keys and ciphers only in sealing, the cipher of the file only in store": (
        "exchange/y.py",
        "nacl.secret",
    ),
    "Nothing talks to the network": ("exchange/z.py", "socket"),
    "Screens do not import each other in circles": ("ui/problems.py", "ouderapp.ui.x"),
}


def contracts() -> set[str]:
    """The names of all contracts."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {one["name"] for one in settings["tool"]["importlinter"]["contracts"]}


def test_no_module_imports_through_a_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert lint_imports() == 0


def test_every_wall_bites_when_it_is_broken(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "ouderapp", tmp_path / "ouderapp")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for place, imported in BREACHES.values():
        with (tmp_path / "ouderapp" / place).open("a") as file:
            file.write(f"import {imported}\n")
    with (tmp_path / "ouderapp/ui/x.py").open("a") as file:
        file.write("import ouderapp.ui.problems\n")

    command = "from importlinter.cli import lint_imports as check; check()"
    answer = subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, capture_output=True, text=True
    )

    broken = set(re.findall(r"^(.+) BROKEN", answer.stdout, re.MULTILINE))
    assert broken == contracts() == set(BREACHES)
