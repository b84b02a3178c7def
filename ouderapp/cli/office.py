"""The work of the office without a window: each gives an `Answer`."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from ouderapp.base.i18n import _, filled, ngettext
from ouderapp.cli.terminal import Answer
from ouderapp.cli.vaults import made, opened

if TYPE_CHECKING:
    from ouderapp.office.intake import Arrival
    from ouderapp.office.records import WorkerRow

TAKEN_IN = ("accepted", "duplicate", "late")


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
            is_folder = source.is_dir()
            arrivals += (
                receive_folder(database, source) if is_folder else [receive_file(database, source)]
            )
    receipts = save_receipts(arrivals, asked.receipts) if asked.receipts else []
    files = [_became(arrival) for arrival in arrivals]
    sentences = [
        f"{file['file']}: {_said(arrival)}" for file, arrival in zip(files, arrivals, strict=True)
    ]
    sentences += [_("Receipt: {file}").format(file=receipt) for receipt in receipts]
    is_good = all(file["state"] in TAKEN_IN for file in files)
    return Answer(tuple(sentences), {"files": files, "receipts": receipts}, is_good=is_good)


def overview(asked: argparse.Namespace) -> Answer:
    """Who delivered what, what is missing, and where numbers differ."""
    from ouderapp.base import clock
    from ouderapp.office.queries import differences, workers

    with opened(asked) as database:
        rows = database.run(workers, clock.today())
        differing = database.run(differences)
    sentences = [_delivered(row) for row in rows] or [_("No worker is linked yet.")]
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
        "differences": [asdict(one) for one in differing],
    }
    return Answer(tuple(sentences), facts)


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


def _became(arrival: "Arrival") -> dict[str, object]:
    reception = arrival.reception
    return {
        "file": arrival.file,
        "state": reception.state,
        "problem": str(reception.problem or ""),
        "reason": reception.problem.reason if reception.problem else "",
        "worker": reception.name,
        "seq": reception.seq,
        "period": reception.period,
        "counts": dict(reception.counts),
    }


def _said(arrival: "Arrival") -> str:
    problem, rows = arrival.reception.problem, sum(arrival.reception.counts.values())
    if problem is not None:
        return filled(problem.message, problem.places)
    return ngettext("{number} row is in", "{number} rows are in", rows).format(number=rows)


def _delivered(row: "WorkerRow") -> str:
    last = row.last_period or "–"
    if not row.missing:
        return _("{name}: in until {month}").format(name=row.name, month=last)
    missing = ", ".join(row.missing)
    return _("{name}: in until {month}, missing {missing}").format(
        name=row.name, month=last, missing=missing
    )


def _written(file: Path, data: bytes) -> Path:
    from ouderapp.sealing.atomic import write_file

    file.parent.mkdir(parents=True, exist_ok=True)
    write_file(file, data)
    return file
