"""Which month is closed when, what is still open, and how a bundle is made and given along."""

import shutil
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.exchange.confirming import apply_receipt
from ouderapp.exchange.preview import preview
from ouderapp.exchange.receive import receive
from ouderapp.exchange.stick import StickGone
from ouderapp.month_end.commands import pass_over
from ouderapp.month_end.queries import months, open_ends
from ouderapp.month_end.records import End, MonthState
from ouderapp.month_end.ritual import (
    Making,
    MakingStopped,
    counts_of,
    give,
    make,
    request,
    size_of,
)
from ouderapp.month_end.rules import days_left, month_to_close, months_to_show, state_without_bundle
from ouderapp.reports.queries import counted
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.drafts import keep_draft
from tests.exchange.sides import Link
from tests.work_builders import a_consent, a_contact_draft, a_family


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 3, 1), MonthState.OPEN),
        (date(2025, 3, 24), MonthState.OPEN),
        (date(2025, 3, 25), MonthState.DUE),
        (date(2025, 4, 5), MonthState.DUE),
        (date(2025, 4, 6), MonthState.LATE),
    ],
)
def test_a_month_is_asked_for_from_the_25th_and_late_after_the_5th(
    day: date, state: MonthState
) -> None:
    """UX 2.1, the fact in the status bar."""
    assert state_without_bundle("2025-03", day) is state


def test_days_are_counted_to_the_5th_of_the_next_month() -> None:
    assert days_left("2025-03", date(2025, 3, 25)) == 11
    assert days_left("2024-12", date(2025, 1, 5)) == 0


def test_months_are_shown_from_linking_on_and_never_more_than_twelve() -> None:
    assert months_to_show("2024-12", date(2025, 2, 3)) == ["2025-02", "2025-01", "2024-12"]
    assert len(months_to_show("2020-01", date(2025, 2, 3))) == 12


def test_the_oldest_month_without_a_bundle_comes_first() -> None:
    shown = ["2025-03", "2025-02", "2025-01"]

    assert month_to_close(shown, {"2025-01"}) == "2025-02"
    assert month_to_close(shown, shown) == "2025-03"
    assert month_to_close([], []) == ""


def _unfinished(session: Session) -> None:
    family = a_family(session)
    record_contact(session, a_contact_draft(None, summary="In de gang.", held_on=date(2025, 3, 3)))
    record_contact(session, a_contact_draft(family, minutes=None, held_on=date(2025, 3, 4)))
    a_consent(session, family, lapses_on=date(2025, 4, 1))
    keep_draft(session, "contact", {"summary": "half"})
    _session_without_marks(session)


def _session_without_marks(session: Session) -> None:
    series = Id(new_id())
    hours: dict[str, Any] = {"starts": time(15, 30), "ends": time(16, 20)}
    session.add(
        tables.GroupSeries(
            id=series, kind="huiswerkklas", weekday=1, from_on=date(2025, 2, 3), **hours
        )
    )
    session.flush()
    session.add(
        tables.GroupSession(
            id=new_id(), series=series, held_on=date(2025, 3, 3), state="gepland", **hours
        )
    )
    session.flush()


def test_every_open_end_is_counted(link: Link, today: date) -> None:
    """B05: all checks, each with its number."""
    link.write(_unfinished)

    found = {end.id: end.count for end in link.worker.run(open_ends, "2025-03", today)}

    assert found == {
        End.NO_FAMILY: 1,
        End.NO_MINUTES: 1,
        End.NO_REGISTER: 1,
        End.SILENT_REFERRAL: 0,
        End.LAPSING_CONSENT: 1,
        End.DRAFT: 1,
    }


def test_nothing_is_open_in_an_empty_store(worker: Database, today: date) -> None:
    assert all(end.is_settled for end in worker.run(open_ends, "2025-03", today))


def test_an_open_end_is_passed_over_with_a_reason_for_that_month_only(
    link: Link, today: date
) -> None:
    """B05: consciously skipped with reason."""
    link.write(_unfinished)

    link.worker.run(pass_over, "2025-03", End.DRAFT, "later")

    settled = [e.id for e in link.worker.run(open_ends, "2025-03", today) if e.is_settled]
    assert settled == [End.SILENT_REFERRAL, End.DRAFT]
    april = link.worker.run(open_ends, "2025-04", today)
    assert next(end for end in april if end.id == End.DRAFT).reason == ""
    link.worker.run(pass_over, "2025-03", End.DRAFT, "")
    march = link.worker.run(open_ends, "2025-03", today)
    assert not next(end for end in march if end.id == End.DRAFT).is_settled


