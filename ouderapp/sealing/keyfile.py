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
    OfficeSlot,
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

    `older` are the keys of before a rotation that did not end. `from_copy`: the key file is
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
    master: Callable[[Slot | OfficeSlot | None, Place], bytes | None]
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
    generation, words = new_generation(1, keys, passphrase, cheap)
    make_folder(paths.vault)
    write_file(paths.key_file, encode(KeyFile(keys.vault, (generation,))))
    return Created(keys, words)


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
    """Twelve new words; the old sheet no longer opens this vault. Raises KeyFileForeign."""
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    slot, words = _recovery_slot(file.place(generation), keys, cheap)
    write(paths, file.with_generation(generation.with_slot(slot)), cheap or FLOOR)
    return words


def let_office_open(
    paths: Paths, keys: Keys, recipients: Sequence[str], *, cheap: Cost | None = None
) -> None:
    """Add the office slot for these escrow keys; raises RecipientUnsound, KeyFileForeign."""
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    slot = close_office_slot(keys.master, recipients)
    write(paths, file.with_generation(generation.with_slot(slot)), cheap or FLOOR)


def new_generation(
    number: int, keys: Keys, passphrase: str, cheap: Cost | None
) -> tuple[Generation, tuple[str, ...]]:
    """A generation with a passphrase slot and a recovery slot, and the words of the latter."""
    place = Place(number, keys.vault)
    slot = _passphrase_slot(place, keys, passphrase, cheap)
    recovery, words = _recovery_slot(place, keys, cheap)
    return Generation(number, keys.check, (slot, recovery)), words


def _passphrase_slot(place: Place, keys: Keys, passphrase: str, cheap: Cost | None) -> Slot:
    cost = cheap or calibrated()
    return close_slot("passphrase", _secret(passphrase), keys.master, place, cost)


def _recovery_slot(place: Place, keys: Keys, cheap: Cost | None) -> tuple[Slot, tuple[str, ...]]:
    secret = new_secret()
    slot = close_slot("recovery", secret, keys.master, place, cheap or RECOVERY)
    return slot, sheet_words(secret)


def _secret(passphrase: str) -> bytes:
    return normalised(passphrase).encode()


def _by_secret(secret: bytes) -> Callable[[Slot | OfficeSlot | None, Place], bytes | None]:
    return lambda slot, place: slot.open(secret, place) if isinstance(slot, Slot) else None


def _by_openers(
    openers: Sequence[Opener],
) -> Callable[[Slot | OfficeSlot | None, Place], bytes | None]:
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
    if not found:
        return _open_copy(copy if is_suspect else None, way, way.wrong())
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
    """The keys of every generation that opens this way, newest first; raises KeyFileDamaged."""
    found = []
    for generation in reversed(file.gens):
        master = way.master(generation.slot(way.kind), file.place(generation))
        if master is not None:
            keys = Keys(master, file.vault)
            if not generation.holds(keys):
                raise KeyFileDamaged
            found.append(keys)
    return tuple(found)
