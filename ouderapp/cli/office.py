"""The work of the office without a window: each gives an `Answer`."""

import argparse
import json
from pathlib import Path

from ouderapp.base.i18n import _, filled, ngettext
from ouderapp.cli.terminal import Answer
from ouderapp.cli.vaults import made, opened


def init(asked: argparse.Namespace) -> Answer:
    """Make a new vault an office, with its first agreement."""
    from ouderapp.office.commands import make_office
    from ouderapp.office.records import OfficeDraft

    with made(asked) as (database, created):
        database.run(make_office, OfficeDraft(asked.name, asked.phone, asked.level))
        folder = str(database.paths.vault)
    sentences = (
        _("The office is set up in {folder}").format(folder=folder),
        _("Write these twelve words down; they exist nowhere else:"),
        " ".join(created.words),
    )
    return Answer(sentences, {"store": folder, "words": created.words, "level": asked.level})


def enrol(asked: argparse.Namespace) -> Answer:
    """Answer a worker's enrolment file; nothing is trusted before the words are compared."""
    from ouderapp.office.intake import answer_file, save_answer

    with opened(asked) as database:
        offer = database.run(answer_file, asked.file)
    answer = save_answer(offer, asked.out)
    sentences = (
        _("Give this answer to {name}: {file}").format(name=offer.name, file=answer),
        _("Call each other. The same six words must stand on both sides:"),
        " ".join(offer.words),
        _("If they do: ouderapp office confirm {key}").format(key=offer.key_id),
    )
    facts = {"name": offer.name, "key": offer.key_id, "words": offer.words, "answer": answer}
    return Answer(sentences, facts)


def confirm(asked: argparse.Namespace) -> Answer:
    """The words were the same: from now on this laptop's bundles are taken in."""
    from ouderapp.exchange.answering import confirm_worker

    with opened(asked) as database:
        worker = database.run(confirm_worker, asked.key)
    return Answer((_("This laptop is linked."),), {"worker": worker})


def receive(asked: argparse.Namespace) -> Answer:
    """Take in bundles, one by one or whole folders, and write their receipts."""
    from ouderapp.office.intake import receive_file, receive_folder, save_receipts

    arrivals = []
    with opened(asked) as database:
        for source in asked.files:
            arrivals += (
                receive_folder(database, source)
                if source.is_dir()
                else [receive_file(database, source)]
            )
    receipts = save_receipts(arrivals, asked.receipts) if asked.receipts else []
    sentences, facts = [], []
    for arrival in arrivals:
        reception = arrival.reception
        rows = sum(reception.counts.values())
        why = (
            filled(reception.problem.message, reception.problem.places) if reception.problem else ""
        )
        state = ngettext("in, {number} row", "in, {number} rows", rows).format(number=rows)
        sentences.append(f"{arrival.file}: {why or state}")
        facts.append(
            {
                "file": arrival.file,
                "state": reception.state,
                "problem": str(reception.problem or ""),
                "reason": reception.problem.reason if reception.problem else "",
                "worker": reception.name,
                "seq": reception.seq,
                "period": reception.period,
                "counts": dict(reception.counts),
            }
        )
    sentences += [_("Receipt: {file}").format(file=receipt) for receipt in receipts]
    is_good = all(fact["state"] in ("accepted", "duplicate", "late") for fact in facts)
    return Answer(tuple(sentences), {"files": facts, "receipts": receipts}, is_good=is_good)


def overview(asked: argparse.Namespace) -> Answer:
    """Who delivered what, what is missing, and where numbers differ."""
    from ouderapp.base import clock
    from ouderapp.office.queries import differences, workers

    with opened(asked) as database:
        rows = database.run(workers, clock.today())
        differing = database.run(differences)
    sentences = []
    for row in rows:
        sentences.append(
            _("{name}: last month in is {month}").format(
                name=row.name, month=row.last_period or "–"
            )
        )
        if row.missing:
            sentences.append(_("   missing: {months}").format(months=", ".join(row.missing)))
    sentences += [
        _("{name}, {month}, {what}: sent {sent}, found {found}").format(
            name=one.worker_name,
            month=one.month,
            what=one.indicator,
            sent=one.sent,
            found=one.found,
        )
        for one in differing
    ]
    facts = {
        "workers": [
            {"name": row.name, "state": row.state, "last": row.last_period, "missing": row.missing}
            for row in rows
        ],
        "differences": [vars(one) for one in differing],
    }
    return Answer(tuple(sentences) or (_("No worker is linked yet."),), facts)


def report(asked: argparse.Namespace) -> Answer:
    """Write the figures of a school year as data, as paper and as a workbook."""
    from ouderapp.reports.pdf import pages
    from ouderapp.reports.queries import counted
    from ouderapp.reports.table import report_of
    from ouderapp.reports.xlsx import workbook

    with opened(asked) as database:
        found = report_of(database.run(counted), asked.year)
    title = _("Report, school year {a}-{b}").format(a=asked.year, b=asked.year + 1)
    figures = json.dumps(found.figures, ensure_ascii=False, indent=1).encode()
    stem = f"report-{asked.year}-{asked.year + 1}"
    papers = {".json": figures, ".pdf": pages(found, title), ".xlsx": workbook(found)}
    files = [_written(asked.out / f"{stem}{ending}", data) for ending, data in papers.items()]
    sentences = tuple(_("The file: {file}").format(file=file) for file in files)
    return Answer(sentences, {"files": files, "figures": found.figures})


def _written(file: Path, data: bytes) -> Path:
    from ouderapp.sealing.atomic import write_file

    file.parent.mkdir(parents=True, exist_ok=True)
    write_file(file, data)
    return file
