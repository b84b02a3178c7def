"""The key file opens with passphrase, paper or office key, and with nothing else (X01, X03, G8)."""

import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from ouderapp.base.canonical import encode
from ouderapp.base.paths import Paths
from ouderapp.base.words import WordUnknown
from ouderapp.sealing.argon import CEILING, FLOOR, Cost
from ouderapp.sealing.atomic import write_file
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.envelope import RecipientUnsound
from ouderapp.sealing.key_problems import (
    KeyFileDamaged,
    KeyFileExists,
    KeyFileForeign,
    KeyFileHostile,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileUnreadable,
    KeyProblem,
    WrongEscrowKey,
    WrongPassphrase,
    WrongRecoveryWords,
)
from ouderapp.sealing.keyfile import (
    Created,
    change_passphrase,
    create,
    exists,
    let_office_open,
    open_with_escrow,
    open_with_passphrase,
    open_with_words,
    renew_words,
)
from ouderapp.sealing.keyfile_disk import copy_of, put_back_copy
from ouderapp.sealing.keyfile_format import decode
from ouderapp.sealing.keys import Opener
from ouderapp.sealing.recovery import WordsMistyped, sheet_words
from ouderapp.sealing.rotation import begin_rotation, finish_rotation
from ouderapp.sealing.slots import Slot

CHEAP = Cost(8, 1)
PASSPHRASE = "banaan fiets wolk deur tafel zon"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "vault")


@pytest.fixture
def made(paths: Paths) -> Created:
    return create(paths, PASSPHRASE, cheap=CHEAP)


def test_a_new_vault_opens_with_its_passphrase(paths: Paths, made: Created) -> None:
    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)

    assert opened.keys == made.keys
    assert (opened.older, opened.from_copy, opened.is_suspect) == ((), False, False)


def test_a_new_vault_opens_with_its_twelve_words(paths: Paths, made: Created) -> None:
    typed = [word[:4].upper() for word in made.words]

    assert open_with_words(paths, typed, cheap=CHEAP).keys == made.keys


def test_files_of_a_vault_belong_to_one_person(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)

    assert stat.S_IMODE(paths.vault.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths.vault.iterdir()} == {0o600}


def test_two_vaults_share_nothing(tmp_path: Path) -> None:
    one = create(Paths(tmp_path / "a"), PASSPHRASE, cheap=CHEAP)
    other = create(Paths(tmp_path / "b"), PASSPHRASE, cheap=CHEAP)

    assert one.keys.master != other.keys.master
    assert one.keys.vault != other.keys.vault
    assert one.words != other.words


def test_a_vault_is_never_made_over_another(paths: Paths, made: Created) -> None:
    before = paths.key_file.read_bytes()

    with pytest.raises(KeyFileExists):
        create(paths, "iets anders", cheap=CHEAP)

    assert paths.key_file.read_bytes() == before
    assert exists(paths)


def test_a_folder_without_key_file_says_so(paths: Paths) -> None:
    assert not exists(paths)
    with pytest.raises(KeyFileMissing):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


@pytest.mark.parametrize("wrong", ["", "banaan", PASSPHRASE + "n", PASSPHRASE.title()])
def test_another_passphrase_opens_nothing_and_changes_nothing(
    paths: Paths, made: Created, wrong: str
) -> None:
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(paths, wrong, cheap=CHEAP)

    assert [path.name for path in paths.vault.iterdir()] == ["vault.json"]


def test_spaces_and_the_form_of_accents_do_not_matter(paths: Paths) -> None:
    made = create(paths, "één  zee\tvan tijd ", cheap=CHEAP)

    typed = "e\u0301e\u0301n zee van tijd"

    assert open_with_passphrase(paths, typed, cheap=CHEAP).keys == made.keys


def test_words_of_another_sheet_open_nothing(paths: Paths, made: Created) -> None:
    with pytest.raises(WrongRecoveryWords):
        open_with_words(paths, sheet_words(bytes(16)), cheap=CHEAP)


def test_a_mistake_in_the_words_is_found_before_any_work(paths: Paths, made: Created) -> None:
    swapped = (made.words[1], made.words[0], *made.words[2:])

    with pytest.raises(WordUnknown):
        open_with_words(paths, ["xxxx", *made.words[1:]], cheap=CHEAP)
    with pytest.raises((WordsMistyped, WrongRecoveryWords)):
        open_with_words(paths, swapped, cheap=CHEAP)


def test_without_a_test_argument_nothing_below_the_floor_is_opened(
    paths: Paths, made: Created
) -> None:
    """Sabotage 16: a cheap file is refused; the floor cannot be lowered from outside."""
    with pytest.raises(KeyFileHostile):
        open_with_passphrase(paths, PASSPHRASE)


def test_a_vault_of_a_real_machine_opens_without_arguments(paths: Paths) -> None:
    made = create(paths, PASSPHRASE)
    slot = decode(paths.key_file.read_bytes(), FLOOR).gens[0].slot("passphrase")

    assert open_with_passphrase(paths, PASSPHRASE).keys == made.keys
    assert open_with_words(paths, made.words).keys == made.keys
    assert isinstance(slot, Slot)
    assert slot.cost.within(FLOOR, CEILING)


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


