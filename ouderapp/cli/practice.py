"""`ouderapp sample` and `ouderapp demo`: practice stores, and the main job without a screen."""

import argparse

from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.base.paths import own_vault
from ouderapp.cli import terminal
from ouderapp.cli.terminal import Answer

SUMMARY = mark("Practice files of set {name} are in {folder}.")


def sample(asked: argparse.Namespace) -> Answer:
    """Make a practice vault and fill it: the one of this laptop when no folder is named."""
    from ouderapp.cli import vaults
    from ouderapp.sample.practice import fill_practice

    folder = asked.store or own_vault(is_practice=True)
    words = terminal.passphrase(asked.passphrase_file)
    fill_practice(folder, asked.set, words, cheap=vaults.cheap)
    sentence = _(SUMMARY).format(name=asked.set, folder=folder)
    return Answer((sentence,), {"set": asked.set, "store": str(folder)})


def demo(asked: argparse.Namespace) -> Answer:
    """Do the main job and say where the results are."""
    from ouderapp.demo.main_job import run

    result = run(asked.out, asked.casus, pictures=not asked.no_pictures)
    months = len(result.months)
    words = ngettext(
        "{n} month was made, received and answered; the figures are right.",
        "{n} months were made, received and answered; the figures are right.",
        months,
    )
    sentences: tuple[str, ...] = (
        words.format(n=number(months)),
        _("The results are in {folder}: report.pdf, letters, bundles and pictures.").format(
            folder=asked.out
        ),
    )
    refused = sum(month.refused_letters for month in result.months)
    if refused:
        refusal = ngettext(
            "{n} letter was not made: there is no written consent for it.",
            "{n} letters were not made: there is no written consent for them.",
            refused,
        )
        sentences += (refusal.format(n=number(refused)),)
    facts: dict[str, object] = {
        "refused_letters": refused,
        "out": str(asked.out),
        "months": [month.period for month in result.months],
        "pictures": result.pictures,
        "figures": result.figures,
    }
    return Answer(sentences, facts)
