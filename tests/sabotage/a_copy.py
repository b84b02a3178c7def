"""A copy of the program and its tests that may be weakened, and tests that run on it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.house_rules import ROOT
from tests.sabotage.imported_here import COPY
from tests.sabotage.listed import Sabotage

COPIED = ("ouderapp", "tests", "packaging")
LENT = ("resources", "translations")
PASSED, FAILED = 0, 1
"""How pytest ends when every test passes, and when at least one fails; more is no answer."""


class Copy:
    """The copied source in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        # Compiled modules come along, but not those that are just being written.
        left_out = shutil.ignore_patterns("*.pyc.*")
        for name in COPIED:
            shutil.copytree(ROOT / name, self.folder / name, ignore=left_out)
        for name in LENT:
            (self.folder / name).symlink_to(ROOT / name, target_is_directory=True)
        shutil.copy(ROOT / "pyproject.toml", self.folder)

    @classmethod
    def elsewhere(cls, folder: Path) -> "Copy":
        """What lies in a folder already, copied or not."""
        found = cls.__new__(cls)
        found.folder = folder.resolve()
        return found

    @contextmanager
    def weakened(self, sabotage: Sabotage) -> Iterator[None]:
        """A block in which this one line is another one; raises ValueError when it is not there."""
        file = self.folder / sabotage.file
        source = file.read_text("utf-8")
        file.write_text(sabotage.applied(source), "utf-8")
        try:
            yield
        finally:
            file.write_text(source, "utf-8")

    def test(self, tests: Sequence[str]) -> tuple[int, str]:
        """Run these tests on the copy: how pytest ended, and what it said."""
        options = ("-q", "-x", "--tb=line", "-p", "no:randomly", "-p", "no:cacheprovider")
        plugin = ("-p", "tests.sabotage.imported_here")
        surroundings = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
            COPY: str(self.folder),
            "PYTHONPATH": os.pathsep.join([str(self.folder), str(self.folder / "packaging")]),
            # A module that was weakened must not be kept in its compiled form.
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *plugin, *tests],
            cwd=self.folder,
            env=surroundings,
            capture_output=True,
            text=True,
        )
        return ended.returncode, ended.stdout + ended.stderr
