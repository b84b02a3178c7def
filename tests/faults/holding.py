"""What a store holds, read by SQL alone: a digest of every row, and what is half or damaged."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ouderapp.store.tables import RECORDS

PAPER = re.compile(r"\b[0-9a-f]{64}\b")
WHOLE = [("ok",)]
SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
LINES = "SELECT lsn, at, author, action, tbl, id, op, ver, before, after FROM journal ORDER BY lsn"


@dataclass(frozen=True)
class Holding:
    """Two stores that hold the same have the same digest, whatever lies on their pages.

    `journal` is a digest after each line of the journal; `wrong` is empty for a sound store.
    """

    digest: str
    journal: tuple[str, ...] = ()
    blobs: tuple[str, ...] = ()
    bundles: tuple[tuple[str, str], ...] = ()
    wrong: tuple[str, ...] = ()


def held(raw: Any) -> Holding:
    """What the store behind this open connection holds; raises the errors of SQLCipher."""
    named = dict(raw.execute(SCHEMA).fetchall())
    digest = hashlib.sha256(repr(sorted(named.items())).encode())
    for table in _tables(raw):
        rows = sorted(map(_shown, raw.execute(f'SELECT * FROM "{table}"').fetchall()))
        digest.update(f"{table}{rows}".encode())
    if "setting" not in named:
        return Holding(digest.hexdigest())
    lines = raw.execute(LINES).fetchall()
    made = "SELECT file, file_hash FROM outbox WHERE state = 'made' ORDER BY file"
    return Holding(
        digest.hexdigest(),
        tuple(_running(lines)),
        tuple(row[0] for row in raw.execute("SELECT DISTINCT pdf FROM letter") if row[0]),
        tuple(raw.execute(made).fetchall()),
        tuple(_half(raw, lines)),
    )


def damage(raw: Any) -> list[str]:
    """Pages, structure, references and search index that are not as they must be."""
    torn = raw.execute("PRAGMA cipher_integrity_check").fetchall()
    if torn:
        return [f"{len(torn)} pages are damaged"]
    found = []
    if (structure := raw.execute("PRAGMA integrity_check").fetchall()) != WHOLE:
        found.append(f"the structure is damaged: {structure[:3]}")
    if dangling := raw.execute("PRAGMA foreign_key_check").fetchall():
        found.append(f"{len(dangling)} references lead nowhere")
    if "search_index" in dict(raw.execute(SCHEMA).fetchall()):
        raw.execute("BEGIN")
        raw.execute("INSERT INTO search_index(search_index) VALUES('integrity-check')")
        raw.execute("ROLLBACK")
    return found


def _shown(row: tuple[Any, ...]) -> str:
    """A row without the names of papers: these depend on the key, and are looked up one by one."""
    return PAPER.sub("paper", repr(row))


def _tables(raw: Any) -> list[str]:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    names = [row[0] for row in found.fetchall()]
    return [one for one in names if not one.startswith(("sqlite_", "search_index"))]


def _running(lines: list[tuple[Any, ...]]) -> Iterator[str]:
    running = hashlib.sha256()
    for line in lines:
        running.update(_shown(line).encode())
        yield running.hexdigest()


def _half(raw: Any, lines: list[tuple[Any, ...]]) -> Iterator[str]:
    """Records without their line in the journal, lines without their record or their act."""
    numbers = [line[0] for line in lines]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers)) if numbers else ()):
        yield "half saved: the journal has holes"
    newest = {(line[4], line[5]): (line[0], line[7], line[6]) for line in lines}
    alive = {key: (lsn, ver) for key, (lsn, ver, op) in newest.items() if op != "delete"}
    there = {}
    for table in RECORDS.all():
        for row in raw.execute(f"SELECT id, lsn, ver FROM \"{table}\" WHERE worker = ''"):
            there[table, row[0]] = (row[1], row[2])
    for key in there.keys() | alive.keys():
        if there.get(key) != alive.get(key):
            yield f"half saved: a record of {key[0]} and its journal differ"
    acts = {row[0] for row in raw.execute("SELECT number FROM action")}
    if {line[3] for line in lines} - acts:
        yield "half saved: a line of the journal without its act"
