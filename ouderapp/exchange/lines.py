"""The lines of a bundle, table by table, drawn from the store as often as they are needed."""

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy.orm import Session

from ouderapp.exchange.archive import Piece
from ouderapp.exchange.field_lists import TABLES
from ouderapp.exchange.leaving import Leaving
from ouderapp.exchange.manifest import Member
from ouderapp.exchange.plan import Plan, Told, Wanted
from ouderapp.exchange.records import line
from ouderapp.exchange.telling import told_of

_CHUNK = 64 << 10


class Lines:
    """Everything that changed in the span of a plan; `level` is that of the bundle."""

    def __init__(self, session: Session, leaving: Leaving, plan: Plan, level: str) -> None:
        self._session = session
        self._leaving = leaving
        self._plan = plan
        self._level = level
        self.counts = {"put": 0, "del": 0, "erase": 0}
        self.days: set[str] = set()

    def members(self) -> tuple[Member, ...]:
        """The first pass: number of lines, size and hash of every table that has any."""
        self.counts = dict.fromkeys(self.counts, 0)
        found = (self._member(table) for table in TABLES)
        return tuple(member for member in found if member.count)

    def pieces(self, members: Iterable[Member]) -> list[Piece]:
        """The second pass: the same members with their content, to be read in this order."""
        return [
            Piece(member.name, member.size, _chunks(self._lines(member.table)))
            for member in members
        ]

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Every line with its table, for who only wants to look."""
        for table in TABLES:
            for raw in self._lines(table):
                yield table, raw

    def _member(self, table: str) -> Member:
        count, size, digest = 0, 0, hashlib.sha256()
        for raw in self._lines(table, is_counted=True):
            count += 1
            size += len(raw)
            digest.update(raw)
        return Member(count, f"records/{table}.jsonl", digest.hexdigest(), size)

    def _lines(self, table: str, *, is_counted: bool = False) -> Iterator[bytes]:
        plan = self._plan
        told = told_of(self._session, table, plan.base_lsn, plan.to_lsn)
        pairs = heapq.merge(self._puts(table, told), self._gone(told), key=lambda pair: pair[0])
        for _, op, raw in pairs:
            if is_counted:
                self.counts[op] += 1
            yield raw

    def _puts(self, table: str, told: Mapping[str, Told]) -> Iterator[tuple[str, str, bytes]]:
        ids = [last.id for last in told.values() if last.op == "put"]
        for row in self._leaving.some_rows(self._session, table, ids):
            last = told[row.id]
            self._note_day(row)
            raw = line("put", row.id, last.ver, last.lsn, row.level, row.data)
            yield row.id, "put", raw

    def _gone(self, told: Mapping[str, Told]) -> Iterator[tuple[str, str, bytes]]:
        for last in told.values():
            if last.op != "put":
                yield (
                    last.id,
                    last.op,
                    line(last.op, last.id, last.ver, last.lsn, self._level, None),
                )

    def _note_day(self, row: Wanted) -> None:
        """For the slip: the days on which something took place."""
        if "held_on" in row.data:
            self.days.add(str(row.data["held_on"]))


def _chunks(lines: Iterator[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for raw in lines:
        held.append(raw)
        size += len(raw)
        if size >= _CHUNK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
