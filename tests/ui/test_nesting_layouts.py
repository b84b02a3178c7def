"""A widget in a layout inside another has one owner: the window, never Python as well."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import ownedByPython

from ouderapp.ui.nesting import nest

OUTER: list[Callable[[QWidget], QBoxLayout | QGridLayout]] = [QHBoxLayout, QVBoxLayout, QGridLayout]


@pytest.mark.parametrize("outer", OUTER)
def test_a_nested_button_belongs_to_the_window(
    app: QApplication, outer: Callable[[QWidget], QBoxLayout | QGridLayout]
) -> None:
    window, button = QWidget(), QPushButton()
    line, deeper = QHBoxLayout(), QVBoxLayout()
    deeper.addWidget(button)
    line.addLayout(deeper)
    place = (0, 0) if outer is QGridLayout else ()

    nest(outer(window), line, *place)

    assert button.parentWidget() is window
    assert not ownedByPython(button)


def test_a_layout_that_waits_for_its_window_is_handed_over_with_it(app: QApplication) -> None:
    window, button = QWidget(), QPushButton()
    body, line = QVBoxLayout(), QHBoxLayout()
    line.addWidget(button)

    nest(body, line)
    window.setLayout(body)

    assert not ownedByPython(button)


def test_without_it_the_button_has_two_owners(app: QApplication) -> None:
    """The control: where this stops failing, `nest` can go."""
    window, button = QWidget(), QPushButton()
    line = QHBoxLayout()
    line.addWidget(button)

    QVBoxLayout(window).addLayout(line)

    has_two_owners = button.parentWidget() is window and ownedByPython(button)
    button.setParent(window)
    assert has_two_owners
    assert not ownedByPython(button)


PROGRAM = """
from PySide6.QtWidgets import QApplication
from ouderapp.ui.copying import clear_ours, copy_text
app = QApplication([])
copy_text("a table")
{before_the_end}
"""


@pytest.mark.parametrize(("before_the_end", "ends_well"), [("clear_ours()", True), ("", False)])
def test_what_was_copied_is_gone_before_python_ends(before_the_end: str, ends_well: bool) -> None:
    program = PROGRAM.format(before_the_end=before_the_end)

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert (ended.returncode == 0) == ends_well
