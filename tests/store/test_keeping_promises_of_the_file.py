"""What the encrypted file promises, written down once more and looked for in the open store."""

from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database

# Not read from the program: a promise that it forgets must be missed here (SECURITY 5.7).
PROMISES = {
    "cipher_use_hmac": "1",
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "recursive_triggers": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}


@pytest.mark.parametrize("name", PROMISES)
def test_an_open_store_keeps_this_promise(database: Database, name: str) -> None:
    with database._engine.connect() as conn:
        held = conn.exec_driver_sql(f"PRAGMA {name}").scalar()

    assert held == PROMISES[name]


def test_two_stores_of_one_key_begin_with_other_bytes(
    paths: Paths, tmp_path: Path, keys: Keys
) -> None:
    other = Paths(tmp_path / "other")
    other.vault.mkdir()
    Database.open(other, keys).close()

    salts = [place.store.read_bytes()[:16] for place in (paths, other)]

    assert salts[0] != salts[1]
    assert bytes(16) not in salts