def test_the_escrow_key_opens_when_it_was_let_in(paths: Paths, made: Created) -> None:
    escrow, stranger = Opener(b"e" * 32), Opener(b"s" * 32)
    with pytest.raises(WrongEscrowKey):
        open_with_escrow(paths, [escrow], cheap=CHEAP)

    let_office_open(paths, made.keys, [escrow.recipient], cheap=CHEAP)

    assert open_with_escrow(paths, [escrow], cheap=CHEAP).keys == made.keys
    assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).keys == made.keys
    with pytest.raises(WrongEscrowKey):
        open_with_escrow(paths, [stranger], cheap=CHEAP)


def test_a_weak_escrow_key_is_not_let_in(paths: Paths, made: Created) -> None:
    before = paths.key_file.read_bytes()

    with pytest.raises(RecipientUnsound):
        let_office_open(paths, made.keys, ["age1weak"], cheap=CHEAP)

    assert paths.key_file.read_bytes() == before


def test_a_box_that_opens_to_another_key_is_not_believed(paths: Paths, made: Created) -> None:
    """Sabotage 20: the check value commits to the master key."""
    text = paths.key_file.read_text()
    check = made.keys.check.hex()
    paths.key_file.write_text(text.replace(check, check[::-1]))

    with pytest.raises(KeyFileDamaged):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


def flipped(data: bytes, places: Iterable[int]) -> Iterator[bytes]:
    """The data once for each place, with this one bit changed."""
    for place in places:
        changed = bytearray(data)
        changed[place // 8] ^= 1 << place % 8
        yield bytes(changed)


def bits_of(data: bytes, rounds: Callable[[int, int], int]) -> range:
    """Every ninth bit, which touches every byte; every single one in a full run."""
    return range(0, len(data) * 8, rounds(9, 1))


def test_every_flipped_bit_is_noticed_and_the_copy_opens(
    paths: Paths, made: Created, rounds: Callable[[int, int], int]
) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    whole = paths.key_file.read_bytes()

    for damaged in flipped(whole, bits_of(whole, rounds)):
        paths.key_file.write_bytes(damaged)
        try:
            opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
        except KeyFileNewer:
            continue
        assert opened.keys == made.keys
        assert opened.from_copy or opened.is_suspect

    assert copy_of(paths).read_bytes() == whole


def opened_by(kind: str, paths: Paths, made: Created) -> Keys:
    """The keys, reached through the slot of this kind."""
    if kind == "recovery":
        return open_with_words(paths, made.words, cheap=CHEAP).keys
    return open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).keys


@pytest.mark.parametrize("own", ["passphrase", "recovery"])
def test_without_a_copy_no_flipped_bit_outside_the_other_slot_opens(
    paths: Paths, made: Created, own: str, rounds: Callable[[int, int], int]
) -> None:
    """Sabotage 18: every parameter of a slot, its generation and vault are bound into its box."""
    whole = paths.key_file.read_bytes()
    generation = decode(whole, CHEAP).gens[0]
    other = next(slot for slot in generation.slots if slot.kind != own)
    begin = whole.index(encode(other.shown()))
    outside = set(range(len(whole))) - set(range(begin, begin + len(encode(other.shown()))))

    bits = (bit for bit in bits_of(whole, rounds) if bit // 8 in outside)
    for damaged in flipped(whole, bits):
        paths.key_file.write_bytes(damaged)
        with pytest.raises(KeyProblem):
            opened_by(own, paths, made)


def test_a_file_cut_short_is_damaged_and_the_copy_opens(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    whole = paths.key_file.read_bytes()

    for length in range(0, len(whole), 7):
        paths.key_file.write_bytes(whole[:length])
        assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).from_copy


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


def test_a_copy_that_cannot_be_written_keeps_nobody_out(paths: Paths, made: Created) -> None:
    (copy_of(paths) / "in the way").mkdir(parents=True)

    opened = open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)

    assert opened.keys == made.keys


def test_a_key_file_that_cannot_be_read_says_so(paths: Paths) -> None:
    paths.key_file.mkdir(parents=True)

    with pytest.raises(KeyFileUnreadable):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


def test_the_copy_is_put_back_in_the_place_of_a_damaged_file(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    paths.key_file.write_bytes(b"damaged")
    assert open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).from_copy

    put_back_copy(paths)

    assert not open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).from_copy


def test_a_damaged_file_with_a_copy_still_asks_the_right_passphrase(
    paths: Paths, made: Created
) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    paths.key_file.write_bytes(b"damaged")

    with pytest.raises(WrongPassphrase):
        open_with_passphrase(paths, "iets anders", cheap=CHEAP)


def test_a_file_of_a_newer_version_is_not_passed_by(paths: Paths, made: Created) -> None:
    open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    newer = paths.key_file.read_text().replace('"format":1', '"format":2')
    paths.key_file.write_text(newer)

    with pytest.raises(KeyFileNewer):
        open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)


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
