"""A new passphrase, sheet or master key takes the place of the old one, in one step (X01, X03)."""

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.atomic import write_file
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import (
    KeyFileForeign,
    WrongPassphrase,
    WrongRecoveryWords,
)
from ouderapp.sealing.keyfile import (
    Created,
    change_passphrase,
    open_with_passphrase,
    open_with_words,
    renew_words,
)
from ouderapp.sealing.keyfile_disk import copy_of
from ouderapp.sealing.rotation import begin_rotation, finish_rotation
from tests.sealing.cheap import CHEAP, PASSPHRASE


def test_a_new_passphrase_opens_and_the_old_one_does_not(paths: Paths, made: Created) -> None:
    change_passphrase(paths, made.keys, "een heel nieuwe zin", cheap=CHEAP)

    with pytest.raises(WrongPassphrase):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    assert open_with_passphrase(paths, "een heel nieuwe zin", cheap=CHEAP).keys == made.keys
    assert open_with_words(paths, made.words, cheap=CHEAP).keys == made.keys


def test_a_new_sheet_opens_and_the_old_one_does_not(paths: Paths, made: Created) -> None:
    words = renew_words(paths, made.keys, cheap=CHEAP)

    with pytest.raises(WrongRecoveryWords):
        open_with_words(paths, made.words, cheap=CHEAP)
    assert open_with_words(paths, words, cheap=CHEAP).keys == made.keys
    assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).keys == made.keys


def test_after_the_new_one_worked_the_old_passphrase_opens_no_file_at_all(
    paths: Paths, made: Created
) -> None:
    change_passphrase(paths, made.keys, "een heel nieuwe zin", cheap=CHEAP)
    open_with_passphrase(paths, "een heel nieuwe zin", cheap=CHEAP)

    paths.key_file.unlink()

    with pytest.raises(WrongPassphrase):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


def test_keys_of_another_vault_change_nothing(paths: Paths, made: Created) -> None:
    before = paths.key_file.read_bytes()

    for foreign in (Keys(bytes(32), made.keys.vault), Keys(made.keys.master, bytes(16))):
        with pytest.raises(KeyFileForeign):
            change_passphrase(paths, foreign, PASSPHRASE, cheap=CHEAP)

    assert paths.key_file.read_bytes() == before


def test_every_change_keeps_the_file_of_before(paths: Paths, made: Created) -> None:
    """Sabotage 6: `vault.json.1` is the file of before the last change."""
    before = paths.key_file.read_bytes()

    change_passphrase(paths, made.keys, "een heel nieuwe zin", cheap=CHEAP)

    assert copy_of(paths).read_bytes() == before
    assert paths.key_file.read_bytes() != before


def test_a_power_cut_between_the_two_writes_leaves_a_vault_that_opens(
    paths: Paths, made: Created
) -> None:
    before = paths.key_file.read_bytes()
    change_passphrase(paths, made.keys, "een heel nieuwe zin", cheap=CHEAP)

    write_file(paths.key_file, before)

    assert copy_of(paths).read_bytes() == before
    assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).keys == made.keys


def test_a_damaged_file_never_takes_the_place_of_the_copy(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    copy = copy_of(paths).read_bytes()
    paths.key_file.write_bytes(b"{}")

    change_passphrase(paths, made.keys, "een heel nieuwe zin", cheap=CHEAP)

    assert copy_of(paths).read_bytes() == copy
    assert open_with_passphrase(paths, "een heel nieuwe zin", cheap=CHEAP).keys == made.keys


def test_while_a_key_is_renewed_both_keys_are_reached(paths: Paths, made: Created) -> None:
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)

    assert (opened.keys, opened.older) == (fresh.keys, (made.keys,))
    assert open_with_words(paths, fresh.words, cheap=CHEAP).keys == fresh.keys
    assert open_with_words(paths, made.words, cheap=CHEAP).keys == made.keys
    assert fresh.keys.vault == made.keys.vault


@pytest.mark.parametrize("kept", ["new", "old"])
def test_after_the_renewal_one_key_is_left(paths: Paths, made: Created, kept: str) -> None:
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)
    keys = fresh.keys if kept == "new" else made.keys

    finish_rotation(paths, keys, cheap=CHEAP)

    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    assert (opened.keys, opened.older) == (keys, ())
    lost = made.words if kept == "new" else fresh.words
    with pytest.raises(WrongRecoveryWords):
        open_with_words(paths, lost, cheap=CHEAP)


def test_a_renewal_begun_twice_drops_the_first_one(paths: Paths, made: Created) -> None:
    begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    second = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    assert (opened.keys, opened.older) == (second.keys, (made.keys,))
