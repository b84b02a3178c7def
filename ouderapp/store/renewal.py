"""Bringing a closed store under a new key: made aside, proved, then put in place (SECURITY 4.7)."""

import hashlib
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.base import log
from ouderapp.base.paths import Paths
from ouderapp.sealing.atomic import patiently, remove_file, sync_file, sync_folder
from ouderapp.sealing.blobs import BlobDamaged, Blobs
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import Opened
from ouderapp.store.connection import connect, opens_with
from ouderapp.store.problems import StoreDamaged, StoreFailed, StoreInUse, problem_of_system
from ouderapp.store.surroundings import surroundings

STEPS = 5
PAPERS = (("letter", "pdf"),)
"""The columns that name an encrypted file beside the store; its name depends on the key."""

Report = Callable[[int, int], object]
Names = Mapping[str, str]
Digests = dict[str, tuple[int, int]]

_NAME = re.compile(r"[0-9a-f]{64}")
_WHOLE = [("ok",)]
_LARGE = 1 << 256
_LOGS = ("-wal", "-journal")
_LEFTOVERS = ("", *_LOGS, "-shm")


def settled(paths: Paths, opened: Opened) -> Keys:
    """The keys of an open vault, after a renewal that was stopped halfway went on to its end.

    To be called before the store is opened. Raises a StoreProblem; nothing is lost by it.
    """
    if opened.older and paths.store.exists():
        if standing(paths, opened.keys, *opened.older) == opened.keys:
            # When the store is open already, it was swept when it was opened.
            with suppress(StoreInUse):
                sweep_old_files(paths, opened.keys)
        else:
            bring_under(paths, opened.older[0], opened.keys)
    return opened.keys


def standing(paths: Paths, *known: Keys) -> Keys:
    """Which of these keys opens the store; the first when there is no store yet.

    Raises StoreDamaged when none of them does.
    """
    if not paths.store.exists() or paths.store.stat().st_size == 0:
        return known[0]
    fitting = [keys for keys in known if opens_with(paths.store, keys.db)]
    paths.store.with_name(f"{paths.store.name}-shm").unlink(missing_ok=True)
    if not fitting:
        raise StoreDamaged
    return fitting[0]


def bring_under(paths: Paths, old: Keys, new: Keys, report: Report = lambda at, of: None) -> None:
    """Encrypt the store and the files beside it with the new key. The store must be closed.

    Until the last step everything lies under the old key as it was, whatever stops this; from
    the last step on everything lies under the new one. That step is one rename; `standing` says
    whether it was taken. Raises a StoreProblem (DiskFull, StoreDamaged, StoreInUse, …).
    """
    aside = _aside(paths)
    try:
        with surroundings():
            names = _files_again(paths, old, new)
            report(1, STEPS)
            told = _copy(paths, aside, old, names)
            report(2, STEPS)
            _encrypt(aside, old, new, names)
            report(3, STEPS)
            _check(aside, old, new, told)
            report(4, STEPS)
            _put_in_place(paths, aside)
    except OSError as error:
        raise problem_of_system(error) from None
    finally:
        _throw_away(aside)
    log.event("key_renewed")
    sweep_old_files(paths, new)
    report(5, STEPS)


def sweep_old_files(paths: Paths, keys: Keys) -> None:
    """Remove what only the old key opens: files that no row names, copies of before a step."""
    raw = connect(paths.store, keys.db)
    try:
        named = _named(raw)
    finally:
        raw.close()
    Blobs(paths, keys).sweep(named)
    for copy in paths.vault.glob("before-*.db"):
        remove_file(copy)


def _aside(paths: Paths) -> Path:
    return paths.store.with_name(f"{paths.store.name}.new")


def _files_again(paths: Paths, old: Keys, new: Keys) -> dict[str, str]:
    """Every file once more under the new key, beside the old one; which name became which."""
    before, after = Blobs(paths, old), Blobs(paths, new)
    names = {}
    for name in list(before.names()):
        try:
            names[name] = after.put(before.get(name))
        except BlobDamaged:
            # Damaged already, or made by a try that was stopped: no row names it under this key.
            continue
    return names


