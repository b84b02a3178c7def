"""No button is dead: one that is on does something, and one that is off says why (U09)."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QTabWidget, QWidget

from ouderapp.base import clock
from ouderapp.sample.fill import fill
from ouderapp.ui.actions import ACTS
from ouderapp.ui.pages import ENTRIES, WORKER
from tests.ui.screen import Screen

Corner = tuple[int, int] | None
PAGES = [one.name for one in ENTRIES if one.role == WORKER and one.name != "family"]
DAY = date(2025, 5, 20)


@pytest.fixture(params=["empty", "story"])
def filled(screen: Screen, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """The program with nothing in it, and with the story."""
    with clock.standing_at(DAY):
        if request.param == "story":
            screen.run(fill, "V")
        yield screen


def buttons_of(page: QWidget) -> list[QAbstractButton]:
    """What can be seen and pressed, or seen and not pressed."""
    return [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text()]


def corners(page: QWidget) -> list[Corner]:
    """The page as it opens, and every other tab of it: which row of tabs, and which of them."""
    rows = page.findChildren(QTabWidget)
    return [None, *((row, at) for row, tabs in enumerate(rows) for at in range(1, tabs.count()))]


def buttons_in(screen: Screen, name: str, corner: Corner) -> list[QAbstractButton]:
    """The buttons of a corner: of a tab only those on it."""
    page = screen.open(name)
    if corner is None:
        return buttons_of(page)
    rows = page.findChildren(QTabWidget)
    wanted = rows[corner[0]]
    for outer in rows:
        for at in range(outer.count()):
            tab = outer.widget(at)
            if tab is not None and tab.isAncestorOf(wanted):
                outer.setCurrentIndex(at)
    wanted.setCurrentIndex(corner[1])
    screen.wait()
    return buttons_of(wanted.currentWidget())


def reason_of(widget: QWidget | None) -> str:
    """Why it is off: the words of the widget itself, or of the part that it stands in."""
    while widget is not None and not widget.toolTip():
        widget = widget.parentWidget()
    return widget.toolTip() if widget else ""


def seen(screen: Screen) -> tuple[object, ...]:
    """Everything that a press may change."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    checked = [one.isChecked() for top in tops for one in top.findChildren(QAbstractButton)]
    facts = screen.window.facts
    return (
        screen.words(),
        len(tops),
        QApplication.focusWidget(),
        facts.currentMessage(),
        facts.saved_words,
        screen.message(),
        screen.window.page,
        checked,
    )


def put_away(screen: Screen) -> None:
    """Close what was opened."""
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog | QMenu) and top.isVisible():
            top.close()
    screen.window.facts.clearMessage()
    screen.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("name", PAGES)
def test_a_button_that_is_off_says_why(filled: Screen, name: str) -> None:
    """U09."""
    page = filled.open(name)

    off = [one for one in buttons_of(page) if not one.isEnabled()]

    assert [one.text() for one in off if not reason_of(one)] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_button_that_is_on_does_something(filled: Screen, name: str) -> None:
    """U09: on the page itself and on each of its tabs."""
    silent = []
    for corner in corners(filled.open(name)):
        for at in range(len(buttons_in(filled, name, corner))):
            for button in buttons_in(filled, name, corner)[at : at + 1]:
                words, before = button.text(), seen(filled)
                is_lit = not button.isEnabled() or button.isChecked()
                button.click()
                filled.wait()
                if not is_lit and seen(filled) == before:
                    silent.append(words)
            put_away(filled)

    assert silent == []


@pytest.mark.parametrize("name", PAGES)
def test_an_action_of_the_menu_always_answers(filled: Screen, name: str) -> None:
    """U09: what a page does not offer says what it needs."""
    silent = []
    for act in ACTS:
        if act.scope != "page":
            continue
        filled.open(name)
        filled.window.sidebar.focus_lit()
        before = seen(filled)
        filled.do(act.id)
        if seen(filled) == before:
            silent.append(act.id)
        put_away(filled)

    assert silent == []
