"""The second reading of a bundle: every row checked and written, in one transaction (14.5)."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from ouderapp.exchange.batches import BatchReader
from ouderapp.exchange.field_lists import LISTS
from ouderapp.exchange.first_pass import Verified
from ouderapp.exchange.importing import Import
from ouderapp.exchange.manifest import Member
from ouderapp.exchange.records import LINE_LIMIT
from ouderapp.exchange.refusals.rows import ChangedUnderway, RowCount, RowJson, RowTooLong
from ouderapp.exchange.table_in import TableIn
from ouderapp.exchange.unpacking import Entry, Unpacker
from ouderapp.sealing.envelope import open_sealed
from ouderapp.sealing.keys import Opener

# Whichever comes first: what is read and written at once stays small, however long lines are.
MOST_LINES, MOST_BYTES = 2000, 1 << 20


class SecondPass:
    """Gathers whole lines of members, reads them against the field list, writes them in batches."""

    def __init__(self, work: Import, verified: Verified) -> None:
        self._work = work
        self._verified = verified
        self._chunks: list[bytes] = []
        self._lines, self._size, self._rest = 0, 0, 0

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
        self._reader = BatchReader(name, LISTS[name], bundle.level, bundle.base_lsn, bundle.to_lsn)
        self._table = TableIn(self._work, name)

    def data(self, chunk: bytes) -> None:
        """The next bytes: whole lines are read when there are enough, the rest waits."""
        self._hash.update(chunk)
        self._chunks.append(chunk)
        lines = chunk.count(b"\n")
        self._lines += lines
        self._size += len(chunk)
        self._rest = len(chunk) - chunk.rfind(b"\n") - 1 if lines else self._rest + len(chunk)
        is_long = self._rest >= LINE_LIMIT
        if self._lines >= MOST_LINES or (self._lines and self._size >= MOST_BYTES) or is_long:
            self._flush()
        if is_long:
            raise RowTooLong(n=self._reader.number + 1, table=self._member.table)

    def end(self) -> None:
        """The table is complete."""
        self._flush()
        if self._rest:
            raise RowJson(n=self._reader.number + 1, table=self._member.table)
        if self._hash.hexdigest() != self._member.sha256:
            raise ChangedUnderway
        if self._reader.number != self._member.count:
            raise RowCount(table=self._member.table)
        self._table.end()

    def _flush(self) -> None:
        """Take in the whole lines so far; what stands after the last LF waits."""
        if not self._lines:
            return
        held = b"".join(self._chunks)
        whole = len(held) - self._rest
        self._chunks, self._size, self._lines = [held[whole:]], self._rest, 0
        self._table.take(self._reader.read(held[:whole]))


def second_pass(path: Path, work: Import, verified: Verified, opener: Opener) -> None:
    """Read the quarantined file again and write its rows; raises every reason of 15.4."""
    with path.open("rb") as file:
        sink = Unpacker(SecondPass(work, verified))
        open_sealed(file, sink, [opener])
        sink.finish()
