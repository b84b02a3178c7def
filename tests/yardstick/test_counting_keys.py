"""The meter counts what the yardstick says a person does (UX 4.1)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.yardstick.meter import Meter


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.addWidget(QLineEdit())
    layout.addWidget(QPushButton("Klaar"))
    made.resize(300, 100)
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    made.close()


@pytest.fixture
def meter(qapp: QApplication, window: QWidget) -> Iterator[Meter]:
    assert window.isVisible()
    made = Meter()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def focus_field(window: QWidget) -> None:
    """Put the cursor in the field."""
    for field in window.findChildren(QLineEdit):
        field.setFocus()


def press(
    window: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A key as the window system brings it: to the window, not to a widget."""
    QTest.keyClick(window.windowHandle(), key, modifier)


def test_letters_in_a_field_are_content(window: QWidget, meter: Meter) -> None:
    focus_field(window)

    for key in (Qt.Key.Key_A, Qt.Key.Key_B):
        press(window, key)

    assert (meter.content, meter.struct) == (2, 0)
    assert meter.klm == pytest.approx(0.56)


def test_letters_that_choose_are_structural(window: QWidget, meter: Meter) -> None:
    focus_field(window)
    meter.choosing()

    press(window, Qt.Key.Key_H)

    assert (meter.content, meter.struct) == (0, 1)


def test_a_shortcut_counts_once_and_its_modifier_takes_time(window: QWidget, meter: Meter) -> None:
    fired: list[int] = []
    QShortcut(QKeySequence("Ctrl+N"), window).activated.connect(lambda: fired.append(1))

    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert fired == [1]
    assert meter.struct == 1
    assert meter.klm == pytest.approx(0.56)


def test_a_sequence_of_two_keys_counts_two(window: QWidget, meter: Meter) -> None:
    fired: list[int] = []
    QShortcut(QKeySequence("Ctrl+G, M"), window).activated.connect(lambda: fired.append(1))

    press(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_M)

    assert fired == [1]
    assert meter.struct == 2


def test_tab_and_enter_are_structural(window: QWidget, meter: Meter) -> None:
    focus_field(window)

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return):
        press(window, key)

    assert (meter.content, meter.struct) == (0, 2)


def test_a_click_counts_as_pointing_and_pressing(window: QWidget, meter: Meter) -> None:
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))

    assert meter.clicks == 1
    assert meter.klm == pytest.approx(1.30)
