"""Settings, Beveiliging: another passphrase, a new sheet and a new key (X01, X03, SECURITY 4.7)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ouderapp.backup import opening
from ouderapp.backup.shelf import shelf
from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts_without_family
from ouderapp.sealing import keyfile
from ouderapp.sealing.key_problems import KeyFileForeign
from ouderapp.sealing.keyfile import Created
from ouderapp.store.connection import opens_with
from ouderapp.store.database import Database
from ouderapp.store.problems import DiskFull
from ouderapp.store.settings import set_setting, setting
from ouderapp.ui.background import Background
from ouderapp.ui.backing_up import BackingUp
from ouderapp.ui.settings import key_work
from ouderapp.ui.settings.key_sheets import RecoverySheet, RenewSheet
from ouderapp.ui.start import vaults
from tests.sealing.cheap import CHEAP, PASSPHRASE
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft

NOW = "De wachtzin die je nu gebruikt"
OWN = "Mijn eigen wachtzin"
NEW = "de kat slaapt op de zolder"


@pytest.fixture
def made(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Created:
    """A key file beside a store of its own."""
    monkeypatch.setattr(vaults, "cheap", CHEAP)
    paths.store.unlink()
    return keyfile.create(paths, PASSPHRASE, cheap=CHEAP)


@pytest.fixture
def background(app: QApplication, paths: Paths, made: Created) -> Iterator[Background]:
    assert app is not None
    work = Background(lambda: Database.open(paths, made.keys))
    yield work
    assert work.finish(20)


@pytest.fixture
def security(screen: Screen) -> Screen:
    """The settings, with one contact in the store."""
    screen.run(record_contact, a_contact_draft())
    screen.open("settings")
    screen.click("Beveiliging")
    return screen


def begin(screen: Screen, button: str, typed: str = PASSPHRASE) -> None:
    """Open the dialog behind this button and type the passphrase of now."""
    screen.click(button)
    screen.type_in(NOW, typed)
    screen.click("Verder")


def front(screen: Screen, kind: type[RecoverySheet]) -> RecoverySheet:
    return next(one for one in screen._all(kind))


def type_two_back(screen: Screen, sheet: RecoverySheet) -> tuple[str, ...]:
    words = sheet.recovery.words
    for number in sheet.recovery.numbers:
        screen.type_in(f"Woord {number}", words[number - 1][:4])
    screen.click("Verder")
    return words


def contacts(screen: Screen) -> int:
    return len(screen.run(contacts_without_family))


def test_a_new_passphrase_opens_and_the_old_one_opens_nothing_any_more(
    security: Screen, paths: Paths, made: Created
) -> None:
    """X03: also not through the copy of the key file; the sheet stays good."""
    begin(security, "Wachtzin wijzigen…")
    security.click(OWN)
    security.type_in(OWN, NEW)
    security.type_in("Nog een keer", NEW)
    security.click("Verder")

    told = security.message()
    assert vaults.open_vault(paths, NEW).keys == made.keys
    assert vaults.open_with_words(paths, made.words).keys == made.keys
    paths.key_file.unlink()
    with pytest.raises(Problem):
        vaults.open_vault(paths, PASSPHRASE)
    assert told == "Je wachtzin is gewijzigd. Vernietig het papier met de oude."


def test_a_wrong_passphrase_changes_nothing_and_says_what_to_look_at(
    security: Screen, paths: Paths
) -> None:
    before = paths.key_file.read_bytes()

    begin(security, "Wachtzin wijzigen…", "een heel andere zin")

    assert "Die wachtzin past niet. Kijk of Hoofdletters aan staat." in security.wrong()
    assert paths.key_file.read_bytes() == before
    assert "Deze zes woorden" not in security.words()


def test_ones_own_name_counts_for_nothing_in_a_passphrase(security: Screen) -> None:
    """SECURITY 4.5."""
    security.click("Wie ben je")
    security.type_in("Naam", "Lies Verhaegenaar")
    security.click("Bewaren")
    security.open("settings")
    security.click("Beveiliging")

    begin(security, "Wachtzin wijzigen…")
    security.click(OWN)
    security.type_in(OWN, "lies verhaegenaar")
    security.click("Verder")

    assert any("makkelijk te raden" in words for words in security.wrong())


def test_the_old_sheet_is_good_until_two_new_words_are_typed_back(
    security: Screen, paths: Paths, made: Created
) -> None:
    """X03."""
    begin(security, "Nieuw herstelblad…")
    still = vaults.open_with_words(paths, made.words).keys
    words = type_two_back(security, front(security, RecoverySheet))

    told = security.message()
    assert still == made.keys == vaults.open_with_words(paths, words).keys
    with pytest.raises(Problem):
        vaults.open_with_words(paths, made.words)
    assert told == "Het oude herstelblad werkt niet meer. Scheur het."


def test_a_sheet_that_was_left_halfway_leaves_the_old_one_good(
    security: Screen, paths: Paths, made: Created
) -> None:
    begin(security, "Nieuw herstelblad…")
    security.click("Annuleren")

    assert vaults.open_with_words(paths, made.words).keys == made.keys


def test_a_new_key_takes_everything_along_and_ends_with_a_new_sheet(
    security: Screen, paths: Paths, made: Created
) -> None:
    """X01, SECURITY 4.7: the passphrase stays, the key does not."""
    begin(security, "Sleutel vernieuwen…")
    security.click("Mijn wachtzin blijft: niemand anders kent ze")
    security.click("Verder")
    words = type_two_back(security, front(security, RenewSheet))

    told = security.message()
    opened = vaults.open_vault(paths, PASSPHRASE)
    assert (opened.older, contacts(security)) == ((), 1)
    assert opened.keys != made.keys
    assert opens_with(paths.store, opened.keys.db)
    assert vaults.open_with_words(paths, words).keys == opened.keys
    with pytest.raises(Problem):
        vaults.open_with_words(paths, made.words)
    assert told.startswith("De sleutel is vernieuwd en er wordt nu een back-up mee gemaakt.")


def test_a_new_key_is_followed_by_a_backup_under_it(
    security: Screen, paths: Paths, made: Created
) -> None:
    """X09: also when one was being made under the old key; the new words open it."""
    work = BackingUp.of(security.background)
    told: list[object] = []
    work.done.connect(told.append)
    work.failed.connect(told.append)
    begin(security, "Sleutel vernieuwen…")
    security.click("Mijn wachtzin blijft: niemand anders kent ze")
    security.click("Verder")
    sheet = front(security, RenewSheet)
    work.make_now()
    words = type_two_back(security, sheet)
    for _ in range(400):
        if len(told) == 2:
            break
        QTest.qWait(25)

    newest = shelf(paths.backups)[0]
    opened = opening.open_with_words(newest.path, words, cheap=CHEAP)
    assert opened.keys == vaults.open_vault(paths, PASSPHRASE).keys != made.keys


def test_after_a_leak_the_passphrase_is_new_too(
    security: Screen, paths: Paths, made: Created
) -> None:
    """X01: what somebody knows opens neither key nor copy."""
    begin(security, "Sleutel vernieuwen…")
    phrase = front(security, RenewSheet).passphrase.value  # type: ignore[attr-defined]
    security.click("Verder")
    type_two_back(security, front(security, RenewSheet))

    assert vaults.open_vault(paths, phrase).keys != made.keys
    with pytest.raises(Problem):
        vaults.open_vault(paths, PASSPHRASE)


def test_without_the_new_sheet_the_old_one_works_and_the_screen_says_what_is_owed(
    security: Screen, paths: Paths, made: Created
) -> None:
    begin(security, "Sleutel vernieuwen…")
    security.click("Mijn wachtzin blijft: niemand anders kent ze")
    security.click("Verder")
    front(security, RenewSheet).reject()
    security.wait()

    owed = "het nieuwe herstelblad ontbreekt nog"
    assert any(owed in words for words in security.wrong())
    assert "Sleutel vernieuwen…" not in security.buttons()
    assert vaults.open_with_words(paths, made.words).older == (made.keys,)
    begin(security, "Nieuw herstelblad…")
    type_two_back(security, front(security, RecoverySheet))
    assert not any(owed in words for words in security.wrong())
    assert contacts(security) == 1


def test_a_renewal_that_the_disk_refuses_leaves_everything_as_it_was(
    security: Screen, paths: Paths, made: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_database: object, _keys: object, _report: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(Database, "renew_key", full)
        begin(security, "Sleutel vernieuwen…")
        security.click("Mijn wachtzin blijft: niemand anders kent ze")
        security.click("Verder")

    assert "De schijf is vol" in security.message()
    assert vaults.open_with_words(paths, made.words).older == ()
    assert contacts(security) == 1
    assert opens_with(paths.store, made.keys.db)
    security.type_in(NOW, PASSPHRASE)
    security.click("Verder")
    security.click("Verder")
    type_two_back(security, front(security, RenewSheet))
    assert vaults.open_vault(paths, PASSPHRASE).keys != made.keys


def test_practice_files_keep_the_passphrase_that_everybody_knows(security: Screen) -> None:
    """O02."""
    security.run(set_setting, "is_practice", True)

    security.open("today")
    security.open("settings")

    assert not {"Wachtzin wijzigen…", "Sleutel vernieuwen…"} & set(security.buttons())


def test_whoever_skips_the_new_sheet_is_told_that_there_is_none(security: Screen) -> None:
    begin(security, "Nieuw herstelblad…")
    security.type_in("Overslaan? Typ: ik neem het risico", "ik neem het risico")
    security.click("Verder")

    assert security.message() == "Er is nu geen herstelblad. Maak er een zodra je kunt."
    assert security.run(setting, "has_recovery_sheet", True) is False


def test_a_key_file_of_other_files_is_not_believed(
    paths: Paths, made: Created, tmp_path: Path
) -> None:
    """A passphrase that opens the key file, but not what is open here."""
    database = Database.open(paths, made.keys)
    other = Paths(tmp_path / "other")
    keyfile.create(other, PASSPHRASE, cheap=CHEAP)
    paths.key_file.write_bytes(other.key_file.read_bytes())

    with pytest.raises(KeyFileForeign):
        key_work.check_passphrase(database, PASSPHRASE)

    database.close()
