"""Well-signed but hostile bundles: a typed reason each time, never half of it (G3b)."""

import io
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ouderapp.base import canonical
from ouderapp.exchange.field_lists import TABLES
from ouderapp.exchange.receive import receive
from ouderapp.exchange.refusals.catalogue import catalogue
from ouderapp.sealing.envelope import seal
from ouderapp.store.database import Database
from tests.exchange import vector_parts as parts
from tests.exchange.vector_office import become_office, image_of, make_heads

RECEIVERS = [parts.OPENERS[name].recipient for name in ("office", "escrow")]
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**53 - 1, -(2**53) + 1, "", " ", "a", "A" * 40, "x" * 5000,
    "'; DROP TABLE family; --", '" OR 1=1', "=HYPERLINK(1)", "@SUM(A1)", "../../etc/passwd",
    "%s%n%x", "{0.__class__}", "\u202e", "\u0007", "é" * 600, "0" * 32, "f" * 32, "2026-02-30",
    "9999-12-31", "0001-01-01", "24:00", "nl", "nl-BE", "nan", "null", [], [[]], {}, {"a": 1},
    ["b", "a"], ["a", "a"], ["0" * 32], [None], [1, 2], ["x"] * 60, [[[[[[]]]]]],
)  # fmt: skip


@pytest.fixture
def office(opening: Callable[[str], Database]) -> Database:
    """The office of the vectors."""
    database = opening("office")
    database.run(become_office)
    database.run(make_heads)
    return database


def hostile(random: Random) -> bytes:
    """The payload of a bundle with something odd in its rows or its manifest."""
    rows = parts.everything("coded")
    for _ in range(random.randrange(1, 4)):
        table = random.choice([one for one in TABLES if one in rows])
        _spoil(rows, table, random)
    more: dict[str, Any] = {}
    if random.random() < 0.3:
        name = random.choice(sorted(parts.manifest({})))
        more[name] = random.choice(ODD)
    members = [(f"records/{table}.jsonl", content(found)) for table, found in rows.items()]
    listed = parts.listed(members)
    for one in listed:
        one["count"] = max(1, one["count"])
    manifest = parts.manifest({}) | {"members": listed} | more
    return parts.archive(manifest, members)


def content(rows: list[Any]) -> bytes:
    return b"".join(row if isinstance(row, bytes) else encoded(row) for row in rows) or b"\n"


def encoded(row: Any) -> bytes:
    try:
        return canonical.encode(row) + b"\n"
    except canonical.NotCanonical:
        return b"{}\n"


def _spoil(rows: dict[str, list[Any]], table: str, random: Random) -> None:
    found = rows[table]
    row = found[0]
    if not isinstance(row, dict):
        return
    odd, kind = random.choice(ODD), random.randrange(9)
    if kind == 0:
        row[random.choice(sorted(row))] = odd
    elif kind <= 3 and isinstance(row.get("data"), dict) and row["data"]:
        row["data"] = row["data"] | {random.choice(sorted(row["data"])): odd}
    elif kind == 4:
        row.pop(random.choice(sorted(row)))
    elif kind == 5:
        found.reverse()
    elif kind == 6:
        found.append(dict(row))
    elif kind == 7:
        found[0] = random.choice([b"\n", b"{\n", b"[" * 3000 + b"\n", b"\xff\n", b'{"a":1e9}\n'])
    else:
        del rows[table]


def test_a_hostile_sender_gets_a_typed_reason_and_changes_nothing(
    office: Database, tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    random, file = Random(20031), tmp_path / "hostile"
    before, slowest = image_of(office), 0.0
    reasons = set()
    for _ in range(rounds(150, 20_000)):
        with file.open("wb") as target:
            seal(io.BytesIO(hostile(random)), target, RECEIVERS)
        began = time.process_time()
        answer = receive(office, file)
        slowest = max(slowest, time.process_time() - began)
        assert answer.problem, answer
        reasons.add(answer.problem.reason)

    assert reasons <= set(catalogue())
    assert len(reasons) >= 8
    assert slowest < 5, "seconds of work, however busy the machine is"
    assert image_of(office) == before
