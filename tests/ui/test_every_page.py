"""What every page of the program keeps, whoever made it: names, no clipped words, its help."""

from importlib.util import find_spec

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from ouderapp.ui.focus import focus_chain
from ouderapp.ui.look import look
from ouderapp.ui.pages import ENTRIES, WORKER
from tests.ui.screen import Screen

PAGES = [
    entry.name
    for entry in ENTRIES
    if entry.role == WORKER
    and entry.icon
    and find_spec(f"ouderapp.ui.{entry.where.split(':')[0].rsplit('.', 1)[0]}")
    and find_spec(f"ouderapp.ui.{entry.where.split(':')[0]}")
]


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it."""
    if isinstance(widget, QTabBar):
        return "tabs"
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_tab_reaches_has_a_name(screen: Screen, name: str) -> None:
    """Y21, U03."""
    page = screen.open(name)

    nameless = [type(one).__name__ for one in focus_chain(page) if not name_of(one)]

    assert nameless == []


@pytest.mark.parametrize("name", PAGES)
def test_no_two_buttons_have_the_same_name(screen: Screen, name: str) -> None:
    """Y21."""
    page = screen.open(name)

    names = [name_of(one) for one in page.findChildren(QAbstractButton) if one.isVisible()]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_clipped_in_large_text(screen: Screen, name: str) -> None:
    """Y23."""
    look().set_percent(200)
    page = screen.open(name)
    screen.wait()

    clipped = [one.text() for one in page.findChildren(QAbstractButton) if _is_clipped(one)]
    clipped += [one.text() for one in page.findChildren(QLabel) if _is_clipped(one)]
    look().set_percent(100)

    assert clipped == []


@pytest.mark.parametrize("name", PAGES)
def test_the_window_fits_a_small_laptop_in_large_text(screen: Screen, name: str) -> None:
    """Y23, U05."""
    look().set_percent(200)
    screen.open(name)
    screen.window.resize(1366, 768)
    screen.wait()
    size = screen.window.size()
    look().set_percent(100)

    assert (size.width(), size.height()) <= (1366, 768)


@pytest.mark.parametrize("name", PAGES)
def test_the_focus_is_where_the_work_begins(screen: Screen, name: str) -> None:
    page = screen.open(name)

    held = page.focusWidget()

    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractButton)
    assert isinstance(held, kinds), f"{type(held).__name__} has the focus"


def _is_clipped(widget: QAbstractButton | QLabel) -> bool:
    if not widget.isVisible() or (isinstance(widget, QLabel) and widget.wordWrap()):
        return False
    lines = widget.text().replace("&", "").splitlines() or [""]
    needed = max(QFontMetrics(widget.font()).horizontalAdvance(line) for line in lines)
    return needed > widget.width() + 1
