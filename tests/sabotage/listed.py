"""The list of one-line weakenings of the program, read from the files beside this one."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
SUBJECTS = ("store", "keys", "lock_and_leaks", "exchange", "privacy")


@dataclass(frozen=True)
class Sabotage:
    """One weakening: in `file` the text `old` becomes `new`, and one of `tests` must notice."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def applied(self, source: str) -> str:
        """The weakened source; raises ValueError when the line is not there exactly once."""
        if source.count(self.old) != 1:
            raise ValueError(f"{self.file}: {source.count(self.old)} times {self.old!r}")
        return source.replace(self.old, self.new)


def listed() -> list[Sabotage]:
    """All of them, subject by subject."""
    return [
        Sabotage(one["name"], one["file"], one["old"], one["new"], tuple(one["tests"]))
        for subject in SUBJECTS
        for one in tomllib.loads((FOLDER / f"{subject}.toml").read_text("utf-8"))["sabotage"]
    ]
