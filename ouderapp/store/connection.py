"""Opening the encrypted file: the key, the pragmas and the assertions of SECURITY 5."""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.store.problems import StoreForeign
from ouderapp.store.surroundings import surroundings

# A value without an adapter is searched for one, with two exceptions inside the binding for each
# None and each truth: that search took half the time of writing a row.
sqlcipher.register_adapter(type(None), {None: None}.get)
sqlcipher.register_adapter(bool, int)

SQLITE_FLOOR = (3, 51, 3)
PAGE_CACHE_KIB = 16 * 1024
ROOMY_CACHE_KIB = 32 * 1024
"""While many rows come in at once: their indexes then stay in memory."""

# Each is set and read back; a value that does not hold is fatal.
PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("cipher_use_hmac", "ON", "1"),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("recursive_triggers", "ON", 1),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("cache_size", f"-{PAGE_CACHE_KIB}", -PAGE_CACHE_KIB),
)


class UnsafeStore(RuntimeError):
    """A promise of the store cannot be kept on this machine; the program must not go on."""


def check_library() -> None:
    """Refuse a SQLite that may lose commits, or one without encryption (SECURITY 2.8, 5.4)."""
    if sqlcipher.sqlite_version_info < SQLITE_FLOOR:
        raise UnsafeStore
    probe = sqlcipher.connect(":memory:")
    try:
        if not probe.execute("PRAGMA cipher_version").fetchone():
            raise UnsafeStore
    finally:
        probe.close()


def check_file(path: Path) -> None:
    """Refuse a file that is readable without a key.

    Raises StoreForeign for a plain SQLite file, or one that opens with a random key.
    """
    if not path.exists() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\0":
            raise StoreForeign
    if opens_with(path, os.urandom(32)):
        raise StoreForeign
    path.with_name(path.name + "-shm").unlink(missing_ok=True)


def opens_with(path: Path, key: bytes) -> bool:
    """Whether this key reads the file; nothing is written, and a log beside it is not looked at."""
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        _give_key(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def _give_key(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def connect(path: Path, key: bytes) -> Any:
    """The one connection to the store, with every promise set and read back.

    Raises a StoreProblem when the key does not fit or the file cannot be used, UnsafeStore when
    the library does not keep a promise.
    """
    if len(key) != 32:
        raise UnsafeStore
    with surroundings():
        connection = sqlcipher.connect(
            str(path), check_same_thread=False, timeout=2, isolation_level=None
        )
        try:
            _give_key(connection, key)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _set_pragmas(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_pragmas(connection: Any) -> None:
    for name, value, expected in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        held = connection.execute(f"PRAGMA {name}").fetchone()
        if held is None or held[0] != expected:
            raise UnsafeStore(name)
