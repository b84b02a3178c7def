"""The rows of one table of one worker going into the office's store (FORMAT.md 14, 17)."""

from collections.abc import Sequence, Set
from itertools import chain

import sqlalchemy as sa

from ouderapp.exchange.batches import Batch
from ouderapp.exchange.columns_in import ColumnsIn, rows_in
from ouderapp.exchange.field_lists import LISTS, references
from ouderapp.exchange.gone import Gone
from ouderapp.exchange.importing import Import
from ouderapp.exchange.manifest_shapes import MOST_HELD
from ouderapp.exchange.missing import Missing
from ouderapp.exchange.puts import Puts
from ouderapp.exchange.refusals.rows import ReferenceMissing
from ouderapp.exchange.verdicts import Judge
from ouderapp.store.tables.base import RECORDS


class TableIn:
    """Takes in batches of rows of one table."""

    def __init__(self, work: Import, name: str) -> None:
        self._work, self._name = work, name
        self._references = references(name)
        self._columns = {level: ColumnsIn(name, level) for level in LISTS[name]}
        is_fresh = not _has_rows(work, name)
        self._judge = Judge(work, name, is_fresh=is_fresh)
        work.came.add(name)
        if work.keeps_ids and not is_fresh:
            work.missing[name] = Missing(work.connection, name, work.worker)

    def take(self, batch: Batch) -> None:
        """Take in a batch; deletions wait until every table has come.

        Raises row_fork, row_backwards, reference_missing.
        """
        work = self._work
        if batch.gone:
            work.gone.setdefault(self._name, Gone()).add(batch.gone)
        self._check_references(batch.puts)
        if self._name in work.missing:
            came = {row.id for _, row in batch.gone}.union(*(puts.ids for puts in batch.puts))
            work.missing[self._name].came(came, max(came))
        new, changed = self._judge.judged(batch.puts)
        self._note_held(batch.puts, new, changed)
        for puts in batch.puts:
            work.counts["put"] += len(puts.ids)
            self._write(puts, new, changed)
            work.known.add(self._name, puts.ids)

    def end(self) -> None:
        """Every line of the table has come."""
        if self._name in self._work.missing:
            self._work.missing[self._name].end()

    def _write(self, puts: Puts, new: Set[str] | None, changed: Set[str]) -> None:
        work, columns = self._work, self._columns[puts.level]
        rows = rows_in(puts, work.worker, work.epoch_id)
        if new is None:
            columns.insert(work.connection, rows)
            return
        pairs = list(zip(puts.ids, rows, strict=True))
        columns.insert(work.connection, [row for id_, row in pairs if id_ in new])
        columns.update(work.connection, [row for id_, row in pairs if id_ in changed])

    def _note_held(self, found: Sequence[Puts], new: Set[str] | None, changed: Set[str]) -> None:
        """Count the odd rows among those that are written, in the order of their lines."""
        odd = sorted(
            (number, id_, why)
            for puts in found
            if any(puts.held)
            for number, id_, why in zip(puts.numbers, puts.ids, puts.held, strict=True)
            if why and (new is None or id_ in new or id_ in changed)
        )
        work = self._work
        work.counts["held"] += len(odd)
        room = MOST_HELD - len(work.held)
        work.held += [(self._name, id_, why) for _, id_, why in odd[:room]]

    def _check_references(self, found: Sequence[Puts]) -> None:
        for name, kind in self._references:
            wanted = set(chain.from_iterable(puts.named.get(name, ()) for puts in found))
            missing = self._work.known.lacks(kind.target, wanted)
            if missing:
                first = min(chain.from_iterable(puts.lines_naming(name, missing) for puts in found))
                raise ReferenceMissing(n=first, table=self._name)


def _has_rows(work: Import, table: str) -> bool:
    columns = RECORDS[table].__table__.c
    query = sa.select(columns.nr).where(columns.worker == work.worker).limit(1)
    return work.connection.execute(query).first() is not None
