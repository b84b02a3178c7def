"""A new master key beside the old one, until everything is encrypted again (SECURITY 4.7)."""

import secrets

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import FLOOR, Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import Created, new_generation
from ouderapp.sealing.keyfile_disk import own_generation, write
from ouderapp.sealing.keyfile_format import KeyFile
from ouderapp.sealing.slots import MASTER_BYTES


def begin_rotation(
    paths: Paths, keys: Keys, passphrase: str, *, cheap: Cost | None = None
) -> Created:
    """Put a second generation into the key file: from now on both keys are reached.

    A rotation that was begun before and did not end is dropped. Raises KeyFileForeign.
    """
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    fresh = Keys(secrets.token_bytes(MASTER_BYTES), keys.vault)
    number = file.gens[-1].gen + 1
    second, words = new_generation(number, fresh, passphrase, cheap)
    write(paths, KeyFile(file.vault, (generation, second)), cheap or FLOOR)
    return Created(fresh, words)


def finish_rotation(paths: Paths, keys: Keys, *, cheap: Cost | None = None) -> None:
    """Keep the generation of these keys alone, when they are proved to open everything."""
    file, generation = own_generation(paths, keys, cheap or FLOOR)
    write(paths, KeyFile(file.vault, (generation,)), cheap or FLOOR)