def _copy(paths: Paths, aside: Path, old: Keys, names: Names) -> Digests:
    """A copy of the store, still under the old key, and what it must hold in the end."""
    _throw_away(aside)
    raw = connect(paths.store, old.db)
    try:
        raw.execute("VACUUM INTO ?", (str(aside),))
        told = _digests(raw, names)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()
    return told


def _encrypt(aside: Path, old: Keys, new: Keys, names: Names) -> None:
    """The copy under the new key, naming the new files."""
    raw = connect(aside, old.db)
    try:
        # A copy that fails is thrown away: it needs no journal, and no room for one.
        raw.execute("PRAGMA journal_mode = OFF").fetchall()
        raw.create_function("renamed", 1, lambda text: text and _renamed(text, names))
        raw.execute("BEGIN IMMEDIATE")
        for table, column in PAPERS:
            raw.execute(f"UPDATE {table} SET {column} = renamed({column})")
            images = "UPDATE journal SET before = renamed(before), after = renamed(after)"
            raw.execute(f"{images} WHERE tbl = ?", (table,))
        raw.execute("COMMIT")
        _rekey(raw, new)
    finally:
        raw.close()


def _rekey(raw: Any, new: Keys) -> None:
    """SQLCipher says only that it did not go, never why; by then the copy has its full size."""
    try:
        raw.execute(f"PRAGMA rekey = \"x'{new.db.hex()}'\"").fetchall()
    except sqlcipher.Error:
        raise StoreFailed from None


def _check(aside: Path, old: Keys, new: Keys, told: Digests) -> None:
    """Read the copy back on a fresh connection; raises StoreDamaged when anything differs."""
    raw = connect(aside, new.db)
    try:
        torn = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = raw.execute("PRAGMA integrity_check").fetchall()
        found = _digests(raw, {})
    finally:
        raw.close()
    if torn or structure != _WHOLE or found != told or opens_with(aside, old.db):
        raise StoreDamaged


def _put_in_place(paths: Paths, aside: Path) -> None:
    """One rename. A log of the old store must be gone for good: it would be read into the new."""
    for ending in _LOGS:
        left = paths.store.with_name(paths.store.name + ending)
        if left.exists() and left.stat().st_size:
            raise StoreInUse
        left.unlink(missing_ok=True)
    with aside.open("r+b") as file:
        sync_file(file)
    sync_folder(paths.vault)
    patiently(lambda: aside.replace(paths.store))
    sync_folder(paths.vault)


def _throw_away(aside: Path) -> None:
    for ending in _LEFTOVERS:
        aside.with_name(aside.name + ending).unlink(missing_ok=True)


def _digests(raw: Any, names: Names) -> Digests:
    """A digest of every table, as it will be when these names are changed."""
    tables = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    ).fetchall()
    return {table: _digest(raw, table, names) for (table,) in tables}


def _digest(raw: Any, table: str, names: Names) -> tuple[int, int]:
    """How many rows there are, and the sum of their hashes: the order does not matter."""
    is_renamed = bool(names) and table in {"journal", *(one for one, _column in PAPERS)}
    count = total = 0
    for row in raw.execute(f'SELECT * FROM "{table}"'):
        told = repr(tuple(row))
        changed = _renamed(told, names) if is_renamed else told
        one = hashlib.sha256(changed.encode()).digest()
        total = (total + int.from_bytes(one)) % _LARGE
        count += 1
    return count, total


def _named(raw: Any) -> set[str]:
    """Every file that a record names, or that taking something back would name again."""
    found: set[str] = set()
    for table, column in PAPERS:
        asked = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"
        found.update(name for (name,) in raw.execute(asked))
        images = raw.execute("SELECT before, after FROM journal WHERE tbl = ?", (table,))
        for image in images:
            found.update(_NAME.findall(" ".join(filter(None, image))))
    return found


def _renamed(text: str, names: Names) -> str:
    return _NAME.sub(lambda found: names.get(found[0], found[0]), text)
