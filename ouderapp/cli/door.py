"""The words of the command line, and which piece of work each of them asks for."""

import argparse
import gc
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import ouderapp
from ouderapp.base import i18n
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.cli import terminal
from ouderapp.cli.terminal import Answer
from ouderapp.cli.words import Words

GOOD, NOT_DONE = 0, 1
SETS = ("V", "S", "M", "L", "N")
LEVELS = ("counts", "coded", "dossier")
ALONE, WITH_VALUE = ("--practice",), ("--store", "--locked")
"""What the window may be started with."""

# Each word with its help; its work is the function of that name in the module named here.
PRACTICE = {
    "sample": mark("fill a practice store with sample data"),
    "demo": mark("do the main job on a story, without a screen"),
}
WORK = {
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


def run(words: Sequence[str]) -> int:
    """Do what the words ask; 0 when it is done, 1 when it cannot be, 2 for wrong words."""
    i18n.install()
    knows = parser() if _names_work(words) else _window_parser()
    asked = knows.parse_args(words)
    if not asked.work:
        return _window(asked)
    try:
        answer = _work_of(asked.work)(asked)
    except Problem as problem:
        terminal.complain(problem, as_json=asked.json)
        return NOT_DONE
    terminal.show(answer, as_json=asked.json)
    return GOOD if answer.is_good else NOT_DONE


def _names_work(words: Sequence[str]) -> bool:
    """Whether there is more than the window is started with: it comes sooner on its own."""
    left = list(words)
    while left:
        name = left.pop(0)
        if name in WITH_VALUE and left:
            left.pop(0)
        elif name not in ALONE:
            return True
    return False


def _window_parser() -> Words:
    door = Words(prog="ouderapp", description=_("Opens ouderapp, or does one thing without it."))
    version = f"ouderapp {ouderapp.__version__}"
    door.may("--version", action="version", version=version, help=_("say which version this is"))
    door.may("--locked", default="", help=argparse.SUPPRESS)
    _add_common(door, nothing=None, no=False)
    door.set_defaults(work="")
    return door


def parser() -> Words:
    """Every word that the command line knows."""
    door = _window_parser()
    work = door.add_subparsers(title=_("without a window"), metavar=_("WORK"))
    made = _add_all(work, "practice", PRACTICE) | _add_all(work, "work", WORK)
    made["sample"].must("--set", choices=SETS, type=str, help=_("which families"))
    made["demo"].must("--out", help=_("an empty folder"))
    made["demo"].may_name("--casus", help=_("another story"))
    made["demo"].may("--no-pictures", action="store_true", help=_("without pictures of screens"))
    made["export"].must("--month", type=str, help=_("for example 2025-03"))
    made["export"].must("--out", help=_("the stick"))
    help_ = _("the work of the office")
    office = work.add_parser("office", help=help_, description=help_)
    _add_office(office.add_subparsers(title=help_, required=True, metavar=_("WORK")))
    return door


def _add_office(work: "argparse._SubParsersAction[Words]") -> None:
    made = _add_all(work, "office", OFFICE)
    made["init"].must("--name", type=str, help=_("the name of the office"))
    made["init"].must("--phone", type=str, help=_("the number to compare words"))
    made["init"].may("--level", choices=LEVELS, default="coded", help=_("what may leave"))
    made["enrol"].must("file", help=_("the file of the worker"))
    made["enrol"].must("--out", help=_("where the answer goes"))
    made["confirm"].must("key", type=str, help=_("as enrol named it"))
    made["receive"].must("files", nargs="+", help=_("bundles, or folders with bundles"))
    made["receive"].may_name("--receipts", help=_("where the receipts go"))
    made["report"].must("--year", type=int, help=_("the year in which it began"))
    made["report"].must("--out", help=_("where the files go"))


def _add_all(
    work: "argparse._SubParsersAction[Words]", module: str, names: Mapping[str, str]
) -> dict[str, Words]:
    made = {}
    for name, help_ in names.items():
        made[name] = work.add_parser(name, help=_(help_), description=_(help_))
        made[name].set_defaults(work=f"{module}:{name}")
        _add_common(made[name], nothing=argparse.SUPPRESS, no=argparse.SUPPRESS)
    return made


def _add_common(made: Words, nothing: object, no: object) -> None:
    """What may be said before or after the name of the work; the later one counts."""
    first_line = _("a file with the passphrase on its first line")
    made.may_name("--store", default=nothing, help=_("the folder of the files"))
    made.may("--practice", action="store_true", default=no, help=_("the practice files"))
    made.may_name("--passphrase-file", default=nothing, help=first_line)
    made.may("--json", action="store_true", default=no, help=_("answer as data"))


def _work_of(place: str) -> Callable[[argparse.Namespace], Answer]:
    module, _colon, name = place.partition(":")
    work: Callable[[argparse.Namespace], Answer] = getattr(
        import_module(f"ouderapp.cli.{module}"), name
    )
    return work


def _window(asked: argparse.Namespace) -> int:
    # Looking for forgotten objects while modules are imported finds none, and takes its time;
    # the window does its own looking (`ui.sweeping`).
    gc.disable()
    from ouderapp.app import run as open_window

    return open_window(asked.store, practice=asked.practice, locked=asked.locked)
