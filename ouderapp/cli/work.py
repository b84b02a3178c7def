"""Checking a store and making a bundle without a window: each gives an `Answer`."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark, ngettext
from ouderapp.cli.terminal import Answer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ouderapp.backup.proving import Proof


class MonthUnreadable(Problem):
    message = mark("This is not a month: {month}")
    hint = mark("Write it as 2025-03.")


def check(asked: argparse.Namespace) -> Answer:
    """Read a whole store and say whether anything is wrong."""
    from ouderapp.backup.proving import prove_all
    from ouderapp.cli.vaults import opened
    from ouderapp.store.soundness import soundness

    with opened(asked) as database:
        found = database.run(soundness)
        backups = prove_all(database)
    sentence = _("Something is damaged. Put back the newest backup, or call your office.")
    if found.is_sound:
        sentence = ngettext(
            "Everything is whole: {number} record.",
            "Everything is whole: {number} records.",
            found.records,
        ).format(number=found.records)
    facts = asdict(found) | {"is_sound": found.is_sound, "backups": backups}
    is_good = found.is_sound and all(one.is_whole for one in backups)
    return Answer((sentence, *map(_of_backup, backups)), facts, is_good=is_good)


def _of_backup(proof: "Proof") -> str:
    """What was found about one backup."""
    places = {"file": proof.file}
    if proof.is_older:
        words = _("Backup {file}: of an older key, opened only with its own passphrase.")
        return words.format(**places)
    if proof.is_whole:
        return _("Backup {file}: whole.").format(**places)
    return _("Backup {file}: damaged or not complete. Do not count on it.").format(**places)


def export(asked: argparse.Namespace) -> Answer:
    """Close a month: make its bundle and write it to a folder."""
    from ouderapp.cli.vaults import opened
    from ouderapp.exchange.enrolment import office_of
    from ouderapp.exchange.export import BundleRequest, make_bundle
    from ouderapp.exchange.shapes import is_month
    from ouderapp.exchange.stick import copy_to
    from ouderapp.reports.commands import freeze_counts

    def fill_counts(session: "Session", _month: str) -> None:
        freeze_counts(session, office_of(session).worker)

    if not is_month(asked.month):
        raise MonthUnreadable(month=asked.month)
    with opened(asked) as database:
        bundle = make_bundle(database, BundleRequest(asked.month, fill_counts))
        file = copy_to(database.paths.outbox / bundle.file, asked.out, bundle.file_hash)
    rows = sum(bundle.counts.values())
    sentences = (
        ngettext(
            "Bundle {seq} with {number} row is ready.",
            "Bundle {seq} with {number} rows is ready.",
            rows,
        ).format(seq=bundle.seq, number=rows),
        _("The file: {file}").format(file=file),
        _("Its words: {words}").format(words=" ".join(bundle.words)),
    )
    return Answer(sentences, asdict(bundle) | {"file": file})
