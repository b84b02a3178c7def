"""Scheme, text size and density change at once and are remembered (U04)."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from shiboken6 import delete

from ouderapp.ui.icons import set_icon, set_picture
from ouderapp.ui.look import Look, look
from ouderapp.ui.palette import DARK, LIGHT
from ouderapp.ui.place import button


def window_colour() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name().upper()


def test_the_dark_scheme_is_there_at_once_and_icons_follow(app: QApplication) -> None:
    button = QPushButton()
    set_icon(button, "house")
    before = button.icon().pixmap(20, 20).toImage()

    look().set_scheme("dark")

    assert window_colour() == DARK.bg
    assert button.icon().pixmap(20, 20).toImage() != before

    look().set_scheme("light")

    assert window_colour() == LIGHT.bg


def test_larger_text_makes_letters_and_fields_larger_up_to_twice(app: QApplication) -> None:
    for _step in range(20):
        look().larger()

    assert look().measures.percent == 200
    assert look().measures.control == 64
    assert app.font().pointSizeF() == 21


def test_icons_grow_along_with_the_text(app: QApplication) -> None:
    made = button("Save", lambda: None, icon="house")
    picture = QLabel()
    set_picture(picture, "house", side=40)
    before = made.iconSize().width(), picture.pixmap().width()

    look().set_percent(200)

    assert before == (16, 40)
    assert (made.iconSize().width(), picture.pixmap().width()) == (32, 80)


def test_smaller_text_stops_at_ninety_percent(app: QApplication) -> None:
    for _step in range(5):
        look().smaller()

    assert look().measures.percent == 90


def test_the_look_is_remembered(app: QApplication, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    first = Look(app, settings)
    first.set_percent(130)
    first.set_density("roomy")

    second = Look(app, settings)

    assert (second.measures.percent, second.measures.density) == (130, "roomy")
    for other in (first, second):
        delete(other)


def test_none_outlives_a_long_day(app: QApplication) -> None:
    label = QLabel()
    for _call in range(20_000):
        assert label.buddy() is None

    assert sys.getrefcount(None) > 1_000_000
