"""What the start windows ask of `sealing`: open a vault, make one, judge a passphrase."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths

# The unlock window comes sooner when `sealing` is imported behind it.
if TYPE_CHECKING:
    from ouderapp.sealing.argon import Cost
    from ouderapp.sealing.derive import Keys
    from ouderapp.sealing.keyfile import Created, Opened

PRACTICE_PHRASE = "oefenen baart kunst en kost niets"
"""Everybody may know it: the practice files hold nobody."""

cheap: "Cost | None" = None
"""A cost that only tests set; with None this machine is measured."""


def has_vault(paths: Paths) -> bool:
    """Whether files were made here before; a first start that stopped halfway does not count."""
    return _has_key_file(paths) and not _is_unfinished(paths)


def end_restore(paths: Paths) -> None:
    """Go on with a restore that was decided and cut off; before anything looks at the vault."""
    if any(paths.vault.glob("restored*")):
        from ouderapp.backup import swap

        swap.finish(paths)


def open_vault(paths: Paths, typed: str) -> "Opened":
    """The vault behind a passphrase; slow on purpose. Raises a Problem when it does not fit."""
    from ouderapp.sealing import keyfile

    return _settled(paths, keyfile.open_with_passphrase(paths, typed, cheap=cheap))


def make_vault(paths: Paths, typed: str) -> "Created":
    """Write a new key file; one that was never used is thrown away first."""
    from ouderapp.sealing import keyfile

    if _is_unfinished(paths):
        for file in paths.vault.glob(f"{paths.key_file.name}*"):
            file.unlink()
    return keyfile.create(paths, typed, cheap=cheap)


def open_with_words(paths: Paths, words: tuple[str, ...]) -> "Opened":
    """The vault behind the twelve words of the sheet."""
    from ouderapp.sealing import keyfile

    return _settled(paths, keyfile.open_with_words(paths, words, cheap=cheap))


def renew(paths: Paths, keys: "Keys", typed: str) -> tuple[str, ...]:
    """A new passphrase, and twelve new words: the old sheet opens nothing any more."""
    from ouderapp.sealing import keyfile
    from ouderapp.store.problems import words_of_the_disk

    with words_of_the_disk():
        keyfile.change_passphrase(paths, keys, typed, cheap=cheap)
        log.event("passphrase_renewed")
        words = keyfile.renew_words(paths, keys, cheap=cheap)
        keyfile.open_with_words(paths, words, cheap=cheap)
    return words


def open_practice(paths: Paths) -> "Keys":
    """The keys of the practice files, made when there are none."""
    if has_vault(paths):
        return open_vault(paths, PRACTICE_PHRASE).keys
    return make_vault(paths, PRACTICE_PHRASE).keys


def proposed_words() -> tuple[str, ...]:
    """Six random words."""
    from ouderapp.sealing import passphrase

    return tuple(passphrase.proposed().split())


def weakness(typed: str, names: Iterable[str] = ()) -> Problem | None:
    """What is wrong with a passphrase of one's own, None when it is good enough.

    `names` of the person and the organisation count for nothing in it.
    """
    from ouderapp.sealing import passphrase

    try:
        passphrase.check_own(typed, names)
    except Problem as problem:
        return problem
    return None


def _settled(paths: Paths, opened: "Opened") -> "Opened":
    """The same, after a renewal of the key that was stopped halfway went on to its end."""
    if opened.older:
        from ouderapp.store import renewal

        renewal.settled(paths, opened)
    return opened


def _has_key_file(paths: Paths) -> bool:
    """Whether there is a key file, or the copy of before its last change."""
    copy = paths.key_file.with_name(f"{paths.key_file.name}.1")
    return paths.key_file.exists() or copy.exists()


def _is_unfinished(paths: Paths) -> bool:
    """A key file that never opened a store: its first start stopped before the end."""
    return (
        _has_key_file(paths)
        and not paths.store.exists()
        and not any(paths.backups.glob("*"))
        and not any(paths.blobs.glob("*"))
    )
