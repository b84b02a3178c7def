"""A practice vault with sample data: it says so, and no bundle for a real office comes from it."""

from pathlib import Path

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import Paths
from ouderapp.sample.fill import SetName, fill
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.keyfile import create, exists
from ouderapp.sealing.passphrase import check_own
from ouderapp.store.database import Database
from ouderapp.store.settings import set_setting


class StoreNotEmpty(Problem):
    """Sample data goes in a new store only."""

    message = mark("There are files in this folder already. Sample data goes in a new store only.")
    hint = mark("Choose an empty folder.")


def fill_practice(
    folder: Path, name: SetName, passphrase: str, *, cheap: Cost | None = None
) -> None:
    """Make a vault in this folder and fill it with a sample set.

    Raises StoreNotEmpty, and what the rule for own passphrases raises.
    """
    paths = Paths(folder)
    if exists(paths) or paths.store.exists():
        raise StoreNotEmpty
    check_own(passphrase)
    database = Database.open(paths, create(paths, passphrase, cheap=cheap).keys)
    try:
        database.run(set_setting, "is_practice", True)
        database.run(fill, name)
    finally:
        database.close()
