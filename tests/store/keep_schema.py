"""`python -m tests.store.keep_schema`: keeps a small full store of the newest step."""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from ouderapp.base import clock
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from ouderapp.store.migrate import HEAD
from tests.store.full_tables import fill_every_table

FOLDER = Path(__file__).parent / "schemas"
KEYS = Keys(master=bytes(range(32)), vault=bytes(16))
"""Known to everybody: a kept store holds nobody."""


def kept(revision: str) -> Path:
    """The store that was kept of this step."""
    return FOLDER / f"{revision}.db"


def main() -> int:
    """Make the store anew, in the place of the one that is there."""
    with tempfile.TemporaryDirectory() as folder, clock.standing_at(date(2025, 3, 25)):
        paths = Paths(Path(folder))
        database = Database.open(paths, KEYS)
        fill_every_table(database)
        database.checkpoint()
        database.close()
        FOLDER.mkdir(exist_ok=True)
        shutil.copyfile(paths.store, kept(HEAD))
    sys.stdout.write(f"{kept(HEAD).name}: {kept(HEAD).stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
