"""Stores that hold a reference set, each made once in a run and then only opened."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database

# The window is measured without what only makes the sets.
if TYPE_CHECKING:
    from ouderapp.sample.fill import SetName

KEYS = Keys(master=bytes(range(32)), vault=bytes(16))
KEPT = "OUDERAPP_BENCH_STORES"
"""The name of a folder in the environment, where stores stay from one run to the next."""


def filled(name: "SetName") -> Paths:
    """The vault with this set; making set L takes about a minute."""
    paths = Paths(_folder() / name)
    if not paths.store.exists():
        from ouderapp.sample.fill import fill

        paths.vault.mkdir(mode=0o700, parents=True, exist_ok=True)
        database = Database.open(paths, KEYS)
        database.run(fill, name)
        database.close()
    return paths


@contextmanager
def opened(name: "SetName") -> Iterator[Database]:
    """The store with this set, open."""
    database = Database.open(filled(name), KEYS)
    yield database
    database.close()


@cache
def _folder() -> Path:
    kept = os.environ.get(KEPT)
    if kept:
        return Path(kept)
    made = Path(tempfile.mkdtemp(prefix="bench-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
