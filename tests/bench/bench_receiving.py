"""How fast a bundle is taken in, beside the bare insertion of its rows, and in how much memory."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ouderapp.base import clock
from ouderapp.base.paths import Paths
from ouderapp.demo.months import fill_counts
from ouderapp.demo.two_sides import Side
from ouderapp.exchange.export import BundleRequest, make_bundle
from ouderapp.exchange.field_lists import TABLES
from ouderapp.store.database import Database
from tests.bench.bench_exchange import DAY, sides
from tests.bench.stopwatch import Measured, summed

ROUNDS = 5
BATCH = 2000
ROWS_A_SECOND = 40_000
MOST_MEMORY = 64.0

Statement = tuple[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Case:
    """A bundle, and the vault of the office that has not received it yet."""

    office: Side
    bundle: Path
    rows: int

    def receive(self, vault: Path) -> Mapping[str, Any]:
        """Take it in at this copy of the office, in a process of its own."""
        keys = self.office.keys
        command = [sys.executable, "-m", "tests.bench.receive_once", str(vault), str(self.bundle)]
        told = json.dumps({"master": keys.master.hex(), "vault": keys.vault.hex()})
        done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
        found: Mapping[str, Any] = json.loads(done.stdout)
        assert found["state"] == "accepted", found
        return found


def measurements() -> Iterator[Measured]:
    """Set M in turns with the bare insertion, set L once for its memory."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _speed(_case(Path(folder) / "m", "M"), Path(folder))
        yield from _once(_case(Path(folder) / "l", "L"), Path(folder))


def _case(folder: Path, name: str) -> Case:
    worker, office = sides(folder, name)
    with clock.standing_at(DAY):
        made = make_bundle(worker.database, BundleRequest("2025-06", fill_counts))
    worker.database.close()
    office.database.close()
    return Case(office, worker.paths.outbox / made.file, sum(made.counts.values()))


def _speed(case: Case, folder: Path) -> Iterator[Measured]:
    took, cpu, bare, bare_cpu, grown = [], [], [], [], []
    statements: list[Statement] = []
    for round_ in range(ROUNDS + 1):
        vault = _copy(case, folder / f"received-{round_}")
        found = case.receive(vault)
        statements = statements or _statements(case, vault)
        insertion = _bare(case, _copy(case, folder / f"bare-{round_}"), statements)
        if round_:
            took.append(found["wall"])
            cpu.append(found["cpu"])
            grown.append(found["grown"])
            bare.append(insertion[0])
            bare_cpu.append(insertion[1])
    limit = case.rows / ROWS_A_SECOND
    what = f"receiving {case.rows:,} rows, all checks"
    yield summed(_rate(what, case, took), took, bare, goal="G7", limit=limit)
    yield summed(_rate(f"{what}, processor time", case, cpu), cpu, bare_cpu, goal="G7", limit=limit)
    yield _memory(case, grown)


def _once(case: Case, folder: Path) -> Iterator[Measured]:
    found = case.receive(_copy(case, folder / "much"))
    what = f"receiving {case.rows:,} rows, processor time"
    yield summed(_rate(what, case, [found["cpu"]]), [found["cpu"]], goal="G7")
    yield _memory(case, [found["grown"]])


def _rate(what: str, case: Case, took: list[float]) -> str:
    return f"{what}: at best {case.rows / min(took):,.0f} rows/s"


def _memory(case: Case, grown: list[float]) -> Measured:
    name = f"memory grown by receiving {case.rows:,} rows"
    return summed(name, grown, goal="G7", limit=MOST_MEMORY, unit="MiB")


def _copy(case: Case, vault: Path) -> Path:
    shutil.copytree(case.office.paths.vault, vault)
    return vault


def _statements(case: Case, vault: Path) -> list[Statement]:
    """What puts the same rows in, table by table, in batches."""
    database = Database.open(Paths(vault), case.office.keys)
    with database._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        found: list[Statement] = []
        for table in TABLES:
            rows = raw.execute(f'SELECT * FROM "{table}" ORDER BY id')  # noqa: S608
            marks = ",".join("?" * len(rows.description))
            while some := rows.fetchmany(BATCH):
                found.append((f'INSERT INTO "{table}" VALUES ({marks})', some))  # noqa: S608
    database.close()
    return found


def _bare(case: Case, vault: Path, statements: list[Statement]) -> tuple[float, float]:
    """Seconds, and seconds of the processor, for the insertion and its commit alone."""
    database = Database.open(Paths(vault), case.office.keys)
    with database._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        wall, cpu = time.perf_counter(), time.process_time()
        raw.execute("BEGIN IMMEDIATE")
        for query, rows in statements:
            raw.executemany(query, rows)
        raw.execute("COMMIT")
        took = time.perf_counter() - wall, time.process_time() - cpu
    database.close()
    return took
