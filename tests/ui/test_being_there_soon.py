"""The unlock window is there before what it can do without is imported (Q01)."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.argon import Cost
from ouderapp.ui.early import keep_from_focus, show_plainly
from ouderapp.ui.start.secret_field import SecretField

AT_FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject
from ouderapp.cli import door
import ouderapp.app
from ouderapp.ui.program import Program

class Looker(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            import enum, gc, os
            names = {one.__qualname__.partition(".")[0] for one in gc.get_objects()
                     if isinstance(one, enum.EnumMeta) and one.__module__.startswith("PySide6")}
            print(*(sorted(names) + sorted(sys.modules)), flush=True)
            os._exit(0)
        return False

class Watched(Program):
    def _show(self, window):
        self._looker = Looker()
        window.installEventFilter(self._looker)
        super()._show(window)

ouderapp.app.Program = Watched
door.run(["--store", sys.argv[1]])
"""


@pytest.fixture
def vault_folder(paths: Paths) -> str:
    """A vault with its key file: the unlock window comes, not the first start."""
    keyfile.create(paths, "zeven groene fietsen onderweg naar zee", cheap=Cost(64, 1))
    return str(paths.vault)


def there_at_first_paint(folder: str, also: str = "") -> set[str]:
    """Modules, and classes of Qt whose enums were made, when the unlock window is painted."""
    ended = subprocess.run(
        [sys.executable, "-c", also + AT_FIRST_PAINT, folder],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ended.stdout.split())


def test_the_unlock_window_is_painted_before_anything_slow_is_imported(
    vault_folder: str,
) -> None:
    there = there_at_first_paint(vault_folder)

    assert "ouderapp.ui.start.unlock" in there
    assert not there & {"sqlalchemy", "babel", "ctypes", "nacl", "PySide6.QtNetwork", "hashlib"}
    assert not there & {"Qt", "QStyle"}


def test_a_use_of_the_names_of_qt_before_the_first_paint_is_noticed(vault_folder: str) -> None:
    early = "from PySide6.QtCore import Qt\nimport PySide6.QtNetwork\n"

    assert {"Qt", "PySide6.QtNetwork"} <= there_at_first_paint(vault_folder, early)


def test_what_is_set_without_the_names_of_qt_is_what_they_say(app: QApplication) -> None:
    label, widget = QLabel("<b>Yara</b>"), QLineEdit()

    show_plainly(label)
    keep_from_focus(widget)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert widget.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_keyboard_learns_no_passphrase_shown_or_hidden(app: QApplication) -> None:
    field = SecretField()

    for _look in range(2):
        assert field.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
        field.eye.click()
