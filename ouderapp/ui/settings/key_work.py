"""What is done on the store thread for the passphrase, the recovery sheet and the key."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.profile.queries import profile_of
from ouderapp.sealing import keyfile
from ouderapp.sealing.key_problems import KeyFileForeign
from ouderapp.sealing.rotation import abandon_rotation, begin_rotation
from ouderapp.store.problems import words_of_the_disk
from ouderapp.store.settings import set_setting, setting
from ouderapp.ui.start import vaults

if TYPE_CHECKING:
    from ouderapp.store.database import Database


@dataclass(frozen=True)
class KeyState:
    """What the screen must know: practice files keep their passphrase, a sheet may be owed."""

    is_practice: bool
    is_halfway: bool
    has_sheet: bool
    names: tuple[str, ...]
    """Of the person and the organisation: they count for nothing in a passphrase."""


def key_state(database: "Database") -> KeyState:
    """How it stands now."""
    profile = database.run(profile_of)
    return KeyState(
        is_practice=bool(database.run(setting, "is_practice", False)),
        is_halfway=keyfile.is_renewed_halfway(database.paths, database.keys, cheap=vaults.cheap),
        has_sheet=bool(database.run(setting, "has_recovery_sheet", True)),
        names=(profile.name, profile.organisation),
    )


def check_passphrase(database: "Database", typed: str) -> None:
    """Whether this passphrase opens the files that are open; raises WrongPassphrase and kin."""
    opened = keyfile.open_with_passphrase(database.paths, typed, cheap=vaults.cheap)
    if database.keys not in (opened.keys, *opened.older):
        raise KeyFileForeign


def change_passphrase(database: "Database", typed: str) -> None:
    """Let this passphrase open the files, and the old one nothing any more.

    Opening with it proves it, and makes the copy of the key file equal.
    """
    with words_of_the_disk():
        keyfile.change_passphrase(database.paths, database.keys, typed, cheap=vaults.cheap)
        check_passphrase(database, typed)
    log.event("passphrase_changed")


def keep_sheet(database: "Database", words: Sequence[str], is_seen: bool = True) -> None:
    """Let these words open the files, and the old sheet nothing any more."""
    with words_of_the_disk():
        keyfile.keep_words(database.paths, database.keys, words, cheap=vaults.cheap)
        keyfile.open_with_words(database.paths, words, cheap=vaults.cheap)
    database.run(set_setting, "has_recovery_sheet", is_seen)
    log.event("sheet_renewed")


def renew_key(
    database: "Database", now: str, chosen: str, report: Callable[[int, int], object]
) -> None:
    """Bring everything under a new key; with `chosen`, that passphrase takes the place of `now`.

    The old sheet opens too until `keep_sheet`. When the program stops here, the next unlock ends
    it; when the disk refuses, all is as it was, but for the passphrase.
    """
    before = database.keys
    if chosen:
        change_passphrase(database, chosen)
    with words_of_the_disk():
        phrase = chosen or now
        fresh = begin_rotation(database.paths, database.keys, phrase, cheap=vaults.cheap)
    try:
        database.renew_key(fresh, report)
    except Problem:
        if database.keys == before:
            with suppress(OSError):
                abandon_rotation(database.paths, before, cheap=vaults.cheap)
        raise
