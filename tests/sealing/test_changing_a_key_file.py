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
    is_renewed_halfway,
    keep_words,
    new_words,
    open_with_passphrase,
    open_with_words,
    renew_words,
)
from ouderapp.sealing.keyfile_disk import copy_of, own_generation
from ouderapp.sealing.rotation import begin_rotation
from ouderapp.sealing.slots import OlderSlot, Place
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
    """X03: by the passphrase, and by the old sheet, for there is no new one yet."""
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    by_phrase = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    by_words = open_with_words(paths, made.words, cheap=CHEAP)

    for opened in (by_phrase, by_words):
        assert (opened.keys, opened.older) == (fresh, (made.keys,))
    assert is_renewed_halfway(paths, fresh, cheap=CHEAP)
    assert fresh.vault == made.keys.vault


def test_while_a_key_is_renewed_a_damaged_key_file_costs_neither_key(
    paths: Paths, made: Created
) -> None:
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)
    paths.key_file.write_bytes(b"damaged")

    opened = open_with_words(paths, made.words, cheap=CHEAP)

    assert (opened.keys, opened.older, opened.from_copy) == (fresh, (made.keys,), True)


def test_a_new_sheet_ends_the_renewal_and_one_key_is_left(paths: Paths, made: Created) -> None:
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)
    words = new_words()

    keep_words(paths, fresh, words, cheap=CHEAP)

    opened = open_with_words(paths, words, cheap=CHEAP)
    assert (opened.keys, opened.older) == (fresh, ())
    assert not is_renewed_halfway(paths, fresh, cheap=CHEAP)
    with pytest.raises(WrongRecoveryWords):
        open_with_words(paths, made.words, cheap=CHEAP)
    for file in (paths.key_file, copy_of(paths)):
        assert made.keys.check.hex() not in file.read_text()


def test_words_that_were_not_kept_open_nothing(paths: Paths, made: Created) -> None:
    with pytest.raises(WrongRecoveryWords):
        open_with_words(paths, new_words(), cheap=CHEAP)

    assert open_with_words(paths, made.words, cheap=CHEAP).keys == made.keys


def test_the_way_from_the_old_key_to_the_new_one_is_bound_to_its_place(
    paths: Paths, made: Created
) -> None:
    """Sabotage 18: moved to another generation or vault it opens nothing."""
    fresh = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)
    slot = own_generation(paths, fresh, CHEAP)[1].slot("older")
    assert isinstance(slot, OlderSlot)

    assert slot.open(made.keys, Place(2, made.keys.vault)) == fresh.master
    assert slot.open(made.keys, Place(3, made.keys.vault)) is None
    assert slot.open(made.keys, Place(2, bytes(16))) is None
    assert slot.open(fresh, Place(2, made.keys.vault)) is None


def test_a_renewal_begun_twice_drops_the_first_one(paths: Paths, made: Created) -> None:
    begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    second = begin_rotation(paths, made.keys, PASSPHRASE, cheap=CHEAP)

    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    assert (opened.keys, opened.older) == (second, (made.keys,))
