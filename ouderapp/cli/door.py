"""The words of the command line, and which piece of work each of them asks for."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import ouderapp
from ouderapp.base import i18n
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _
from ouderapp.cli import terminal

GOOD, NOT_DONE, WRONG_WORDS = 0, 1, 2
SETS = ("V", "S", "M", "L", "N")


class Words(argparse.ArgumentParser):
    """A parser that says in the person's language that it did not understand."""

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(WRONG_WORDS, _("This command is not right.") + f" ({message})\n")


def run(words: Sequence[str]) -> int:
    """Do what the words ask; 0 when it is done, 1 when it cannot be, 2 for wrong words."""
    i18n.install()
    asked = parser().parse_args(words)
    if asked.work is None:
        return _window(asked)
    try:
        terminal.show(asked.work(asked), as_json=asked.json)
    except Problem as problem:
        terminal.complain(problem, as_json=asked.json)
        return NOT_DONE
    return GOOD


def parser() -> Words:
    """Every word that the command line knows."""
    door = Words(prog="ouderapp", description=_("Opens ouderapp, or does one thing without it."))
    door.add_argument("--version", action="version", version=f"ouderapp {ouderapp.__version__}")
    door.add_argument("--store", type=Path, metavar="DIR", help=_("the folder of the files"))
    door.add_argument("--practice", action="store_true", help=_("open the practice files"))
    door.add_argument("--locked", metavar="REASON", default="", help=argparse.SUPPRESS)
    door.set_defaults(work=None, json=False)
    return door


def _window(asked: argparse.Namespace) -> int:
    from ouderapp.app import run as open_window

    return open_window(asked.store, practice=asked.practice, locked=asked.locked)
