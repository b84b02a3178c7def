"""`ouderapp sample` and `ouderapp demo`: practice stores, and the main job without a screen."""

import argparse
from pathlib import Path
from typing import Any

from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.cli import terminal
from ouderapp.cli.terminal import Answer

SETS = ("V", "S", "M", "L", "N")
SUMMARY = mark("Practice files of set {name} are in {folder}.")


def add_sample(words: Any) -> None:
    """The words of `sample`."""
    parser = words.add_parser("sample", help=_("fill a practice store with sample data"))
    parser.add_argument("--set", choices=SETS, required=True, dest="set_name")
    parser.add_argument("--store", type=Path, required=True, metavar="DIR")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help=_("answer for a program"))
    parser.set_defaults(work=sample)


def add_demo(words: Any) -> None:
    """The words of `demo`."""
    parser = words.add_parser("demo", help=_("do the main job on a story, without a screen"))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--casus", type=Path, metavar="FILE", help=_("another story"))
    parser.add_argument("--json", action="store_true", help=_("answer for a program"))
    parser.set_defaults(work=demo)


def sample(asked: argparse.Namespace) -> Answer:
    """Make a practice vault and fill it."""
    from ouderapp.sample.practice import fill_practice

    fill_practice(asked.store, asked.set_name, terminal.passphrase(asked.passphrase_file))
    sentence = _(SUMMARY).format(name=asked.set_name, folder=asked.store)
    return Answer((sentence,), {"set": asked.set_name, "store": str(asked.store)})


def demo(asked: argparse.Namespace) -> Answer:
    """Do the main job and say where the results are."""
    from ouderapp.demo.main_job import run

    result = run(asked.out, asked.casus)
    months = len(result.months)
    words = ngettext(
        "{n} month was made, received and answered; the figures are right.",
        "{n} months were made, received and answered; the figures are right.",
        months,
    )
    sentences = (
        words.format(n=number(months)),
        _("The results are in {folder}: report.pdf, letters, bundles and pictures.").format(
            folder=asked.out
        ),
    )
    facts: dict[str, object] = {
        "out": str(asked.out),
        "months": [month.period for month in result.months],
        "pictures": result.pictures,
        "figures": result.figures,
    }
    return Answer(sentences, facts)
