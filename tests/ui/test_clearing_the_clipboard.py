"""What was copied here does not stay on the clipboard, and nothing of others is taken off it."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ouderapp.ui import copying


def on_the_clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_copied_text_is_gone_after_a_while(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "SECONDS", 0)

    copying.copy_text("0470 00 00 00")

    qtbot.waitUntil(lambda: on_the_clipboard() == "")


def test_what_was_copied_later_elsewhere_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "SECONDS", 0)
    copying.copy_text("0470 00 00 00")

    QGuiApplication.clipboard().setText("van een ander programma")
    qtbot.wait(50)

    assert on_the_clipboard() == "van een ander programma"


def test_a_copied_text_is_marked_as_a_secret(qapp: object) -> None:
    copying.copy_text("0470 00 00 00")

    marked = QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint")
    assert marked.data() == b"secret"
