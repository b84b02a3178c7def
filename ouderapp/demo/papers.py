"""The letters of the story as PDF, and the office's report as data, PDF and workbook."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from ouderapp.base import clock
from ouderapp.base.i18n import _
from ouderapp.base.ids import Id
from ouderapp.letters.content import written
from ouderapp.letters.pdf import draw
from ouderapp.letters.queries.dossier import leaflet_language, letter_facts
from ouderapp.letters.queries.start import letter_start
from ouderapp.letters.rules import ConsentMissing
from ouderapp.reports.pdf import pages
from ouderapp.reports.queries import counted
from ouderapp.reports.table import report_of
from ouderapp.reports.xlsx import workbook
from ouderapp.sample.replay import Event
from ouderapp.sealing.atomic import write_file
from ouderapp.store.database import Database


def write_letters(
    database: Database, events: list[Event], after: date | None, until: date, folder: Path
) -> int:
    """The referral letters that the story printed in these days, each with its leaflet.

    Gives how many were refused because no written consent covers them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    refused = 0
    for event in events:
        referral = event.values.get("referral")
        is_due = (after is None or event.day > after) and event.day <= until
        if event.table == "letter" and referral and is_due:
            with clock.standing_at(event.day):
                refused += not _write_letter(database, Id(str(referral)), event.day, folder)
    return refused


def _write_letter(database: Database, referral: Id, day: date, folder: Path) -> bool:
    draft = database.run(letter_start, referral, day)
    if draft is None:
        return False
    facts = database.run(letter_facts, draft)
    language = database.run(leaflet_language, draft)
    try:
        papers = written(facts, draft, leaflet_language=language)
    except ConsentMissing:
        return False
    nr = len(list(folder.glob("brief-*.pdf"))) + 1
    write_file(folder / f"brief-{day.year}-{nr:04d}.pdf", draw(papers.letter, papers.second))
    if papers.leaflet is not None:
        write_file(folder / f"blad-{day.year}-{nr:04d}.pdf", draw(papers.leaflet))
    return True


def write_report(database: Database, months: list[str], out: Path) -> dict[str, Any]:
    """What the office counts from the bundles alone: `report.json`, `.pdf` and `.xlsx`."""
    first = min(months)
    start = int(first[:4]) - (int(first[5:]) < 9)
    report = report_of(database.run(counted), start, months)
    text = json.dumps(report.figures, ensure_ascii=False, indent=1)
    write_file(out / "report.json", text.encode("utf-8"))
    title = _("Report, school year {a}-{b}").format(a=start, b=start + 1)
    write_file(out / "report.pdf", pages(report, title))
    write_file(out / "report.xlsx", workbook(report))
    return report.figures


def differences(found: dict[str, Any], data: dict[str, Any]) -> list[str]:
    """Where the figures are not those that the story expects; a story may expect none."""
    wrong = []
    for bundle in data.get("monthly_bundles") or ():
        expected = bundle.get("expected_statistics_by_event_month")
        month = bundle["month"]
        if expected is not None and found["months"].get(month) != expected:
            wrong.append(month)
    for part, name in (("year", "year"), ("published", "published")):
        expected = data.get(f"expected_{name}_statistics")
        if expected is not None and found[part] != expected:
            wrong.append(part)
    return wrong
