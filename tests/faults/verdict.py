"""Whether vaults that a fault left behind hold all that was told, and nothing half."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlcipher3 import dbapi2 as sqlcipher

from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.blobs import Blobs
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from ouderapp.store.renewal import settled
from ouderapp.store.soundness import soundness
from tests.faults.holding import Holding, damage, held
from tests.sealing.cheap import CHEAP

NEVER = "0" * 64
"""The digest of a store in which nothing was made yet."""


class Content(Protocol):
    """A file of which the bytes are made only when somebody has to look at them."""

    def content(self) -> bytes: ...

    def digest(self) -> str: ...


Files = Mapping[str, Content]


class OnDisk:
    """A file that lies on the disk."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()

    def content(self) -> bytes:
        return self._bytes

    def digest(self) -> str:
        return hashlib.sha256(self._bytes).hexdigest()


def files_below(folder: Path) -> dict[str, OnDisk]:
    """The files of a vault by their names in it."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): OnDisk(path) for path in paths}


@dataclass
class Told:
    """What was told about one side, and what was about to be."""

    states: list[tuple[str, int, str]] = field(default_factory=list)
    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    old_phrase: str = ""
    are_words_sure: bool = False

    def hear(self, what: str, which: str) -> None:
        match what:
            case "state":
                digest, lines, last = (which + " ").split(" ")[:3]
                self.states.append((digest, int(lines), last))
            case "coming":
                self.phrases = (*self.phrases, which)
            case "phrase":
                self.old_phrase = self.phrases[0] if self.phrases[0] != which else ""
                self.phrases = (which,)
            case "coming-words":
                self.are_words_sure = False
            case "words":
                self.words, self.are_words_sure = tuple(which.split()), True


def told_to(lines: Iterable[str]) -> dict[str, Told]:
    """What was told, side by side."""
    sides: dict[str, Told] = {}
    for line in lines:
        what, side, which = line.split(" ", 2)
        sides.setdefault(side, Told()).hear(what, which)
    return sides


@dataclass(frozen=True)
class Opened:
    """The keys that a key file gives, or what is wrong with it."""

    keys: tuple[Keys, ...] = ()
    wrong: tuple[str, ...] = ()


class Judge:
    """Judges vaults one after the other; equal files are looked at once.

    `scratch` is an empty folder for files that have to be opened.
    """

    def __init__(self, scratch: Path) -> None:
        self._vault = Paths(scratch / "vault")
        self._opened: dict[object, Opened] = {}
        self._stores: dict[object, Holding | str] = {}
        self._settled: dict[str, Holding | str] = {}
        self._seen: dict[object, str] = {}

    @property
    def different(self) -> tuple[int, int]:
        """How many different stores were opened, and what many they held after their log."""
        return len(self._stores), len(self._settled)

    def faults(self, files: Files, told: Told, *, coming: str = "") -> list[str]:
        """What is wrong with the files of one vault, by their names; empty when nothing is.

        `coming` is the digest of the state that was being written; without it any next state
        will do that is whole and holds all that was told.
        """
        if not told.states or len(told.phrases) == 0:
            return []
        opened = self._open(files, told)
        if opened.wrong:
            return list(opened.wrong)
        found: Holding | str = "the store does not open"
        for keys in opened.keys:
            found = self._store(files, keys)
            if not isinstance(found, str):
                return self._compare(files, keys, found, told, coming)
        return [str(found)]

    def _open(self, files: Files, told: Told) -> Opened:
        names = [name for name in ("vault.json", "vault.json.1") if name in files]
        content = tuple((name, files[name].digest()) for name in names)
        key = (content, told.phrases, told.old_phrase, told.words, told.are_words_sure)
        if key not in self._opened:
            self._lay({name: files[name] for name in names})
            self._opened[key] = _opened(self._vault, told)
        return self._opened[key]

    def _store(self, files: Files, keys: Keys) -> Holding | str:
        names = sorted(name for name in files if name.startswith("store.db"))
        key = (keys.master, *((name, files[name].digest()) for name in names))
        if key not in self._stores:
            self._lay({name: files[name] for name in names})
            self._stores[key] = self._settle(keys)
        return self._stores[key]

    def _settle(self, keys: Keys) -> Holding | str:
        """Let the store take its log in; what it holds then is read once for equal files."""
        store = self._vault.store
        if not store.exists():
            return Holding(NEVER)
        try:
            raw = _connected(store, keys)
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            raw.close()
            settled = hashlib.sha256(store.read_bytes()).hexdigest() + keys.master.hex()
            if settled not in self._settled:
                self._settled[settled] = _look(store, keys)
        except sqlcipher.DatabaseError as error:
            return f"the store does not open: {error}"
        return self._settled[settled]

    def _compare(
        self, files: Files, keys: Keys, found: Holding, told: Told, coming: str
    ) -> list[str]:
        wrong = list(found.wrong)
        digest, lines, last = told.states[-1]
        if found.digest != digest:
            if coming and found.digest != coming:
                wrong.append("lost or half saved: the store is neither as told nor as it came next")
            elif lines and (len(found.journal) < lines or found.journal[lines - 1] != last):
                wrong.append("lost: the journal does not hold what was told")
        wrong += [
            f"lost: the paper {one[:8]}" for one in found.blobs if self._gone(files, one, keys)
        ]
        for name, digest in found.bundles:
            left = files.get(f"outbox/{name}")
            if left is None or left.digest() != digest:
                wrong.append("lost: a bundle that stands in the list")
        return wrong

    def _gone(self, files: Files, blob: str, keys: Keys) -> bool:
        name = f"blobs/{blob[:2]}/{blob}"
        if name not in files:
            return True
        key = (name, files[name].digest(), keys.master)
        if key not in self._seen:
            self._lay({name: files[name]})
            self._seen[key] = _read(self._vault, keys, blob)
        return bool(self._seen[key])

    def _lay(self, files: Files) -> None:
        shutil.rmtree(self._vault.vault, ignore_errors=True)
        self._vault.vault.mkdir()
        lay(files, self._vault.vault)


def lay(files: Files, folder: Path) -> None:
    """Write these files below a folder."""
    for name, left in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(left.content())


def faults_in_program(vault: Path, told: Told) -> list[str]:
    """What is wrong with this vault when the program itself opens it; empty when nothing is."""
    paths = Paths(vault)
    opened = _opened(paths, told)
    if not told.states or not told.phrases or opened.wrong:
        return list(opened.wrong) if told.states else []
    try:
        keys = settled(paths, keyfile.Opened(opened.keys[0], opened.keys[1:]))
        database = Database.open(paths, keys)
    except Problem as problem:
        return [f"the store does not open: {type(problem).__name__}"]
    try:
        database.checkpoint()
        found = database.run(soundness)
        return [] if found.is_sound else [f"the store is not sound: {found}"]
    finally:
        database.close()


def _opened(paths: Paths, told: Told) -> Opened:
    for phrase in told.phrases:
        try:
            found = keyfile.open_with_passphrase(paths, phrase, cheap=CHEAP)
            break
        except Problem as problem:
            why = type(problem).__name__
    else:
        return Opened(wrong=(f"the vault does not open: {why}",))
    wrong = []
    if told.are_words_sure and not _opens_with_words(paths, told.words):
        wrong.append("lost: the words do not open the vault")
    if told.old_phrase and _opens(paths, told.old_phrase):
        wrong.append("the old passphrase still opens the vault")
    return Opened((found.keys, *found.older), tuple(wrong))


def _opens(paths: Paths, phrase: str) -> bool:
    try:
        keyfile.open_with_passphrase(paths, phrase, cheap=CHEAP)
    except Problem:
        return False
    return True


def _opens_with_words(paths: Paths, words: tuple[str, ...]) -> bool:
    try:
        keyfile.open_with_words(paths, words, cheap=CHEAP)
    except Problem:
        return False
    return True


def _connected(store: Path, keys: Keys) -> sqlcipher.Connection:
    raw = sqlcipher.connect(str(store), isolation_level=None)
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(f"PRAGMA key = \"x'{keys.db.hex()}'\"")
    for pragma in ("locking_mode = EXCLUSIVE", "synchronous = OFF", "trusted_schema = OFF"):
        raw.execute(f"PRAGMA {pragma}").fetchall()
    return raw


def _look(store: Path, keys: Keys) -> Holding | str:
    """On a fresh connection: pages, structure, references, index, and every row."""
    raw = _connected(store, keys)
    try:
        wrong = damage(raw)
        return f"the store does not open whole: {wrong}" if wrong else held(raw)
    finally:
        raw.close()


def _read(paths: Paths, keys: Keys, blob: str) -> str:
    try:
        Blobs(paths, keys).get(blob)
    except Problem as problem:
        return type(problem).__name__
    return ""
