"""The key file of a vault: made, opened by passphrase, paper or office, and changed."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import FLOOR, RECOVERY, Cost, calibrated
from ouderapp.sealing.atomic import make_folder, write_file
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import (
    KeyFileDamaged,
    KeyFileExists,
    KeyFileNewer,
    KeyFileUnusable,
    KeyProblem,
    WrongEscrowKey,
    WrongPassphrase,
    WrongRecoveryWords,
)
from ouderapp.sealing.keyfile_disk import (
    copy_of,
    differ_by_damage,
    own_generation,
    read,
    readable,
    renew_copy,
    write,
)
from ouderapp.sealing.keyfile_format import VAULT_BYTES, Generation, KeyFile, encode
from ouderapp.sealing.keys import Opener
from ouderapp.sealing.passphrase import normalised
from ouderapp.sealing.recovery import new_secret, secret_of, sheet_words
from ouderapp.sealing.slots import (
    MASTER_BYTES,
    AnySlot,
    OfficeSlot,
    OlderSlot,
    Place,
    Slot,
    close_office_slot,
    close_slot,
)


@dataclass(frozen=True, repr=False)
class Created:
    """A new vault: its keys, and the twelve words for the recovery sheet."""

    keys: Keys
    words: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Opened:
    """An open vault.

    `older` are the keys of before a renewal that did not end. `from_copy`: the key file is
    damaged and the copy was used; `is_suspect`: it opened, but another slot may be damaged, so a
    new recovery sheet is needed. Both are to be shown to the person.
    """

    keys: Keys
    older: tuple[Keys, ...] = ()
    from_copy: bool = False
    is_suspect: bool = False


@dataclass(frozen=True, repr=False)
class _Way:
    """One way in: the kind of slot, how it is opened, and what to say when it does not open."""

    kind: str
    master: Callable[[AnySlot | None, Place], bytes | None]
    wrong: type[KeyProblem]


def exists(paths: Paths) -> bool:
    """Whether this folder holds a vault."""
    return paths.key_file.exists() or copy_of(paths).exists()


def create(paths: Paths, passphrase: str, *, cheap: Cost | None = None) -> Created:
    """Make the key file of a new vault; the twelve words exist nowhere else.

    `cheap` makes the derivation cheap for tests; files made with it open only with it. Raises
    KeyFileExists.
    """
    if exists(paths):
        raise KeyFileExists
    keys = Keys(secrets.token_bytes(MASTER_BYTES), secrets.token_bytes(VAULT_BYTES))
    generation, secret = new_generation(1, keys, passphrase, cheap), new_secret()
    recovery = _recovery_slot(Place(1, keys.vault), keys, secret, cheap)
    make_folder(paths.vault)
    write_file(paths.key_file, encode(KeyFile(keys.vault, (generation.with_slot(recovery),))))
    return Created(keys, sheet_words(secret))


def open_with_passphrase(paths: Paths, passphrase: str, *, cheap: Cost | None = None) -> Opened:
    """Open the vault; raises WrongPassphrase, KeyFileMissing, KeyFileDamaged and kin."""
    way = _Way("passphrase", _by_secret(_secret(passphrase)), WrongPassphrase)
    return _open(paths, way, cheap or FLOOR)


def open_with_words(paths: Paths, typed: Sequence[str], *, cheap: Cost | None = None) -> Opened:
    """Open the vault with the twelve words of the recovery sheet.

    Raises WordsMissing, WordUnknown, WordsMistyped before any work, then WrongRecoveryWords and
    as `open_with_passphrase`.
    """
    way = _Way("recovery", _by_secret(secret_of(typed)), WrongRecoveryWords)
    return _open(paths, way, cheap or FLOOR)


def open_with_escrow(
    paths: Paths, openers: Sequence[Opener], *, cheap: Cost | None = None
) -> Opened:
    """Open the vault with the escrow key of the organisation; raises WrongEscrowKey and kin."""
    return _open(paths, _Way("office", _by_openers(openers), WrongEscrowKey), cheap or FLOOR)


def change_passphrase(
    paths: Paths, keys: Keys, passphrase: str, *, cheap: Cost | None = None
) -> None:
    """Let another passphrase open this vault; nothing is encrypted again. Raises KeyFileForeign."""
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    slot = _passphrase_slot(file.place(generation), keys, passphrase, cheap)
    write(paths, file.with_generation(generation.with_slot(slot)), cheap or FLOOR)


def renew_words(paths: Paths, keys: Keys, *, cheap: Cost | None = None) -> tuple[str, ...]:
    """Twelve new words at once, kept as by `keep_words`. Raises KeyFileForeign."""
    words = new_words()
    keep_words(paths, keys, words, cheap=cheap)
    return words


def new_words() -> tuple[str, ...]:
    """Twelve words for a new sheet; they open nothing before they are kept."""
    return sheet_words(new_secret())


def keep_words(
    paths: Paths, keys: Keys, words: Sequence[str], *, cheap: Cost | None = None
) -> None:
    """Let these twelve words open this vault; the old sheet no longer does.

    A renewal of the key ends here: the key of before, and every way to it, leaves the key file.
    Opening with the words proves them, and makes the copy equal. Raises KeyFileForeign, and as
    `recovery.secret_of`.
    """
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    slot = _recovery_slot(file.place(generation), keys, secret_of(words), cheap)
    alone = generation.without("older").with_slot(slot)
    write(paths, KeyFile(file.vault, (alone,)), cheap or FLOOR)


def is_renewed_halfway(paths: Paths, keys: Keys, *, cheap: Cost | None = None) -> bool:
    """Whether the key of before still opens these files: a new sheet ends that."""
    return own_generation(paths, keys, cheap or FLOOR)[1].slot("older") is not None


def let_office_open(
    paths: Paths, keys: Keys, recipients: Sequence[str], *, cheap: Cost | None = None
) -> None:
    """Add the office slot for these escrow keys; raises RecipientUnsound, KeyFileForeign."""
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    slot = close_office_slot(keys.master, recipients)
    write(paths, file.with_generation(generation.with_slot(slot)), cheap or FLOOR)


def new_generation(number: int, keys: Keys, passphrase: str, cheap: Cost | None) -> Generation:
    """A generation that this passphrase opens."""
    slot = _passphrase_slot(Place(number, keys.vault), keys, passphrase, cheap)
    return Generation(number, keys.check, (slot,))


def _passphrase_slot(place: Place, keys: Keys, passphrase: str, cheap: Cost | None) -> Slot:
    cost = cheap or calibrated()
    return close_slot("passphrase", _secret(passphrase), keys.master, place, cost)


def _recovery_slot(place: Place, keys: Keys, secret: bytes, cheap: Cost | None) -> Slot:
    return close_slot("recovery", secret, keys.master, place, cheap or RECOVERY)


def _secret(passphrase: str) -> bytes:
    return normalised(passphrase).encode()


def _by_secret(secret: bytes) -> Callable[[AnySlot | None, Place], bytes | None]:
    return lambda slot, place: slot.open(secret, place) if isinstance(slot, Slot) else None


def _by_openers(openers: Sequence[Opener]) -> Callable[[AnySlot | None, Place], bytes | None]:
    return lambda slot, _place: slot.open(openers) if isinstance(slot, OfficeSlot) else None


def _open(paths: Paths, way: _Way, floor: Cost) -> Opened:
    copy = readable(copy_of(paths), floor)
    try:
        file = read(paths.key_file, floor)
        found = _unlocked(file, way)
    except KeyFileNewer:
        raise
    except KeyFileUnusable as problem:
        return _open_copy(copy, way, problem)
    is_suspect = copy is not None and differ_by_damage(file, copy)
    if copy is not None and is_suspect and len(found) < len(copy.gens):
        # What is missing may be what the damage took.
        other = _unlocked(copy, way)
        if len(other) > len(found):
            return Opened(other[0], other[1:], from_copy=True)
    if not found:
        raise way.wrong
    if not is_suspect:
        renew_copy(paths)
    return Opened(found[0], found[1:], is_suspect=is_suspect)


def _open_copy(copy: KeyFile | None, way: _Way, problem: KeyProblem) -> Opened:
    if copy is None:
        raise problem
    found = _unlocked(copy, way)
    if not found:
        raise way.wrong
    return Opened(found[0], found[1:], from_copy=True)


def _unlocked(file: KeyFile, way: _Way) -> tuple[Keys, ...]:
    """The keys of every generation that opens this way, newest first; raises KeyFileDamaged.

    While a key is renewed, the one of before opens the one that takes its place.
    """
    found: list[Keys] = []
    for generation in file.gens:
        place, older = file.place(generation), generation.slot("older")
        master = way.master(generation.slot(way.kind), place)
        if master is None and found and isinstance(older, OlderSlot):
            master = older.open(found[0], place)
        if master is not None:
            keys = Keys(master, file.vault)
            if not generation.holds(keys):
                raise KeyFileDamaged
            found.insert(0, keys)
    return tuple(found)
