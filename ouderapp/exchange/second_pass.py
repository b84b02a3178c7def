"""The second reading of a bundle: every row checked and written, in one transaction (14.5)."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from ouderapp.exchange.field_lists import LISTS
from ouderapp.exchange.first_pass import Verified
from ouderapp.exchange.manifest import Member
from ouderapp.exchange.records import LINE_LIMIT, RowReader
from ouderapp.exchange.refusals.rows import ChangedUnderway, RowCount, RowJson, RowTooLong
from ouderapp.exchange.table_in import Import, Numbered, TableIn
from ouderapp.exchange.unpacking import Entry, Unpacker
from ouderapp.sealing.envelope import open_sealed
from ouderapp.sealing.keys import Opener

BATCH = 2000


class SecondPass:
    """Splits members into lines, reads them against the field list, writes them in batches."""

    def __init__(self, work: Import, verified: Verified) -> None:
        self._work = work
        self._verified = verified
        self._rest = b""
        self._batch: list[Numbered] = []

    def manifest(self, signature: bytes, manifest: bytes) -> Sequence[Entry]:
        """It must be the one of the first pass."""
        if manifest != self._verified.raw:
            raise ChangedUnderway
        return [(member.name, member.size) for member in self._verified.bundle.members]

    def begin(self, number: int) -> None:
        """A table begins."""
        bundle = self._verified.bundle
        self._member: Member = bundle.members[number]
        name = self._member.table
        self._hash = hashlib.sha256()
        self._lines = RowReader(name, LISTS[name], bundle.level, bundle.base_lsn, bundle.to_lsn)
        self._table = TableIn(self._work, name)

    def data(self, chunk: bytes) -> None:
        """The next bytes: whole lines are read, the rest waits."""
        self._hash.update(chunk)
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        for raw in lines:
            self._batch.append((self._lines.number + 1, self._lines.read(raw)))
        if len(self._rest) >= LINE_LIMIT:
            raise RowTooLong(n=self._lines.number + 1, table=self._member.table)
        if len(self._batch) >= BATCH:
            self._flush()

    def end(self) -> None:
        """The table is complete."""
        self._flush()
        if self._rest:
            raise RowJson(n=self._lines.number + 1, table=self._member.table)
        if self._hash.hexdigest() != self._member.sha256:
            raise ChangedUnderway
        if self._lines.number != self._member.count:
            raise RowCount(table=self._member.table)

    def _flush(self) -> None:
        batch, self._batch = self._batch, []
        self._table.take(batch)


def second_pass(path: Path, work: Import, verified: Verified, opener: Opener) -> None:
    """Read the quarantined file again and write its rows; raises every reason of 15.4."""
    with path.open("rb") as file:
        sink = Unpacker(SecondPass(work, verified))
        open_sealed(file, sink, [opener])
        sink.finish()
