"""Who may open the file, and what it promises once it is open."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store import connection as opening
from ouderapp.store.database import Database
from ouderapp.store.problems import StoreDamaged, StoreForeign, StoreInUse, StoreProblem
from ouderapp.store.settings import set_setting, setting

OTHER = Keys(master=bytes(32), vault=bytes(16))

SECOND_OPENER = """
import sys
from pathlib import Path
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from ouderapp.store.problems import StoreInUse
try:
    Database.open(Paths(Path(sys.argv[1])), Keys(bytes(range(32)), bytes(16)))
except StoreInUse:
    sys.exit(7)
"""


def test_a_new_store_is_made_where_there_is_none(tmp_path: Path, keys: Keys) -> None:
    paths = Paths(tmp_path)

    Database.open(paths, keys).close()

    assert paths.store.exists()
    assert not paths.store.read_bytes().startswith(b"SQLite format 3")


def test_what_was_kept_is_there_after_closing_and_opening(paths: Paths, keys: Keys) -> None:
    first = Database.open(paths, keys)
    first.run(set_setting, "author", "ab" * 16)
    first.close()

    again = Database.open(paths, keys)

    assert again.run(setting, "author") == "ab" * 16
    assert again.author == "ab" * 16
    again.close()


def test_the_store_of_another_key_is_refused_and_left_alone(paths: Paths) -> None:
    before = paths.store.read_bytes()

    with pytest.raises(StoreForeign):
        Database.open(paths, OTHER)

    assert paths.store.read_bytes() == before


def test_a_store_without_encryption_is_refused(paths: Paths, keys: Keys) -> None:
    paths.store.unlink()
    plain = sqlcipher.connect(str(paths.store))
    plain.execute("CREATE TABLE family (name TEXT)")
    plain.close()

    with pytest.raises(StoreForeign):
        Database.open(paths, keys)


def test_a_store_that_opens_with_any_key_is_refused(
    paths: Paths, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", lambda size: keys.db)

    with pytest.raises(StoreForeign):
        opening.check_file(paths.store)


def test_a_file_that_is_no_store_is_refused(paths: Paths, keys: Keys) -> None:
    paths.store.write_bytes(b"geen bewaarplaats " * 1000)

    with pytest.raises(StoreForeign):
        Database.open(paths, keys)


def test_a_damaged_store_is_not_opened(paths: Paths, keys: Keys) -> None:
    body = bytearray(paths.store.read_bytes())
    for page in range(1, len(body) // 4096):
        body[page * 4096 + 100] ^= 0xFF
    paths.store.write_bytes(bytes(body))

    with pytest.raises((StoreDamaged, StoreForeign)):
        Database.open(paths, keys)


def test_a_second_program_finds_the_store_in_use(paths: Paths, database: Database) -> None:
    second = subprocess.run([sys.executable, "-c", SECOND_OPENER, str(paths.vault)], check=False)

    assert second.returncode == 7


def test_after_a_refused_second_opener_the_first_goes_on(
    paths: Paths, database: Database, keys: Keys
) -> None:
    with pytest.raises(StoreInUse):
        Database.open(paths, keys)

    database.run(set_setting, "name", "Lies")
    assert database.run(setting, "name") == "Lies"


def test_a_folder_with_odd_signs_in_its_name_is_a_folder_like_any_other(
    tmp_path: Path, paths: Paths, keys: Keys
) -> None:
    vault = tmp_path / "map #1 %20?x=y ÿ"
    vault.mkdir()
    shutil.copy(paths.store, vault / "store.db")

    database = Database.open(Paths(vault), keys)

    assert database.run(setting, "author", "nobody") == "nobody"
    database.close()


def test_every_promise_of_the_file_holds_while_it_is_open(database: Database) -> None:
    with database._engine.connect() as conn:
        raw = conn.connection.dbapi_connection
        assert raw is not None
        held = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name, *_ in opening.PRAGMAS}

    assert held == {name: expected for name, _, expected in opening.PRAGMAS}


def test_a_promise_that_does_not_hold_is_fatal(
    paths: Paths, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PRAGMAS", (("secure_delete", "ON", "never"),))

    with pytest.raises(opening.UnsafeStore):
        Database.open(paths, keys)


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_key_of_another_size_is_fatal(paths: Paths, size: int) -> None:
    with pytest.raises(opening.UnsafeStore):
        opening.connect(paths.store, bytes(size))


def test_an_old_library_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SQLITE_FLOOR", (99, 0, 0))

    with pytest.raises(opening.UnsafeStore):
        opening.check_library()


def test_a_library_without_encryption_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    class Plain:
        sqlite_version_info = (99, 0, 0)
        connect = staticmethod(sqlite3.connect)

    monkeypatch.setattr(opening, "sqlcipher", Plain)

    with pytest.raises(opening.UnsafeStore):
        opening.check_library()


def test_a_folder_that_is_not_there_has_words(tmp_path: Path, keys: Keys) -> None:
    with pytest.raises(StoreProblem) as refused:
        Database.open(Paths(tmp_path / "gone"), keys)

    assert refused.value.message
    assert refused.value.hint


def test_closing_leaves_one_file(paths: Paths, keys: Keys) -> None:
    database = Database.open(paths, keys)
    database.run(set_setting, "name", "Lies")
    database.checkpoint()

    database.close()

    assert [file.name for file in paths.vault.iterdir()] == ["store.db"]


def test_a_parameter_never_stands_in_an_error_text(database: Database) -> None:
    import sqlalchemy as sa

    def work(session: Any) -> None:
        session.execute(sa.text("SELECT * FROM nowhere WHERE name = :name"), {"name": "Haddad"})

    with pytest.raises(sa.exc.OperationalError) as failed:
        database.run(work)

    assert "Haddad" not in str(failed.value)


def test_the_roomy_cache_is_given_back_also_after_a_failure(database: Database) -> None:
    def kib(session: Session) -> int:
        return -int(session.connection().exec_driver_sql("PRAGMA cache_size").scalar_one())

    def fail(_session: Session) -> None:
        raise KeyError

    with database.roomy():
        roomy = database.run(kib)
    with pytest.raises(KeyError), database.roomy():
        database.run(fail)

    assert (roomy, database.run(kib)) == (opening.ROOMY_CACHE_KIB, opening.PAGE_CACHE_KIB)
