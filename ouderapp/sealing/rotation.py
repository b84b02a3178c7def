"""A new master key beside the old one, until everything is encrypted again (SECURITY 4.7)."""

import secrets

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import FLOOR, Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import new_generation
from ouderapp.sealing.keyfile_disk import make_copy, own_generation, write
from ouderapp.sealing.keyfile_format import KeyFile
from ouderapp.sealing.slots import MASTER_BYTES, close_older_slot


def begin_rotation(paths: Paths, keys: Keys, passphrase: str, *, cheap: Cost | None = None) -> Keys:
    """Put a second generation into the key file: from now on both keys are reached.

    The passphrase opens both; whatever opens the old key opens the new one through it. The key
    file and its copy both say so when this returns. `keep_words` ends it. A rotation that was
    begun before is dropped: end it first when something was encrypted with its key. Raises
    KeyFileForeign, OSError.
    """
    floor = cheap or FLOOR
    file, generation = own_generation(paths, keys, floor)
    fresh = Keys(secrets.token_bytes(MASTER_BYTES), keys.vault)
    number = file.gens[-1].gen + 1
    second = new_generation(number, fresh, passphrase, cheap)
    second = second.with_slot(close_older_slot(keys, fresh.master, file.place(second)))
    write(paths, KeyFile(file.vault, (generation.without("older"), second)), floor)
    make_copy(paths)
    return fresh


def abandon_rotation(paths: Paths, keys: Keys, *, cheap: Cost | None = None) -> None:
    """Drop a rotation with whose key nothing was encrypted; these keys stay. Raises OSError."""
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    write(paths, KeyFile(file.vault, (generation.without("older"),)), cheap or FLOOR)
    make_copy(paths)
