"""All that belongs to one backup: made, noted, copied to the second medium, tried once a week."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from ouderapp.backup import due, medium
from ouderapp.backup.making import making
from ouderapp.backup.opening import check_backup, open_with_keys
from ouderapp.base.errors import Problem
from ouderapp.store.database import Database


@dataclass(frozen=True)
class Done:
    """A backup that was made; `trouble` is what was in the way of the second medium."""

    path: Path
    is_on_medium: bool
    trouble: Problem | None = None


def keeping(database: Database) -> Generator[Done | None, None, None]:
    """Make a backup and do what goes with it, in short steps; the last one gives what was done.

    Raises as `making`; a second medium that refuses does not undo the backup on the laptop.
    """
    made: Path | None = None
    for step in making(database):
        made = step
        yield None
    assert made is not None
    opened = open_with_keys(made, database.keys)
    database.run(due.note_made, opened.manifest.lsn)
    folder, trouble = database.run(medium.medium_of), None
    if folder is not None:
        try:
            for _step in medium.copying(made, folder, database.keys):
                yield None
            database.run(medium.note_copied, opened.manifest.lsn)
        except Problem as problem:
            trouble = problem
    name = database.run(due.is_check_due)
    if name:
        for _step in check_backup(opened, database.paths.backups):
            yield None
        database.run(due.note_checked, name)
    yield Done(made, folder is not None and trouble is None, trouble)
