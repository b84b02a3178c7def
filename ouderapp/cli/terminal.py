"""The only place that writes to the terminal and asks something there."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, filled, mark


class PassphraseFileMissing(Problem):
    message = mark("The file with the passphrase is not there: {file}")
    hint = mark("Check the name of the file after --passphrase-file.")


@dataclass(frozen=True)
class Answer:
    """What a piece of work has to say: sentences for a person, facts for a program."""

    sentences: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    is_good: bool = True


def show(answer: Answer, *, as_json: bool) -> None:
    """Write the answer on standard output."""
    if as_json:
        import json  # the window comes sooner without it

        _write(json.dumps(dict(answer.facts), ensure_ascii=False, indent=2, default=str))
        return
    for sentence in answer.sentences:
        _write(sentence)


def complain(problem: Problem, *, as_json: bool) -> None:
    """Say on standard error what is so and what to do about it."""
    message = filled(problem.message, problem.places)
    hint = filled(problem.hint, problem.places) if problem.hint else ""
    if as_json:
        import json

        facts = {"problem": str(problem), "message": message, "hint": hint}
        _write(json.dumps(facts, ensure_ascii=False, indent=2))
    sys.stderr.write("\n".join(filter(None, (message, hint))) + "\n")


def passphrase(file: Path | None) -> str:
    """The passphrase: the first line of a file, or typed unseen; never a word of the command."""
    if file is not None:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise PassphraseFileMissing(file=str(file)) from error
        return lines[0] if lines else ""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")

    from getpass import getpass

    return getpass(_("Passphrase: "))


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
