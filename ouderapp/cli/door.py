"""The words of the command line, and which piece of work each of them asks for."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import ouderapp
from ouderapp.base import i18n
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.cli import terminal
from ouderapp.cli.terminal import Answer

GOOD, NOT_DONE, WRONG_WORDS = 0, 1, 2
SETS = ("V", "S", "M", "L", "N")
LEVELS = ("counts", "coded", "dossier")

# Each word with its help; its work is the function of that name in `work.py` or `office.py`.
WORK = {
    "sample": mark("fill a new store with invented families"),
    "demo": mark("play the story from the first visit to the report"),
    "export": mark("close a month: make its bundle"),
    "check": mark("read a whole store and say whether it is sound"),
}
OFFICE = {
    "init": mark("set up an office in a new store"),
    "enrol": mark("answer the enrolment file of a worker"),
    "confirm": mark("link a laptop after comparing the words"),
    "receive": mark("take in bundles and write receipts"),
    "overview": mark("who delivered what, and what is missing"),
    "report": mark("write the figures of a school year"),
}


class Words(argparse.ArgumentParser):
    """A parser that says in the person's language that it did not understand."""

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(WRONG_WORDS, _("This command is not right.") + f" ({message})\n")


def run(words: Sequence[str]) -> int:
    """Do what the words ask; 0 when it is done, 1 when it cannot be, 2 for wrong words."""
    i18n.install()
    asked = parser().parse_args(words)
    if not asked.work:
        return _window(asked)
    try:
        answer = _work_of(asked.work)(asked)
    except Problem as problem:
        terminal.complain(problem, as_json=asked.json)
        return NOT_DONE
    terminal.show(answer, as_json=asked.json)
    return GOOD if answer.is_good else NOT_DONE


def parser() -> Words:
    """Every word that the command line knows."""
    door = Words(prog="ouderapp", description=_("Opens ouderapp, or does one thing without it."))
    door.add_argument("--version", action="version", version=f"ouderapp {ouderapp.__version__}")
    door.add_argument("--locked", metavar="REASON", default="", help=argparse.SUPPRESS)
    _add_store(door)
    door.set_defaults(work="")
    work = door.add_subparsers(title=_("without a window"), metavar=_("WORK"))
    made = {name: _add(work, "work", name, help_) for name, help_ in WORK.items()}
    made["sample"].add_argument("--set", choices=SETS, required=True, help=_("which families"))
    made["demo"].add_argument("--out", type=Path, required=True, help=_("an empty folder"))
    made["demo"].add_argument("--casus", type=Path, help=_("another story"))
    made["demo"].add_argument("--no-pictures", action="store_true", help=_("without screens"))
    made["export"].add_argument("--month", required=True, help=_("for example 2025-03"))
    made["export"].add_argument("--out", type=Path, required=True, help=_("the stick"))
    office = work.add_parser("office", help=_("the work of the office"))
    _add_office(office.add_subparsers(required=True, metavar=_("WORK")))
    return door


def _add_office(work: "argparse._SubParsersAction[Words]") -> None:
    made = {name: _add(work, "office", name, help_) for name, help_ in OFFICE.items()}
    made["init"].add_argument("--name", required=True, help=_("the name of the office"))
    made["init"].add_argument("--phone", required=True, help=_("to compare words"))
    made["init"].add_argument("--level", choices=LEVELS, default="coded", help=_("what may leave"))
    made["enrol"].add_argument("file", type=Path, help=_("the file of the worker"))
    made["enrol"].add_argument("--out", type=Path, required=True, help=_("where the answer goes"))
    made["confirm"].add_argument("key", help=_("as enrol named it"))
    made["receive"].add_argument("files", type=Path, nargs="+", help=_("bundles, or folders"))
    made["receive"].add_argument("--receipts", type=Path, help=_("where the receipts go"))
    made["report"].add_argument("--year", type=int, required=True, help=_("the year it began"))
    made["report"].add_argument("--out", type=Path, required=True, help=_("where the files go"))


def _add(work: "argparse._SubParsersAction[Words]", module: str, name: str, help_: str) -> Words:
    made = work.add_parser(name, help=_(help_), description=_(help_))
    made.set_defaults(work=f"{module}:{name}")
    _add_store(made, default=argparse.SUPPRESS)
    return made


def _add_store(made: Words, default: object = None) -> None:
    """The words that every piece of work understands, before or after its own name."""
    practice = False if default is None else default
    made.add_argument(
        "--store", type=Path, metavar="DIR", default=default, help=_("the folder of the files")
    )
    made.add_argument(
        "--practice", action="store_true", default=practice, help=_("the practice files")
    )
    made.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        default=default,
        help=_("its first line is the passphrase"),
    )
    made.add_argument("--json", action="store_true", default=practice, help=_("answer as data"))


def _work_of(place: str) -> Callable[[argparse.Namespace], Answer]:
    module, _colon, name = place.partition(":")
    work: Callable[[argparse.Namespace], Answer] = getattr(
        import_module(f"ouderapp.cli.{module}"), name
    )
    return work


def _window(asked: argparse.Namespace) -> int:
    from ouderapp.app import run as open_window

    return open_window(asked.store, practice=asked.practice, locked=asked.locked)
