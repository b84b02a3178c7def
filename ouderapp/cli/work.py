"""Practice stores, the story, checking a store, making a bundle: each gives an `Answer`."""

import argparse
from dataclasses import asdict

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark, ngettext
from ouderapp.cli.terminal import Answer


class MonthUnreadable(Problem):
    message = mark("This is not a month: {month}")
    hint = mark("Write it as 2025-03.")


def sample(asked: argparse.Namespace) -> Answer:
    """Fill a new vault with a set of invented families."""
    from ouderapp.cli.vaults import made
    from ouderapp.sample.fill import fill
    from ouderapp.store.soundness import soundness

    with made(asked) as (database, created):
        database.run(fill, asked.set)
        records = database.run(soundness).records
        folder = str(database.paths.vault)
    sentences = (
        ngettext("{number} record written.", "{number} records written.", records).format(
            number=records
        ),
        _("The files are in {folder}").format(folder=folder),
    )
    facts = {"set": asked.set, "store": folder, "records": records, "words": created.words}
    return Answer(sentences, facts)


def demo(asked: argparse.Namespace) -> Answer:
    """Play the story from the first visit to the office's report."""
    from ouderapp.demo.main_job import run

    result = run(asked.out, asked.casus, pictures=not asked.no_pictures)
    months = len(result.months)
    sentences = (
        ngettext(
            "{number} month was closed, received and counted.",
            "{number} months were closed, received and counted.",
            months,
        ).format(number=months),
        _("Everything that was made is in {folder}").format(folder=asked.out),
    )
    facts: dict[str, object] = {
        "out": asked.out,
        "months": [asdict(month) for month in result.months],
        "figures": result.figures,
        "pictures": result.pictures,
    }
    return Answer(sentences, facts)


def check(asked: argparse.Namespace) -> Answer:
    """Read a whole store and say whether anything is wrong."""
    from ouderapp.cli.vaults import opened
    from ouderapp.store.soundness import soundness

    with opened(asked) as database:
        found = database.run(soundness)
    if found.is_sound:
        records = found.records
        sentence = ngettext(
            "Everything is whole: {number} record.",
            "Everything is whole: {number} records.",
            records,
        ).format(number=records)
    else:
        sentence = _("Something is damaged. Put back the newest backup, or call your office.")
    facts = asdict(found) | {"is_sound": found.is_sound}
    return Answer((sentence,), facts, is_good=found.is_sound)


def export(asked: argparse.Namespace) -> Answer:
    """Close a month: make its bundle and write it to a folder."""
    from ouderapp.cli.vaults import opened
    from ouderapp.exchange.enrolment import office_of
    from ouderapp.exchange.export import BundleRequest, make_bundle
    from ouderapp.exchange.shapes import is_month
    from ouderapp.exchange.stick import copy_to
    from ouderapp.reports.commands import freeze_counts

    if not is_month(asked.month):
        raise MonthUnreadable(month=asked.month)
    with opened(asked) as database:
        request = BundleRequest(
            asked.month, lambda session, _month: freeze_counts(session, office_of(session).worker)
        )
        bundle = make_bundle(database, request)
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
