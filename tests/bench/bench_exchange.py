"""How fast a bundle is made, sealed and taken in, beside the bare cipher on the same bytes."""

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyrage

from ouderapp.base import clock
from ouderapp.demo.months import fill_counts
from ouderapp.demo.two_sides import Side, link, name_sides, new_side
from ouderapp.exchange.export import BundleRequest, make_bundle
from ouderapp.exchange.receive import receive
from ouderapp.sample.casus import Casus
from ouderapp.sample.fill import fill
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.envelope import seal
from ouderapp.sealing.keys import Opener
from tests.bench.stopwatch import Measured, measure, seconds

NOBODY = Casus({}, {})
DAY = date(2025, 6, 30)
MEGABYTES = 200


def measurements() -> Iterator[Measured]:
    """A set-S month, 200 MB sealed, and a whole set M received."""
    with tempfile.TemporaryDirectory() as folder:
        yield _month(Path(folder) / "s")
        yield _sealing(Path(folder) / "seal")
        yield _receiving(Path(folder) / "m")


def _sides(folder: Path, name: str) -> tuple[Side, Side]:
    folder.mkdir()
    worker = new_side(folder / "worker", Cost(8, 1))
    office = new_side(folder / "office", Cost(8, 1))
    name_sides(worker, office, NOBODY)
    link(worker, office, NOBODY, DAY, folder)
    worker.database.run(fill, name)  # type: ignore[arg-type]
    return worker, office


def _month(folder: Path) -> Measured:
    worker, _office = _sides(folder, "S")
    request = BundleRequest("2025-06", fill_counts)
    with clock.standing_at(DAY):
        return measure(
            "bundle of everything in set S", lambda: make_bundle(worker.database, request),
            goal="B05", limit=3.0, rounds=5,
        )  # fmt: skip


def _sealing(file: Path) -> Measured:
    data, recipient = os.urandom(MEGABYTES << 20), Opener.new().recipient
    receiver = pyrage.x25519.Recipient.from_str(recipient)

    def ours() -> None:
        with file.open("wb") as target:
            seal(io.BytesIO(data), target, [recipient])

    return measure(
        f"sealing {MEGABYTES} MB to disk (ratio to pyrage in memory: at most 1.6)", ours,
        goal="G7", bare=lambda: pyrage.encrypt(data, [receiver]), rounds=3,
    )  # fmt: skip


def _receiving(folder: Path) -> Measured:
    worker, office = _sides(folder, "M")
    with clock.standing_at(DAY):
        made = make_bundle(worker.database, BundleRequest("2025-06", fill_counts))
    file = worker.paths.outbox / made.file
    took = seconds(lambda: receive(office.database, file))
    rows = sum(made.counts.values())
    sys.stderr.write(f"{rows} rows in {took:.2f} s: {rows / took:,.0f} rows/s (goal 40,000)\n")
    return Measured(
        f"receiving {rows} rows: {rows / took:,.0f} rows/s", "B20", 1, took, took, None,
        rows / 40_000,
    )  # fmt: skip
