"""How long a backup and a restore take beside a bare copy, and how long a piece holds the store."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ouderapp.backup.making import make_backup, making
from ouderapp.backup.opening import open_with_keys
from ouderapp.backup.restoring import restore
from ouderapp.base.paths import Paths
from ouderapp.sealing.keyfile_format import KeyFile, encode
from ouderapp.store.database import Database
from tests.bench.stopwatch import Measured, measure, summed
from tests.bench.stores import KEYS, filled

SOON, WHOLE_MINUTE = 1.0, 60.0
ROUNDS = 5


def measurements() -> Iterator[Measured]:
    """Set M: made and read back, the longest piece, and put back in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "vault")
        paths.vault.mkdir()
        shutil.copy(filled("M").store, paths.store)
        paths.key_file.write_bytes(encode(KeyFile(KEYS.vault, ())))
        yield from _of(paths, Path(folder))


def _of(paths: Paths, folder: Path) -> Iterator[Measured]:
    database = Database.open(paths, KEYS)
    bare = folder / "bare.db"

    def plain_copy() -> None:
        shutil.copy(database.paths.store.with_name("copy.db"), bare)

    shutil.copy(filled("M").store, database.paths.store.with_name("copy.db"))
    yield measure(
        "backup made and read back, set M",
        lambda: make_backup(database),
        goal="X09",
        bare=plain_copy,
        limit=SOON,
        rounds=ROUNDS,
    )
    longest = [_longest_piece(database) for _ in range(ROUNDS)]
    yield summed("longest piece of a backup on the store, set M", longest, goal="X09")
    made = make_backup(database)
    database.close()
    numbers = iter(range(100))

    def put_back() -> None:
        target = Paths(folder / f"other-{next(numbers)}")
        target.vault.mkdir()
        restore(target, open_with_keys(made, KEYS))
        shutil.rmtree(target.vault)

    yield measure(
        "backup put back, set M",
        put_back,
        goal="Y28",
        bare=plain_copy,
        limit=WHOLE_MINUTE,
        rounds=ROUNDS,
    )


def _longest_piece(database: Database) -> float:
    longest, before = 0.0, time.perf_counter()
    for _step in making(database):
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return longest
