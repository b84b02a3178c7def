"""Whether a store is whole: every page, every reference, every number of the journal."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.store.tables import RECORDS, Journal

WHOLE = ["ok"]


@dataclass(frozen=True)
class Soundness:
    """What was looked at, and how much of it is not as it should be."""

    records: int = 0
    changes: int = 0
    bad_pages: int = 0
    bad_references: int = 0
    holes: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.bad_pages or self.bad_references or self.holes)


def soundness(session: Session) -> Soundness:
    """Read the whole store once: seals of all pages, structure, references, journal numbers.

    Takes about a second for every 100 MB.
    """
    torn = _answers(session, "PRAGMA cipher_integrity_check")
    if torn:
        # What lies on the other pages cannot be counted once one of them does not open.
        return Soundness(bad_pages=len(torn))
    structure = _answers(session, "PRAGMA integrity_check")
    numbers = sa.select(sa.func.count(), sa.func.min(Journal.lsn), sa.func.max(Journal.lsn))
    changes, first, last = session.execute(numbers).one()
    return Soundness(
        records=sum(_rows_of(session, table) for table in RECORDS.all()),
        changes=changes,
        bad_pages=0 if structure == WHOLE else len(structure),
        bad_references=len(_answers(session, "PRAGMA foreign_key_check")),
        holes=(last - first + 1 - changes) if changes else 0,
    )


def _answers(session: Session, pragma: str) -> list[object]:
    return [row[0] for row in session.connection().exec_driver_sql(pragma)]


def _rows_of(session: Session, table: str) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(RECORDS[table])) or 0
