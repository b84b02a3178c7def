"""The main job on a story: two stores, the months between them, papers, figures, pictures."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.demo.months import Month, last_day, live_months
from ouderapp.demo.papers import differences, write_report
from ouderapp.demo.two_sides import Side, link, name_sides, new_side, office_identity
from ouderapp.sample.casus import Casus, read
from ouderapp.sample.replay import Event, replay
from ouderapp.sample.story import events_of
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.atomic import write_file


class FolderNotEmpty(Problem):
    """The folder holds something that may not be written over."""

    message = mark("The folder for the results is not empty.")
    hint = mark("Choose another folder, or empty this one first.")


class FiguresDiffer(Problem):
    """The office counts something else than the story expects."""

    message = mark("The figures of {which} are not those of the story.")
    hint = mark("Look in report.json for what was counted.")


@dataclass(frozen=True)
class Result:
    """What the main job made, and where."""

    out: Path
    months: list[Month]
    figures: dict[str, Any] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)


def run(
    out: Path,
    casus_file: Path | None = None,
    *,
    pictures: bool = True,
    cheap: Cost | None = None,
) -> Result:
    """Do the main job on a story; everything it made lies in `out`.

    Raises CasusUnreadable, FolderNotEmpty, NotTakenIn, and FiguresDiffer when the story expects
    figures and they are not equal.
    """
    casus = read(casus_file)
    events = events_of(casus)
    if out.exists() and any(out.iterdir()):
        raise FolderNotEmpty
    out.mkdir(parents=True, exist_ok=True)
    worker, office = new_side(out / "worker", cheap), new_side(out / "office", cheap)
    try:
        months, figures = _work(worker, office, casus, events, out)
    finally:
        worker.database.close()
        office.database.close()
    drawn = _pictures(worker, office, casus, out) if pictures else []
    return Result(out, months, figures, drawn)


def _work(
    worker: Side, office: Side, casus: Casus, events: list[Event], out: Path
) -> tuple[list[Month], dict[str, Any]]:
    bundles = casus.bundles
    name_sides(worker, office, casus)
    link(worker, office, casus, min(event.day for event in events), out)
    months = live_months(worker, office, events, bundles, out)
    figures = write_report(office.database, [b.month for b in bundles], out)
    identity = office.database.run(office_identity)
    write_file(out / "office-identity.txt", f"{identity}\n".encode("ascii"))
    _live_on(worker, events, casus)
    wrong = differences(figures, casus.data)
    if wrong:
        raise FiguresDiffer(which=", ".join(wrong))
    return months, figures


def _live_on(worker: Side, events: list[Event], casus: Casus) -> None:
    """What was written down after the last bundle waits for the next one."""
    last = casus.bundles[-1].exported_on
    replay(worker.database, events, after=last, until=last_day(casus.bundles, events))


def _pictures(worker: Side, office: Side, casus: Casus, out: Path) -> list[str]:
    # Qt is slow to import and not needed for the figures.
    from ouderapp.demo.pictures import draw_pictures

    day = casus.bundles[-1].exported_on
    return draw_pictures(worker, office, day, out / "schermen")
