"""J20 · A backup by hand, and back from it: from the locked window, from a stick, from inside."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ouderapp.backup import opening, swap
from ouderapp.backup.making import make_backup
from ouderapp.backup.restoring import told_once
from ouderapp.backup.shelf import shelf
from ouderapp.base import clock
from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.store.database import Database
from ouderapp.ui.backing_up import BackingUp
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.start import vaults
from ouderapp.ui.start.restore import RestoreWindow
from tests.backup.drills import new_family
from tests.ui.journeys.started import PHRASE, Started, started

MOST_CLICKS = 5


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A vault with a backup of yesterday, and a family that came after it."""
    vaults.cheap = Cost(8, 1)
    paths = Paths(tmp_path / "vault")
    with clock.standing_at(date(2025, 3, 24)):
        database = Database.open(paths, vaults.make_vault(paths, PHRASE).keys)
        database.run(new_family, "Haddad")
        make_backup(database)
        database.run(new_family, "Peeters")
        database.close()
    return paths


@pytest.fixture
def program(app: QApplication, paths: Paths) -> Iterator[Started]:
    """The program in front of its locked window."""
    with clock.standing_at(date(2025, 3, 25)), started(app, paths.vault) as screen:
        yield screen
    vaults.cheap = None


class Clicks:
    """A mouse that is counted."""

    def __init__(self, program: Started) -> None:
        self.number, self._program = 0, program

    def on(self, words: str) -> None:
        """Press this button."""
        self.number += 1
        self._program.click(words)


def families(program: Started) -> set[str]:
    """The names of the families that are here now."""
    asked = "SELECT name FROM family"
    found: set[str] = program.run(
        lambda session: set(session.connection().exec_driver_sql(asked).scalars())
    )
    return found


def test_back_to_yesterday_from_the_locked_window(program: Started, paths: Paths) -> None:
    """Y28: at most five clicks, and what was here is set aside."""
    clicks = Clicks(program)
    clicks.on("Back-up terugzetten…")
    program.type_in("Wachtzin van die dag", PHRASE)
    clicks.on("Verder")
    told = program.words()
    clicks.on("Deze back-up terugzetten")

    assert isinstance(program.program.window, MainWindow)
    assert families(program) == {"Haddad"}
    assert clicks.number <= MOST_CLICKS
    assert "24 maart 2025" in told
    assert "1 wijziging gedaan" in told
    assert len(swap.set_aside_folders(paths)) == 1


def test_after_it_the_window_says_once_from_when_it_is(program: Started) -> None:
    program.click("Back-up terugzetten…")
    program.type_in("Wachtzin van die dag", PHRASE)
    program.click("Verder")
    program.click("Deze back-up terugzetten")
    program.wait()

    told = program.words()
    assert "Je werkt verder vanuit de back-up van maandag 24 maart 2025" in told
    assert "Je volgende bundel begint een nieuwe reeks" in told
    assert program.run(told_once) == ""


def test_another_passphrase_is_told_beside_the_field_and_changes_nothing(
    program: Started, paths: Paths
) -> None:
    before = paths.store.read_bytes()
    program.click("Back-up terugzetten…")
    program.type_in("Wachtzin van die dag", "een zin van een andere dag")

    program.click("Verder")

    assert "Die wachtzin opent deze back-up niet." in " ".join(program.wrong())
    assert paths.store.read_bytes() == before
    program.click("Terug")
    assert not isinstance(program.program.window, RestoreWindow)


def test_from_a_stick_with_nothing_left_here(program: Started, paths: Paths) -> None:
    """A file on another medium, when the folder of backups is gone."""
    (one,) = shelf(paths.backups)
    stick = paths.vault.parent / one.path.name
    one.path.rename(stick)
    program.click("Back-up terugzetten…")
    window = program.program.window
    assert isinstance(window, RestoreWindow)
    window.choice.take_file(stick)
    program.type_in("Wachtzin van die dag", PHRASE)
    program.click("Verder")
    program.click("Deze back-up terugzetten")

    assert families(program) == {"Haddad"}


def test_by_hand_from_the_settings(program: Started, paths: Paths) -> None:
    program.type_in("Wachtzin", PHRASE)
    program.click("Ontgrendelen")
    assert isinstance(program.program.window, MainWindow)
    program.program.window.go("settings")
    program.wait()
    program.click("Back-ups")
    work = BackingUp.of(program.background)
    done: list[object] = []
    work.done.connect(done.append)

    program.click("Nu een back-up maken")
    for _ in range(400):
        if done:
            break
        QTest.qWait(25)
    program.wait()

    newest, _yesterday = shelf(paths.backups)
    assert (
        opening.open_with_passphrase(newest.path, PHRASE, cheap=Cost(8, 1)).manifest.count("family")
        == 2
    )
    asked: list[str] = []
    program.program.window.lock_asked.disconnect()
    program.program.window.lock_asked.connect(asked.append)
    program.click("Back-up terugzetten…")
    assert asked == ["restore"]


def test_the_lock_stops_a_backup_that_was_begun(program: Started, paths: Paths) -> None:
    program.type_in("Wachtzin", PHRASE)
    program.click("Ontgrendelen")
    work = BackingUp.of(program.background)
    work.make_now()

    work.stop()
    program.wait()

    assert len(shelf(paths.backups)) == 1
    assert list(paths.backups.glob(".*")) == []


def test_every_button_of_the_restore_window_can_be_reached_with_the_keyboard(
    program: Started,
) -> None:
    program.click("Back-up terugzetten…")
    window = program.program.window
    assert window is not None

    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]

    assert all(one.focusPolicy().value & 1 for one in buttons)
    assert all(one.text() or one.accessibleName() for one in buttons)