def test_a_laptop_that_is_not_linked_has_no_months(worker: Database, today: date) -> None:
    assert not worker.run(months, today).is_linked


def test_a_month_goes_from_late_to_made_to_confirmed(link: Link, today: date, stick: Path) -> None:
    """B05, B06, B08: make, give along, receipt."""
    link.write(_unfinished)
    states = [_state(link, "2025-02", today)]

    made = make(link.worker, "2025-02", Making())
    states.append(_state(link, "2025-02", today))
    file = give(link.worker, made.epoch_id, made.seq, stick)
    receipt = receive(link.office, file).receipt
    assert receipt is not None
    link.worker.run(apply_receipt, receipt.content)
    states.append(_state(link, "2025-02", today))

    assert states == [MonthState.LATE, MonthState.MADE, MonthState.CONFIRMED]
    assert link.worker.run(months, today).to_close == "2025-03"


def _state(link: Link, month: str, today: date) -> MonthState:
    row = link.worker.run(months, today).row(month)
    assert row is not None
    return row.state


def test_progress_names_its_phases_and_ends_at_a_hundred(link: Link, today: date) -> None:
    told: list[tuple[str, int]] = []

    make(link.worker, "2025-03", Making(lambda phase, share: told.append((phase, share))))

    assert today == date(2025, 3, 25)
    assert [phase for phase, _ in told][:2] == ["reading", "reading"]
    assert told[-1] == ("sealing", 100)
    assert [share for _, share in told] == sorted(share for _, share in told)


@pytest.mark.parametrize("after", range(4))
def test_stopping_at_any_moment_leaves_no_file_and_the_next_try_works(
    link: Link, after: int
) -> None:
    """J11: cancel leaves no partial file."""
    asked = 0

    def is_stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    if after < 3:
        with pytest.raises(MakingStopped):
            make(link.worker, "2025-03", Making(is_stopped=is_stopped))
    outbox = link.worker.paths.outbox

    assert not outbox.exists() or not list(outbox.iterdir())
    assert make(link.worker, "2025-03", Making()).size > 0


def test_what_is_previewed_is_what_the_bundle_counts(link: Link) -> None:
    """B07: the table before is the table of contents after."""
    link.write(_unfinished)
    found = link.worker.run(preview, request("2025-03"))

    made = make(link.worker, "2025-03", Making(expected=size_of(found)))

    assert sum(counts_of(found).values()) == made.counts["put"]
    assert counts_of(found)["contact"] == 2
    assert size_of(found) < made.size * 2


def test_making_writes_the_totals_of_the_worker(link: Link) -> None:
    link.write(_unfinished)

    make(link.worker, "2025-03", Making())

    found = {(row.month, row.indicator, row.dimension) for row in link.worker.run(counted)}
    assert ("2025-03", "contacts", "total") in found


def test_y11_every_copy_on_a_stick_is_read_back_byte_for_byte(
    link: Link, tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    """Y11, B06: also when the stick is taken out now and then; nothing half written stays."""
    made = make(link.worker, "2025-03", Making())
    original = (link.worker.paths.outbox / made.file).read_bytes()

    for number in range(rounds(10, 50)):
        stick = tmp_path / f"stick-{number}"
        if number % 5 == 0:
            with pytest.raises(StickGone):
                give(link.worker, made.epoch_id, made.seq, stick)
            assert not stick.exists()
            continue
        stick.mkdir()
        file = give(link.worker, made.epoch_id, made.seq, stick)
        assert file.read_bytes() == original
        assert [path.name for path in stick.iterdir()] == [made.file]
        shutil.rmtree(stick)


def test_neg_07_a_late_record_travels_with_the_next_month(link: Link) -> None:
    """NEG-07: an event of December that was written in January corrects December."""
    with clock.standing_at(date(2025, 2, 10)):
        make(link.worker, "2025-02", Making())
    link.write(_unfinished)

    found = link.worker.run(preview, request("2025-04"))

    assert "2025-03" in {row.data["month"] for row in found.rows() if row.table == "count"}
