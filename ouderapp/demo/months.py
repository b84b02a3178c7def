"""Month after month: live it, make the bundle, receive it, answer, take the receipt in."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.demo.papers import write_letters
from ouderapp.demo.two_sides import Side
from ouderapp.exchange.confirming import apply_receipt
from ouderapp.exchange.enrolment import office_of
from ouderapp.exchange.export import BundleRequest, make_bundle
from ouderapp.exchange.receive import receive
from ouderapp.exchange.stick import copy_to
from ouderapp.reports.commands import freeze_counts
from ouderapp.sample.casus import Bundle
from ouderapp.sample.replay import Event, replay
from ouderapp.sealing.atomic import write_file


class NotTakenIn(Problem):
    """The office did not take in a bundle of the story, or the worker not its receipt."""

    message = mark("The bundle of {month} was not taken in: {why}.")
    hint = mark("This is a defect of ouderapp or of the story file.")


@dataclass(frozen=True)
class Month:
    """What became of one month."""

    period: str
    bundle: str
    receipt: str
    rows: int
    words: tuple[str, ...]
    refused_letters: int = 0


def live_months(
    worker: Side, office: Side, events: list[Event], bundles: list[Bundle], out: Path
) -> list[Month]:
    """Every month-end of the story; raises NotTakenIn when the two sides do not agree."""
    found, before = [], None
    for bundle in bundles:
        replay(worker.database, events, after=before, until=bundle.exported_on)
        refused = write_letters(
            worker.database, events, before, bundle.exported_on, out / "brieven"
        )
        month = _close_month(worker, office, bundle, out)
        found.append(replace(month, refused_letters=refused))
        before = bundle.exported_on
    return found


def fill_counts(session: Session, _period: str) -> None:
    """The figures of every month, written beside the records that they count."""
    freeze_counts(session, office_of(session).worker)


def _close_month(worker: Side, office: Side, bundle: Bundle, out: Path) -> Month:
    with clock.standing_at(bundle.exported_on, 17):
        made = make_bundle(worker.database, BundleRequest(bundle.month, fill_counts))
        file = copy_to(worker.paths.outbox / made.file, _folder(out, "bundels"), made.file_hash)
        reception = receive(office.database, file)
        if reception.state != "accepted" or reception.receipt is None:
            reason = getattr(reception.problem, "reason", reception.state)
            raise NotTakenIn(month=bundle.month, why=reason)
        answer = _folder(out, "ontvangstbewijzen") / reception.receipt.name
        write_file(answer, reception.receipt.content)
        applied = worker.database.run(apply_receipt, answer.read_bytes())
        if applied.problem is not None:
            raise NotTakenIn(month=bundle.month, why=str(applied.problem))
    rows = sum(reception.counts.values())
    return Month(bundle.month, file.name, answer.name, rows, reception.receipt.words)


def _folder(out: Path, name: str) -> Path:
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def last_day(bundles: list[Bundle], events: list[Event]) -> date:
    """The last day of the story."""
    return max([b.exported_on for b in bundles] + [e.day for e in events])
