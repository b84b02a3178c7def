"""How fast a bundle is made and sealed, beside the bare cipher on the same bytes."""

import io
import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyrage

from ouderapp.base import clock
from ouderapp.demo.months import fill_counts
from ouderapp.demo.two_sides import Side, link, name_sides, new_side
from ouderapp.exchange.export import BundleRequest, make_bundle
from ouderapp.sample.casus import Casus
from ouderapp.sample.fill import fill
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.envelope import seal
from ouderapp.sealing.keys import Opener
from tests.bench.stopwatch import Measured, measure

NOBODY = Casus({}, {})
DAY = date(2025, 6, 30)
MEGABYTES = 200


def measurements() -> Iterator[Measured]:
    """A set-S month, and 200 MB sealed."""
    with tempfile.TemporaryDirectory() as folder:
        yield _month(Path(folder) / "s")
        yield _sealing(Path(folder) / "seal")


def sides(folder: Path, name: str) -> tuple[Side, Side]:
    """A worker with this reference set, and the office that knows it."""
    folder.mkdir()
    worker = new_side(folder / "worker", Cost(8, 1))
    office = new_side(folder / "office", Cost(8, 1))
    name_sides(worker, office, NOBODY)
    link(worker, office, NOBODY, DAY, folder)
    worker.database.run(fill, name)  # type: ignore[arg-type]
    return worker, office


def _month(folder: Path) -> Measured:
    worker, _office = sides(folder, "S")
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
        f"sealing {MEGABYTES} MB to disk, beside pyrage in memory", ours,
        goal="G7", most=1.6, bare=lambda: pyrage.encrypt(data, [receiver]), rounds=3,
    )  # fmt: skip
