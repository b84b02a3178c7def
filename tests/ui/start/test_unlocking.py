"""The unlock window: one field, honest words, and patience between tries (UX 2.3, SECURITY 4.5)."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ouderapp.base.paths import Paths
from ouderapp.sealing.keyfile import Opened
from ouderapp.ui.start.reasons import Reason, read_reason
from ouderapp.ui.start.unlock import UnlockWindow
from tests.ui.start.conftest import PHRASE
from tests.ui.windows import Windows


@pytest.fixture
def window(windows: Windows, empty: Paths, made: tuple[str, ...]) -> UnlockWindow:
    assert made
    reason = Reason("idle", "14:12", 5)
    return windows.show(UnlockWindow(windows.background, empty, reason))


def try_wrong(windows: Windows, window: UnlockWindow) -> None:
    while window._seconds:
        window._count_down()
    windows.type_in("Wachtzin", "iets helemaal anders")
    windows.click("Ontgrendelen")


def test_the_right_passphrase_opens_with_enter(windows: Windows, window: UnlockWindow) -> None:
    opened: list[Opened] = []
    window.unlocked.connect(opened.append)

    windows.type_in("Wachtzin", PHRASE)
    windows.press("Return")

    assert len(opened) == 1
    assert window.passphrase.value() == ""


def test_the_cursor_stands_in_the_field_and_the_reason_is_read(
    windows: Windows, window: UnlockWindow
) -> None:
    """X04, U03."""
    words = "Vergrendeld na 5 minuten zonder gebruik (14:12)"

    assert words in windows.words()
    assert window.accessibleDescription() == words
    assert window.focusWidget() is window.passphrase.line


def test_a_wrong_passphrase_says_what_to_look_at_and_counts_the_tries(
    windows: Windows, window: UnlockWindow
) -> None:
    """X03, U07."""
    try_wrong(windows, window)
    first = windows.wrong()
    try_wrong(windows, window)

    assert first == ["Die wachtzin past niet. Kijk of Hoofdletters aan staat."]
    assert windows.wrong() == [f"{first[0]} (2e poging)"]
    assert window.passphrase.line.selectedText() == "iets helemaal anders"


def test_the_wait_grows_to_eight_seconds_and_stays_there(
    windows: Windows, window: UnlockWindow
) -> None:
    """SECURITY 4.5."""
    waits = []
    for _try in range(6):
        try_wrong(windows, window)
        waits.append(window._seconds)

    assert waits == [0, 0, 2, 4, 8, 8]
    assert window.unlock.text() == "Wacht 8 s voor je opnieuw probeert."


def test_a_try_that_was_given_up_opens_nothing(windows: Windows, window: UnlockWindow) -> None:
    opened: list[Opened] = []
    window.unlocked.connect(opened.append)
    window.passphrase.line.setText(PHRASE)

    window.unlock.click()
    window._cancel()
    windows.wait()

    assert opened == []
    assert window.unlock.isEnabled()


def test_the_eye_shows_what_was_typed(windows: Windows, window: UnlockWindow) -> None:
    windows.type_in("Wachtzin", "fiets")

    windows.click("Wachtzin tonen")

    assert window.passphrase.line.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(("letter", "is_on"), [("A", True), ("a", False), ("4", False)])
def test_caps_lock_is_noticed_from_the_letters(
    windows: Windows, window: UnlockWindow, letter: str, is_on: bool
) -> None:
    no_shift = Qt.KeyboardModifier.NoModifier
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, no_shift, letter)

    QApplication.sendEvent(window.passphrase.line, press)

    assert ("Hoofdletters staan aan" in windows.words()) is is_on


@pytest.mark.parametrize("code", ["", "idle", "rania-14:12-5", "idle-14:12-x"])
def test_a_reason_that_is_none_says_nothing(code: str) -> None:
    assert read_reason(code).words == ""


def test_a_reason_travels_to_the_fresh_process_as_a_code_without_names() -> None:
    reason = Reason("asleep", "08:40")

    assert read_reason(reason.code) == reason
    assert reason.code == "asleep-08:40-0"


def test_the_unlock_window_is_there_before_sqlalchemy_and_reportlab() -> None:
    """Q01."""
    heavy = "{'sqlalchemy', 'reportlab', 'alembic', 'babel', 'openpyxl', 'docx'}"
    told = f"import sys, ouderapp.app; print(sorted({heavy} & set(sys.modules)))"

    answer = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True)

    assert answer.stdout.strip() == "[]", answer.stderr
