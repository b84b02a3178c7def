"""The key file opens with passphrase, paper or office key, and with nothing else (X01, X03, G8)."""

import stat
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.base.words import WordUnknown
from ouderapp.sealing.argon import CEILING, FLOOR
from ouderapp.sealing.envelope import RecipientUnsound
from ouderapp.sealing.key_problems import (
    KeyFileExists,
    KeyFileHostile,
    KeyFileMissing,
    WrongEscrowKey,
    WrongPassphrase,
    WrongRecoveryWords,
)
from ouderapp.sealing.keyfile import (
    Created,
    create,
    exists,
    let_office_open,
    open_with_escrow,
    open_with_passphrase,
    open_with_words,
)
from ouderapp.sealing.keyfile_format import decode
from ouderapp.sealing.keys import Opener
from ouderapp.sealing.recovery import sheet_words
from ouderapp.sealing.slots import Slot
from tests.sealing.cheap import CHEAP, PASSPHRASE


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
    with pytest.raises(WordUnknown):
        open_with_words(paths, ["xxxx", *made.words[1:]], cheap=CHEAP)


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
